import { exactly } from "../../src/templates/formula.js";
import type { TableBlock, TableRow, WorkingBlock } from "../../src/templates/template.js";
import { lostDeals, wonDeals } from "./deals.js";

/**
 * Win rates of the month and the quarter beside those before, by a word of the deals. A change in a rate says little
 * over few deals, so the deals stand beside it.
 */

type Period = readonly [from: string, to: string];

interface Trend {
  /** Key of the table. */
  readonly key: string;
  readonly heading: string;
  /** Column of the deals that tells the groups apart. */
  readonly column: "segment" | "source" | "owner";
  /** Content of the cell that names each group. */
  readonly groups: readonly string[];
  /** Month, month before, quarter, quarter before. */
  readonly periods: readonly [Period, Period, Period, Period];
}

const OUTCOMES = { won: wonDeals, lost: lostDeals } as const;
type Outcome = keyof typeof OUTCOMES;
/** Shown in the table; what came before is counted out of sight. */
const SHOWN = [0, 2];

const rate = (won: string, lost: string) => `IF(${won}+${lost}=0,"",${won}/(${won}+${lost}))`;

function countsOf({ key, groups, column, periods }: Trend, outcome: Outcome, period: number): string[] {
  const [from, to] = periods[period] as Period;
  const all = `=${OUTCOMES[outcome](from, to)}`;
  const cell = (row: number) =>
    SHOWN.includes(period)
      ? `{#${key}.g${row}.${outcome}${period}}`
      : `{#${key}.${outcome}${period}.${row + 1}}`;
  const each = groups.map(
    (_, row) =>
      `=${OUTCOMES[outcome](from, to, `,{Opportunities.${column}},${exactly(`{#${key}.g${row}.group}`)}`)}`,
  );
  const listed = groups.length === 0 ? "0" : `SUM(${cell(0)}:${cell(groups.length - 1)})`;
  return [...each, `${all}-${listed}`, all];
}

/** Counts of the periods before, one below the other: a row a group, then the rest, then all deals. */
export const trendWorking = (trend: Trend): WorkingBlock["values"] =>
  [1, 3].flatMap((period) =>
    (["won", "lost"] as const).map((outcome) => ({
      key: `${trend.key}.${outcome}${period}`,
      content: countsOf(trend, outcome, period),
    })),
  );

export function trendTable(trend: Trend): TableBlock {
  const { key, groups } = trend;
  const shown = {
    won0: countsOf(trend, "won", 0),
    lost0: countsOf(trend, "lost", 0),
    won2: countsOf(trend, "won", 2),
    lost2: countsOf(trend, "lost", 2),
  };
  const row = (place: number, name: string, group: string): TableRow => {
    const at = (column: string) => `{#${key}.${name}.${column}}`;
    const before = (outcome: Outcome, period: number) => `{#${key}.${outcome}${period}.${place + 1}}`;
    const change = (now: string, then: string) =>
      `=IF(OR(${at(now)}="",${at(then)}=""),"",ROUND(100*(${at(now)}-${at(then)}),1))`;
    return {
      key: name,
      ...(name === "all" ? { total: true } : {}),
      cells: {
        group,
        won0: shown.won0[place] ?? "",
        lost0: shown.lost0[place] ?? "",
        month: `=${rate(at("won0"), at("lost0"))}`,
        monthBefore: `=${rate(before("won", 1), before("lost", 1))}`,
        monthChange: change("month", "monthBefore"),
        won2: shown.won2[place] ?? "",
        lost2: shown.lost2[place] ?? "",
        quarter: `=${rate(at("won2"), at("lost2"))}`,
        quarterBefore: `=${rate(before("won", 3), before("lost", 3))}`,
        quarterChange: change("quarter", "quarterBefore"),
      },
    };
  };
  return {
    block: "table",
    key,
    columns: [
      { key: "group", heading: trend.heading, span: 2, format: "text" },
      { key: "won0", heading: "Won, month", format: "count" },
      { key: "lost0", heading: "Lost, month", format: "count" },
      { key: "month", heading: "Month", format: "share" },
      { key: "monthBefore", heading: "Month before", format: "share" },
      { key: "monthChange", heading: "Change (points)", format: "days" },
      { key: "won2", heading: "Won, quarter", format: "count" },
      { key: "lost2", heading: "Lost, quarter", format: "count" },
      { key: "quarter", heading: "Quarter", format: "share" },
      { key: "quarterBefore", heading: "Quarter before", format: "share" },
      { key: "quarterChange", heading: "Change (points)", format: "days" },
    ],
    rows: [
      ...groups.map((group, place) => row(place, `g${place}`, group)),
      row(groups.length, "rest", "Others, or none"),
      row(groups.length + 1, "all", "All deals"),
    ],
  };
}
