import { exclusively, openSession } from "../session.js";
import { takeBackNewTabs } from "../sheets/newTabs.js";
import { allOrNothing } from "../sheets/undo.js";
import { Workbook } from "../workbook.js";
import { applyLists, applyPart, prepareTab } from "./importApply.js";
import { ImportJournal } from "./importJournal.js";
import { dayOf, type ImportOptions, partsOf, planImport } from "./importPlan.js";
import { type ImportReport, reportOf } from "./importReport.js";

/**
 * A whole import in one call, for the command line, whose workbook is a new one: no journal, no undo. The dialog
 * imports in steps. Adds new records, updates known ones, deletes none.
 */
export function runImport(csv: string, options: ImportOptions = {}): ImportReport {
  return exclusively(() => {
    const session = openSession();
    // Everything that can be refused is refused before the first cell changes.
    const plan = planImport(session, csv, options);
    allOrNothing((undo) => {
      takeBackNewTabs(session.spreadsheet, undo);
      const workbook = new Workbook(session);
      workbook.moveAsOf(dayOf(options), undo);
      applyLists(workbook, plan, undo);
      const { kind } = plan.result;
      prepareTab(workbook, kind, plan.added.length, undo);
      for (const part of partsOf(plan, Number.POSITIVE_INFINITY)) applyPart(workbook, kind, part, undo);
      // What an earlier import noted is no longer the last import.
      ImportJournal.find(session.spreadsheet)?.remove();
    });
    return reportOf(plan.result);
  });
}
