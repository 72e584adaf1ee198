import type { DataRecord } from "../columns.js";
import { quoted } from "./fault.js";
import type { DealColumn } from "./fields.js";
import { headingKey } from "./headingKey.js";
import { countOf, grouped, listOf } from "./quantity.js";
import type { IncomingDeal } from "./readDeal.js";
import type { ColumnMapping } from "./recognise.js";
import { columnTexts, headingName, type SourceTable } from "./sourceTable.js";
import type { StageTable } from "./stageTable.js";

/** How often each text of a column occurs, the most frequent first, blanks left out. */
export function tallyOf(deals: readonly DataRecord[], column: DealColumn): { name: string; deals: number }[] {
  const counts = new Map<string, number>();
  for (const deal of deals) {
    const name = deal[column];
    if (typeof name === "string" && name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, deals: count })).sort((a, b) => b.deals - a.deals);
}

/** What each kind of deal should hold, since some figure leaves the deal out without it. */
const WANTED: readonly {
  readonly of: "open" | "won" | "closed" | "lost" | "";
  readonly column: DealColumn;
  readonly lacks: string;
}[] = [
  { of: "open", column: "amount", lacks: "no amount" },
  { of: "won", column: "amount", lacks: "no amount" },
  { of: "open", column: "expectedClose", lacks: "no expected close" },
  { of: "closed", column: "closed", lacks: "no closing day" },
  { of: "", column: "created", lacks: "no created day" },
  { of: "", column: "account", lacks: "no account" },
  { of: "", column: "owner", lacks: "no owner" },
  { of: "lost", column: "lossReason", lacks: "no loss reason" },
];

/** "2,089 open deals have no amount." Counted over the deals as they will stand in the workbook. */
export function blankNotices(deals: readonly DataRecord[]): string[] {
  const notices: string[] = [];
  for (const { of, column, lacks } of WANTED) {
    let count = 0;
    for (const deal of deals) {
      const value = deal[column];
      if ((value === null || value === undefined || value === "") && isOf(of, deal)) count++;
    }
    if (count === 0) continue;
    const noun = `${of === "" ? "" : `${of} `}deal`;
    notices.push(`${countOf(count, noun)} ${count === 1 ? "has" : "have"} ${lacks}.`);
  }
  return notices;
}

function isOf(kind: (typeof WANTED)[number]["of"], deal: DataRecord): boolean {
  if (kind === "") return true;
  const closed = deal.outcome === "Won" || deal.outcome === "Lost";
  if (kind === "closed") return closed;
  if (kind === "open") return !closed;
  return deal.outcome === (kind === "won" ? "Won" : "Lost");
}

/** Open deals without a probability, by the stages that Settings would have to list. */
export function stageNotices(deals: readonly DataRecord[], stages: StageTable): string[] {
  const open = deals.filter((deal) => deal.outcome === "Open" && (deal.probability ?? "") === "");
  const unknown = tallyOf(open, "stage").filter(({ name }) => stages.of(name) === undefined);
  if (unknown.length === 0) return [];
  const names = listOf(unknown.map(({ name, deals: count }) => `${quoted(name)} (${grouped(count)})`));
  const count = unknown.reduce((sum, { deals: each }) => sum + each, 0);
  return [
    `${countOf(count, "open deal")} ${count === 1 ? "has" : "have"} no probability, because Settings does not list the ${unknown.length === 1 ? "stage" : "stages"} ${names}; add ${unknown.length === 1 ? "it" : "them"} there with a probability.`,
  ];
}

/** Forecast categories that are not known were left blank. */
export function categoryNotices(deals: readonly IncomingDeal[], heading: string): string[] {
  const words = new Map<string, number>();
  for (const { unknownCategory } of deals) {
    if (unknownCategory !== undefined) words.set(unknownCategory, (words.get(unknownCategory) ?? 0) + 1);
  }
  if (words.size === 0) return [];
  const names = [...words].map(([word, count]) => `${quoted(word)} (${grouped(count)})`);
  return [
    `${heading}: ${listOf(names)} ${words.size === 1 ? "is no forecast category that is" : "are no forecast categories that are"} known and ${words.size === 1 ? "was" : "were"} left out.`,
  ];
}

/** Amounts in several currencies do not add up. Converted amounts are in one by definition. */
export function currencyNotice(table: SourceTable, mapping: ColumnMapping): string[] {
  const { currency, amount } = mapping;
  if (currency === undefined || amount === undefined) return [];
  const key = headingKey(headingName(table.headings, amount));
  if (/converted|companycurrency|homecurrency/.test(key)) return [];
  const counts = new Map<string, number>();
  for (const code of columnTexts(table, currency))
    if (code !== "") counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size < 2) return [];
  const each = [...counts].map(([code, count]) => `${code} in ${grouped(count)}`);
  return [
    `${headingName(table.headings, currency)}: the amounts are in several currencies (${listOf(each)}) and were taken as they are, not converted; export the converted amount instead.`,
  ];
}
