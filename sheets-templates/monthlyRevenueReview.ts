import type { Content, TableRow, Template, WorkbookFacts } from "../src/templates/template.js";
import { COVERAGE_BOUNDS, COVERAGE_TONES } from "./figures/coverageTones.js";
import {
  averageWon,
  createdAmount,
  createdDeals,
  dueAmount,
  wonAmount,
  wonCycleDays,
} from "./figures/deals.js";
import { newArrTarget, pipelineTarget, revenueTarget } from "./figures/efficiency.js";
import {
  biasShare,
  forecastersOf,
  forecastWorking,
  lastPeriod,
  PERIOD_OUTCOME,
  periodColumn,
  periodRows,
  periodsChart,
} from "./figures/forecastPeriods.js";
import {
  FUNNEL_STAGES,
  FUNNEL_STEPS,
  type FunnelStep,
  flowThrough,
  stageName,
  stepName,
} from "./figures/funnel.js";
import { repCell } from "./figures/lists.js";
import { monthBack, monthBackEnd, quarterBack, quarterBackEnd } from "./figures/period.js";
import { arrBridge, arrOn, BRIDGE_ROWS, retentionTable } from "./figures/recurringRevenue.js";
import { trendTable, trendWorking } from "./figures/winRateTrend.js";

/**
 * The hour a month in which marketing, sales and customer success look at revenue together: funnel, coverage, win
 * rates, churn and expansion, forecast against actual; each beside the month before.
 */

type Period = readonly [from: string, to: string];

const TEAM = "Whole team";
const MONTH: Period = ["{monthStart}", "{asOf}"];
const BEFORE: Period = [monthBack(1), monthBackEnd(1)];
const THREE_MONTHS: Period = [monthBack(2), "{asOf}"];
const QUARTER: Period = ["{quarterStart}", "{asOf}"];
const QUARTER_BEFORE: Period = [quarterBack(1), quarterBackEnd(1)];
const NEXT_QUARTER: Period = ["({quarterEnd}+1)", "EOMONTH({quarterEnd},3)"];
const PERIODS = [MONTH, BEFORE, QUARTER, QUARTER_BEFORE] as const;

const known = '">-1E+99"';
const hasDeals = (formula: string) => `=IF(COUNTA({Opportunities.id})=0,"–",${formula})`;
const hasSubscriptions = (formula: string) => `=IF(COUNTA({Subscriptions.account})=0,"–",${formula})`;

/** Words that differ in case or spacing are one group. What a cell would take for a formula stands with the others. */
const groupsOf = (words: readonly string[]): string[] => {
  const bare = (word: string) => word.toLowerCase().replace(/\s+/g, " ").trim();
  const first = new Map(words.map((word) => [bare(word), word] as const).reverse());
  return words.filter((word) => first.get(bare(word)) === word && !/^[=+@-]/.test(word));
};

const TRENDS = (facts: WorkbookFacts) =>
  [
    {
      key: "segments",
      heading: "Segment",
      column: "segment",
      groups: groupsOf(facts.segments),
      periods: PERIODS,
    },
    {
      key: "sources",
      heading: "Source",
      column: "source",
      groups: groupsOf(facts.sources),
      periods: PERIODS,
    },
    {
      key: "reps",
      heading: "Rep",
      column: "owner",
      groups: facts.reps.map((_, index) => `=${repCell(facts, index)}`),
      periods: PERIODS,
    },
  ] as const;

const METRICS = [
  "Visitor → Known",
  "Known → MQL",
  "MQL → SAL",
  "SAL → SQL",
  "SQL → Opportunity",
  "Opportunity → Closed Won",
];

/** A list of quarters says nothing of a month's visitors. */
const flow = (step: FunnelStep, period: Period) => flowThrough(step, ...period, "{#monthly}");

const share = (part: string, whole: string) => `IF(${whole}=0,"",${part}/${whole})`;

const funnelRows: readonly TableRow[] = FUNNEL_STEPS.map((step, index) => {
  const at = (column: string) => `{#funnel.${step}.${column}}`;
  const [into, on] = flow(step, MONTH);
  return {
    key: step,
    cells: {
      step: stepName[step],
      reading: `=IF(OR(${at("quarter")}="",${at("aim")}=""),"–",IF(${at("quarter")}>=${at("aim")},"On target","Below target"))`,
      into: `=${into}`,
      on: `=${on}`,
      month: `=${share(at("on"), at("into"))}`,
      before: `=${share(`{#onBefore.${index + 1}}`, `{#intoBefore.${index + 1}}`)}`,
      quarter: `=${share(`{#onQuarter.${index + 1}}`, `{#intoQuarter.${index + 1}}`)}`,
      target: "",
      aim: `=IF(ISNUMBER(${at("target")}),${at("target")},IF(ISNUMBER({#needed.${index + 1}.3}),{#needed.${index + 1}.3},""))`,
      band: `=IF(${at("quarter")}="","–",{#bands.${index + 1}.1})`,
    },
  };
});

const coverageRow = (key: string, when: Content, target: string, won: string, due: string): TableRow => {
  const at = (column: string) => `{#cover.${key}.${column}}`;
  return {
    key,
    cells: {
      when,
      target: `=${target}`,
      won: `=${won}`,
      due: `=${due}`,
      coverage: `=IF(OR(NOT(ISNUMBER(${at("due")})),SUM(${at("target")})<=0),"–",IF(SUM(${at("won")})>=${at("target")},"met",${at("due")}/(${at("target")}-SUM(${at("won")}))))`,
    },
  };
};

const coverageRows: readonly TableRow[] = [
  coverageRow("now", "This quarter", "{quarterlyTarget}", wonAmount(...QUARTER), dueAmount("{quarterEnd}")),
  // How it stood is known from the snapshots alone.
  coverageRow(
    "before",
    '=IF({#snapshot}="","A month ago","On "&TEXT({#snapshot},"d mmm yyyy"))',
    'IF({#snapshot}="","",{quarterlyTarget})',
    `IF({#snapshot}="","",${wonAmount("{quarterStart}", "{#snapshot}")})`,
    'IF({#snapshot}="","",SUMIFS({History.amount},{History.day},{#snapshot},{History.outcome},"Open",{History.expectedClose},"<"&{quarterEnd}+1))',
  ),
  coverageRow(
    "next",
    "Next quarter",
    `IF(${revenueTarget(...NEXT_QUARTER)}=0,"",${revenueTarget(...NEXT_QUARTER)})`,
    "0",
    `SUMIFS({Opportunities.amount},{Opportunities.outcome},"Open",{Opportunities.expectedClose},">="&${NEXT_QUARTER[0]},{Opportunities.expectedClose},"<"&${NEXT_QUARTER[1]}+1)`,
  ),
];

/** A figure of the month beside the month before and, where one is planned, its target. */
const monthRow = (
  key: string,
  what: string,
  figure: (from: string, to: string) => string,
  format: "money" | "count" | "days",
  target?: (from: string, to: string) => string,
): TableRow => ({
  key,
  formats: { month: format, before: format, target: format },
  cells: {
    what,
    month: hasDeals(figure(...MONTH)),
    before: hasDeals(figure(...BEFORE)),
    target: target
      ? `=IF({#monthly},IF(${target("{monthStart}", "{monthEnd}")}=0,"–",${target("{monthStart}", "{monthEnd}")}),"–")`
      : "–",
    share: target
      ? `=IF(AND(ISNUMBER({#month.${key}.month}),ISNUMBER({#month.${key}.target})),{#month.${key}.month}/{#month.${key}.target},"–")`
      : "–",
  },
});

const MOVES = {
  new: "New customers",
  expansion: "Expansion",
  returned: "Returned",
  contraction: "Contraction",
  churn: "Churn",
} as const;
type Move = keyof typeof MOVES;
const moves = Object.keys(MOVES) as Move[];
const bridged = (bridge: string, move: keyof typeof BRIDGE_ROWS, column: number) =>
  `{#${bridge}.${BRIDGE_ROWS[move]}.${column}}`;
const net = (bridge: string) =>
  `IF(ISNUMBER(${bridged(bridge, "new", 2)}),ROUND(${moves.map((move) => bridged(bridge, move, 2)).join("+")},2),"–")`;
const shown = (cell: string) => `=IF(ISNUMBER(${cell}),${cell},"–")`;

const arrRows: readonly TableRow[] = [
  ...moves.map((move) => ({
    key: move,
    cells: {
      step: MOVES[move],
      arr: shown(bridged("bridge", move, 2)),
      customers: shown(bridged("bridge", move, 3)),
      arrBefore: shown(bridged("bridgeBefore", move, 2)),
      customersBefore: shown(bridged("bridgeBefore", move, 3)),
    },
  })),
  {
    key: "net",
    total: true,
    cells: {
      step: "Net new ARR",
      arr: `=${net("bridge")}`,
      customers: "",
      arrBefore: `=${net("bridgeBefore")}`,
      customersBefore: "",
    },
  },
  {
    key: "closing",
    total: true,
    cells: {
      step: "ARR at the end",
      arr: hasSubscriptions(arrOn("{asOf}")),
      customers: shown(bridged("bridge", "closing", 3)),
      arrBefore: hasSubscriptions(arrOn(BEFORE[1])),
      customersBefore: shown(bridged("bridgeBefore", "closing", 3)),
    },
  },
];

/** ARR lost in a month ÷ ARR at its beginning. */
const lossRate = (bridge: string, losses: readonly Move[]) =>
  `=IFERROR(IF(ISNUMBER(${bridged(bridge, "opening", 2)}),-(${losses.map((move) => bridged(bridge, move, 2)).join("+")})/${bridged(bridge, "opening", 2)},"–"),"–")`;

const retention = (key: string, what: string, row: number, target: string): TableRow => ({
  key,
  cells: {
    what,
    month: shown(`{#kept.${row}.2}`),
    before: shown(`{#keptBefore.${row}.2}`),
    target,
    reading: `=IF(OR(NOT(ISNUMBER({#rates.${key}.month})),NOT(ISNUMBER({#rates.${key}.target}))),"–",IF({#rates.${key}.month}>={#rates.${key}.target},"On target","Below target"))`,
  },
});
const lossRow = (key: string, what: string, losses: readonly Move[]): TableRow => ({
  key,
  cells: {
    what,
    month: lossRate("bridge", losses),
    before: lossRate("bridgeBefore", losses),
    target: "",
    reading: "",
  },
});
const ratesRows: readonly TableRow[] = [
  lossRow("churned", "Churned, of opening ARR", ["churn"]),
  lossRow("lost", "Churn and contraction", ["churn", "contraction"]),
  retention("nrr", "NRR, twelve months", 4, "={nrrTarget}"),
  retention("grr", "GRR, twelve months", 5, "={grrTarget}"),
  retention("logos", "Customers kept, 12 m.", 6, "–"),
];

const signals = { good: '={this}="On target"', warn: '={this}="Below target"' };
const withoutDate = (word: "Won" | "Lost") =>
  `COUNTIFS({Opportunities.outcome},"${word}")-COUNTIFS({Opportunities.outcome},"${word}",{Opportunities.closed},">0")`;

export const MONTHLY_REVENUE_REVIEW: Template = {
  id: "monthly-revenue-review",
  title: "Monthly revenue review",
  summary:
    "An hour a month: funnel against targets, coverage, win rates by segment, source and rep, churn and expansion, forecast against actual.",
  version: 1,
  blocks: (facts) => {
    const trends = TRENDS(facts);
    const callers = forecastersOf(facts);
    const reps = new Set(facts.reps);
    const caller =
      callers.length === 0 || callers.some((name) => reps.has(name)) ? TEAM : (callers[0] as string);
    return [
      {
        block: "title",
        title: "Monthly revenue review",
        subtitle: `=IF({asOf}="","Set the as-of date in Settings",{companyName}&IF({companyName}="","","  ·  ")&TEXT({monthStart},"mmmm yyyy")&IF({asOf}<{monthEnd}," so far","")&" beside "&TEXT(${BEFORE[0]},"mmmm")&"  ·  as of "&TEXT({asOf},"d mmm yyyy")&"  ·  amounts in "&{currency})`,
        needs: [
          { column: "Opportunities.id", for: "Coverage and win rates" },
          { column: "Leads.id", for: "The funnel" },
          { column: "Subscriptions.account", for: "Churn and expansion" },
          {
            column: "Forecasts.period",
            for: "Forecast against actual",
            how: "fill in Forecasts, one row a forecaster and period",
          },
          { column: "Periods.start", for: "Targets", how: "list months with their targets in Settings" },
        ],
      },
      {
        block: "working",
        values: [
          {
            key: "monthly",
            content:
              '=IF({asOf}="",FALSE,COUNTIF({Periods.start},EDATE({monthStart},-1))+COUNTIF({Periods.start},EDATE({monthStart},1))>0)',
          },
          COVERAGE_BOUNDS,
          { key: "winTarget", content: "={winRateTarget}" },
          {
            // The last snapshot of the month before, where it fell into the same quarter.
            key: "day",
            content: `=IFERROR(LARGE({History.day},COUNTIF({History.day},">"&${BEFORE[1]})+1),"")`,
          },
          {
            key: "snapshot",
            content: '=IF({#day}="","",IF({#day}<{quarterStart},"",{#day}))',
          },
          { key: "intoBefore", content: FUNNEL_STEPS.map((step) => `=${flow(step, BEFORE)[0]}`) },
          { key: "onBefore", content: FUNNEL_STEPS.map((step) => `=${flow(step, BEFORE)[1]}`) },
          { key: "intoQuarter", content: FUNNEL_STEPS.map((step) => `=${flow(step, THREE_MONTHS)[0]}`) },
          { key: "onQuarter", content: FUNNEL_STEPS.map((step) => `=${flow(step, THREE_MONTHS)[1]}`) },
          { key: "stageNames", content: FUNNEL_STAGES.map((stage) => stageName[stage]) },
          {
            key: "needed",
            content:
              '=IFERROR(REVOPS_FUNNEL_REQUIRED(1,{#stageNames.1}:{#stageNames.7},,{profile},FALSE),"")',
            rows: 7,
            columns: 4,
          },
          { key: "metrics", content: METRICS },
          {
            key: "rated",
            // A step without a figure stands at 0 to keep its place; its band is not shown.
            content: FUNNEL_STEPS.map(
              (step) => `=IF({#funnel.${step}.quarter}="",0,MIN(1,{#funnel.${step}.quarter}))`,
            ),
          },
          {
            key: "bands",
            content: '=IFERROR(REVOPS_GRADE({#metrics.1}:{#metrics.6},{#rated.1}:{#rated.6},{profile}),"")',
            rows: 6,
            columns: 1,
          },
          {
            key: "bridge",
            content: `=IFERROR(${arrBridge("({monthStart}-1)", "{asOf}")},"")`,
            rows: 7,
            columns: 3,
          },
          {
            key: "bridgeBefore",
            content: `=IFERROR(${arrBridge(`(${BEFORE[0]}-1)`, BEFORE[1])},"")`,
            rows: 7,
            columns: 3,
          },
          {
            key: "kept",
            content: `=IFERROR(${retentionTable("EDATE({asOf},-12)", "{asOf}")},"")`,
            rows: 6,
            columns: 2,
          },
          {
            key: "keptBefore",
            content: `=IFERROR(${retentionTable(`EDATE(${BEFORE[1]},-12)`, BEFORE[1])},"")`,
            rows: 6,
            columns: 2,
          },
          { key: "caller", content: caller },
          ...forecastWorking(facts, "{#caller}", `{#caller}="${TEAM}"`),
          ...trends.flatMap(trendWorking),
        ],
      },
      {
        block: "cards",
        cards: [
          {
            key: "won",
            label: "Won this month",
            value: "={#month.won.month}",
            format: "money",
            note: '=IF(ISNUMBER({#month.won.target}),TEXT({#month.won.share},"0%")&" of the target of "&TEXT({#month.won.target},"#,##0")&"; ","")&IF(ISNUMBER({#month.won.before}),"month before "&TEXT({#month.won.before},"#,##0"),"Needs won deals")',
          },
          {
            key: "rate",
            label: "Win rate this month",
            value: '=IF({#segments.all.month}="","–",{#segments.all.month})',
            format: "share",
            note: '={#segments.all.won0}&" won, "&{#segments.all.lost0}&" lost; month before "&IF({#segments.all.monthBefore}="","–",TEXT({#segments.all.monthBefore},"0.0%"))&", target "&TEXT({#winTarget},"0%")',
            tones: {
              good: "=AND(ISNUMBER({this}),{this}>={#winTarget})",
              warn: "=AND(ISNUMBER({this}),{this}<{#winTarget})",
            },
          },
          {
            key: "coverage",
            label: "Coverage this quarter",
            value: "={#cover.now.coverage}",
            format: "multiple",
            note: '=IF(SUM({#cover.now.target})<=0,"Set the target in Settings","Healthy from "&TEXT({coverageTarget},"0.0")&"x; "&TEXT(MAX(0,{#cover.now.target}-{#cover.now.won}),"#,##0")&" still to win by "&TEXT({quarterEnd},"d mmm"))',
            tones: COVERAGE_TONES,
          },
          {
            key: "netNew",
            label: "Net new ARR",
            value: "={#arr.net.arr}",
            format: "money",
            note: `=IF(ISNUMBER({#arr.net.arr}),"Month before "&TEXT({#arr.net.arrBefore},"#,##0")&IF({#monthly},"; gained "&TEXT({#arr.new.arr}+{#arr.expansion.arr}+{#arr.returned.arr},"#,##0")&" of a target of "&TEXT(${newArrTarget("{monthStart}", "{monthEnd}")},"#,##0"),""),"Needs subscriptions")`,
          },
          {
            key: "churn",
            label: "Churned ARR",
            value: "={#arr.churn.arr}",
            format: "money",
            note: '=IF(ISNUMBER({#arr.churn.arr}),{#arr.churn.customers}&" customers, "&TEXT({#rates.churned.month},"0.0%")&" of ARR; expansion brought "&TEXT({#arr.expansion.arr},"#,##0"),"Needs subscriptions")',
          },
          {
            key: "accuracy",
            label: "Forecast accuracy",
            value: `=IF({#last}=0,"–",${lastPeriod("accuracy")})`,
            format: "share",
            note: `=IF({#last}=0,"Needs a period with forecast and actual",${lastPeriod("period")}&": called "&TEXT(${lastPeriod("forecast")},"#,##0")&", came in "&TEXT(${lastPeriod("actual")},"#,##0"))`,
            tones: {
              good: "=AND(ISNUMBER({this}),{this}>={#within})",
              warn: "=AND(ISNUMBER({this}),{this}<{#within})",
            },
          },
        ],
      },
      {
        block: "section",
        title: "1  Funnel conversion against targets",
        help: "Of what came into a stage, how much has gone on to the next by now; deals by the day they closed. Reading and band go by three months, as a young month still ripens.",
      },
      {
        block: "table",
        key: "funnel",
        columns: [
          { key: "step", heading: "Step", span: 2, format: "text" },
          { key: "reading", heading: "Reading", format: "text", tones: signals },
          { key: "band", heading: "Benchmark band", span: 2, format: "text" },
          { key: "into", heading: "Came in", format: "count" },
          { key: "on", heading: "Went on", format: "count" },
          { key: "month", heading: "This month", format: "share" },
          { key: "before", heading: "Month before", format: "share" },
          { key: "quarter", heading: "Three months", format: "share" },
          { key: "aim", heading: "Target", format: "share" },
          { key: "target", heading: "Your own target", format: "share", input: true },
        ],
        rows: funnelRows,
      },
      {
        block: "note",
        text: '="Target: your own where you type one, else the lower end of the "&IF({profile}="B","benchmark","median")&" published for profile "&{profile}&". A step that converts by less than that is below target."',
      },
      {
        block: "halves",
        left: [
          {
            block: "chart",
            title: "Where the funnel falls short: conversion and target",
            type: "column",
            table: "funnel",
            label: "step",
            values: ["before", "quarter", "aim"],
            rows: 12,
            colors: ["accentLight", "accent", "gold"],
          },
        ],
        right: [
          {
            block: "section",
            title: "2  Pipeline coverage",
            help: '="Open deals due ÷ target still to win; healthy from "&TEXT({coverageTarget},"0.0")&"x, thin below "&TEXT({coverageMinimum},"0.0")&"x."',
          },
          {
            block: "table",
            key: "cover",
            columns: [
              { key: "when", heading: "Quarter", span: 2, format: "text" },
              { key: "target", heading: "Target", format: "money" },
              { key: "won", heading: "Won", format: "money" },
              { key: "due", heading: "Open, due", format: "money" },
              {
                key: "coverage",
                heading: "Coverage",
                format: "multiple",
                // A quarter still to come may be thin without alarm; the card speaks for this one.
                tones: { good: COVERAGE_TONES.good },
              },
            ],
            rows: coverageRows,
          },
          { block: "section", title: "The month in deals" },
          {
            block: "table",
            key: "month",
            columns: [
              { key: "what", heading: "Figure", span: 2, format: "text" },
              { key: "month", heading: "This month", format: "money" },
              { key: "before", heading: "Month before", format: "money" },
              { key: "target", heading: "Target", format: "money" },
              { key: "share", heading: "Of the target", format: "share" },
            ],
            rows: [
              monthRow("won", "Won", wonAmount, "money", revenueTarget),
              monthRow("created", "Pipeline created", createdAmount, "money", pipelineTarget),
              monthRow("deals", "Deals created", createdDeals, "count"),
              monthRow("average", "Average won deal", averageWon, "money"),
              monthRow("cycle", "Won cycle, days", wonCycleDays, "days"),
            ],
          },
        ],
      },
      {
        block: "section",
        title: "3  Win rates by segment, source and rep",
        help: '="Won ÷ (won + lost) by the day closed. The target is "&TEXT({#winTarget},"0%")&". Over a handful of deals a change says little: look at the deals beside it."',
      },
      {
        block: "halves",
        left: [
          {
            block: "chart",
            title: "Win rate by segment: this quarter and the one before",
            type: "column",
            table: "segments",
            label: "group",
            values: ["quarter", "quarterBefore"],
            rows: 10,
          },
        ],
        right: [
          {
            block: "chart",
            title: "Win rate by source: this quarter and the one before",
            type: "column",
            table: "sources",
            label: "group",
            values: ["quarter", "quarterBefore"],
            rows: 10,
          },
        ],
      },
      ...trends.map(trendTable),
      {
        block: "section",
        title: "4  Churn and expansion",
        help: '="Recurring revenue from "&TEXT({monthStart},"d mmm")&" to "&TEXT({asOf},"d mmm yyyy")&" beside all of the month before; each customer counts as a whole."',
      },
      {
        block: "halves",
        left: [
          {
            block: "table",
            key: "arr",
            columns: [
              { key: "step", heading: "Movement", span: 2, format: "text" },
              { key: "arr", heading: "This month", format: "money" },
              { key: "customers", heading: "Customers", format: "count" },
              { key: "arrBefore", heading: "Month before", format: "money" },
              { key: "customersBefore", heading: "Customers", format: "count" },
            ],
            rows: arrRows,
          },
          {
            block: "table",
            key: "rates",
            columns: [
              { key: "what", heading: "Rate", span: 2, format: "text" },
              { key: "reading", heading: "Reading", format: "text", tones: signals },
              { key: "month", heading: "Now", format: "share" },
              { key: "before", heading: "Month before", format: "share" },
              { key: "target", heading: "Target", format: "share" },
            ],
            rows: ratesRows,
          },
        ],
        right: [
          {
            block: "chart",
            title: "What moved ARR: this month and the one before",
            type: "column",
            table: "arr",
            label: "step",
            values: ["arr", "arrBefore"],
            rows: 14,
          },
        ],
      },
      {
        block: "section",
        title: "5  Forecast against actual",
        help: `=IF({#last}=0,"Accuracy is the smaller of forecast and actual ÷ the larger.","Over "&COUNT(${periodColumn("accuracy")})&" periods forecasts ran "&TEXT(ABS(${biasShare}),"0.0%")&IF(${biasShare}<0," too low"," too high")&IF(${biasShare}>1-{#within},": optimism.",IF(${biasShare}<{#within}-1,": sandbagging.",", within ±"&TEXT(1-{#within},"0%")&".")))`,
      },
      {
        block: "halves",
        left: [
          {
            block: "table",
            key: "periods",
            columns: [
              { key: "period", heading: "Period", format: "text" },
              { key: "reading", heading: "Reading", format: "text" },
              ...PERIOD_OUTCOME,
            ],
            rows: periodRows(facts),
          },
        ],
        right: [periodsChart(10)],
      },
      {
        block: "section",
        title: "What we agreed",
        help: "Yours to fill in; it stays when the tab is refreshed.",
      },
      {
        block: "fill",
        key: "agreed",
        columns: [
          {
            key: "topic",
            heading: "Topic",
            span: 2,
            format: "text",
            choices: ["Funnel", "Pipeline", "Win rate", "Churn and expansion", "Forecast", "Other"],
          },
          { key: "found", heading: "What we saw", span: 4, format: "text" },
          { key: "action", heading: "What will be done", span: 3, format: "text" },
          { key: "owner", heading: "Owner", span: 1, format: "text" },
          {
            key: "status",
            heading: "Status",
            span: 1,
            format: "text",
            choices: ["Open", "In progress", "Done"],
          },
          { key: "due", heading: "Due", span: 1, format: "date" },
        ],
        rows: 8,
      },
      {
        block: "note",
        text: `="Left out: "&TEXT(${withoutDate("Won")}+${withoutDate("Lost")},"#,##0")&" closed deals without a closed date, "&TEXT(COUNTIFS({Opportunities.outcome},"Open")-COUNTIFS({Opportunities.outcome},"Open",{Opportunities.amount},${known}),"#,##0")&" open deals without amount, "&TEXT(COUNTIFS({Opportunities.outcome},"Open")-COUNTIFS({Opportunities.outcome},"Open",{Opportunities.expectedClose},">0"),"#,##0")&" open deals without expected close. Coverage of a month ago comes from the snapshots in History."`,
      },
    ];
  },
};
