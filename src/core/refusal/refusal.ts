/**
 * A refusal is how the core says "this input cannot bear an answer". It names the argument and, where there is
 * one, the row and column (counted from 1 within the range), so that whoever shows it can point at the cell.
 */
export class Refusal extends Error {
  readonly argument: string;
  readonly problem: string;
  readonly row: number | undefined;
  readonly column: number | undefined;

  constructor(argument: string, problem: string, row?: number, column?: number) {
    const place = [
      ...(row === undefined ? [] : [`row ${row}`]),
      ...(column === undefined ? [] : [`column ${column}`]),
    ];
    super(place.length === 0 ? `${argument} ${problem}` : `${[argument, ...place].join(", ")}, ${problem}`);
    this.name = "Refusal";
    this.argument = argument;
    this.problem = problem;
    this.row = row;
    this.column = column;
  }
}

/** Throws a refusal. `problem` begins with a verb: it completes the sentence that starts with the argument's name. */
export function refuse(argument: string, problem: string, row?: number, column?: number): never {
  throw new Refusal(argument, problem, row, column);
}
