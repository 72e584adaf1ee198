import { exclusively, openSession } from "../session.js";
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
    const workbook = new Workbook(session);
    const day = dayOf(options);
    if (day !== undefined) workbook.moveAsOf(day);
    else workbook.moveAsOf();
    applyLists(workbook, plan);
    const { kind } = plan.result;
    prepareTab(workbook, kind, plan.added.length);
    for (const part of partsOf(plan, Number.POSITIVE_INFINITY)) applyPart(workbook, kind, part);
    // What an earlier import noted is no longer the last import.
    ImportJournal.find(session.spreadsheet)?.remove();
    return reportOf(plan.result);
  });
}
