import { refuse } from "../refusal/refusal.js";

/** Actual and forecast side by side; null where a cell is blank. */
export type Series = readonly (number | null)[];

/** Walks over the pairs of which both are filled and refuses where there is none. */
export function eachPair(
  actual: Series,
  forecast: Series,
  use: (a: number, f: number, row: number) => void,
): number {
  let pairs = 0;
  for (let index = 0; index < actual.length; index++) {
    const a = actual[index] ?? null;
    const f = forecast[index] ?? null;
    if (a === null || f === null) continue;
    pairs++;
    use(a, f, index + 1);
  }
  if (pairs === 0) refuse("actual", "and forecast are never both filled in one row; give at least one pair.");
  return pairs;
}
