/**
 * Writes cells in blocks. Changes are gathered until something has to read them, so that a value, its format and its
 * colours reach a cell as one update, and only the plugins that keep cells hear of each cell; the others, which
 * merely note that something changed, are told once per sheet.
 */

import type { Engine, Model, Style } from "./engine.js";
import { type CellUpdate, type Handler, internalsOf, offers } from "./internals.js";

/** A part of the style set to undefined goes back to the default. */
export type StyleChange = { readonly [Part in keyof Style]?: Style[Part] | undefined };

export interface CellChange {
  /** As typed into the cell; "" empties it. */
  content?: string;
  /** Laid over the present style; null removes all of it. */
  style?: StyleChange | null;
  /** "" removes the format. */
  format?: string;
  /** The format to give a date when the cell's own would show it as a number. */
  dateFormat?: string | undefined;
}

/** Wide enough for any column the engine has. */
const ROW_STRIDE = 20_000;

const MOST_GATHERED = 200_000;

const DEFAULT_FONT_SIZE = 10;
const DEFAULT_ROW_HEIGHT = 23;

export class CellWriter {
  readonly #engine: Engine;
  readonly #model: Model;
  readonly #pending = new Map<string, Map<number, CellChange>>();

  constructor(engine: Engine, model: Model) {
    this.#engine = engine;
    this.#model = model;
  }

  get hasPending(): boolean {
    return this.#pending.size > 0;
  }

  write(sheetId: string, col: number, row: number, change: CellChange): void {
    let sheet = this.#pending.get(sheetId);
    if (!sheet) {
      sheet = new Map();
      this.#pending.set(sheetId, sheet);
    }
    const key = row * ROW_STRIDE + col;
    const before = sheet.get(key);
    if (!before) {
      // Gathering has its price in memory: formats for a whole tab of 100,000 rows are passed on in portions.
      if (sheet.size >= MOST_GATHERED) this.flush();
      const pending = this.#pending.get(sheetId) ?? new Map<number, CellChange>();
      this.#pending.set(sheetId, pending.set(key, { ...change }));
      return;
    }
    if (change.content !== undefined) {
      before.content = change.content;
      before.dateFormat = change.dateFormat;
    }
    if (change.format !== undefined) before.format = change.format;
    if (change.style !== undefined)
      before.style =
        change.style === null
          ? null
          : before.style === null
            ? onlySet(change.style)
            : { ...before.style, ...change.style };
  }

  /** Must run inside a step: see scriptStep.ts. */
  flush(): void {
    for (const [sheetId, changes] of this.#pending) {
      this.#pending.delete(sheetId);
      this.#writeSheet(sheetId, changes);
    }
  }

  #writeSheet(sheetId: string, changes: Map<number, CellChange>): void {
    const { getters } = this.#model;
    if (!getters.tryGetSheet(sheetId)) return;
    const hasMerges = getters.getMerges(sheetId).length > 0;
    const updates: CellUpdate[] = [];
    for (const [key, change] of changes) {
      const col = key % ROW_STRIDE;
      const row = (key - col) / ROW_STRIDE;
      const update = this.#update(sheetId, col, row, change, hasMerges);
      if (update) updates.push(update);
    }
    this.#send(updates);
  }

  #update(
    sheetId: string,
    col: number,
    row: number,
    change: CellChange,
    hasMerges: boolean,
  ): CellUpdate | undefined {
    const position = { sheetId, col, row };
    const { getters } = this.#model;
    const cell = getters.getCell(position);
    const update: CellUpdate = { type: "UPDATE_CELL", ...position };
    let changed = false;
    // Only the first cell of a merge holds content, there and in Google Sheets.
    const holdsContent = !hasMerges || getters.isMainCellPosition(position);
    if (change.content !== undefined && holdsContent) {
      const present = cell?.isFormula ? cell.compiledFormula.toFormulaString(getters) : (cell?.content ?? "");
      if (present !== change.content) {
        update.content = change.content;
        changed = true;
      }
    }
    let format = change.format;
    if (change.dateFormat && !this.#engine.helpers.isDateTimeFormat(format ?? cell?.format ?? ""))
      format = change.dateFormat;
    if (format !== undefined && format !== (cell?.format ?? "")) {
      update.format = format;
      changed = true;
    }
    if (change.style !== undefined) {
      const style = change.style && onlySet({ ...cell?.style, ...change.style });
      const next = style && Object.keys(style).length > 0 ? style : null;
      if (!this.#engine.helpers.deepEquals(cell?.style ?? null, next)) {
        update.style = next;
        changed = true;
      }
    }
    return changed ? update : undefined;
  }

  #send(updates: readonly CellUpdate[]): void {
    const last = updates.at(-1);
    if (!last) return;
    const internals = internalsOf(this.#model);
    const all = internals.handlers;
    const keepers = all.filter((h) => offers(h, "getCellPosition") || offers(h, "getCells"));
    const perCell = all.filter(
      (h) => offers(h, "getEvaluatedCell") || offers(h, "getRowSize") || offers(h, "getCoreTables"),
    );
    const told = all.filter((h) => !keepers.includes(h) && !perCell.includes(h));
    internals.handlers = keepers;
    try {
      for (const update of updates) {
        internals.state.addCommand(update);
        internals.dispatchToHandlers(keepers, update);
      }
    } finally {
      internals.handlers = all;
    }
    for (const handler of perCell) this.#tell(handler, updates);
    for (const handler of told) {
      handler.beforeHandle(last);
      handler.handle(last);
    }
  }

  #tell(handler: Handler, updates: readonly CellUpdate[]): void {
    if (offers(handler, "getEvaluatedCell")) {
      if (this.#shouldComputeAfresh(updates.length)) handler.beforeHandle({ type: "MOVE_RANGES" });
      else for (const update of updates) handler.handle(update);
    } else if (offers(handler, "getRowSize")) {
      for (const update of updates) if (this.#mayChangeRowHeight(update)) handler.handle(update);
    }
    // Left untold: tables that grow with the rows typed under them, which setValues does not do.
  }

  /**
   * For many cells, computing the whole workbook was measured faster than following each cell's dependants, unless the
   * workbook is far larger than what was written: then an import in parts would compute all of it with every part.
   */
  #shouldComputeAfresh(cells: number): boolean {
    if (cells <= 2_000) return false;
    const { getters } = this.#model;
    const sizes = getters.getSheetIds().map((id) => getters.getNumberRows(id) * getters.getNumberCols(id));
    return cells * 10 > sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Only wrapped, large or several-line cells make a row taller, or let it shrink again. */
  #mayChangeRowHeight({ sheetId, row, col, content }: CellUpdate): boolean {
    if (content?.includes("\n")) return true;
    const { getters } = this.#model;
    const style = getters.getCell({ sheetId, row, col })?.style;
    if (style && (style.wrapping === "wrap" || style.rotation || (style.fontSize ?? 0) > DEFAULT_FONT_SIZE))
      return true;
    return getters.getRowSize(sheetId, row) > DEFAULT_ROW_HEIGHT;
  }
}

/** The engine reads an absent key as "default"; undefined keys would be saved as such. */
function onlySet(style: StyleChange): Style {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined)) as Style;
}
