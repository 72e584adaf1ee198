import { dayName } from "../../../core/dates/dayName.js";
import { FIGURES } from "../../../core/receipts/figures.js";
import type { Quarter } from "../../../core/receipts/verdict.js";
import { OPPORTUNITIES } from "../../../workbook/opportunities.js";
import { exclusively, openSession, type Session } from "../../session.js";
import { requireRoom } from "../../sheets/cellLimit.js";
import { recordValueOf } from "../../sheets/cellValues.js";
import { findDataTab, readRecords } from "../../sheets/dataTab.js";
import { freeTabName, namedRanges } from "../../sheets/names.js";
import { takeBackNewTabs } from "../../sheets/newTabs.js";
import { RECEIPTS_PREFIX } from "../../sheets/ourNames.js";
import { findSettings, readAsOf, readSetting } from "../../sheets/settingsTab.js";
import { allOrNothing } from "../../sheets/undo.js";
import { finishTab, insertUnfinished, outdateTab } from "../../sheets/unfinishedTabs.js";
import { type Choices, drawReceipts, FIRST_CHOICES, receiptsSize } from "./drawReceipts.js";
import { AT } from "./layout.js";
import { receiptRows } from "./receiptRows.js";

const TITLE = "Receipts";
const CHOICE_NAMES = {
  figure: `${RECEIPTS_PREFIX}figure`,
  rep: `${RECEIPTS_PREFIX}rep`,
  show: `${RECEIPTS_PREFIX}show`,
} as const;

/** Menu: the deals behind each headline figure, counted and left out, with the reason for each. */
export function showReceipts(): void {
  exclusively(() => {
    const session = openSession();
    const { spreadsheet, zone, today } = session;
    const tab = findDataTab(spreadsheet, OPPORTUNITIES);
    const records = tab ? readRecords(OPPORTUNITIES, tab, zone) : [];
    if (!tab || records.length === 0) {
      throw new Error("Opportunities holds no deals yet; import a CRM export before asking for receipts.");
    }
    const settings = findSettings(spreadsheet);
    if (!settings) throw new Error("Settings is missing; choose Set up workbook in the menu first.");
    const rows = receiptRows(records, tab.headingRow + 1, quarterOf(session, settings));
    const owners = new Set(records.flatMap((record) => (record?.owner ? [String(record.owner)] : [])));
    const { rows: height, columns } = receiptsSize(rows.length);
    requireRoom(spreadsheet, Math.max(height, NEW_ROWS) * columns, "the receipts");
    const standing = standingTab(session);
    const asked = askedFigure(session);

    allOrNothing((undo) => {
      takeBackNewTabs(spreadsheet, undo);
      const place = standing ? standing.sheet.getIndex() : spreadsheet.getNumSheets();
      const name = standing?.sheet.getName() ?? freeTabName(spreadsheet, TITLE);
      const sheet = insertUnfinished(spreadsheet, name, place);
      const cells = drawReceipts(sheet, {
        rows,
        reps: [...owners].sort((one, other) => one.localeCompare(other)),
        asOf: dayName(readAsOf(settings, zone) ?? today),
        currency: String(readSetting(settings, "currency") || "USD"),
        choices: { ...(standing?.choices ?? FIRST_CHOICES), ...(asked ? { figure: asked } : {}) },
      });
      if (standing) outdateTab(spreadsheet, standing.sheet, undo);
      // The figure's name last: the tab that bears it is the one that counts.
      for (const key of ["rep", "show", "figure"] as const) {
        const before = standing?.cells[key];
        if (before) undo.later(() => spreadsheet.setNamedRange(CHOICE_NAMES[key], before));
        spreadsheet.setNamedRange(CHOICE_NAMES[key], cells[key]);
      }
      finishTab(sheet, name, undo);
      spreadsheet.setActiveSheet(sheet);
      cells.figure.activate();
      // Last of all, since a deleted tab cannot be brought back.
      if (standing) spreadsheet.deleteSheet(standing.sheet);
    });
  });
}

const NEW_ROWS = 1000;

function quarterOf(
  { zone }: Session,
  settings: NonNullable<ReturnType<typeof findSettings>>,
): Quarter | undefined {
  const [from, to] = ["quarterStart", "quarterEnd"].map((key) =>
    recordValueOf(readSetting(settings, key), zone),
  );
  return typeof from === "number" && typeof to === "number"
    ? { from: Math.round(from), to: Math.round(to) }
    : undefined;
}

/** The tab of an earlier time and what is chosen in it. */
function standingTab({ spreadsheet }: Session) {
  const names = namedRanges(spreadsheet, RECEIPTS_PREFIX);
  const figure = names.get(CHOICE_NAMES.figure);
  if (!figure) return undefined;
  // A run that was cut off may have taken these names away.
  const beside = (column: number) => figure.offset(0, column - AT.figure);
  const rep = names.get(CHOICE_NAMES.rep) ?? beside(AT.rep);
  const show = names.get(CHOICE_NAMES.show) ?? beside(AT.show);
  const choices: Choices = {
    figure: String(figure.getValue()),
    rep: String(rep.getValue()),
    show: String(show.getValue()),
  };
  return { sheet: figure.getSheet(), cells: { figure, rep, show }, choices };
}

/** Rows of a card above its figure and note: whoever stands in a card asks for that card's receipt. */
const CARD_ROWS = 3;

function askedFigure({ spreadsheet }: Session): string | undefined {
  const cell = spreadsheet.getActiveRange();
  if (!cell) return undefined;
  const top = Math.max(1, cell.getRow() - CARD_ROWS + 1);
  const column = cell.getColumn();
  const above = spreadsheet
    .getActiveSheet()
    .getRange(top, column, cell.getRow() - top + 1, 1)
    .getValues();
  const texts = above.map(([value]) => String(value)).reverse();
  return texts.find((text) => FIGURES.some(({ name }) => name === text));
}
