import type { Content, Format, TableRow, Template, Tones } from "../src/templates/template.js";
import { type BoardPeriod, boardMeasures, boardWorking } from "./figures/boardMetrics.js";
import { dueAmount, wonAmount, wonDeals } from "./figures/deals.js";
import { revenueTarget } from "./figures/efficiency.js";
import { forecastWorking, lastPeriod, periodColumn, periodRows } from "./figures/forecastPeriods.js";
import {
  cameInto,
  FUNNEL_STEPS,
  type FunnelStage,
  type FunnelStep,
  flowThrough,
  stageName,
} from "./figures/funnel.js";
import { bandFrom } from "./figures/funnelBands.js";
import { arrOn, retentionTable } from "./figures/recurringRevenue.js";

/** What RevOps answers for once a month: six headline metrics against target and trend, the funnel, and what was learnt. */

const LAST_FULL = "Last full month";
const SO_FAR = "This month so far";
const MONTH = ["{#from}", "{#to}"] as const;
const BEFORE = ["{#fromBefore}", "({#from}-1)"] as const;
const inMonth = (day: string) => `TEXT(${day},"mmm yyyy")`;

/** The months shown, counted back from the one in review; retention is followed by the quarter. */
const MONTHS = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
const RETAINED = [12, 9, 6, 3, 0];
const endOf = (back: number) => `{#ends.${MONTHS.indexOf(back) + 1}}`;
const kept = (back: number) => `{#kept${back}.4.2}`;

const PERIOD: BoardPeriod = {
  from: "{#quarterFrom}",
  to: "{#to}",
  quarterEnd: "{#quarterTo}",
  fullEnd: "{#fullEnd}",
};
const board = boardMeasures("board", PERIOD);
const measure = (key: string) => {
  const found = board.find((one) => one.key === key);
  if (!found) throw new Error(`The board's metrics lack ${key}.`);
  return found;
};

const customers = (formula: string) => `IF(COUNTA({Subscriptions.account})=0,"",${formula})`;
const fiscalQuarter = (day: string) =>
  `DATE(YEAR(${day}),MONTH(${day})-MOD(MONTH(${day})-{fiscalYearStart}+12,3),1)`;

/** Open pipeline due in the quarter ÷ what was still to win, as the last snapshot of a month had it. */
function coverageThen(place: number): string {
  const [snapshot, start, target] = [`{#snapshots.${place}}`, `{#fiscal.${place}}`, `{#targets.${place}}`];
  const due = `SUMIFS({History.amount},{History.day},${snapshot},{History.outcome},"Open",{History.expectedClose},"<"&EOMONTH(${start},2)+1)`;
  const toWin = `(${target}-${wonAmount(start, snapshot)})`;
  return `IF(OR(${snapshot}="",${target}=""),"",IF(${toWin}>0,${due}/${toWin},""))`;
}
const stillToWin = `({quarterlyTarget}-${wonAmount("{quarterStart}", "{asOf}")})`;
const coverageNow = `IF(COUNTA({Opportunities.id})=0,"",IF(SUM({quarterlyTarget})>0,IF(${stillToWin}>0,${dueAmount("{quarterEnd}")}/${stillToWin},""),""))`;

const yearRows: readonly TableRow[] = MONTHS.map((back, index) => ({
  key: `m${back}`,
  cells: {
    month: `=TEXT(${endOf(back)},"mmm yy")`,
    arr: `=${customers(arrOn(endOf(back)))}`,
    net: `=${customers(`ROUND(${arrOn(endOf(back))}-${arrOn(`EOMONTH(${endOf(back)},-1)`)},2)`)}`,
    nrr: RETAINED.includes(back) ? `=IF(ISNUMBER(${kept(back)}),${kept(back)},"")` : "",
    coverage: `=IFERROR(${coverageThen(index + 1)},"")`,
  },
}));
const inYear = (column: string, back = 0) => `{#year.m${back}.${column}}`;

interface Headline {
  readonly key: string;
  readonly name: string;
  readonly format: Format;
  readonly better: "higher" | "lower";
  /** Formulas without their "=": a number, or "" where it cannot be had. */
  readonly actual: string;
  readonly target: string;
  readonly before: string;
  /** What it is held against. */
  readonly since: Content;
  readonly basis: Content;
}

const HEADLINES: readonly Headline[] = [
  {
    key: "arr",
    name: "ARR",
    format: "money",
    better: "higher",
    actual: inYear("arr"),
    target: '""',
    before: inYear("arr", 1),
    since: `=${inMonth(endOf(1))}`,
    basis: `="At the end of "&TEXT({#to},"d mmm yyyy")`,
  },
  {
    key: "netNew",
    name: "Net new ARR",
    format: "money",
    better: "higher",
    actual: inYear("net"),
    target: '""',
    before: inYear("net", 1),
    since: `=${inMonth(endOf(1))}`,
    basis: "ARR less ARR a month before",
  },
  {
    key: "nrr",
    name: "NRR",
    format: "share",
    better: "higher",
    actual: kept(0),
    target: "{nrrTarget}",
    before: kept(3),
    since: `=${inMonth(endOf(3))}`,
    basis: "Customers of a year before",
  },
  {
    key: "payback",
    name: "CAC payback (months)",
    format: "days",
    better: "lower",
    actual: "{#payback.1}",
    target: "{cacPaybackMonths}",
    before: "{#payback.2}",
    since: '=TEXT(EOMONTH({#fullEnd},-3),"mmm yyyy")',
    basis:
      '=IF(ISNUMBER({#payback.1}),"Four quarters to "&TEXT({#fullEnd},"mmm yyyy"),"Needs spend and gross margin")',
  },
  {
    key: "coverage",
    name: "Pipeline coverage",
    format: "multiple",
    better: "higher",
    actual: `IF(AND({#isNow}=0,ISNUMBER(${inYear("coverage")})),${inYear("coverage")},${coverageNow})`,
    target: "{coverageTarget}",
    before: inYear("coverage", 1),
    since: `=IF({#snapshots.${MONTHS.indexOf(1) + 1}}="","No snapshot",TEXT({#snapshots.${MONTHS.indexOf(1) + 1}},"d mmm yyyy"))`,
    basis: `=IF(AND({#isNow}=0,ISNUMBER(${inYear("coverage")})),"Snapshot of "&TEXT({#snapshots.${MONTHS.length}},"d mmm yyyy"),IF(SUM({quarterlyTarget})<=0,"Set the target in Settings","As of "&TEXT({asOf},"d mmm yyyy")))`,
  },
  {
    key: "accuracy",
    name: "Forecast accuracy",
    format: "share",
    better: "higher",
    actual: `IF({#last}=0,"",${lastPeriod("accuracy")})`,
    target: "{#within}",
    before: `IF({#last}<2,"",INDEX(${periodColumn("accuracy")},{#last}-1))`,
    since: `=IF({#last}<2,"",INDEX(${periodColumn("period")},{#last}-1))`,
    basis: `=IF({#last}=0,"Needs a finished period",${lastPeriod("period")})`,
  },
];

const DIFFERENCES: Partial<Readonly<Record<Format, (value: string) => string>>> = {
  share: (value) => `TEXT(100*${value},"+0.0;-0.0;0.0")&" pts"`,
  multiple: (value) => `TEXT(${value},"+0.0;-0.0;0.0")&"x"`,
  days: (value) => `TEXT(${value},"+0.0;-0.0;0.0")`,
};
const difference = (format: Format, value: string) =>
  (DIFFERENCES[format] ?? ((plain: string) => `TEXT(${plain},"+#,##0;-#,##0;0")`))(value);

/** The change as it is shown, so that an arrow never contradicts the figure beside it. */
function trend({ key, format }: Headline): string {
  const [now, past] = [`{#headline.${key}.actual}`, `{#headline.${key}.before}`];
  const change =
    format === "share" ? `ROUND(100*(${now}-${past}),1)` : `ROUND(100*(${now}-${past})/ABS(${past}),0)`;
  const words = format === "share" ? '"+0.0;-0.0;0.0")&" pts"' : '"+0;-0;0")&"%"';
  const arrow = `IF(${change}>0,"↑ ",IF(${change}<0,"↓ ","→ "))&TEXT(${change},${words}`;
  const told = format === "share" ? arrow : `IF(${past}=0,"",${arrow})`;
  return `=IF(AND(ISNUMBER(${now}),ISNUMBER(${past})),${told},"")`;
}

const headlineRows: readonly TableRow[] = HEADLINES.map((metric, index) => {
  const { key, name, format, better, actual, target, before, since, basis } = metric;
  const at = (column: string) => `{#headline.${key}.${column}}`;
  const aim = `{#aims.${index + 1}}`;
  const met = better === "higher" ? `${at("actual")}>=${aim}` : `${at("actual")}<${aim}`;
  const number = (formula: string) => `=IFERROR(IF(ISNUMBER(${formula}),${formula},"–"),"–")`;
  return {
    key,
    formats: { actual: format, target: format, yours: format, before: format },
    cells: {
      metric: name,
      reading: `=IF(AND(ISNUMBER(${at("actual")}),ISNUMBER(${aim})),IF(${met},"On target","Off target"),"")`,
      actual: number(actual),
      target: number(target),
      yours: "",
      difference: `=IF(AND(ISNUMBER(${at("actual")}),ISNUMBER(${aim})),${difference(format, `(${at("actual")}-${aim})`)},"")`,
      trend: trend(metric),
      before: number(before),
      since,
      basis,
    },
  };
});
const aims = HEADLINES.map(
  ({ key }) =>
    `=IF(ISNUMBER({#headline.${key}.yours}),{#headline.${key}.yours},IF(ISNUMBER({#headline.${key}.target}),{#headline.${key}.target},""))`,
);

const readingTones: Tones = { good: '={this}="On target"', bad: '={this}="Off target"' };
const cardTones = (key: string): Tones => ({
  good: `={#headline.${key}.reading}="On target"`,
  bad: `={#headline.${key}.reading}="Off target"`,
});
const cardNote = (key: string) =>
  `=IF({#headline.${key}.trend}="","",{#headline.${key}.trend}&" on "&{#headline.${key}.since})&IF({#headline.${key}.difference}="","",IF({#headline.${key}.trend}="","","; ")&{#headline.${key}.difference}&" to target")`;

const COUNTABLE = "{#monthly}";
const share = (part: string, whole: string) => `IF(${whole}=0,"",${part}/${whole})`;
const points = (one: string, other: string) =>
  `=IF(OR(${one}="",${other}=""),"",ROUND(100*(${one}-${other}),1))`;

const grown = (stage: FunnelStage) => {
  const [now, past] = [`{#funnel.${stage}.volume}`, `{#funnel.${stage}.volumeBefore}`];
  return `=IF(SUM(${past})=0,"",TEXT(${now}/${past}-1,"+0%;-0%;0%"))`;
};

function funnelRow(step: FunnelStep): TableRow {
  const at = (column: string) => `{#funnel.${step}.${column}}`;
  const place = FUNNEL_STEPS.indexOf(step) + 1;
  const [into, on] = flowThrough(step, ...MONTH, COUNTABLE);
  const volume =
    step === "visitor" ? `IF(${COUNTABLE},${cameInto(step, ...MONTH)},"")` : cameInto(step, ...MONTH);
  const earlier =
    step === "visitor" ? `IF(${COUNTABLE},${cameInto(step, ...BEFORE)},"")` : cameInto(step, ...BEFORE);
  return {
    key: step,
    total: step === "visitor",
    cells: {
      stage: stageName[step],
      volume: `=${volume}`,
      volumeBefore: `=${earlier}`,
      grown: grown(step),
      conversion: `=${share(on, into)}`,
      before: `=${share(`{#onBefore.${place}}`, `{#intoBefore.${place}}`)}`,
      change: points(at("conversion"), at("before")),
      target: `=${bandFrom(step, 1)}`,
      yours: "",
      gap: `=IF(${at("conversion")}="","",ROUND(100*(${at("conversion")}-{#stepAims.${place}}),1))`,
      reading: `=IF(${at("conversion")}="","",IF(${at("conversion")}>={#stepAims.${place}},"On target","Off target"))`,
    },
  };
}
/** Visitors stand last and out of the picture: beside them no other stage could be seen. */
const funnelRows: readonly TableRow[] = [
  ...FUNNEL_STEPS.slice(1).map(funnelRow),
  {
    key: "won",
    total: true,
    cells: {
      stage: stageName.won,
      volume: `=${wonDeals(...MONTH)}`,
      volumeBefore: `=${wonDeals(...BEFORE)}`,
      grown: grown("won"),
      conversion: "",
      before: "",
      change: "",
      target: "",
      yours: "",
      gap: "",
      reading: "",
    },
  },
  funnelRow("visitor"),
];

export const MONTHLY_REVOPS_REVIEW: Template = {
  id: "monthly-revops-review",
  title: "Monthly RevOps review",
  summary:
    "Six headline metrics with target, difference, trend and a year behind them, the funnel of the month, what worked, what did not and what comes next.",
  version: 1,
  blocks: (facts) => [
    {
      block: "title",
      title: `="Monthly RevOps review, "&TEXT({#to},"mmmm yyyy")`,
      subtitle:
        '={companyName}&IF({companyName}="","","  ·  ")&TEXT({#from},"d mmm")&" to "&TEXT({#to},"d mmm yyyy")&"  ·  as of "&TEXT({asOf},"d mmm yyyy")&"  ·  amounts in "&{currency}',
      control: {
        key: "shown",
        label: "Month",
        initial: LAST_FULL,
        choices: [LAST_FULL, SO_FAR],
        help: "Choose the month in review.",
      },
      needs: [
        { column: "Subscriptions.account", for: "ARR, NRR and CAC payback" },
        { column: "Opportunities.id", for: "coverage and closed deals" },
        { column: "Leads.id", for: "the funnel" },
        { column: "Forecasts.period", for: "forecast accuracy" },
        { column: "History.day", for: "coverage of past months", how: "take a snapshot every week" },
        { column: "Periods.start", for: "targets and spend", how: "list periods in Settings" },
      ],
    },
    {
      block: "working",
      values: [
        { key: "isNow", content: `=IF({#shown}="${SO_FAR}",1,IF({asOf}>={monthEnd},1,0))` },
        { key: "from", content: "=IF({#isNow}=1,{monthStart},EDATE({monthStart},-1))" },
        { key: "to", content: "=IF({#isNow}=1,{asOf},{monthStart}-1)" },
        { key: "fromBefore", content: "=EDATE({#from},-1)" },
        { key: "quarterFrom", content: `=${fiscalQuarter("{#to}")}` },
        { key: "quarterTo", content: "=EOMONTH({#quarterFrom},2)" },
        { key: "fullEnd", content: "=IF({#to}>={#quarterTo},{#quarterTo},{#quarterFrom}-1)" },
        {
          key: "monthly",
          content: '=COUNTIFS({Periods.start},">="&{#quarterFrom},{Periods.start},"<="&{#quarterTo})>1',
        },
        { key: "ends", content: MONTHS.map((back) => (back === 0 ? "={#to}" : `=EOMONTH({#to},-${back})`)) },
        {
          // The last snapshot of each month.
          key: "snapshots",
          content: MONTHS.map((back) => {
            const latest = `LARGE({History.day},COUNTIF({History.day},">"&${endOf(back)})+1)`;
            return `=IFERROR(IF(${latest}>EOMONTH(${endOf(back)},-1),${latest},""),"")`;
          }),
        },
        { key: "fiscal", content: MONTHS.map((back) => `=${fiscalQuarter(endOf(back))}`) },
        {
          key: "targets",
          content: MONTHS.map((_, index) => {
            const start = `{#fiscal.${index + 1}}`;
            const listed = revenueTarget(start, `EOMONTH(${start},2)`);
            return `=IF(${start}={quarterStart},IF(SUM({quarterlyTarget})>0,{quarterlyTarget},""),IF(${listed}>0,${listed},""))`;
          }),
        },
        ...RETAINED.map((back) => ({
          key: `kept${back}`,
          content: `=IFERROR(${retentionTable(`EDATE(${endOf(back)},-12)`, endOf(back))},"")`,
          rows: 6,
          columns: 2,
        })),
        ...boardWorking(PERIOD).filter(({ key }) => key === "year" || key === "yearBefore"),
        { key: "board.cac.now", content: `=IFERROR(${measure("cac").now},"")` },
        { key: "board.cac.before", content: `=IFERROR(${measure("cac").before ?? '""'},"")` },
        {
          key: "payback",
          content: [measure("payback").now, measure("payback").before ?? '""'].map(
            (formula) => `=IFERROR(${formula},"")`,
          ),
        },
        ...forecastWorking(facts, '""', "1=1"),
        { key: "aims", content: aims },
        {
          key: "stepAims",
          content: FUNNEL_STEPS.map(
            (step) =>
              `=IF(ISNUMBER({#funnel.${step}.yours}),{#funnel.${step}.yours},{#funnel.${step}.target})`,
          ),
        },
        {
          key: "intoBefore",
          content: FUNNEL_STEPS.map((step) => `=${flowThrough(step, ...BEFORE, COUNTABLE)[0]}`),
        },
        {
          key: "onBefore",
          content: FUNNEL_STEPS.map((step) => `=${flowThrough(step, ...BEFORE, COUNTABLE)[1]}`),
        },
      ],
    },
    {
      block: "cards",
      cards: HEADLINES.map(({ key, name, format }) => ({
        key: `card.${key}`,
        label: name,
        value: `={#headline.${key}.actual}`,
        format,
        note: cardNote(key),
        tones: cardTones(key),
      })),
    },
    {
      block: "section",
      title: "Headline metrics",
      help: "Targets come from Settings; what you type under Your target counts instead. ARR and net new ARR have no target but yours.",
    },
    {
      block: "table",
      key: "headline",
      columns: [
        { key: "metric", heading: "Metric", span: 2, format: "text" },
        { key: "reading", heading: "Reading", format: "text", tones: readingTones },
        { key: "actual", heading: "Actual", format: "money" },
        { key: "target", heading: "Target", format: "money" },
        { key: "yours", heading: "Your target", format: "money", input: true },
        { key: "difference", heading: "Difference", format: "days" },
        { key: "before", heading: "Before", format: "money" },
        { key: "trend", heading: "Trend", format: "days" },
        { key: "since", heading: "Before was", format: "text" },
        { key: "basis", heading: "What it rests on", span: 2, format: "text" },
      ],
      rows: headlineRows,
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "ARR at the end of each month",
          type: "line",
          table: "year",
          label: "month",
          values: ["arr"],
          rows: 11,
        },
      ],
      right: [
        {
          block: "chart",
          title: "ARR won less ARR lost, by month",
          type: "column",
          table: "year",
          label: "month",
          values: ["net"],
          rows: 11,
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "NRR of the twelve months behind, by quarter",
          type: "line",
          table: "retained",
          label: "month",
          values: ["nrr", "target"],
          colors: ["accent", "gold"],
          rows: 11,
        },
      ],
      right: [
        {
          block: "chart",
          title: "Pipeline coverage in each month's last snapshot",
          type: "column",
          table: "year",
          label: "month",
          values: ["coverage"],
          rows: 11,
        },
      ],
    },
    {
      block: "halves",
      left: [
        { block: "section", title: "The twelve months behind" },
        {
          block: "table",
          key: "year",
          columns: [
            { key: "month", heading: "Month", span: 2, format: "text" },
            { key: "arr", heading: "ARR", format: "money" },
            { key: "net", heading: "Net new ARR", format: "money" },
            { key: "nrr", heading: "NRR", format: "share" },
            { key: "coverage", heading: "Coverage", format: "multiple" },
          ],
          rows: yearRows,
        },
      ],
      right: [
        { block: "section", title: "Net revenue retention" },
        {
          block: "table",
          key: "retained",
          columns: [
            { key: "month", heading: "Twelve months to", span: 4, format: "text" },
            { key: "nrr", heading: "NRR", format: "share" },
            { key: "target", heading: "Target", format: "share" },
          ],
          rows: RETAINED.map((back) => ({
            key: `m${back}`,
            cells: {
              month: `=TEXT(${endOf(back)},"mmm yy")`,
              nrr: `=${inYear("nrr", back)}`,
              target: `=${`{#aims.${HEADLINES.findIndex(({ key }) => key === "nrr") + 1}}`}`,
            },
          })),
        },
        { block: "section", title: "Forecast accuracy" },
        {
          block: "table",
          key: "periods",
          columns: [
            { key: "period", heading: "Period", span: 2, format: "text" },
            { key: "forecast", heading: "Forecast", format: "money" },
            { key: "actual", heading: "Actual", format: "money" },
            { key: "missed", heading: "Difference", format: "money" },
            { key: "accuracy", heading: "Accuracy", format: "share" },
          ],
          rows: periodRows(facts),
        },
      ],
    },
    {
      block: "section",
      title: '="Funnel of "&TEXT({#to},"mmmm yyyy")',
      help: "What came into each stage, and the share of it that has gone on since; deals by the day they closed. The target is where the published median (profile B: the benchmark) begins.",
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "What came into each stage, and the month before",
          type: "column",
          table: "funnel",
          label: "stage",
          values: ["volume", "volumeBefore"],
          rows: 11,
        },
      ],
      right: [
        {
          block: "chart",
          title: "Share of each stage that went on, the month before, and the target",
          type: "column",
          table: "funnel",
          label: "stage",
          values: ["conversion", "before", "target"],
          colors: ["accent", "accentLight", "gold"],
          rows: 11,
        },
      ],
    },
    {
      block: "table",
      key: "funnel",
      columns: [
        { key: "stage", heading: "Stage", span: 2, format: "text" },
        { key: "reading", heading: "Reading", format: "text", tones: readingTones },
        { key: "volume", heading: "Volume", format: "count" },
        { key: "volumeBefore", heading: "Month before", format: "count" },
        { key: "grown", heading: "Change", format: "days" },
        { key: "conversion", heading: "Went on", format: "share" },
        { key: "before", heading: "Month before", format: "share" },
        { key: "change", heading: "Change (points)", format: "days" },
        { key: "target", heading: "Target", format: "share" },
        { key: "yours", heading: "Your target", format: "share", input: true },
        { key: "gap", heading: "To target (points)", format: "days" },
      ],
      rows: funnelRows,
    },
    {
      block: "halves",
      left: [
        { block: "section", title: "What worked" },
        {
          block: "fill",
          key: "worked",
          columns: [
            { key: "what", heading: "What we did", span: 3, format: "text" },
            { key: "sign", heading: "Where it shows", span: 3, format: "text" },
          ],
          rows: 4,
        },
      ],
      right: [
        { block: "section", title: "What did not" },
        {
          block: "fill",
          key: "failed",
          columns: [
            { key: "what", heading: "What we did", span: 3, format: "text" },
            { key: "why", heading: "Why, as far as we know", span: 3, format: "text" },
          ],
          rows: 4,
        },
      ],
    },
    { block: "section", title: "Process changes made" },
    {
      block: "fill",
      key: "changes",
      columns: [
        { key: "change", heading: "Change", span: 4, format: "text" },
        { key: "reason", heading: "Reason", span: 4, format: "text" },
        { key: "owner", heading: "Owner", span: 2, format: "text" },
        { key: "since", heading: "In force since", span: 2, format: "date" },
      ],
      rows: 4,
    },
    { block: "section", title: "Priorities of the next month" },
    {
      block: "fill",
      key: "priorities",
      columns: [
        { key: "priority", heading: "Priority", span: 4, format: "text" },
        { key: "metric", heading: "Metric it moves", span: 3, format: "text" },
        { key: "owner", heading: "Owner", span: 2, format: "text" },
        { key: "due", heading: "Due", span: 1, format: "date" },
        {
          key: "status",
          heading: "Status",
          span: 2,
          format: "text",
          choices: ["Open", "In progress", "Done"],
        },
      ],
      rows: 5,
    },
    {
      block: "note",
      text: "Yours to fill in: what you write stays when the tab is refreshed. Each new month, copy the tab for leadership first, so that this month's words are kept.",
    },
  ],
};
