import type { DataRecord } from "../columns.js";
import { YES_NO } from "../tabs/words.js";
import type { ImportRules } from "./buildImport.js";
import type { ColumnFormats } from "./columnFormats.js";
import { quoted } from "./fault.js";
import { fieldInfo, hasId } from "./importKind.js";
import { newRecord, sameRecord, updatedRecord } from "./mergeRecord.js";
import { grouped, listOf } from "./quantity.js";
import { type IncomingRecord, recordReader } from "./readRecord.js";
import type { Recognition } from "./recognise.js";
import { headingName, type SourceTable } from "./sourceTable.js";

/** Every kind of record but deals: the tab's columns say all there is to know. */
export function recordRules(
  table: SourceTable,
  recognised: Recognition,
  formats: ColumnFormats,
): ImportRules<IncomingRecord> {
  const { kind, mapping } = recognised;
  const { tab, keys, records } = kind;
  const idAt = mapping.id;
  const labels = (fields: readonly string[]) =>
    listOf(
      fields.filter((field) => mapping[field] !== undefined).map((field) => fieldInfo(kind, field).label),
    );
  const named = keys.find(([first]) => first !== "id" && mapping[first] !== undefined) ?? [];

  function duplicate({ row, values }: IncomingRecord, earlier: number): string {
    const id = String(values.id ?? "");
    if (idAt !== undefined && id !== "") {
      return `Row ${row}, ${headingName(table.headings, idAt)}: ${quoted(id)} stands in row ${earlier} already, which was kept; leave one row for each ${tab.record} in the export.`;
    }
    return `Row ${row} has the ${labels(named)} of row ${earlier}, which was kept; leave one row for each ${tab.record} in the export.`;
  }

  return {
    read: recordReader(table, recognised, formats),
    identify: ({ values }) => values,
    add: (incoming) => newRecord(tab, incoming),
    update: (before, incoming) => updatedRecord(kind, before, incoming),
    same: (before, after) => sameRecord(tab, before, after),
    duplicate,
    notices: (_, results) => [
      ...(idAt === undefined && hasId(kind)
        ? [
            `The export has no id column, so ${records} are told apart by ${labels(named)}; add the CRM's record id to the export so that a renamed one is not added twice.`,
          ]
        : []),
      ...foreignWords(results),
    ],
  };

  /** Words beside the choices of a column stay as the CRM writes them, and figures by choice will not count them. */
  function foreignWords(results: readonly DataRecord[]): string[] {
    return tab.columns.flatMap(({ key, heading, choices }) => {
      if (!choices || mapping[key] === undefined) return [];
      const counts = new Map<string, number>();
      for (const record of results) {
        const word = record[key];
        if (typeof word === "string" && word !== "" && !choices.includes(word)) {
          counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
      if (counts.size === 0) return [];
      const each = [...counts]
        .sort((one, other) => other[1] - one[1])
        .map(([word, count]) => `${quoted(word)} (${grouped(count)})`);
      const known = choices === YES_NO ? "Yes and No" : "the choices of the column";
      return [
        `${heading}: ${listOf(each)} ${counts.size === 1 ? "is" : "are"} kept as the export writes ${counts.size === 1 ? "it" : "them"}; figures count ${known} only.`,
      ];
    });
  }
}
