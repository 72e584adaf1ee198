import { WEEKLY_PIPELINE_REVIEW } from "../../../sheets-templates/weeklyPipelineReview.js";
import type { DataRecord, DataTab } from "../../workbook/columns.js";
import { sampleStory } from "../../workbook/sample/story.js";
import { tabRangeName } from "../drawing/drawTab.js";
import { exclusively, openSession, type Session } from "../session.js";
import { beginOnBlankSheet } from "../sheets/blankSheet.js";
import { findDataTab, nameRanges, readRecords } from "../sheets/dataTab.js";
import { takeBackNewTabs } from "../sheets/newTabs.js";
import { allOrNothing, type Undo } from "../sheets/undo.js";
import { Workbook } from "../workbook.js";
import { draw, reportOf } from "./drawTemplate.js";
import { contentOfValue, sameContent } from "./importCells.js";

/** Fills an empty workbook with an invented company, so that every formula and tab can be tried at once. */
export function loadSampleData(): void {
  exclusively(() => {
    const session = openSession();
    const { spreadsheet } = session;
    const drawn = allOrNothing((undo) => {
      const leaveBlankSheet = beginOnBlankSheet(spreadsheet, undo);
      takeBackNewTabs(spreadsheet, undo);
      const workbook = new Workbook(session);
      workbook.moveAsOf(undefined, undo);
      const { rows, settings } = sampleStory({ asOf: workbook.asOf });
      refuseFilled(session, rows, workbook.names(tabRangeName(WEEKLY_PIPELINE_REVIEW.id)).size > 0);
      for (const [key, value] of Object.entries(settings)) {
        if (!workbook.isBlank(key)) continue;
        undo.later(() => workbook.set(key, ""));
        workbook.set(key, value);
      }
      // All tabs before any rows: a tab that is made among filled ones waits for their formulas each time.
      for (const [tab, records] of rows) workbook.open(tab, records.length);
      for (const [tab, records] of rows) fill(workbook, tab, records, undo);
      const made = draw(SHOWN_FIRST, workbook, undo);
      leaveBlankSheet();
      return made;
    });
    spreadsheet.toast(reportOf(SHOWN_FIRST, drawn), "RevOps Engine", 5);
  });
}

const SHOWN_FIRST = [WEEKLY_PIPELINE_REVIEW];

/**
 * An invented company has no place among somebody's own rows. Among its own it has until the last tab is made: a run may
 * have been cut off.
 */
function refuseFilled(
  { spreadsheet, zone }: Session,
  sample: ReadonlyMap<DataTab, readonly DataRecord[]>,
  isDrawn: boolean,
): void {
  for (const [tab, records] of sample) {
    const found = findDataTab(spreadsheet, tab);
    const rows = found ? readRecords(tab, found, zone) : [];
    const begun = !isDrawn && rows.every((row, index) => isSame(tab, row, records[index]));
    if (rows.length === 0 || begun) continue;
    const place = tab.title === "Settings" ? `The list of ${tab.record}s in Settings` : tab.title;
    throw new Error(
      `${place} already holds ${rows.length} rows; load the sample data into a new, empty spreadsheet.`,
    );
  }
}

function isSame(tab: DataTab, standing: DataRecord | null, sample: DataRecord | undefined): boolean {
  return tab.columns.every(({ key, kind }) =>
    sameContent(contentOfValue(standing?.[key], kind), contentOfValue(sample?.[key], kind)),
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
