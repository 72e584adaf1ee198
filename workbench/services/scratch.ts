/** A sheet kept aside to try formulas on: they spill, fail and refer to named ranges there as on any other sheet. */

import type { Model } from "../engine/engine.js";

export interface FormulaResult {
  /** As the engine holds it: a date is its serial day. */
  readonly value: string | number | boolean | null;
  /** As the cell shows it. */
  readonly formatted: string;
  readonly format: string | undefined;
  /** Why the cell shows an error. */
  readonly message: string | undefined;
  /** All cells the formula fills, row by row. */
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
}

const ROWS = 2_000;
const COLUMNS = 60;

export class Scratch {
  readonly #model: Model;
  readonly #newId: () => string;
  #sheetId: string | undefined;

  constructor(model: Model, newId: () => string) {
    this.#model = model;
    this.#newId = newId;
  }

  evaluate(formula: string): FormulaResult {
    const sheetId = this.#sheet();
    const { getters } = this.#model;
    const position = { sheetId, col: 0, row: 0 };
    const content = formula.startsWith("=") ? formula : `=${formula}`;
    this.#model.dispatch("UPDATE_CELL", { ...position, content: "" });
    this.#model.dispatch("UPDATE_CELL", { ...position, content });
    const cell = getters.getEvaluatedCell(position);
    const { right, bottom } = getters.getSpreadZone(position) ?? { right: 0, bottom: 0 };
    const values = Array.from({ length: bottom + 1 }, (_row, row) =>
      Array.from({ length: right + 1 }, (_col, col) => getters.getEvaluatedCell({ sheetId, col, row }).value),
    );
    const message = "message" in cell ? cell.message : undefined;
    return { value: cell.value, formatted: cell.formattedValue, format: cell.format, message, values };
  }

  /** Scripts and saved documents never see the sheet. */
  drop(): void {
    const sheetId = this.#sheetId;
    if (sheetId === undefined) return;
    this.#sheetId = undefined;
    this.#model.dispatch("DELETE_SHEET", { sheetId, sheetName: this.#model.getters.getSheetName(sheetId) });
  }

  #sheet(): string {
    if (this.#sheetId !== undefined) return this.#sheetId;
    const sheetId = this.#newId();
    const { getters } = this.#model;
    const name = getters.getNextSheetName("Scratch");
    const position = getters.getSheetIds().length;
    this.#model.dispatch("CREATE_SHEET", { sheetId, name, position, rows: ROWS, cols: COLUMNS });
    this.#sheetId = sheetId;
    return sheetId;
  }
}
