/**
 * The whole file is refused: nothing was imported. The message is one sentence that a RevOps person can act on.
 * A fault of a single row is never thrown; it becomes a refused row.
 */
export class ImportRefusal extends Error {
  override readonly name = "ImportRefusal";
}
