import type { WorkbookFacts } from "../../templates/template.js";
import type { DataRecord } from "../../workbook/columns.js";
import { isErrorWord } from "../../workbook/import/index.js";
import { OPPORTUNITIES } from "../../workbook/opportunities.js";
import { FORECASTS } from "../../workbook/tabs/forecasts.js";
import type { Workbook } from "../workbook.js";

/** More groups than this make no table that a reader takes in at a glance. */
const MOST_GROUPS = 8;

/** Excel compares no longer texts, and no table has room for one. */
const LONGEST_WORD = 200;

/** What a template's layout depends on: who and what there is, never how much of it. */
export function workbookFacts(workbook: Workbook): WorkbookFacts {
  const stages = listed(workbook.stages, "stage").filter(({ kind }) => !kind || kind === "Open");
  const reps = listed(workbook.reps, "rep");
  const deals = (column: string) => byFrequency(workbook.column(OPPORTUNITIES, column)).slice(0, MOST_GROUPS);
  return {
    currency: workbook.currency,
    reps: reps.map(({ name }) => name),
    repRows: reps.map(({ row }) => row),
    stages: stages.map(({ name }) => name),
    stageRows: stages.map(({ row }) => row),
    profile: workbook.setting("profile") === "B" ? "B" : "A",
    businessCase: workbook.setting("businessCase") || "Standard",
    segments: deals("segment"),
    sources: deals("source"),
    forecasters: byFrequency(workbook.column(FORECASTS, "forecaster")).sort((one, other) =>
      one.localeCompare(other),
    ),
  };
}

/** What stands in a list, with its row there. A broken formula names nobody; its cell says so in the list. */
const listed = (records: readonly (DataRecord | null)[], key: string) =>
  records
    .map((record, index) => ({ name: String(record?.[key] ?? ""), kind: record?.kind, row: index + 1 }))
    .filter(({ name }) => name !== "" && !isErrorWord(name));

const canBeGroup = (word: string): boolean =>
  word !== "" && word.length <= LONGEST_WORD && !word.startsWith("=") && !isErrorWord(word);

/**
 * The words of a column, most frequent first, those as frequent as each other by name; blanks are no word. Spellings
 * that differ only in case are one word, as they are for COUNTIFS. What cannot head a row of a table (one that begins
 * with "=" would become a formula) is none either; its deals stand with the others.
 */
function byFrequency(cells: readonly string[]): string[] {
  const words = new Map<string, { word: string; count: number }>();
  for (const word of cells) {
    if (!canBeGroup(word)) continue;
    const key = word.toLowerCase();
    const known = words.get(key) ?? { word, count: 0 };
    words.set(key, { ...known, count: known.count + 1 });
  }
  return [...words.values()]
    .sort((one, other) => other.count - one.count || one.word.localeCompare(other.word))
    .map(({ word }) => word);
}
