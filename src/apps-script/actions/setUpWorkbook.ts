import { rowsRangeName } from "../../templates/formula.js";
import { SETTINGS_LISTS } from "../../workbook/settingsLists.js";
import { DATA_TABS } from "../../workbook/tabs/index.js";
import { exclusively, openSession, type Session } from "../session.js";
import { beginOnBlankSheet } from "../sheets/blankSheet.js";
import { DropDowns } from "../sheets/dropDowns.js";
import { makeDataTab } from "../sheets/makeDataTab.js";
import { makeSettings } from "../sheets/makeSettings.js";
import { type Names, namedRanges } from "../sheets/names.js";
import { takeBackNewTabs } from "../sheets/newTabs.js";
import { renewDropDowns } from "../sheets/renewDropDowns.js";
import { DATA_TAB_REPAIR, repairColumns } from "../sheets/repairColumns.js";
import { repairSettings } from "../sheets/repairSettings.js";
import { hasColumns, repairSettingsLists } from "../sheets/repairSettingsLists.js";
import { standingSettings } from "../sheets/settingsTab.js";
import { allOrNothing, type Undo } from "../sheets/undo.js";
import { type Change, report, SETTINGS } from "./setUpReport.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TITLE = "RevOps Engine";
const PROGRESS_SECONDS = 3;
/** A message for every tab would be gone before it is read. */
const TABS_PER_MESSAGE = 4;
const REPORT_SECONDS = 10;

/**
 * Makes Settings and all data tabs, or puts right what has gone missing of them since, and touches nothing else. A
 * failure on the way leaves the workbook as it was.
 */
export function setUpWorkbook(): void {
  exclusively(() => {
    const session = openSession();
    const changes = allOrNothing((undo) => setUp(session, undo));
    session.spreadsheet.toast(report(changes), TITLE, REPORT_SECONDS);
  });
}

function setUp(session: Session, undo: Undo): Change[] {
  const { spreadsheet } = session;
  const shown = spreadsheet.getActiveSheet();
  takeBackNewTabs(spreadsheet, undo);
  const leaveBlankSheet = beginOnBlankSheet(spreadsheet, undo);
  const dropDowns = new DropDowns(spreadsheet);

  const settings = setUpSettings(session, dropDowns, undo);
  const changes = [...settings.changes, ...setUpDataTabs(session, settings.renewed, dropDowns, undo)];

  if (settings.isNew) spreadsheet.setActiveSheet(settings.sheet);
  else if (changes.some(({ repaired }) => !repaired)) spreadsheet.setActiveSheet(shown);
  leaveBlankSheet();
  return changes;
}

interface SettingsSetUp {
  readonly sheet: Sheet;
  readonly isNew: boolean;
  /** The lists whose cells are others than before. */
  readonly renewed: ReadonlySet<string>;
  readonly changes: readonly Change[];
}

function setUpSettings(session: Session, dropDowns: DropDowns, undo: Undo): SettingsSetUp {
  const { spreadsheet, zone, today } = session;
  const names = namedRanges(spreadsheet);
  const cell = [...standingSettings(names).values()][0];
  if (!cell) {
    progress(session, "Making Settings …");
    const lists = SETTINGS_LISTS.filter(({ tab }) => !hasColumns(tab, names));
    const { sheet } = makeSettings(spreadsheet, zone.dateOf(today), lists);
    const renewed = new Set(lists.map(({ tab }) => tab.key));
    return { sheet, isNew: true, renewed, changes: [{ what: SETTINGS }] };
  }
  const sheet = cell.getSheet();
  const added = repairSettings(spreadsheet, names, undo);
  const lists = repairSettingsLists(spreadsheet, sheet, dropDowns, undo);
  const made = lists.filter(({ repaired }) => !repaired);
  return {
    sheet,
    isNew: false,
    renewed: new Set(made.map(({ key }) => key)),
    changes: [
      { what: SETTINGS, repaired: { added, named: [], widened: false } },
      ...lists.map(({ title, repaired }) => ({
        what: `the list "${title}"`,
        ...(repaired && { repaired }),
      })),
    ],
  };
}

function setUpDataTabs(
  session: Session,
  renewed: ReadonlySet<string>,
  dropDowns: DropDowns,
  undo: Undo,
): Change[] {
  const { spreadsheet } = session;
  const names = namedRanges(spreadsheet);
  let made = 0;
  let before = lastPlaceBefore(names);
  return DATA_TABS.map((tab, index) => {
    const repaired = repairColumns(spreadsheet, tab, names, DATA_TAB_REPAIR, dropDowns, undo);
    if (repaired) {
      before = names.get(rowsRangeName(tab))?.getSheet().getIndex() ?? before;
      // Until now it was not known which columns these are.
      if (repaired.named.length > 0 && renewed.size > 0) renewDropDowns(spreadsheet, renewed, [tab]);
      return { what: tab.title, repaired };
    }
    if (made++ % TABS_PER_MESSAGE === 0) {
      progress(session, `Making ${tab.title}, ${index + 1} of ${DATA_TABS.length} data tabs …`);
    }
    before = makeDataTab(spreadsheet, tab, before, dropDowns).sheet.getIndex();
    return { what: tab.title };
  });
}

/** Data tabs keep their order: the first to be made goes before any that stands, or else at the end. */
function lastPlaceBefore(names: Names): number | undefined {
  const places = DATA_TABS.flatMap((tab) => names.get(rowsRangeName(tab))?.getSheet().getIndex() ?? []);
  return places.length > 0 ? Math.min(...places) - 1 : undefined;
}

function progress({ spreadsheet }: Session, text: string): void {
  spreadsheet.toast(text, TITLE, PROGRESS_SECONDS);
}
