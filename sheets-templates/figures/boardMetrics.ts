import type { WorkingBlock } from "../../src/templates/template.js";
import { burn, newArrTarget, spend, spentAllYear } from "./efficiency.js";
import { type Measure, publishedBound } from "./measures.js";
import { monthsBefore } from "./period.js";
import { arrBridge, arrOn, BRIDGE_ROWS, retentionTable } from "./recurringRevenue.js";

/**
 * What a board looks at: growth, retention and efficiency. Retention follows the customers of twelve months before;
 * what needs spend is taken over full quarters, since the spend of a running one is known in part.
 */

export interface BoardPeriod {
  /** First and last day of the quarter looked at, as formulas. */
  readonly from: string;
  readonly to: string;
  readonly quarterEnd: string;
  /** Last day of the last quarter that is over. */
  readonly fullEnd: string;
}

const customers = (text: string) => `IF(COUNTA({Subscriptions.account})=0,"",${text})`;
/** A blank cell that is only named counts as 0. */
const filled = (cell: string) => `IF(ISNUMBER(${cell}),${cell},"")`;
const bridgeCell = (bridge: string, step: keyof typeof BRIDGE_ROWS, column: 2 | 3) =>
  `{#${bridge}.${BRIDGE_ROWS[step]}.${column}}`;

/** Customer acquisition cost, lifetime value and payback of the year that ends on a day, from its bridge. */
function acquisition(end: string, bridge: string) {
  const won = bridgeCell(bridge, "new", 3);
  const spent = spend(monthsBefore(end, 12), end);
  const cac = `IF(AND(ISNUMBER(${won}),${spentAllYear(end)}),IF(${won}>0,${spent}/${won},""),"")`;
  const monthly = `(${bridgeCell(bridge, "new", 2)}/${won}/12)`;
  return {
    cac,
    payback: (cost: string) =>
      `IF(AND(ISNUMBER(${cost}),ISNUMBER({grossMargin})),IFERROR(${cost}/(${monthly}*{grossMargin}),""),"")`,
    magic: `IF(${spend(monthsBefore(end, 6), `(${monthsBefore(end, 3)}-1)`)}>0,(${arrOn(end)}-${arrOn(`(${monthsBefore(end, 3)}-1)`)})/${spend(monthsBefore(end, 6), `(${monthsBefore(end, 3)}-1)`)},"")`,
    burn: `IF(AND(${burn(monthsBefore(end, 12), end)}>0,${arrOn(end)}>${arrOn(`(${monthsBefore(end, 12)}-1)`)}),${burn(monthsBefore(end, 12), end)}/(${arrOn(end)}-${arrOn(`(${monthsBefore(end, 12)}-1)`)}),"")`,
  };
}

/** Five calls: the quarter's bridge, the bridges of two years that end a quarter apart, and retention on both days. */
export function boardWorking({ from, to, fullEnd }: BoardPeriod): WorkingBlock["values"] {
  const year = (end: string) => `=IFERROR(${arrBridge(`(${monthsBefore(end, 12)}-1)`, end)},"")`;
  const retention = (end: string) => `=IFERROR(${retentionTable(`EDATE(${end},-12)`, end)},"")`;
  return [
    { key: "bridge", content: `=IFERROR(${arrBridge(`(${from}-1)`, to)},"")`, rows: 7, columns: 3 },
    { key: "year", content: year(fullEnd), rows: 7, columns: 3 },
    { key: "yearBefore", content: year(`EOMONTH(${fullEnd},-3)`), rows: 7, columns: 3 },
    { key: "retention", content: retention(to), rows: 6, columns: 2 },
    { key: "retentionBefore", content: retention(`(${from}-1)`), rows: 6, columns: 2 },
  ];
}

export function boardMeasures(table: string, { from, to, quarterEnd, fullEnd }: BoardPeriod): Measure[] {
  const opening = `(${from}-1)`;
  const quarterBefore = `EOMONTH(${opening},-3)`;
  const now = acquisition(fullEnd, "year");
  const past = acquisition(`EOMONTH(${fullEnd},-3)`, "yearBefore");
  const cell = (key: string, column: "now" | "before") => `{#${table}.${key}.${column}}`;
  const gone = `(${to}-${from}+1)/(${quarterEnd}-${from}+1)`;
  const target = newArrTarget(from, quarterEnd);
  const inWords = (day: string) => `TEXT(${day},"d mmm yyyy")`;
  const twelveMonths = `="Customers of "&${inWords(`EDATE(${to},-12)`)}&", a year later"`;
  const fourQuarters = `="Four quarters to "&${inWords(fullEnd)}`;
  const ltv = (bridge: string, retained: string) =>
    `IF(AND(ISNUMBER({grossMargin}),ISNUMBER(${retained})),IF(${retained}<1,${bridgeCell(bridge, "closing", 2)}/${bridgeCell(bridge, "closing", 3)}*{grossMargin}/(1-${retained}),""),"")`;
  const ratio = (column: "now" | "before") => `IFERROR(${cell("ltv", column)}/${cell("cac", column)},"")`;
  return [
    {
      key: "arr",
      name: "ARR",
      now: customers(arrOn(to)),
      before: customers(arrOn(opening)),
      format: "money",
      better: "higher",
      basis: `="On "&${inWords(to)}&"; before: "&${inWords(opening)}`,
    },
    {
      key: "netNew",
      name: "Net new ARR",
      now: customers(`ROUND(${arrOn(to)}-${arrOn(opening)},2)`),
      before: customers(`ROUND(${arrOn(opening)}-${arrOn(quarterBefore)},2)`),
      format: "money",
      better: "higher",
      basis: `="Since "&TEXT(${from},"d mmm")&"; before: the whole quarter"`,
    },
    {
      key: "added",
      name: "New and expansion ARR",
      now: `IF(ISNUMBER(${bridgeCell("bridge", "new", 2)}),${bridgeCell("bridge", "new", 2)}+${bridgeCell("bridge", "expansion", 2)},"")`,
      format: "money",
      better: "higher",
      green: `IF(${target}>0,${target}*${gone},"")`,
      basis: `=IF(${target}>0,TEXT(${gone},"0%")&" of the quarter gone; its target "&TEXT(${target},"#,##0"),"No new ARR target in Settings")`,
    },
    {
      key: "nrr",
      name: "NRR",
      now: filled("{#retention.4.2}"),
      before: filled("{#retentionBefore.4.2}"),
      format: "share",
      better: "higher",
      green: "{nrrTarget}",
      benchmark: "NRR",
      basis: twelveMonths,
    },
    {
      key: "grr",
      name: "GRR",
      now: filled("{#retention.5.2}"),
      before: filled("{#retentionBefore.5.2}"),
      format: "share",
      better: "higher",
      green: "{grrTarget}",
      benchmark: "GRR",
      basis: twelveMonths,
    },
    {
      key: "logo",
      name: "Logo retention",
      now: filled("{#retention.6.2}"),
      before: filled("{#retentionBefore.6.2}"),
      format: "share",
      better: "higher",
      basis: `=IF(ISNUMBER({#retention.2.2}),TEXT({#retention.3.2},"#,##0")&" of "&TEXT({#retention.2.2},"#,##0")&" customers lost in a year","")`,
    },
    {
      key: "cac",
      name: "CAC",
      now: now.cac,
      before: past.cac,
      format: "money",
      better: "lower",
      basis: `=IF(${spentAllYear(fullEnd)},"Spend of "&TEXT(${spend(monthsBefore(fullEnd, 12), fullEnd)},"#,##0")&" ÷ "&TEXT(${bridgeCell("year", "new", 3)},"#,##0")&" customers won","Needs spend in four quarters to "&${inWords(fullEnd)})`,
    },
    {
      key: "ltv",
      name: "LTV",
      now: ltv("bridge", "{#retention.6.2}"),
      before: ltv("year", "{#retentionBefore.6.2}"),
      format: "money",
      better: "higher",
      basis:
        '=IF(ISNUMBER({grossMargin}),"ARR a customer × margin ÷ yearly logo churn","Needs the gross margin in Settings")',
    },
    {
      key: "ltvCac",
      name: "LTV:CAC",
      now: ratio("now"),
      before: ratio("before"),
      format: "multiple",
      better: "higher",
      green: publishedBound("LTV:CAC", "Good"),
      benchmark: "LTV:CAC",
      basis: "The two lines above",
    },
    {
      key: "payback",
      name: "CAC payback (months)",
      now: now.payback(cell("cac", "now")),
      before: past.payback(cell("cac", "before")),
      format: "days",
      better: "lower",
      green: "{cacPaybackMonths}",
      benchmark: "CAC payback",
      basis: fourQuarters,
    },
    {
      key: "magic",
      name: "Magic number",
      now: customers(now.magic),
      before: customers(past.magic),
      format: "multiple",
      better: "higher",
      green: "{magicNumberTarget}",
      benchmark: "Magic number",
      basis: `="Quarter to "&${inWords(fullEnd)}&" ÷ spend of the one before"`,
    },
    {
      key: "burn",
      name: "Burn multiple",
      now: customers(now.burn),
      before: customers(past.burn),
      format: "multiple",
      better: "lower",
      green: "{burnMultipleTarget}",
      benchmark: "Burn multiple",
      basis: fourQuarters,
    },
  ];
}
