import type { ImportRules } from "./buildImport.js";
import type { ColumnFormats } from "./columnFormats.js";
import { quoted } from "./fault.js";
import { blankNotices, categoryNotices, currencyNotice, stageNotices } from "./importNotices.js";
import { newDeal, updatedDeal } from "./mergeDeal.js";
import { sameRecord } from "./mergeRecord.js";
import { dealReader, type IncomingDeal } from "./readDeal.js";
import type { Recognition } from "./recognise.js";
import { headingName, type SourceTable } from "./sourceTable.js";
import type { StageTable } from "./stageTable.js";

/** Deals: outcome, dates, probability and category follow from several columns and from Settings. */
export function dealRules(
  table: SourceTable,
  recognised: Recognition,
  formats: ColumnFormats,
  stages: StageTable,
  asOf: number,
): ImportRules<IncomingDeal> {
  const { kind, mapping } = recognised;
  const byContent = mapping.id === undefined;
  const heading = (column: number | undefined) =>
    column === undefined ? "" : headingName(table.headings, column);
  return {
    read: dealReader(table, recognised, formats, stages),
    identify: ({ id }) => ({ id }),
    add: (deal) => newDeal(deal, stages),
    update: (before, deal) => updatedDeal(before, deal, stages, asOf),
    same: (before, after) => sameRecord(kind.tab, before, after),
    duplicate: ({ id, row }, earlier) =>
      byContent
        ? `Row ${row} has the name, account and created day of row ${earlier}, which was kept; add the CRM's record id to the export if they are two deals.`
        : `Row ${row}, ${heading(mapping.id)}: ${quoted(id)} stands in row ${earlier} already, which was kept; leave one row a deal in the export.`,
    notices: (accepted, results) => [
      ...(byContent
        ? [
            "The export has no id column, so deals are told apart by name, account and created day; add the CRM's record id to the export so that a renamed deal is not added twice.",
          ]
        : []),
      ...currencyNotice(table, mapping),
      ...categoryNotices(accepted, heading(mapping.forecastCategory)),
      ...stageNotices(results, stages),
      ...blankNotices(results),
    ],
  };
}
