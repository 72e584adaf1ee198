import type { TableRow, Template, WorkbookFacts } from "../src/templates/template.js";
import { type BoardPeriod, boardMeasures, boardWorking } from "./figures/boardMetrics.js";
import {
  averageWon,
  createdAmount,
  openAmount,
  openDeals,
  weightedAmount,
  winRate,
  wonAmount,
  wonCycleDays,
} from "./figures/deals.js";
import { revenueTarget } from "./figures/efficiency.js";
import { calledIn, teamForecast } from "./figures/forecast.js";
import { FUNNEL_STAGES, type FunnelStage, reached, stageName } from "./figures/funnel.js";
import { isStage, stageCell, stageConditions } from "./figures/lists.js";
import {
  measureColumns,
  measureRows,
  measureWorking,
  signalRows,
  signalTolerance,
  signalTones,
} from "./figures/measures.js";
import { operatingMeasures } from "./figures/operatingMetrics.js";
import { monthBack, monthBackEnd, quarterBack, quarterBackEnd, quarterEndingOn } from "./figures/period.js";
import { arrOn, BRIDGE_ROWS } from "./figures/recurringRevenue.js";

/** The company's revenue on one page: what the board asks, what the teams run on, and where to look closer. */

const PERIOD: BoardPeriod = {
  from: "{quarterStart}",
  to: "{asOf}",
  quarterEnd: "{quarterEnd}",
  fullEnd: "{#fullEnd}",
};
const BOARD = boardMeasures("board", PERIOD);

const FULL_QUARTERS = [4, 3, 2, 1];
const misses = FULL_QUARTERS.map((back) => `{#forecast.q${back}.error}`);

/** Mean of |forecast − actual| ÷ actual over the quarters that have both. */
const mape = `IFERROR((${misses.map((miss) => `IF(ISNUMBER(${miss}),ABS(${miss}),0)`).join("+")})/COUNT(${misses.join(",")}),"")`;

const OPERATING = operatingMeasures(quarterEndingOn("{asOf}"), quarterEndingOn("{asOf}", 1), { now: mape });

/** The columns of the deals that can be looked into, by the word in the control. */
const GROUPS = { Segment: "segment", Source: "source", Rep: "owner", Product: "product" } as const;
type Group = keyof typeof GROUPS;
const groupColumn: string = (Object.keys(GROUPS) as Group[]).reduceRight(
  (rest, word) =>
    rest === ""
      ? `{Opportunities.${GROUPS[word]}}`
      : `IF({#by}="${word}",{Opportunities.${GROUPS[word]}},${rest})`,
  "",
);

/** The first grouping that the deals have words for: an export without segments is looked at by source or rep. */
const firstGroup = ({ segments, sources }: WorkbookFacts): Group =>
  segments.length > 0 ? "Segment" : sources.length > 0 ? "Source" : "Rep";

/** Groups shown, the last of them for all smaller ones, and rows that say what was left out. */
const GROUPS_SHOWN = 12;
const GROUP_REMARKS = 3;
const spilled = (row: number, column: number) => `{#groups.${row}.${column}}`;
const groupRows: readonly TableRow[] = Array.from({ length: GROUPS_SHOWN }, (_, index) => {
  // A figure that a group lacks came out blank; asked as it is, a blank would show as 0 in some spreadsheets.
  const shown = (column: number) =>
    column === 1
      ? spilled(index + 1, 1)
      : `IF(ISNUMBER(${spilled(index + 1, column)}),${spilled(index + 1, column)},"")`;
  const cell = (column: number) => `=IF(ISNUMBER(${spilled(index + 1, 2)}),${shown(column)},"")`;
  const [group, openDeals, open, wonDeals, won, lost, rate, average, cycle] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    cell,
  ) as [string, string, string, string, string, string, string, string, string];
  return {
    key: `g${index + 1}`,
    cells: { group, openDeals, open, wonDeals, won, lost, rate, average, cycle },
  };
});
const remarks = Array.from({ length: GROUPS_SHOWN + GROUP_REMARKS }, (_, index) => {
  const [text, count] = [spilled(index + 1, 1), spilled(index + 1, 2)];
  return `IF(ISNUMBER(${count}),"",IF(${text}="","",". "&${text}))`;
});
const groupNote = `=IF({#groups}="","Import deals to see them by group.",MID(${remarks.join("&")},3,300))`;

/**
 * Net new ARR as a waterfall from zero: a step's bar begins where the step before left off, on a base that is not
 * drawn. Gains come first, so only losses can reach below zero, where they are a series of their own.
 */
const MOVES = {
  new: "New",
  expansion: "Expansion",
  returned: "Returned",
  contraction: "Contraction",
  churn: "Churn",
} as const;
type Move = keyof typeof MOVES;
const moves = Object.keys(MOVES) as Move[];
const moved = (move: Move) => `{#bridge.${BRIDGE_ROWS[move]}.2}`;
const stepRows: readonly TableRow[] = [
  ...moves.map((move, index) => {
    const arr = moved(move);
    const before = moves.slice(0, index).map(moved).join("+") || "0";
    const [low, high] = [`MIN(${before},${before}+${arr})`, `MAX(${before},${before}+${arr})`];
    const known = (formula: string) => `=IF(ISNUMBER(${arr}),ROUND(${formula},2),"")`;
    return {
      key: move,
      cells: {
        step: MOVES[move],
        customers: `=IF(ISNUMBER(${arr}),{#bridge.${BRIDGE_ROWS[move]}.3},"")`,
        arr: known(arr),
        base: known(`MAX(0,${low})+MIN(0,${high})`),
        gained: known(`MAX(0,${arr})`),
        lost: known(`IF(${arr}<0,MAX(0,${high})-MAX(0,${low}),0)`),
        below: known(`IF(${arr}<0,MIN(0,${low})-MIN(0,${high}),0)`),
        net: "",
      },
    };
  }),
  {
    key: "net",
    cells: {
      step: "Net new",
      customers: "",
      arr: "={#steps.net.net}",
      base: "",
      gained: "",
      lost: "",
      below: "",
      net: `=IF(ISNUMBER(${moved("new")}),ROUND(${moves.map(moved).join("+")},2),"")`,
    },
  },
];

const arrRows: readonly TableRow[] = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((back) => {
  const day = back === 0 ? "{asOf}" : monthBackEnd(back);
  return {
    key: `m${back}`,
    cells: {
      month: `=TEXT(${day},"mmm yy")`,
      arr: `=IF(COUNTA({Subscriptions.account})=0,"",${arrOn(day)})`,
    },
  };
});

const YEAR = ["(EDATE({asOf},-12)+1)", "{asOf}"] as const;
const funnelRow = (stage: FunnelStage, before?: FunnelStage): TableRow => ({
  key: stage,
  cells: {
    stage: stageName[stage],
    count: `=IF(COUNTA({Leads.id})=0,"",${reached(stage, ...YEAR)})`,
    conversion: before
      ? `=IFERROR(IF({#funnel.${before}.count}>0,{#funnel.${stage}.count}/{#funnel.${before}.count},""),"")`
      : "",
  },
});
/** Visitors stand last and out of the chart: beside them no other stage could be seen. */
const funnelRows: readonly TableRow[] = [
  ...FUNNEL_STAGES.slice(1).map((stage, index) => funnelRow(stage, FUNNEL_STAGES[index])),
  { ...funnelRow("visitor"), total: true },
];

const stageRows = (facts: WorkbookFacts): readonly TableRow[] =>
  facts.stages.map((_, index) => {
    const stage = stageCell(facts, index);
    const here = `,${isStage(index)}`;
    return {
      key: `s${index}`,
      cells: {
        stage: `=${stage}`,
        deals: `=${openDeals(here)}`,
        amount: `=${openAmount(here)}`,
        weighted: `=${weightedAmount(`*({Opportunities.stage}=${stage})`)}`,
      },
    };
  });

const forecastRows = (facts: WorkbookFacts): readonly TableRow[] => {
  const called = teamForecast(facts);
  return [...FULL_QUARTERS, 0].map((back) => {
    const over = back > 0;
    return {
      key: `q${back}`,
      cells: {
        quarter: `=TEXT(${quarterBack(back)},"mmm")&"–"&TEXT(${quarterBackEnd(back)},"mmm yy")`,
        forecast: `=${calledIn("forecast", back, called, over ? "actual" : undefined)}`,
        actual: over
          ? `=${calledIn("actual", back, called, "forecast")}`
          : `=IF(COUNTA({Opportunities.outcome})=0,"",${wonAmount("{quarterStart}", "{asOf}")})`,
        error: over
          ? `=IFERROR(IF(AND(ISNUMBER({#forecast.q${back}.forecast}),{#forecast.q${back}.actual}>0),({#forecast.q${back}.forecast}-{#forecast.q${back}.actual})/{#forecast.q${back}.actual},""),"")`
          : "",
      },
    };
  });
};

const revenueRows: readonly TableRow[] = [5, 4, 3, 2, 1, 0].map((back) => {
  const [from, to] = [monthBack(back), monthBackEnd(back)];
  return {
    key: `m${back}`,
    cells: {
      month: `=TEXT(${from},"mmm yy")`,
      won: `=${wonAmount(from, to)}`,
      target: `=IF(${revenueTarget(from, to)}>0,${revenueTarget(from, to)},"")`,
    },
  };
});

const lastYear = (figure: (from: string, to: string) => string) => figure(...YEAR);
const closedYear = `${lastYear((from, to) => winRate(from, to))}`;
const category = (name: string) => openAmount(`,{Opportunities.forecastCategory},"${name}"`);
const categoryDeals = (name: string) => openDeals(`,{Opportunities.forecastCategory},"${name}"`);

export const REVENUE_DASHBOARD: Template = {
  id: "revenue-dashboard",
  title: "Revenue dashboard",
  summary:
    "Board metrics, operating metrics and diagnostics with their health signals, ARR waterfall, funnel, pipeline and forecast.",
  version: 1,
  blocks: (facts) => [
    {
      block: "title",
      title: "Revenue dashboard",
      subtitle:
        '={companyName}&IF({companyName}="","","  ·  ")&"quarter "&TEXT({quarterStart},"d mmm")&" to "&TEXT({quarterEnd},"d mmm yyyy")&"  ·  as of "&TEXT({asOf},"d mmm yyyy")&"  ·  amounts in "&{currency}',
      control: {
        key: "by",
        label: "Diagnostics by",
        initial: firstGroup(facts),
        choices: Object.keys(GROUPS),
        help: "Choose what the diagnostics at the bottom are broken down by.",
      },
      needs: [
        { column: "Opportunities.id", for: "pipeline and diagnostics" },
        { column: "Subscriptions.account", for: "ARR and retention" },
        { column: "Leads.id", for: "the funnel" },
        { column: "Forecasts.period", for: "forecast and MAPE" },
        { column: "Periods.start", for: "targets and CAC", how: "list periods with spend in Settings" },
      ],
    },
    {
      block: "working",
      values: [
        ...stageConditions(facts),
        {
          key: "fullEnd",
          content: "=IF({asOf}>={quarterEnd},{quarterEnd},EOMONTH({quarterEnd},-3))",
        },
        ...boardWorking(PERIOD),
        ...measureWorking("board", BOARD),
        ...measureWorking("operating", OPERATING),
        {
          key: "groups",
          content: `=IFERROR(REVOPS_BREAKDOWN(${groupColumn},{Opportunities.outcome},{Opportunities.amount},{Opportunities.created},{Opportunities.closed},${YEAR[0]},${YEAR[1]},${GROUPS_SHOWN},,,FALSE),"")`,
          rows: GROUPS_SHOWN + GROUP_REMARKS,
          columns: 9,
        },
        { key: "yearWinRate", content: `=${closedYear}` },
        { key: "yearAverage", content: `=${averageWon(...YEAR)}` },
        { key: "yearCycle", content: `=${wonCycleDays(...YEAR)}` },
      ],
    },
    {
      block: "cards",
      cards: [
        {
          key: "arr",
          label: "ARR",
          value: "={#board.arr.now}",
          format: "money",
          note: '=IF(ISNUMBER({#bridge.7.3}),TEXT({#bridge.7.3},"#,##0")&" customers","Import subscriptions")',
        },
        {
          key: "netNew",
          label: "Net new ARR this quarter",
          value: "={#board.netNew.now}",
          format: "money",
          note: '=IF(ISNUMBER({#board.netNew.before}),"Quarter before: "&TEXT({#board.netNew.before},"#,##0"),"")',
        },
        {
          key: "nrr",
          label: "Net revenue retention",
          value: "={#board.nrr.now}",
          format: "share",
          note: '="Target "&{#board.nrr.green}&IF({#board.nrr.band}="","","; band: "&{#board.nrr.band})',
          tones: cardTones("board.nrr"),
        },
        {
          key: "payback",
          label: "CAC payback (months)",
          value: "={#board.payback.now}",
          format: "days",
          note: '="Target "&{#board.payback.green}&IF({#board.payback.band}="","; needs spend and margin","; band: "&{#board.payback.band})',
          tones: cardTones("board.payback"),
        },
        {
          key: "coverage",
          label: "Pipeline coverage",
          value: "={#operating.coverage.now}",
          format: "multiple",
          note: '="Healthy "&{#operating.coverage.green}&", thin below "&TEXT({coverageMinimum},"0.00")&"x"',
          tones: cardTones("operating.coverage"),
        },
        {
          key: "mape",
          label: "Forecast error (MAPE)",
          value: "={#operating.mape.now}",
          format: "share",
          note: '="Target "&{#operating.mape.green}&IF({#operating.mape.band}="","","; band: "&{#operating.mape.band})',
          tones: cardTones("operating.mape"),
        },
      ],
    },
    {
      block: "table",
      key: "health",
      columns: [
        { key: "signal", heading: "Health", format: "text", tones: signalTones },
        { key: "metrics", heading: "Metrics", format: "count" },
        { key: "which", heading: "Which", span: 10, format: "text" },
      ],
      rows: signalRows([
        ["board", BOARD],
        ["operating", OPERATING],
      ]),
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "What made net new ARR this quarter: gained in green, lost in red",
          type: "column",
          table: "steps",
          label: "step",
          values: ["base", "gained", "lost", "below", "net"],
          stacked: true,
          colors: ["none", "good", "bad", "bad", "accent"],
          rows: 13,
        },
      ],
      right: [
        {
          block: "chart",
          title: "ARR at the end of each month",
          type: "line",
          table: "arrByMonth",
          label: "month",
          values: ["arr"],
          rows: 13,
        },
      ],
    },
    {
      block: "section",
      title: "Board metrics",
      help: "Each signal is made by the thresholds beside it. Where a metric has no second bound, yellow reaches as far beyond the target as the tolerance below.",
    },
    {
      block: "table",
      key: "board",
      columns: [...measureColumns, { key: "basis", heading: "What it rests on", span: 3, format: "text" }],
      rows: measureRows("board", BOARD),
    },
    {
      block: "section",
      title: "Operating metrics",
      help: '="Three months to "&TEXT({asOf},"d mmm yyyy")&", against the three months before."',
    },
    {
      block: "table",
      key: "operating",
      columns: [
        ...measureColumns,
        { key: "owner", heading: "Owner", format: "text" },
        { key: "basis", heading: "What it rests on", span: 2, format: "text" },
      ],
      rows: measureRows("operating", OPERATING),
    },
    signalTolerance,
    { block: "section", title: "Pipeline and forecast" },
    {
      block: "cards",
      cards: [
        {
          key: "openPipeline",
          label: "Open pipeline",
          value: `=${openAmount()}`,
          format: "money",
          note: `=TEXT(${openDeals()},"#,##0")&" open deals"`,
        },
        {
          key: "weighted",
          label: "Weighted pipeline",
          value: `=${weightedAmount()}`,
          format: "money",
          note: "Amount × probability, deal by deal",
        },
        {
          key: "commit",
          label: "Commit",
          value: `=${category("Commit")}`,
          format: "money",
          note: `=TEXT(${categoryDeals("Commit")},"#,##0")&" open deals in this category"`,
        },
        {
          key: "bestCase",
          label: "Best case",
          value: `=${category("Best Case")}`,
          format: "money",
          note: `=TEXT(${categoryDeals("Best Case")},"#,##0")&" open deals in this category"`,
        },
        {
          key: "createdMonth",
          label: "Created this month",
          value: `=${createdAmount("{monthStart}", "{asOf}")}`,
          format: "money",
          note: `="Month before: "&TEXT(${createdAmount(monthBack(1), monthBackEnd(1))},"#,##0")`,
        },
        {
          key: "velocity",
          label: "Velocity per day",
          value: `=IFERROR(IF({#yearCycle}>0,${openDeals()}*{#yearWinRate}*{#yearAverage}/{#yearCycle},"–"),"–")`,
          format: "money",
          note: `=IF(ISNUMBER({#velocity}),TEXT(${openDeals()},"#,##0")&" deals × "&TEXT({#yearWinRate},"0%")&" × "&TEXT({#yearAverage},"#,##0")&" ÷ "&TEXT({#yearCycle},"0")&" days, of twelve months","Needs won deals with created and closed dates")`,
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "Open pipeline by stage, and what of it is likely",
          type: "column",
          table: "stages",
          label: "stage",
          values: ["amount", "weighted"],
          colors: ["accentLight", "accent"],
          rows: 12,
        },
      ],
      right: [
        {
          block: "chart",
          title: "Forecast against result; the last quarter is still running",
          type: "column",
          table: "forecast",
          label: "quarter",
          values: ["forecast", "actual"],
          colors: ["grey", "accent"],
          rows: 12,
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "Leads of the last twelve months, by the stage they reached",
          type: "bar",
          table: "funnel",
          label: "stage",
          values: ["count"],
          rows: 12,
        },
      ],
      right: [
        {
          block: "chart",
          title: "Revenue won each month against target",
          type: "column",
          table: "revenue",
          label: "month",
          values: ["won", "target"],
          colors: ["accent", "gold"],
          rows: 12,
        },
      ],
    },
    {
      block: "section",
      title: "Diagnostics",
      help: '="By "&{#by}&", chosen above. Won and lost: closed from "&TEXT(EDATE({asOf},-12)+1,"d mmm yyyy")&" to "&TEXT({asOf},"d mmm yyyy")&"; open deals as they stand."',
    },
    {
      block: "chart",
      title: "Won amount by group, last twelve months",
      type: "column",
      table: "diagnostics",
      label: "group",
      values: ["won"],
      rows: 11,
    },
    {
      block: "table",
      key: "diagnostics",
      columns: [
        { key: "group", heading: "Group", span: 4, format: "text" },
        { key: "openDeals", heading: "Open deals", format: "count" },
        { key: "open", heading: "Open amount", format: "money" },
        { key: "wonDeals", heading: "Won deals", format: "count" },
        { key: "won", heading: "Won amount", format: "money" },
        { key: "lost", heading: "Lost deals", format: "count" },
        { key: "rate", heading: "Win rate", format: "share" },
        { key: "average", heading: "Average won deal", format: "money" },
        { key: "cycle", heading: "Cycle, days", format: "days" },
      ],
      rows: groupRows,
    },
    { block: "note", text: groupNote },
    { block: "section", title: "Behind the charts" },
    {
      block: "table",
      key: "steps",
      columns: [
        { key: "step", heading: "Net new ARR this quarter", span: 3, format: "text" },
        { key: "customers", heading: "Customers", format: "count" },
        { key: "arr", heading: "ARR", span: 2, format: "money" },
        { key: "base", heading: "Bar begins at", span: 2, format: "money" },
        { key: "gained", heading: "Gained", format: "money" },
        { key: "lost", heading: "Lost", format: "money" },
        { key: "below", heading: "Below zero", format: "money" },
        { key: "net", heading: "Net new", format: "money" },
      ],
      rows: stepRows,
    },
    {
      block: "halves",
      left: [
        {
          block: "table",
          key: "funnel",
          columns: [
            { key: "stage", heading: "Funnel stage", span: 2, format: "text" },
            { key: "count", heading: "Reached it", span: 2, format: "count" },
            { key: "conversion", heading: "Of those before", span: 2, format: "share" },
          ],
          rows: funnelRows,
        },
        {
          block: "table",
          key: "revenue",
          columns: [
            { key: "month", heading: "Month", span: 2, format: "text" },
            { key: "won", heading: "Won", span: 2, format: "money" },
            { key: "target", heading: "Target", span: 2, format: "money" },
          ],
          rows: revenueRows,
        },
      ],
      right: [
        {
          block: "table",
          key: "arrByMonth",
          columns: [
            { key: "month", heading: "End of month", span: 3, format: "text" },
            { key: "arr", heading: "ARR", span: 3, format: "money" },
          ],
          rows: arrRows,
        },
        {
          block: "table",
          key: "forecast",
          columns: [
            { key: "quarter", heading: "Quarter", span: 2, format: "text" },
            { key: "forecast", heading: "Forecast", format: "money" },
            { key: "actual", heading: "Actual", format: "money" },
            { key: "error", heading: "Forecast off by", span: 2, format: "share" },
          ],
          rows: forecastRows(facts),
        },
        {
          block: "table",
          key: "stages",
          columns: [
            { key: "stage", heading: "Stage", span: 2, format: "text" },
            { key: "deals", heading: "Open deals", format: "count" },
            { key: "amount", heading: "Amount", format: "money" },
            { key: "weighted", heading: "Weighted", span: 2, format: "money" },
          ],
          rows: stageRows(facts),
        },
      ],
    },
    {
      block: "note",
      text: `="Forecasts counted: those of "&${teamForecast(facts).whose}&". Left out where they lack a value: of "&TEXT(${openDeals()},"#,##0")&" open deals, "&TEXT(${openDeals()}-${openDeals(',{Opportunities.amount},">-1E+99"')},"#,##0")&" have no amount, "&TEXT(${openDeals()}-${openDeals(',{Opportunities.expectedClose},">0"')},"#,##0")&" no expected close; of the deals won or lost, "&TEXT(COUNTIFS({Opportunities.outcome},"Won")+COUNTIFS({Opportunities.outcome},"Lost")-COUNTIFS({Opportunities.outcome},"Won",{Opportunities.closed},">0")-COUNTIFS({Opportunities.outcome},"Lost",{Opportunities.closed},">0"),"#,##0")&" have no closed date and stand in no period."`,
    },
  ],
};

function cardTones(row: string) {
  return {
    good: `={#${row}.signal}="Green"`,
    warn: `={#${row}.signal}="Yellow"`,
    bad: `={#${row}.signal}="Red"`,
  };
}
