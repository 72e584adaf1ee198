import type { DataTab } from "../workbook/columns.js";
import { Canvas } from "./canvas.js";
import { compileFormula, type FormulaScope } from "./formula.js";
import {
  ANALYSIS_COLUMN,
  address,
  COLUMN_WIDTH,
  GUTTER_COLUMN,
  GUTTER_WIDTH,
  KEY_COLUMN,
  KEY_ROW,
  LAST_PAGE_COLUMN,
  PAGE_COLUMNS,
  spanColumns,
} from "./grid.js";
import { numberFormat } from "./numberFormats.js";
import type { CellStyle, TabPlan } from "./plan.js";
import { cellLink } from "./sheetLinks.js";
import type {
  Block,
  CardsBlock,
  ChartBlock,
  ChartColor,
  ChecklistBlock,
  Content,
  FillBlock,
  Format,
  ListBlock,
  Need,
  TableBlock,
  Template,
  TitleBlock,
  Tones,
  WorkbookFacts,
  WorkingBlock,
} from "./template.js";
import { heightOfLines, THEME } from "./theme.js";

/**
 * declaration → blocks placed on the grid → cells by key → formulas compiled → plan.
 * Placing comes first and formulas last, so that a formula may name a cell further down.
 */

export interface LayoutContext {
  readonly tabs: readonly DataTab[];
  readonly isCustomFunction: (name: string) => boolean;
  readonly facts: WorkbookFacts;
}

/** Where a run of blocks may draw: page columns from `start` over `span`. */
interface Frame {
  readonly start: number;
  readonly span: number;
}

interface PlacedTable {
  readonly headingRow: number;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** A longer heading over a single column takes two lines. */
const HEADING_LENGTH = 14;

/** Stands in the first hidden cell of an analysis that could not be made. */
const REFUSED = "!";

/** Rows below a list that are looked at for what did not fit. */
const SPILL_LIMIT = 200;

const CHART_COLORS: Readonly<Record<ChartColor, string>> = {
  accent: THEME.series[0],
  accentLight: THEME.series[1],
  gold: THEME.series[2],
  grey: THEME.series[3],
  good: THEME.good,
  warn: THEME.warn,
  bad: THEME.bad,
  none: THEME.paper,
};

/** One line that names the tabs without rows, what they are for and how to fill them; blank where none is missing. */
function missingLine(needs: readonly Need[]): string {
  const parts = needs.map(({ column, for: what, how }) => {
    const title = column.split(".")[0];
    const text = how ?? `import a CRM export into ${title}`;
    return `IF(COUNTA({${column}})=0,"  ·  ${what}: ${text}","")`;
  });
  const all = parts.join("&");
  return `=IF(${needs
    .map(({ column }) => `COUNTA({${column}})`)
    .map((count) => `(${count}=0)`)
    .join("+")}=0,"","Still blank, and how to fill it"&${all})`;
}

const rightAligned = (format: Format) => format !== "text";

class Layout {
  readonly canvas = new Canvas();
  readonly keys = new Map<string, string>();
  readonly reads = new Set<DataTab>();
  readonly #tables = new Map<string, PlacedTable>();
  readonly #deferred: (() => void)[] = [];
  #analysisColumn = ANALYSIS_COLUMN;

  constructor(readonly context: LayoutContext) {}

  place(blocks: readonly Block[], frame: Frame, top: number): number {
    return blocks.reduce((row, block) => this.#block(block, frame, row), top);
  }

  /** Formulas and charts are made once every key has its cell. */
  finish(): void {
    for (const make of this.#deferred) make();
  }

  #block(block: Block, frame: Frame, row: number): number {
    switch (block.block) {
      case "title":
        return this.#title(block, row);
      case "cards":
        return this.#cards(block, frame, row);
      case "section":
        return this.#section(block.title, block.help, frame, row);
      case "table":
        return this.#table(block, frame, row);
      case "list":
        return this.#list(block, frame, row);
      case "fill":
        return this.#fill(block, frame, row);
      case "checklist":
        return this.#checklist(block, frame, row);
      case "chart":
        return this.#chart(block, frame, row);
      case "note":
        return this.#note(block.text, frame, row);
      case "working":
        return this.#working(block, row);
      case "halves":
        return Math.max(
          this.place(block.left, { start: 0, span: 6 }, row),
          this.place(block.right, { start: 6, span: 6 }, row),
        );
    }
  }

  #content(row: number, column: number, content: Content, style: CellStyle): void {
    if (typeof content === "number" || !content.startsWith("=")) {
      this.canvas.write(row, column, content, style);
      return;
    }
    this.#deferred.push(() => {
      this.canvas.write(row, column, compileFormula(content, this.#scope(address(row, column))), style);
    });
  }

  #scope(self: string): FormulaScope {
    return {
      tabs: this.context.tabs,
      isCustomFunction: this.context.isCustomFunction,
      cell: (key) => this.keys.get(key),
      reading: (tab) => this.reads.add(tab),
      self,
    };
  }

  #key(key: string, row: number, column: number): void {
    if (this.keys.has(key)) throw new Error(`The key ${key} is declared twice.`);
    this.keys.set(key, address(row, column));
  }

  #tones(tones: Tones | undefined, row: number, column: number, columns = 1): void {
    if (!tones) return;
    const self = address(row, column);
    const colors = {
      bad: [THEME.bad, THEME.badPale],
      warn: [THEME.warn, THEME.warnPale],
      good: [THEME.good, THEME.goodPale],
    } as const;
    // The first rule that holds wins, so the gravest stands first.
    for (const tone of ["bad", "warn", "good"] as const) {
      const formula = tones[tone];
      if (!formula) continue;
      this.#deferred.push(() => {
        this.canvas.tones.push({
          area: { row, column, rows: 1, columns },
          formula: compileFormula(formula, this.#scope(self)),
          color: colors[tone][0],
        });
      });
    }
  }

  #format(format: Format): string {
    return numberFormat(format, this.context.facts.currency);
  }

  #rule(row: number, first: number, last: number, side: "top" | "bottom", color: string): void {
    this.canvas.lines.push({ area: { row, column: first, rows: 1, columns: last - first + 1 }, side, color });
  }

  #title(block: TitleBlock, row: number): number {
    const { first, last } = spanColumns(0, 12);
    this.#content(row, first, block.title, {
      size: THEME.size.title,
      bold: true,
      color: THEME.ink,
      vertical: "middle",
    });
    this.canvas.height(row, THEME.row.title);
    this.#content(row + 1, first, block.subtitle, { size: THEME.size.subtitle, color: THEME.quiet });
    this.#rule(row + 1, first, last, "bottom", THEME.accent);
    if (block.control) {
      const { control } = block;
      const label = PAGE_COLUMNS[8] as number;
      const cell = PAGE_COLUMNS[9] as number;
      this.#content(row, label, control.label, {
        align: "right",
        color: THEME.quiet,
        vertical: "middle",
      });
      this.#input(row, cell, `control.${control.key}`, control.initial, {
        bold: true,
        align: "left",
        vertical: "middle",
      });
      for (let column = cell + 1; column <= last; column++)
        this.canvas.style(row, column, { background: THEME.input });
      this.canvas.merges.push({ row, column: cell, rows: 1, columns: last - cell + 1 });
      this.#key(control.key, row, cell);
      // The choices stand in hidden cells: a list within the rule itself may not be as long as a team is.
      const list = this.#analysisColumn;
      this.#analysisColumn += 2;
      control.choices.forEach((choice, index) => {
        this.#content(row + index, list, choice, {});
      });
      this.canvas.validations.push({
        area: { row, column: cell, rows: 1, columns: 1 },
        rule: { kind: "cells", source: { row, column: list, rows: control.choices.length, columns: 1 } },
        help: control.help,
      });
    }
    if (!block.needs || block.needs.length === 0) {
      this.canvas.height(row + 2, THEME.row.gap);
      return row + 3;
    }
    this.#content(row + 2, first, missingLine(block.needs), {
      size: THEME.size.small,
      color: THEME.warn,
      wrap: true,
      vertical: "middle",
    });
    this.canvas.merges.push({ row: row + 2, column: first, rows: 1, columns: last - first + 1 });
    this.canvas.height(row + 2, THEME.row.note);
    return row + 3;
  }

  #input(row: number, column: number, key: string, initial: Content, style: CellStyle): void {
    this.#content(row, column, initial, { background: THEME.input, color: THEME.ink, ...style });
    this.canvas.inputs.push({ row, column, key });
  }

  #cards(block: CardsBlock, frame: Frame, row: number): number {
    const span = Math.floor(frame.span / block.cards.length);
    block.cards.forEach((card, index) => {
      const { first, last } = spanColumns(frame.start + index * span, span);
      const style = { background: THEME.panel } as const;
      for (let line = row; line < row + 3; line++) this.canvas.styleAcross(line, first, last, style);
      this.#content(row, first, card.label, {
        ...style,
        size: THEME.size.small,
        color: THEME.quiet,
        vertical: "bottom",
      });
      this.#content(row + 1, first, card.value, {
        ...style,
        size: THEME.size.figure,
        bold: true,
        color: THEME.ink,
        align: "left",
        vertical: "middle",
        format: this.#format(card.format),
      });
      this.#content(row + 2, first, card.note, {
        ...style,
        size: THEME.size.small,
        color: THEME.quiet,
        vertical: "top",
        wrap: true,
      });
      this.#key(card.key, row + 1, first);
      this.#tones(card.tones, row + 1, first);
      this.canvas.merges.push({ row, column: first, rows: 3, columns: last - first + 1 });
      this.#rule(row, first, last, "top", THEME.accent);
    });
    this.canvas.height(row + 1, THEME.row.figure);
    this.canvas.height(row + 2, THEME.row.note);
    this.canvas.height(row + 3, THEME.row.gap);
    return row + 4;
  }

  #section(title: string, help: Content | undefined, frame: Frame, row: number): number {
    const { first, last } = spanColumns(frame.start, frame.span);
    this.#content(row, first, title, {
      size: THEME.size.section,
      bold: true,
      color: THEME.accent,
      vertical: "bottom",
    });
    this.canvas.height(row, THEME.row.section);
    if (help === undefined) return row + 1;
    this.#content(row + 1, first, help, { size: THEME.size.small, color: THEME.quiet, vertical: "middle" });
    this.canvas.styleAcross(row + 1, first, last, {});
    return row + 2;
  }

  #headings(
    columns: readonly { readonly heading: string; readonly span?: number; readonly format: Format }[],
    frame: Frame,
    row: number,
  ): { first: number; last: number }[] {
    let at = frame.start;
    const placed = columns.map((column) => {
      const span = spanColumns(at, column.span ?? 1);
      at += column.span ?? 1;
      this.#content(row, span.first, column.heading, {
        size: THEME.size.small,
        bold: true,
        color: THEME.quiet,
        align: rightAligned(column.format) ? "right" : "left",
        vertical: "bottom",
        wrap: span.first === span.last,
      });
      if (span.first === span.last && column.heading.length > HEADING_LENGTH) {
        this.canvas.height(row, THEME.row.note);
      }
      return span;
    });
    const { first, last } = spanColumns(frame.start, frame.span);
    this.#rule(row, first, last, "bottom", THEME.quiet);
    return placed;
  }

  #table(block: TableBlock, frame: Frame, row: number): number {
    const placed = this.#headings(block.columns, frame, row);
    const { first, last } = spanColumns(frame.start, frame.span);
    this.#tables.set(block.key, {
      headingRow: row,
      rows: block.rows.filter(({ total }) => !total).length,
      columns: new Map(block.columns.map(({ key }, index) => [key, placed[index]?.first ?? first])),
    });
    const wrapped = block.columns.some(({ wrap }) => wrap);
    block.rows.forEach((entry, index) => {
      const line = row + 1 + index;
      if (wrapped) this.canvas.height(line, heightOfLines());
      block.columns.forEach((column, position) => {
        const at = placed[position]?.first ?? first;
        const content = entry.cells[column.key];
        if (content === undefined) throw new Error(`Row ${entry.key} of ${block.key} lacks ${column.key}.`);
        const key = `${block.key}.${entry.key}.${column.key}`;
        const style: CellStyle = {
          format: this.#format(entry.formats?.[column.key] ?? column.format),
          align: rightAligned(column.format) ? "right" : "left",
          bold: entry.total === true,
          color: THEME.ink,
          ...(wrapped ? { vertical: "middle", wrap: column.wrap === true } : {}),
        };
        this.#key(key, line, at);
        if (column.input && !entry.total) {
          const span = placed[position];
          this.canvas.styleAcross(line, at, span?.last ?? at, { background: THEME.input });
          this.#input(line, at, key, content, style);
        } else {
          this.#content(line, at, content, style);
        }
        this.#tones(column.tones, line, at);
      });
      if (entry.total) this.#rule(line, first, last, "top", THEME.quiet);
      else this.#rule(line, first, last, "bottom", THEME.faint);
    });
    this.#mergeWrapped(block.columns, placed, row + 1, block.rows.length);
    this.canvas.height(row + 1 + block.rows.length, THEME.row.gap);
    return row + 2 + block.rows.length;
  }

  /** Text breaks into lines only within one cell, so a wrapped column over several page columns is merged. */
  #mergeWrapped(
    columns: readonly { readonly wrap?: boolean }[],
    placed: readonly { first: number; last: number }[],
    row: number,
    rows: number,
  ): void {
    columns.forEach(({ wrap }, position) => {
      const span = placed[position];
      if (!span || !wrap || span.last === span.first) return;
      this.canvas.merges.push({ row, column: span.first, rows, columns: span.last - span.first + 1 });
    });
  }

  #list(block: ListBlock, frame: Frame, row: number): number {
    const placed = this.#headings(block.columns, frame, row);
    const { first, last } = spanColumns(frame.start, frame.span);
    this.#tables.set(block.key, {
      headingRow: row,
      rows: block.rows,
      columns: new Map(placed.map((span, index) => [String(index), span.first])),
    });
    const width = Math.max(...block.columns.map(({ from, link }) => Math.max(from, link?.column ?? 0))) + 1;
    const spill = this.#analysisColumn;
    this.#analysisColumn += width + 1;
    this.canvas.reserve(spill + width - 1);
    // An analysis that refuses its input must not leave an error in the workbook, not even out of sight.
    this.#content(row + 1, spill, `=IFERROR(${block.analysis.replace(/^=/, "")},"${REFUSED}")`, {});
    const head = address(row + 1, spill);
    // Where more rows spill than are shown, the last line says how many instead of dropping them.
    const end = row + block.rows;
    const beyond = `COUNTA(${address(end + 1, spill)}:${address(end + SPILL_LIMIT, spill)})`;
    const remainder = (filled: string, position: number) =>
      `=IF(${beyond}=0,${filled.slice(1)},${position === 0 ? `"and "&(${beyond}+1)&" more"` : '""'})`;
    for (let line = row + 1; line <= row + block.rows; line++) {
      block.columns.forEach((column, position) => {
        const span = placed[position] ?? { first, last };
        const source = address(line, spill + column.from);
        const { link } = column;
        const shown = link ? cellLink(link.tab, source, address(line, spill + link.column)) : source;
        const filled = `=IFERROR(IF(${source}="","",${shown}),"")`;
        const opening = `=IF(${head}="${REFUSED}","${block.missing}",IF(${head}="","${block.empty}",${source}))`;
        const isLast = line === end && block.rows > 1;
        const content = isLast
          ? remainder(filled, position)
          : line === row + 1 && position === 0
            ? opening
            : filled;
        this.#content(line, span.first, content, {
          format: this.#format(column.format),
          align: rightAligned(column.format) ? "right" : "left",
          vertical: "middle",
          color: link ? THEME.accent : THEME.ink,
          wrap: column.wrap === true,
        });
        if (column.wrap) this.canvas.height(line, heightOfLines(block.lines));
        this.#tones(column.tones, line, span.first);
      });
      this.#rule(line, first, last, "bottom", THEME.faint);
    }
    this.#mergeWrapped(block.columns, placed, row + 1, block.rows);
    this.canvas.height(row + 1 + block.rows, THEME.row.gap);
    return row + 2 + block.rows;
  }

  #fill(block: FillBlock, frame: Frame, row: number): number {
    const placed = this.#headings(block.columns, frame, row);
    const { first, last } = spanColumns(frame.start, frame.span);
    block.columns.forEach((column, position) => {
      const span = placed[position] ?? { first, last };
      const columns = span.last - span.first + 1;
      if (columns > 1)
        this.canvas.merges.push({ row: row + 1, column: span.first, rows: block.rows, columns });
      const area = { row: row + 1, column: span.first, rows: block.rows, columns: 1 };
      if (column.choices)
        this.canvas.validations.push({ area, rule: { kind: "list", values: column.choices } });
      else if (column.format === "date") this.canvas.validations.push({ area, rule: { kind: "date" } });
      for (let line = row + 1; line <= row + block.rows; line++) {
        this.canvas.styleAcross(line, span.first, span.last, { background: THEME.input });
        this.#input(line, span.first, `${block.key}.${line - row}.${column.key}`, "", {
          align: column.format === "text" ? "left" : "right",
          wrap: column.format === "text",
          vertical: "middle",
          format: this.#format(column.format),
        });
      }
    });
    for (let line = row + 1; line <= row + block.rows; line++)
      this.#rule(line, first, last, "bottom", THEME.faint);
    this.canvas.height(row + 1 + block.rows, THEME.row.gap);
    return row + 2 + block.rows;
  }

  #checklist(block: ChecklistBlock, frame: Frame, row: number): number {
    const remark = block.remark ?? frame.span / 3;
    const columns = [
      { heading: "Done", span: 1, format: "text" as const },
      { heading: block.heading, span: frame.span - 1 - remark, format: "text" as const },
      ...(remark > 0 ? [{ heading: "Remark", span: remark, format: "text" as const }] : []),
    ];
    const [tick, text, note] = this.#headings(columns, frame, row);
    const { first, last } = spanColumns(frame.start, frame.span);
    const rows = block.items.length;
    if (!tick || !text || rows === 0) return row + 1;
    block.items.forEach((item, index) => {
      const line = row + 1 + index;
      this.#key(`${block.key}.${item.key}`, line, tick.first);
      this.#input(line, tick.first, `${block.key}.${item.key}`, "", { align: "center" });
      this.#content(line, text.first, item.text, { color: THEME.ink, wrap: true, vertical: "middle" });
      if (note) {
        this.canvas.styleAcross(line, note.first, note.last, { background: THEME.input });
        this.#input(line, note.first, `${block.key}.${item.key}.remark`, "", {
          wrap: true,
          vertical: "middle",
        });
      }
      this.#rule(line, first, last, "bottom", THEME.faint);
    });
    for (const span of [text, note]) {
      if (span && span.last > span.first)
        this.canvas.merges.push({
          row: row + 1,
          column: span.first,
          rows,
          columns: span.last - span.first + 1,
        });
    }
    this.canvas.validations.push({
      area: { row: row + 1, column: tick.first, rows, columns: 1 },
      rule: { kind: "tick" },
    });
    this.canvas.height(row + 1 + rows, THEME.row.gap);
    return row + 2 + rows;
  }

  #chart(block: ChartBlock, frame: Frame, row: number): number {
    const { first, last } = spanColumns(frame.start, frame.span);
    this.#deferred.push(() => {
      const table = this.#tables.get(block.table);
      if (!table) throw new Error(`The chart "${block.title}" draws ${block.table}, which is no table.`);
      const ranges = [block.label, ...block.values].map((key) => {
        const column = table.columns.get(key);
        if (column === undefined)
          throw new Error(`The chart "${block.title}" draws ${key}, which is no column.`);
        return { row: table.headingRow, column, rows: table.rows + 1, columns: 1 };
      });
      this.canvas.charts.push({
        title: block.title,
        type: block.type,
        stacked: block.stacked === true,
        ranges,
        area: { row, column: first, rows: block.rows, columns: last - first + 1 },
        colors: block.colors?.map((color) => CHART_COLORS[color]) ?? THEME.series,
      });
    });
    this.canvas.height(row + block.rows, THEME.row.gap);
    return row + block.rows + 1;
  }

  #working(block: WorkingBlock, row: number): number {
    for (const { key, content, rows = 1, columns = 1 } of block.values) {
      const column = this.#analysisColumn;
      this.#analysisColumn += columns + 1;
      if (typeof content === "object") {
        content.forEach((one, index) => {
          this.#content(row + index, column, one, {});
          this.#key(`${key}.${index + 1}`, row + index, column);
        });
        continue;
      }
      this.#content(row, column, content, {});
      this.#key(key, row, column);
      if (rows * columns === 1) continue;
      this.canvas.reserve(column + columns - 1);
      for (let down = 0; down < rows; down++) {
        for (let across = 0; across < columns; across++) {
          this.#key(`${key}.${down + 1}.${across + 1}`, row + down, column + across);
        }
      }
    }
    return row;
  }

  #note(text: Content, frame: Frame, row: number): number {
    const { first, last } = spanColumns(frame.start, frame.span);
    this.#content(row, first, text, {
      size: THEME.size.small,
      color: THEME.quiet,
      wrap: true,
      vertical: "top",
    });
    this.canvas.merges.push({ row, column: first, rows: 1, columns: last - first + 1 });
    this.canvas.height(row, THEME.row.note);
    return row + 1;
  }
}

/**
 * The hidden first row marks each page column; the hidden first column says, on each row with fields to fill in, which
 * field stands under which mark. Rows and columns that a person inserts push the marks along with the cells they name.
 */
function writeKeys(canvas: Canvas, identity: string): void {
  canvas.write(KEY_ROW, KEY_COLUMN, identity);
  for (const column of PAGE_COLUMNS) canvas.write(KEY_ROW, column, columnMark(column));
  const rows = new Map<number, string[]>();
  for (const { key, row, column } of canvas.inputs) {
    rows.set(row, [...(rows.get(row) ?? []), `${key}@${columnMark(column)}`]);
  }
  for (const [row, fields] of rows) canvas.write(row, KEY_COLUMN, fields.join(" "));
}

const columnMark = (column: number): string => `c${column}`;

export function planOf(template: Template, context: LayoutContext): TabPlan {
  const layout = new Layout(context);
  const end = layout.place(template.blocks(context.facts), { start: 0, span: 12 }, KEY_ROW + 1);
  layout.finish();
  const { canvas } = layout;

  writeKeys(canvas, `${template.id}@${template.version}/${end}`);

  const rows = end;
  const columns = Math.max(canvas.lastColumn, LAST_PAGE_COLUMN + 1);
  const columnWidths = Array.from({ length: columns }, (_, index) => {
    const column = index + 1;
    if (column === GUTTER_COLUMN || column === LAST_PAGE_COLUMN + 1 || column === KEY_COLUMN)
      return GUTTER_WIDTH;
    return COLUMN_WIDTH;
  });
  const hiddenColumns = [{ first: KEY_COLUMN, count: 1 }];
  if (columns >= ANALYSIS_COLUMN) {
    hiddenColumns.push({ first: ANALYSIS_COLUMN, count: columns - ANALYSIS_COLUMN + 1 });
  }
  return {
    id: template.id,
    version: template.version,
    title: template.title,
    rows,
    columns,
    content: canvas.content(rows, columns),
    styles: canvas.styles(rows, columns),
    merges: canvas.merges,
    lines: canvas.lines,
    rowHeights: canvas.heights(rows),
    columnWidths,
    hiddenColumns,
    hiddenRows: [{ first: KEY_ROW, count: 1 }],
    validations: canvas.validations,
    tones: canvas.tones,
    charts: canvas.charts,
    inputs: canvas.inputs,
    frozenRows: 0,
    reads: [...layout.reads],
    keys: Object.fromEntries(layout.keys),
  };
}
