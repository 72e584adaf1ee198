import { FIGURES } from "../../../core/receipts/figures.js";
import { numberFormat } from "../../../templates/numberFormats.js";
import { THEME } from "../../../templates/theme.js";
import { asCellText } from "../../../workbook/import/index.js";
import { grow } from "../../sheets/names.js";
import { ALL_DEALS, figureFormulas, listFormulas, TEAM } from "./formulas.js";
import { AT, CHOICES_COLUMN, LAST_COLUMN, listColumn, PAGE, STORE, WIDTHS } from "./layout.js";
import { COUNTED, DEAL_COLUMNS, LEFT_OUT, VERDICT_COLUMNS } from "./receiptRows.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What the reader has chosen: kept when the tab is drawn anew. */
export interface Choices {
  readonly figure: string;
  readonly rep: string;
  readonly show: string;
}

export const FIRST_CHOICES: Choices = { figure: FIGURES[0]?.name ?? "", rep: TEAM, show: ALL_DEALS };

export interface ReceiptsContent {
  /** One row a deal, as receiptRows gives them. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly reps: readonly string[];
  readonly asOf: string;
  readonly currency: string;
  readonly choices: Choices;
}

/** Cells that are needed beyond those of a new sheet, and the size of the whole. */
export const receiptsSize = (deals: number) => ({
  rows: PAGE.listRow + Math.max(deals, 1) + 5,
  columns: LAST_COLUMN,
});

/** Draws the tab on a blank sheet and gives its three cells to choose in. */
export function drawReceipts(sheet: Sheet, content: ReceiptsContent): Record<keyof Choices, Range> {
  const { rows, choices } = content;
  const size = receiptsSize(rows.length);
  grow(sheet, size.rows, size.columns);
  sheet.setHiddenGridlines(true);
  sheet.getRange(1, 1, size.rows, size.columns).setFontColor(THEME.ink).setVerticalAlignment("middle");
  setWidths(sheet);
  writeStore(sheet, content);
  writeHead(sheet, content);
  const cells = writeChoices(sheet, content);
  writeFigures(sheet, content);
  writeList(sheet, content);
  for (const key of ["figure", "rep", "show"] as const) cells[key].setValue(asCellText(choices[key]));
  sheet.hideColumns(STORE.firstColumn, sheet.getMaxColumns() - STORE.firstColumn + 1);
  sheet.setTabColor(THEME.quiet);
  return cells;
}

function setWidths(sheet: Sheet): void {
  sheet.setColumnWidth(1, WIDTHS.margin).setColumnWidth(STORE.firstColumn - 1, WIDTHS.margin);
  WIDTHS.page.forEach((width, index) => {
    sheet.setColumnWidth(PAGE.firstColumn + index, width);
  });
}

function writeStore(sheet: Sheet, { rows, reps }: ReceiptsContent): void {
  if (rows.length > 0) {
    const store = sheet.getRange(PAGE.listRow, STORE.firstColumn, rows.length, STORE.columns);
    store.setValues(rows.map((row) => [...row]));
  }
  const lists = [FIGURES.map(({ name }) => name), [TEAM, ...reps], [ALL_DEALS, COUNTED, LEFT_OUT]];
  lists.forEach((list, index) => {
    sheet
      .getRange(1, CHOICES_COLUMN + index, list.length, 1)
      .setValues(list.map((choice) => [asCellText(choice)]));
  });
}

function writeHead(sheet: Sheet, { asOf }: ReceiptsContent): void {
  const { titleRow, firstColumn, columns } = PAGE;
  sheet
    .getRange(titleRow, firstColumn)
    .setValue("Receipts")
    .setFontSize(THEME.size.title)
    .setFontWeight("bold");
  sheet
    .getRange(titleRow + 1, firstColumn)
    .setValue(
      `The exact deals behind the headline figures as of ${asOf}: what counts, what does not, and why. Drawn anew whenever Show receipts is chosen.`,
    )
    .setFontColor(THEME.quiet);
  line(sheet.getRange(titleRow + 1, firstColumn, 1, columns), THEME.accent);
  sheet.setRowHeight(titleRow, THEME.row.title);
  sheet.setRowHeight(titleRow + 2, THEME.row.gap);
}

const line = (range: Range, color: string): Range =>
  range.setBorder(null, null, true, null, null, null, color, SpreadsheetApp.BorderStyle.SOLID);

function headings(range: Range, texts: readonly string[], rightFrom: (index: number) => boolean): void {
  range
    .setValues([[...texts]])
    .setFontSize(THEME.size.small)
    .setFontWeight("bold")
    .setFontColor(THEME.quiet)
    .setHorizontalAlignments([texts.map((_, index) => (rightFrom(index) ? "right" : "left"))]);
  line(range, THEME.quiet);
}

function writeFigures(sheet: Sheet, { rows, currency }: ReceiptsContent): void {
  const { headingRow, firstFigureRow, firstColumn, columns } = PAGE;
  headings(
    sheet.getRange(headingRow, firstColumn, 1, columns),
    [
      "Figure",
      "From these deals",
      "In the workbook now",
      "Check",
      "Deals counted",
      "Deals left out",
      "How it is worked out",
      "",
    ],
    (index) => index > 0 && index < 6,
  );
  const table = sheet.getRange(firstFigureRow, firstColumn, FIGURES.length, columns);
  table.setValues(
    FIGURES.map((figure, index) => [
      figure.name,
      ...figureFormulas(figure, index, rows.length),
      figure.rule,
      "",
    ]),
  );
  table.setNumberFormats(
    FIGURES.map(({ kind }) => {
      const format = numberFormat(kind, currency);
      const count = numberFormat("count", currency);
      return ["General", format, format, "General", count, count, "General", "General"];
    }),
  );
  table.setHorizontalAlignments(
    FIGURES.map(() => ["left", "right", "right", "right", "right", "right", "left", "left"]),
  );
  sheet.getRange(firstFigureRow, AT.fromRows, FIGURES.length, 1).setFontWeight("bold");
  sheet.getRange(firstFigureRow, AT.rule, FIGURES.length, 1).setFontColor(THEME.quiet);
  for (let index = 0; index < FIGURES.length; index++)
    line(sheet.getRange(firstFigureRow + index, firstColumn, 1, columns), THEME.faint);
  const check = sheet.getRange(firstFigureRow, AT.check, FIGURES.length, 1);
  const verdicts = sheet.getRange(PAGE.listRow, listColumn("Counted?"), Math.max(rows.length, 1), 1);
  const rule = (range: Range, text: string, color: string) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(text)
      .setFontColor(color)
      .setRanges([range])
      .build();
  sheet.setConditionalFormatRules([
    rule(check, "equal", THEME.good),
    rule(check, "differs", THEME.bad),
    rule(verdicts, COUNTED, THEME.good),
    rule(verdicts, LEFT_OUT, THEME.warn),
  ]);
  check.setFontWeight("bold");
  sheet
    .getRange(headingRow, AT.check)
    .setNote(
      "Equal: the listed deals give what the reviews show. Differs: the data has changed since the receipts were drawn; choose Show receipts again.",
    );
}

function writeChoices(sheet: Sheet, { rows, reps }: ReceiptsContent): Record<keyof Choices, Range> {
  const { choiceLabelRow, choiceRow } = PAGE;
  const cells = {
    figure: sheet.getRange(choiceRow, AT.figure),
    rep: sheet.getRange(choiceRow, AT.rep),
    show: sheet.getRange(choiceRow, AT.show),
  };
  const labels = { figure: "Show the deals of", rep: "For", show: "Which" } as const;
  const lengths = { figure: FIGURES.length, rep: reps.length + 1, show: 3 } as const;
  (["figure", "rep", "show"] as const).forEach((key, index) => {
    const cell = cells[key];
    sheet
      .getRange(choiceLabelRow, cell.getColumn())
      .setValue(labels[key])
      .setFontSize(THEME.size.small)
      .setFontColor(THEME.quiet)
      .setVerticalAlignment("bottom");
    const choices = sheet.getRange(1, CHOICES_COLUMN + index, lengths[key], 1);
    cell
      .setBackground(THEME.input)
      .setFontWeight("bold")
      .setHorizontalAlignment("left")
      .setDataValidation(
        SpreadsheetApp.newDataValidation().requireValueInRange(choices, true).setAllowInvalid(true).build(),
      );
  });
  sheet.getRange(choiceRow, AT.rule).setFormula(listFormulas(rows.length).size).setFontColor(THEME.quiet);
  sheet.setRowHeight(choiceLabelRow, THEME.row.section);
  sheet.setRowHeight(choiceRow + 1, THEME.row.gap);
  return cells;
}

function writeList(sheet: Sheet, { rows, currency }: ReceiptsContent): void {
  const { listHeadingRow, listRow, firstColumn, columns } = PAGE;
  const right = new Set<string>(["Row", "Amount", "Counts as"]);
  const texts = [...DEAL_COLUMNS, ...VERDICT_COLUMNS];
  headings(sheet.getRange(listHeadingRow, firstColumn, 1, columns), texts, (index) =>
    right.has(texts[index] ?? ""),
  );
  const formulas = listFormulas(rows.length);
  sheet.getRange(listRow, firstColumn).setFormula(formulas.deals);
  sheet.getRange(listRow, listColumn("Counted?")).setFormula(formulas.verdicts);
  const height = Math.max(rows.length, 1);
  for (const heading of texts) {
    const column = sheet.getRange(listRow, listColumn(heading), height, 1);
    column.setHorizontalAlignment(right.has(heading) ? "right" : "left");
  }
  sheet.getRange(listRow, listColumn("Amount"), height, 1).setNumberFormat(numberFormat("money", currency));
  sheet.getRange(listRow, listColumn("Counts as"), height, 1).setNumberFormat("#,##0");
  sheet.getRange(listRow, listColumn("Why"), height, 1).setFontColor(THEME.quiet);
}
