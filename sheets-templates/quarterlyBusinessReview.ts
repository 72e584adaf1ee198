import { RAMP_PROFILES } from "../src/core/capacity/ramp.js";
import { exactly } from "../src/templates/formula.js";
import type {
  Block,
  FillColumn,
  TableRow,
  Template,
  Tones,
  WorkbookFacts,
  WorkingBlock,
} from "../src/templates/template.js";
import { AGES } from "./figures/ageing.js";
import { type BoardPeriod, boardMeasures, boardWorking } from "./figures/boardMetrics.js";
import { COVERAGE_BOUNDS, COVERAGE_TONES } from "./figures/coverageTones.js";
import {
  averageWon,
  createdAmount,
  createdDeals,
  dueAmount,
  openAmount,
  openDeals,
  weightedAmount,
  winRate,
  wonAmount,
  wonCycleDays,
  wonDeals,
} from "./figures/deals.js";
import { mqlTarget, newArrTarget, pipelineTarget, revenueTarget, spend } from "./figures/efficiency.js";
import { FUNNEL_STAGES, type FunnelStage, reached, stageName } from "./figures/funnel.js";
import { isRep, repCell, repConditions } from "./figures/lists.js";
import {
  type Measure,
  measureColumns,
  measureRows,
  measureWorking,
  publishedBound,
  signalTolerance,
} from "./figures/measures.js";
import { within } from "./figures/period.js";
import { arrOn } from "./figures/recurringRevenue.js";

/** The quarter before leadership: seven sections with their minutes, each with its figures and room for decisions. */

const LAST = "Last quarter";
const RUNNING = "This quarter so far";

const PERIOD: BoardPeriod = {
  from: "{#from}",
  to: "{#to}",
  quarterEnd: "{#quarterEnd}",
  fullEnd: "{#fullEnd}",
};
const QUARTER = ["{#from}", "{#to}"] as const;
const BEFORE = ["{#beforeFrom}", "{#beforeTo}"] as const;
const NEXT = ["{#nextFrom}", "{#nextTo}"] as const;
const YEAR = ["(EDATE({#to},-12)+1)", "{#to}"] as const;

const known = (tab: string, formula: string) => `IF(COUNTA({${tab}})=0,"",${formula})`;
const percent = (part: string, whole: string) => `IFERROR(IF(${whole}>0,${part}/${whole},""),"")`;

/** Results against plan: what was won, then what the board follows. */
const RESULTS: readonly Measure[] = [
  {
    key: "revenue",
    name: "Revenue won",
    now: known("Opportunities.outcome", wonAmount(...QUARTER)),
    before: known("Opportunities.outcome", wonAmount(...BEFORE)),
    format: "money",
    better: "higher",
    green: `IF(${revenueTarget(...QUARTER)}>0,${revenueTarget("{#from}", "{#quarterEnd}")}*{#gone},"")`,
    basis: `=IF(${revenueTarget("{#from}", "{#quarterEnd}")}>0,TEXT({#gone},"0%")&" of the quarter gone; its target "&TEXT(${revenueTarget("{#from}", "{#quarterEnd}")},"#,##0"),"List the quarter's target in Settings")`,
  },
  ...boardMeasures("results", PERIOD),
];

const AGENDA = [
  ["results", "Results against plan", 10, "What did we promise, and what came of it?"],
  ["funnel", "Funnel deep dive", 15, "Where do leads get stuck, and is it getting better?"],
  ["pipeline", "Pipeline quality", 10, "Is there enough, is it fresh, where does it come from?"],
  ["efficiency", "GTM efficiency", 10, "What does growth cost us, segment by segment?"],
  ["team", "Team performance", 10, "Who delivers, who is ramping, whom did we lose?"],
  ["process", "Process and tech", 10, "What changed, and what comes next?"],
  ["next", "Next quarter plan", 15, "What do we promise, and can this team bring it?"],
] as const;
type Section = (typeof AGENDA)[number][0];

const heading = (section: Section): Block => {
  const place = AGENDA.findIndex(([key]) => key === section);
  const [, title, minutes, question] = AGENDA[place] as (typeof AGENDA)[number];
  return { block: "section", title: `${place + 1}  ${title}  ·  ${minutes} min`, help: question };
};

const DECISIONS: readonly FillColumn[] = [
  { key: "note", heading: "Notes", span: 6, format: "text" },
  { key: "decision", heading: "Decision", span: 4, format: "text" },
  { key: "owner", heading: "Owner", span: 1, format: "text" },
  { key: "due", heading: "Due", span: 1, format: "date" },
];
const decisions = (section: Section): Block => ({
  block: "fill",
  key: `decisions.${section}`,
  columns: DECISIONS,
  rows: 2,
});

const quarterRows: readonly TableRow[] = [5, 4, 3, 2, 1, 0].map((back) => {
  const [from, end] = [`EDATE({#from},-${3 * back})`, `EOMONTH({#quarterEnd},-${3 * back})`];
  const to = back === 0 ? "{#to}" : end;
  const at = (column: string) => `{#quarters.q${back}.${column}}`;
  return {
    key: `q${back}`,
    cells: {
      quarter: `=TEXT(${from},"mmm")&"–"&TEXT(${end},"mmm yy")`,
      won: `=${known("Opportunities.outcome", wonAmount(from, to))}`,
      target: `=IF(${revenueTarget(from, end)}>0,${revenueTarget(from, end)},"")`,
      attainment: `=IF(AND(ISNUMBER(${at("won")}),ISNUMBER(${at("target")})),${at("won")}/${at("target")},"")`,
      arr: `=${known("Subscriptions.account", arrOn(to))}`,
    },
  };
});

/** Benchmark a step must reach under each profile: the lower end of the published median or range. */
const STEP_METRIC: Partial<Readonly<Record<FunnelStage, string>>> = {
  known: "Visitor → Known",
  mql: "Known → MQL",
  sal: "MQL → SAL",
  sql: "SAL → SQL",
  opportunity: "SQL → Opportunity",
  won: "Opportunity → Closed Won",
};
const expected = (stage: FunnelStage): string => {
  const metric = STEP_METRIC[stage];
  if (metric === undefined) return "";
  return `=IF({profile}="B",${publishedBound(metric, "Within benchmark", "B")},${publishedBound(metric, "Median")})`;
};

const funnelRow = (stage: FunnelStage, above?: FunnelStage): TableRow => {
  const passed = (days: readonly [string, string]) =>
    above ? `=${known("Leads.id", percent(reached(stage, ...days), reached(above, ...days)))}` : "";
  return {
    key: stage,
    cells: {
      stage: stageName[stage],
      now: `=${known("Leads.id", reached(stage, ...QUARTER))}`,
      rate: passed(QUARTER),
      rateBefore: passed(BEFORE),
      expected: expected(stage),
    },
  };
};
/** Visitors stand last and out of the chart: no stage leads to them. */
const funnelRows: readonly TableRow[] = [
  ...FUNNEL_STAGES.slice(1).map((stage, index) => funnelRow(stage, FUNNEL_STAGES[index])),
  { ...funnelRow("visitor"), total: true },
];

/** Six cohorts of leads by the month in which they became known, and how far each has come. */
const cohortRows: readonly TableRow[] = [5, 4, 3, 2, 1, 0].map((back) => {
  const from = `EDATE({#cohortMonth},-${back})`;
  const days = [from, `EOMONTH({#cohortMonth},-${back})`] as const;
  const share = (stage: FunnelStage) => `=${percent(reached(stage, ...days), reached("known", ...days))}`;
  return {
    key: `m${back}`,
    cells: {
      month: `=TEXT(${from},"mmm yy")`,
      leads: `=${known("Leads.id", reached("known", ...days))}`,
      mql: share("mql"),
      sql: share("sql"),
      opportunity: share("opportunity"),
      won: share("won"),
    },
  };
});

const ageRows: readonly TableRow[] = [
  ...AGES.map(([key, label, , condition]) => ({
    key,
    cells: {
      age: label,
      deals: `=${openDeals(`,${condition}`)}`,
      amount: `=${openAmount(`,${condition}`)}`,
      share: `=${percent(`{#age.${key}.amount}`, "{#age.total.amount}")}`,
    },
  })),
  {
    key: "none",
    cells: {
      age: "No expected close",
      deals: `=${openDeals()}-${openDeals(',{Opportunities.expectedClose},">0"')}`,
      amount: `=ROUND(${openAmount()}-${openAmount(',{Opportunities.expectedClose},">0"')},2)`,
      share: `=${percent("{#age.none.amount}", "{#age.total.amount}")}`,
    },
  },
  {
    key: "total",
    total: true,
    cells: { age: "Open pipeline", deals: `=${openDeals()}`, amount: `=${openAmount()}`, share: "" },
  },
];

/** A key that stays with the word, wherever the word stands in the list. Keys of ours have a low line, which no word's has. */
const slug = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-") || "none";
/** Deals of a word, by the cell that shows it: within a formula some words would not mean themselves. */
const ofWord = (table: "source" | "segment", key: string): string =>
  `,{Opportunities.${table}},${exactly(`{#${table}s.${key}.${table}}`)}`;
/** The words of the deals by their keys; of two spellings the one that is written more often. */
function byKey(words: readonly string[]): Map<string, string> {
  const keyed = new Map<string, string>();
  for (const word of words) if (!keyed.has(slug(word))) keyed.set(slug(word), word);
  return keyed;
}
const wordRows = (words: readonly string[], row: (key: string, word: string) => TableRow): TableRow[] =>
  [...byKey(words)].map(([key, word]) => row(key, word));

const segmentKeysOf = (segments: readonly string[]): string[] => [...byKey(segments).keys()];

const sourceRows = ({ sources }: WorkbookFacts): TableRow[] => {
  const listed = wordRows(sources, (key, word) => {
    const here = ofWord("source", key);
    return {
      key,
      cells: {
        source: word,
        created: `=${createdAmount(...QUARTER, here)}`,
        share: `=${percent(`{#sources.${key}.created}`, "{#sources.total_of_all.created}")}`,
        open: `=${openAmount(here)}`,
        rate: `=${winRate(...YEAR, here)}`,
      },
    };
  });
  const rest = (column: string, whole: string) =>
    `=ROUND(${[whole, ...listed.map(({ key }) => `{#sources.${key}.${column}}`)].join("-")},2)`;
  return [
    ...listed,
    {
      key: "other_sources",
      cells: {
        source: "Other or none",
        created: rest("created", "{#sources.total_of_all.created}"),
        share: `=${percent("{#sources.other_sources.created}", "{#sources.total_of_all.created}")}`,
        open: rest("open", "{#sources.total_of_all.open}"),
        rate: "",
      },
    },
    {
      key: "total_of_all",
      total: true,
      cells: {
        source: "All deals",
        created: `=${createdAmount(...QUARTER)}`,
        share: "",
        open: `=${openAmount()}`,
        rate: `=${winRate(...YEAR)}`,
      },
    },
  ];
};

const segmentRows = ({ segments }: WorkbookFacts): TableRow[] => {
  const row = (key: string, word: string, extra: string, sums: boolean): TableRow => {
    const at = (column: string) => `{#segments.${key}.${column}}`;
    const place = segmentKeys.indexOf(key) + 1;
    // A single cell that spills nothing has no place in a table of its own.
    const tier = segmentKeys.length === 1 ? "{#tiers}" : `{#tiers.${place}.1}`;
    // What all segments cost together is known from the periods; how it divides only the reader knows.
    const whole = (days: readonly [string, string]) => `=IF(${spend(...days)}>0,${spend(...days)},"")`;
    return {
      key,
      total: sums,
      cells: {
        segment: word,
        deals: `=${wonDeals(...QUARTER, extra)}`,
        won: `=${wonAmount(...QUARTER, extra)}`,
        average: `=${averageWon(...QUARTER, extra)}`,
        rate: `=${winRate(...QUARTER, extra)}`,
        cycle: `=${wonCycleDays(...QUARTER, extra)}`,
        spend: sums ? whole(QUARTER) : "",
        spendBefore: sums ? whole(BEFORE) : "",
        cac: `=IF(AND(SUM(${at("spend")})>0,${at("deals")}>0),${at("spend")}/${at("deals")},"")`,
        payback: `=IF(AND(ISNUMBER(${at("cac")}),ISNUMBER(${at("average")}),ISNUMBER({grossMargin})),IFERROR(${at("cac")}/(${at("average")}/12*{grossMargin}),""),"")`,
        usual: sums ? "" : `=IF({currency}="USD",IF(ISNUMBER(${tier}),"under "&${tier},""),"")`,
        magic: `=IF(SUM(${at("spendBefore")})>0,${at("won")}/${at("spendBefore")},"")`,
      },
    };
  };
  const segmentKeys = segmentKeysOf(segments);
  return [
    ...wordRows(segments, (key, word) => row(key, word, ofWord("segment", key), false)),
    row("total_of_all", "All deals", "", true),
  ];
};

const repRows = (facts: WorkbookFacts): TableRow[] =>
  facts.reps.map((_, index) => {
    const of = (column: string) => repCell(facts, index, column);
    const mine = `,${isRep(index)}`;
    const at = (column: string) => `{#reps.r${index}.${column}}`;
    const months = `((YEAR({#to})-YEAR(${of("hireDate")}))*12+MONTH({#to})-MONTH(${of("hireDate")})+1)`;
    return {
      key: `r${index}`,
      cells: {
        rep: `=${of("rep")}`,
        status: `=IF(AND(SUM(${of("leaveDate")})>0,${of("leaveDate")}<={#to}),"Left",IF(ISNUMBER(${at("months")}),IF(${at("months")}<{#rampedFrom},"Ramping","Ramped"),IF(${of("hireDate")}>0,"Joined later","")))`,
        months: `=IF(${of("hireDate")}>0,IF(${of("hireDate")}<={#to},${months},""),"")`,
        won: `=${wonAmount(...QUARTER, mine)}`,
        quota: `=IF(AND(ISNUMBER(${at("months")}),SUM(${of("quota")})>0),${of("quota")},"")`,
        attainment: `=IF(ISNUMBER(${at("quota")}),${at("won")}/${at("quota")},"")`,
        before: `=${wonAmount(...BEFORE, mine)}`,
        rate: `=${winRate(...YEAR, mine)}`,
        average: `=${averageWon(...YEAR, mine)}`,
        created: `=${createdAmount(...QUARTER, mine)}`,
        open: `=${openAmount(mine)}`,
      },
    };
  });

/** How many reps show a status at the quarter's end. */
const repsThat = ({ reps }: WorkbookFacts, condition: (index: number) => string): string =>
  reps.length === 0 ? "0" : reps.map((_, index) => `IF(${condition(index)},1,0)`).join("+");

/** Quotas of those in the job at the quarter's end. */
const quotas = ({ reps }: WorkbookFacts): string =>
  reps.length === 0 ? "0" : `SUM({#reps.r0.quota}:{#reps.r${reps.length - 1}.quota})`;

/** Next quarter's promise beside what the same figure came to. */
const planRow = (key: string, what: string, target: string, came: string, basis: string): TableRow => ({
  key,
  cells: {
    what,
    target: `=IF(${target}>0,${target},"")`,
    came: `=${came}`,
    change: `=IF(AND(ISNUMBER({#plan.${key}.target}),ISNUMBER({#plan.${key}.came})),IF({#plan.${key}.came}>0,{#plan.${key}.target}/{#plan.${key}.came}-1,""),"")`,
    basis,
  },
});

const toWin = `({quarterlyTarget}-${wonAmount("{quarterStart}", "{asOf}")})`;
const mqlsOf = known("Leads.id", `COUNTIFS(${within("Leads.mqlAt", ...QUARTER)})`);

const signalCard = (row: string): Tones => ({
  good: `={#${row}.signal}="Green"`,
  warn: `={#${row}.signal}="Yellow"`,
  bad: `={#${row}.signal}="Red"`,
});

/** Which payback is usual for each segment's deal size, in one call. */
function tierWorking({ segments }: WorkbookFacts): WorkingBlock["values"] {
  const keys = segmentKeysOf(segments);
  if (keys.length === 0) return [];
  return [
    { key: "deals", content: keys.map((key) => `={#segments.${key}.average}`) },
    {
      key: "tiers",
      content: `=IFERROR(REVOPS_ACV_TIER({#deals.1}:{#deals.${keys.length}},"payback"),"")`,
      rows: keys.length,
    },
  ];
}

/** A chart of no rep would be an empty frame. */
const repChart = ({ reps }: WorkbookFacts): Block[] =>
  reps.length === 0
    ? []
    : [
        {
          block: "chart",
          title: "Won against quota, rep by rep",
          type: "column",
          table: "reps",
          label: "rep",
          values: ["won", "quota"],
          colors: ["accent", "gold"],
          rows: 11,
        },
      ];

/** First month in the job in which a rep is worth a full one. */
const ramped = (profile: "A" | "B"): number =>
  RAMP_PROFILES[profile].find(({ share }) => share === 1)?.fromMonth ?? 1;

/** What the reps there can book next quarter; one without hire date or quota books nothing. */
function capacityWorking(facts: WorkbookFacts): WorkingBlock["values"] {
  const count = facts.reps.length;
  if (count === 0) return [{ key: "capacity", content: "" }];
  const list = (cell: (rep: number) => string) => facts.reps.map((_, index) => cell(index));
  const at = (column: string, rep: number) => repCell(facts, rep, column);
  const all = (key: string) => `{#${key}.1}:{#${key}.${count}}`;
  return [
    {
      key: "hired",
      content: list((row) => `=IF(${at("hireDate", row)}>0,${at("hireDate", row)},{#nextTo}+1)`),
    },
    {
      key: "yearlyQuota",
      content: list(
        (row) => `=IF(AND(${at("hireDate", row)}>0,${at("quota", row)}>0),${at("quota", row)}*4,0)`,
      ),
    },
    {
      key: "left",
      content: list((row) => `=IF(${at("leaveDate", row)}>0,${at("leaveDate", row)},{#nextTo})`),
    },
    {
      key: "capacity",
      content: `=IFERROR(REVOPS_PRODUCTIVE_CAPACITY(${all("hired")},${all("yearlyQuota")},${NEXT[0]},${NEXT[1]},{expectedAttainment},${all("left")},{profile},"total"),"")`,
    },
  ];
}

export const QUARTERLY_BUSINESS_REVIEW: Template = {
  id: "quarterly-business-review",
  title: "QBR",
  summary:
    "Quarterly business review in seven timed sections: results against plan, funnel, pipeline, efficiency, team, process and next quarter.",
  version: 1,
  blocks: (facts) => [
    {
      block: "title",
      title: "Quarterly business review",
      subtitle:
        '={companyName}&IF({companyName}="","","  ·  ")&TEXT({#from},"d mmm")&" to "&TEXT({#to},"d mmm yyyy")&IF({#to}<{#quarterEnd},", quarter still running","")&"  ·  as of "&TEXT({asOf},"d mmm yyyy")&"  ·  amounts in "&{currency}',
      control: {
        key: "quarter",
        label: "Quarter",
        initial: LAST,
        choices: [LAST, RUNNING],
        help: "Choose the quarter that is reviewed: every section follows.",
      },
      needs: [
        { column: "Opportunities.id", for: "results, pipeline and team" },
        { column: "Subscriptions.account", for: "ARR and retention" },
        { column: "Leads.id", for: "the funnel" },
        {
          column: "Periods.start",
          for: "targets and efficiency",
          how: "list periods with spend in Settings",
        },
        { column: "Reps.rep", for: "the team", how: "list reps in Settings" },
      ],
    },
    {
      block: "working",
      values: [
        ...repConditions(facts),
        {
          key: "from",
          content: `=IF({#quarter}="${RUNNING}",{quarterStart},EDATE({quarterStart},-3))`,
        },
        { key: "quarterEnd", content: "=EOMONTH({#from},2)" },
        { key: "to", content: "=MIN({#quarterEnd},{asOf})" },
        { key: "fullEnd", content: "=IF({#to}>={#quarterEnd},{#quarterEnd},EOMONTH({#quarterEnd},-3))" },
        { key: "gone", content: "=({#to}-{#from}+1)/({#quarterEnd}-{#from}+1)" },
        { key: "beforeFrom", content: "=EDATE({#from},-3)" },
        { key: "beforeTo", content: "={#from}-1" },
        { key: "nextFrom", content: "={#quarterEnd}+1" },
        { key: "nextTo", content: "=EOMONTH({#quarterEnd},3)" },
        { key: "cohortMonth", content: "=EOMONTH({#to},-1)+1" },
        COVERAGE_BOUNDS,
        { key: "rampedFrom", content: `=IF({profile}="B",${ramped("B")},${ramped("A")})` },
        ...boardWorking(PERIOD),
        ...measureWorking("results", RESULTS),
        ...capacityWorking(facts),
        ...tierWorking(facts),
      ],
    },
    {
      block: "table",
      key: "agenda",
      columns: [
        { key: "section", heading: "Agenda", span: 3, format: "text" },
        { key: "minutes", heading: "Minutes", format: "count" },
        { key: "starts", heading: "From minute", span: 2, format: "count" },
        { key: "question", heading: "Question it answers", span: 4, format: "text" },
        { key: "presenter", heading: "Presented by", span: 2, format: "text", input: true },
      ],
      rows: [
        ...AGENDA.map(([key, title, minutes, question], index) => ({
          key,
          cells: {
            section: `${index + 1}  ${title}`,
            minutes,
            starts: AGENDA.slice(0, index).reduce((sum, [, , before]) => sum + before, 0),
            question,
            presenter: "",
          },
        })),
        {
          key: "total",
          total: true,
          cells: {
            section: "Together",
            minutes: `=SUM({#agenda.results.minutes}:{#agenda.next.minutes})`,
            starts: "",
            question: "",
            presenter: "",
          },
        },
      ],
    },

    heading("results"),
    {
      block: "cards",
      cards: [
        {
          key: "won",
          label: "Revenue won",
          value: "={#results.revenue.now}",
          format: "money",
          note: '=IF({#results.revenue.green}="","No target in Settings","Target "&{#results.revenue.green})',
          tones: signalCard("results.revenue"),
        },
        {
          key: "arr",
          label: "ARR",
          value: "={#results.arr.now}",
          format: "money",
          note: '=IF(ISNUMBER({#results.arr.before}),"Opened at "&TEXT({#results.arr.before},"#,##0"),"Import subscriptions")',
        },
        {
          key: "netNew",
          label: "Net new ARR",
          value: "={#results.netNew.now}",
          format: "money",
          note: '=IF(ISNUMBER({#results.netNew.before}),"Quarter before: "&TEXT({#results.netNew.before},"#,##0"),"")',
        },
        {
          key: "nrr",
          label: "Net revenue retention",
          value: "={#results.nrr.now}",
          format: "share",
          note: '="Target "&{#results.nrr.green}&IF({#results.nrr.band}="","","; band: "&{#results.nrr.band})',
          tones: signalCard("results.nrr"),
        },
        {
          key: "payback",
          label: "CAC payback (months)",
          value: "={#results.payback.now}",
          format: "days",
          note: '="Target "&{#results.payback.green}&IF({#results.payback.band}="","; needs spend and margin","; band: "&{#results.payback.band})',
          tones: signalCard("results.payback"),
        },
        {
          key: "magic",
          label: "Magic number",
          value: "={#results.magic.now}",
          format: "multiple",
          note: '="Target "&{#results.magic.green}&IF({#results.magic.band}="","; needs spend","; band: "&{#results.magic.band})',
          tones: signalCard("results.magic"),
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "Revenue won against target, by quarter",
          type: "column",
          table: "quarters",
          label: "quarter",
          values: ["won", "target"],
          colors: ["accent", "gold"],
          rows: 9,
        },
      ],
      right: [
        {
          block: "table",
          key: "quarters",
          columns: [
            { key: "quarter", heading: "Quarter", span: 2, format: "text" },
            { key: "won", heading: "Won", format: "money" },
            { key: "target", heading: "Target", format: "money" },
            { key: "attainment", heading: "Attainment", format: "share" },
            { key: "arr", heading: "ARR at end", format: "money" },
          ],
          rows: quarterRows,
        },
      ],
    },
    {
      block: "table",
      key: "results",
      columns: [...measureColumns, { key: "basis", heading: "What it rests on", span: 3, format: "text" }],
      rows: measureRows("results", RESULTS),
    },
    signalTolerance,
    decisions("results"),

    heading("funnel"),
    {
      block: "halves",
      left: [
        {
          block: "table",
          key: "funnel",
          columns: [
            { key: "stage", heading: "Leads that reached", span: 2, format: "text" },
            { key: "now", heading: "In the quarter", format: "count" },
            { key: "rate", heading: "Of stage before", format: "share" },
            { key: "rateBefore", heading: "Quarter before", format: "share" },
            { key: "expected", heading: "Benchmark from", format: "share" },
          ],
          rows: funnelRows,
        },
      ],
      right: [
        {
          block: "table",
          key: "cohorts",
          columns: [
            { key: "month", heading: "Leads of", format: "text" },
            { key: "leads", heading: "Leads", format: "count" },
            { key: "mql", heading: "MQL", format: "share" },
            { key: "sql", heading: "SQL", format: "share" },
            { key: "opportunity", heading: "Opportunity", format: "share" },
            { key: "won", heading: "Won", format: "share" },
          ],
          rows: cohortRows,
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "Share of the stage before that came this far",
          type: "column",
          table: "funnel",
          label: "stage",
          values: ["rate", "rateBefore", "expected"],
          colors: ["accent", "accentLight", "gold"],
          rows: 11,
        },
      ],
      right: [
        {
          block: "chart",
          title: "How far each month's leads have come by now",
          type: "line",
          table: "cohorts",
          label: "month",
          values: ["mql", "sql", "opportunity", "won"],
          colors: ["grey", "accentLight", "accent", "good"],
          rows: 11,
        },
      ],
    },
    {
      block: "note",
      text: "Counted by the day on which a lead became known: the younger a month, the less time its leads have had. The benchmark is the lower end of the published median.",
    },
    decisions("funnel"),

    heading("pipeline"),
    {
      block: "cards",
      cards: [
        {
          key: "coverage",
          label: "Coverage of the running quarter",
          value: `=IF(SUM({quarterlyTarget})<=0,"–",IF(${toWin}<=0,"Target met",${dueAmount("{quarterEnd}")}/${toWin}))`,
          format: "multiple",
          note: '=IF(SUM({quarterlyTarget})<=0,"Set the target in Settings","Healthy from "&TEXT({coverageTarget},"0.0")&"x, thin below "&TEXT({coverageMinimum},"0.0")&"x")',
          tones: COVERAGE_TONES,
        },
        {
          key: "weighted",
          label: "Weighted pipeline",
          value: `=${weightedAmount()}`,
          format: "money",
          note: `="Of "&TEXT(${openAmount()},"#,##0")&" open, in "&TEXT(${openDeals()},"#,##0")&" deals"`,
        },
        {
          key: "created",
          label: "Pipeline created in the quarter",
          value: `=${createdAmount(...QUARTER)}`,
          format: "money",
          note: `=TEXT(${createdDeals(...QUARTER)},"#,##0")&" deals; quarter before: "&TEXT(${createdAmount(...BEFORE)},"#,##0")`,
        },
        {
          key: "stale",
          label: "30 days and more past close",
          value:
            '=IF({#age.total.amount}>0,({#age.ageing.amount}+{#age.stale.amount})/{#age.total.amount},"–")',
          format: "share",
          note: '=TEXT({#age.ageing.deals}+{#age.stale.deals},"#,##0")&" open deals whose close is long past"',
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "table",
          key: "age",
          columns: [
            { key: "age", heading: "Age of open deals", span: 3, format: "text" },
            { key: "deals", heading: "Deals", format: "count" },
            { key: "amount", heading: "Amount", format: "money" },
            { key: "share", heading: "Share", format: "share" },
          ],
          rows: ageRows,
        },
      ],
      right: [
        {
          block: "table",
          key: "sources",
          columns: [
            { key: "source", heading: "Source", span: 2, format: "text" },
            { key: "created", heading: "Created", format: "money" },
            { key: "share", heading: "Share", format: "share" },
            { key: "open", heading: "Open now", format: "money" },
            { key: "rate", heading: "Win rate", format: "share" },
          ],
          rows: sourceRows(facts),
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "Open pipeline by days past its expected close",
          type: "bar",
          table: "age",
          label: "age",
          values: ["amount"],
          rows: 10,
        },
      ],
      right: [
        {
          block: "chart",
          title: "Where the quarter's new pipeline came from",
          type: "column",
          table: "sources",
          label: "source",
          values: ["created"],
          rows: 10,
        },
      ],
    },
    {
      block: "note",
      text: "Coverage, age and open amounts are those of the as-of date, whichever quarter is chosen; win rates by source are of the twelve months to the quarter's end.",
    },
    decisions("pipeline"),

    heading("efficiency"),
    {
      block: "table",
      key: "segments",
      columns: [
        { key: "segment", heading: "Segment", format: "text" },
        { key: "deals", heading: "Won deals", format: "count" },
        { key: "won", heading: "Won amount", format: "money" },
        { key: "average", heading: "Average deal", format: "money" },
        { key: "rate", heading: "Win rate", format: "share" },
        { key: "cycle", heading: "Cycle, days", format: "days" },
        { key: "spend", heading: "Spend, this quarter", format: "money", input: true },
        { key: "spendBefore", heading: "Spend, quarter before", format: "money", input: true },
        { key: "cac", heading: "CAC per won deal", format: "money" },
        { key: "payback", heading: "Payback, months", format: "days" },
        { key: "usual", heading: "Usual for deal size", format: "days" },
        { key: "magic", heading: "Magic number", format: "multiple" },
      ],
      rows: segmentRows(facts),
    },
    {
      block: "note",
      text: `="Fill in what sales and marketing spent on each segment; the whole is that of Settings. Payback and magic number take a won amount as a year of revenue. What is usual for a deal size is published in US dollars. Won deals in none of these segments: "&TEXT(${["{#segments.total_of_all.deals}", ...segmentKeysOf(facts.segments).map((key) => `{#segments.${key}.deals}`)].join("-")},"#,##0")&"."`,
    },
    decisions("efficiency"),

    heading("team"),
    {
      block: "cards",
      cards: [
        {
          key: "teamAttainment",
          label: "Attainment of the team",
          value: `=IF(${quotas(facts)}>0,SUM({#won})/${quotas(facts)},"–")`,
          format: "share",
          note: `=IF(${quotas(facts)}>0,"Revenue won ÷ quotas of "&TEXT(${quotas(facts)},"#,##0")&", as they are now","List quotas in Settings")`,
        },
        {
          key: "atQuota",
          label: "Reps at quota",
          value: `=${repsThat(facts, (index) => `SUM({#reps.r${index}.attainment})>=1`)}`,
          format: "count",
          note: '="of "&TEXT(COUNT({Reps.quota}),"#,##0")&" with a quota"',
        },
        {
          key: "ramping",
          label: "Ramping",
          value: `=${repsThat(facts, (index) => `{#reps.r${index}.status}="Ramping"`)}`,
          format: "count",
          note: '="Before month "&{#rampedFrom}&" in the job"',
        },
        {
          key: "attrition",
          label: "Left in twelve months",
          value: `=COUNTIFS({Reps.leaveDate},">="&${YEAR[0]},{Reps.leaveDate},"<"&${YEAR[1]}+1)`,
          format: "count",
          note: '=IF(COUNT({Reps.hireDate})=0,"List hire and leave dates in Settings",TEXT({#attrition}/COUNT({Reps.hireDate}),"0%")&" of all who were listed")',
        },
      ],
    },
    {
      block: "table",
      key: "reps",
      columns: [
        { key: "rep", heading: "Rep", span: 2, format: "text" },
        {
          key: "status",
          heading: "Status",
          format: "text",
          tones: { warn: '={this}="Ramping"', bad: '={this}="Left"' },
        },
        { key: "months", heading: "Month in job", format: "count" },
        { key: "won", heading: "Won", format: "money" },
        { key: "quota", heading: "Quota", format: "money" },
        {
          key: "attainment",
          heading: "Attainment",
          format: "share",
          tones: { good: "=AND(ISNUMBER({this}),{this}>=1)" },
        },
        { key: "before", heading: "Won, quarter before", format: "money" },
        { key: "rate", heading: "Win rate, 12 months", format: "share" },
        { key: "average", heading: "Average deal", format: "money" },
        { key: "created", heading: "Pipeline created", format: "money" },
        { key: "open", heading: "Open now", format: "money" },
      ],
      rows: repRows(facts),
    },
    ...repChart(facts),
    decisions("team"),

    heading("process"),
    {
      block: "fill",
      key: "process",
      columns: [
        { key: "changed", heading: "What changed this quarter", span: 4, format: "text" },
        { key: "planned", heading: "What is planned", span: 4, format: "text" },
        { key: "owner", heading: "Owner", span: 1, format: "text" },
        { key: "due", heading: "Due", span: 1, format: "date" },
        {
          key: "status",
          heading: "Status",
          span: 2,
          format: "text",
          choices: ["Planned", "In progress", "Live", "Dropped"],
        },
      ],
      rows: 5,
    },
    decisions("process"),

    heading("next"),
    {
      block: "table",
      key: "plan",
      columns: [
        { key: "what", heading: "Promise for next quarter", span: 3, format: "text" },
        { key: "target", heading: "Target", span: 2, format: "money" },
        { key: "came", heading: "Came to", span: 2, format: "money" },
        { key: "change", heading: "To grow by", format: "share" },
        { key: "basis", heading: "What it rests on", span: 4, format: "text" },
      ],
      rows: [
        planRow(
          "revenue",
          "Revenue to win",
          revenueTarget(...NEXT),
          "{#results.revenue.now}",
          '="Settings, periods from "&TEXT({#nextFrom},"d mmm")&" to "&TEXT({#nextTo},"d mmm yyyy")',
        ),
        planRow(
          "arr",
          "New and expansion ARR",
          newArrTarget(...NEXT),
          "{#results.added.now}",
          "The same list",
        ),
        planRow(
          "pipeline",
          "Pipeline to create",
          pipelineTarget(...NEXT),
          createdAmount(...QUARTER),
          "The same list",
        ),
        {
          ...planRow("mqls", "MQLs", mqlTarget(...NEXT), mqlsOf, "The same list"),
          formats: { target: "count", came: "count" },
        },
        {
          key: "capacity",
          cells: {
            what: "Capacity of the team",
            target: '=IF(ISNUMBER({#capacity}),{#capacity},"")',
            came: "",
            change:
              '=IF(AND(ISNUMBER({#plan.capacity.target}),ISNUMBER({#plan.revenue.target})),{#plan.capacity.target}/{#plan.revenue.target}-1,"")',
            basis:
              '="Quotas × "&TEXT({expectedAttainment},"0%")&" attainment × ramp; last figure: against the target"',
          },
        },
        {
          key: "gap",
          total: true,
          cells: {
            what: "Target without capacity behind it",
            target:
              '=IF(AND(ISNUMBER({#plan.capacity.target}),ISNUMBER({#plan.revenue.target})),MAX(0,{#plan.revenue.target}-{#plan.capacity.target}),"")',
            came: "",
            change: "",
            basis:
              '=IF(ISNUMBER({#plan.gap.target}),IF({#plan.gap.target}>0,"Hire, raise productivity or lower the promise","The team can bring it"),"Needs quotas, hire dates and a target in Settings")',
          },
        },
      ],
    },
    { block: "section", title: "Key bets" },
    {
      block: "fill",
      key: "bets",
      columns: [
        { key: "bet", heading: "What we bet on", span: 5, format: "text" },
        { key: "measure", heading: "How we will know", span: 3, format: "text" },
        { key: "owner", heading: "Owner", span: 2, format: "text" },
        { key: "due", heading: "By", span: 2, format: "date" },
      ],
      rows: 4,
    },
    decisions("next"),
  ],
};
