import type { CellStyle, TabPlan } from "./plan.js";
import { THEME } from "./theme.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** A growing sheet of cells that blocks draw on; addresses are spreadsheet rows and columns from 1. */
export class Canvas {
  readonly #content = new Map<number, Map<number, string | number>>();
  readonly #styles = new Map<number, Map<number, CellStyle>>();
  readonly #heights = new Map<number, number>();
  readonly merges: Mutable<TabPlan>["merges"] = [];
  readonly lines: Mutable<TabPlan>["lines"] = [];
  readonly validations: Mutable<TabPlan>["validations"] = [];
  readonly tones: Mutable<TabPlan>["tones"] = [];
  readonly charts: Mutable<TabPlan>["charts"] = [];
  readonly inputs: Mutable<TabPlan>["inputs"] = [];
  #reserved = 0;

  write(row: number, column: number, content: string | number, style: CellStyle = {}): void {
    const cells = this.#content.get(row) ?? new Map<number, string | number>();
    if (cells.has(column)) throw new Error(`Two blocks write to row ${row}, column ${column}.`);
    cells.set(column, content);
    this.#content.set(row, cells);
    // A gap of one half may be a row of text in the other.
    this.height(row, THEME.row.body);
    this.style(row, column, style);
  }

  style(row: number, column: number, style: CellStyle): void {
    const cells = this.#styles.get(row) ?? new Map<number, CellStyle>();
    cells.set(column, { ...cells.get(column), ...style });
    this.#styles.set(row, cells);
  }

  styleAcross(row: number, first: number, last: number, style: CellStyle): void {
    for (let column = first; column <= last; column++) this.style(row, column, style);
  }

  height(row: number, pixels: number): void {
    this.#heights.set(row, Math.max(pixels, this.#heights.get(row) ?? 0));
  }

  /** Keeps columns up to this one for what will spill into them. */
  reserve(lastColumn: number): void {
    this.#reserved = Math.max(this.#reserved, lastColumn);
  }

  content(rows: number, columns: number): (string | number)[][] {
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => this.#content.get(row + 1)?.get(column + 1) ?? ""),
    );
  }

  styles(rows: number, columns: number): CellStyle[][] {
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => this.#styles.get(row + 1)?.get(column + 1) ?? {}),
    );
  }

  heights(rows: number): number[] {
    return Array.from({ length: rows }, (_, row) => this.#heights.get(row + 1) ?? THEME.row.body);
  }

  get lastColumn(): number {
    let last = this.#reserved;
    for (const cells of this.#content.values())
      for (const column of cells.keys()) last = Math.max(last, column);
    return last;
  }
}
