import { WEEKLY_PIPELINE_REVIEW } from "../../../sheets-templates/weeklyPipelineReview.js";
import type { DataRecord, DataTab } from "../../workbook/columns.js";
import { sampleStory } from "../../workbook/sample/story.js";
import { exclusively, openSession, type Session } from "../session.js";
import { findDataTab, nameRanges, readRecords } from "../sheets/dataTab.js";
import { takeBackNewTabs } from "../sheets/newTabs.js";
import { allOrNothing, type Undo } from "../sheets/undo.js";
import { Workbook } from "../workbook.js";
import { drawTemplate } from "./drawTemplate.js";

/** Fills an empty workbook with an invented company, so that every formula and tab can be tried at once. */
export function loadSampleData(): void {
  exclusively(() => {
    const session = openSession();
    const blank = session.spreadsheet.getSheets().filter((sheet) => sheet.getLastRow() === 0);
    allOrNothing((undo) => {
      takeBackNewTabs(session.spreadsheet, undo);
      const workbook = new Workbook(session);
      moveAsOf(workbook, undo);
      const { rows, settings } = sampleStory({ asOf: workbook.asOf });
      for (const tab of rows.keys()) refuseFilled(session, tab);
      for (const [key, value] of Object.entries(settings)) {
        if (!workbook.isBlank(key)) continue;
        undo.later(() => workbook.set(key, ""));
        workbook.set(key, value);
      }
      // All tabs before any rows: a tab that is made among filled ones waits for their formulas each time.
      for (const [tab, records] of rows) workbook.open(tab, records.length);
      for (const [tab, records] of rows) fill(workbook, tab, records, undo);
    });
    // A new spreadsheet begins with a sheet that holds nothing; beside the sample it would only be in the way.
    for (const sheet of blank) session.spreadsheet.deleteSheet(sheet);
  });
  drawTemplate(WEEKLY_PIPELINE_REVIEW);
}

function moveAsOf(workbook: Workbook, undo: Undo): void {
  const cell = workbook.settings.cells.get("asOf");
  const before: unknown = cell?.getValue();
  undo.later(() => cell?.setValue(before));
  workbook.moveAsOf();
}

/** An invented company has no place among somebody's own rows. */
function refuseFilled({ spreadsheet, zone }: Session, tab: DataTab): void {
  const found = findDataTab(spreadsheet, tab);
  const standing = found ? readRecords(tab, found, zone).length : 0;
  if (standing === 0) return;
  const place = tab.title === "Settings" ? `The list of ${tab.record}s in Settings` : tab.title;
  throw new Error(
    `${place} already holds ${standing} rows; load the sample data into a new, empty spreadsheet.`,
  );
}

/** Writes the rows of a tab or list that holds none; a tab made for them is taken back as a whole. */
function fill(workbook: Workbook, tab: DataTab, records: readonly DataRecord[], undo: Undo): void {
  const { spreadsheet } = workbook.session;
  const open = workbook.open(tab);
  const { sheet, headingRow, columnOf } = open;
  const height = sheet.getMaxRows();
  undo.later(() => {
    const grown = sheet.getMaxRows() - height;
    if (grown > 0) sheet.deleteRows(height + 1, grown);
    const rows = Math.min(records.length, height - headingRow);
    // The tab held no rows of ours, so each run of our columns is cleared at once.
    for (const { first, width } of runs([...columnOf.values()])) {
      sheet.getRange(headingRow + 1, first, rows, width).clearContent();
    }
    if (grown > 0) nameRanges(spreadsheet, tab, open);
  });
  workbook.append(tab, [], records);
}

/** Neighbouring columns, as the first and how many they are. */
function runs(columns: readonly number[]): { first: number; width: number }[] {
  const found: { first: number; width: number }[] = [];
  for (const column of [...columns].sort((one, other) => one - other)) {
    const last = found[found.length - 1];
    if (last && last.first + last.width === column) last.width++;
    else found.push({ first: column, width: 1 });
  }
  return found;
}
