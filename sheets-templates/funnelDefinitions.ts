import type { Content, TableRow, Template } from "../src/templates/template.js";
import { averageWon, createdDeals } from "./figures/deals.js";
import {
  FUNNEL_STAGES,
  FUNNEL_STEPS,
  type FunnelStage,
  type FunnelStep,
  reachedOrBeyond,
  stageName,
  stepName,
} from "./figures/funnel.js";
import { bandFrom, bandTones } from "./figures/funnelBands.js";
import { byProfile, STAGE_DEFINITIONS } from "./figures/funnelStages.js";
import { promiseRows, promiseWorking } from "./figures/leadPromises.js";
import { within } from "./figures/period.js";

/** Where the funnel loses leads, what mending it would bring, and the words that everybody agrees on. */

const PERIODS = ["Last 12 months", "This quarter", "Last quarter", "All"] as const;
const CHOSEN = ["{#from}", "{#to}"] as const;
const YEAR = ["(EDATE({asOf},-12)+1)", "{asOf}"] as const;

const stageAt = (stage: FunnelStage) => FUNNEL_STAGES.indexOf(stage) + 1;
const name = (place: number) => `{#names.${place}}`;
const count = (place: number) => `{#counts.${place}}`;

/** A column of the diagnosis: Stage, Count, Conversion, Band, Bottleneck, Extra won deals. */
const DIAGNOSED = 8;
const diagnosed = (column: number) => `{#diagnosis.1.${column}}:{#diagnosis.${DIAGNOSED}.${column}}`;
/** The row of the stage that a step leads to: it stands one higher where visitors are not counted. */
const ofStep = (step: number, column: number) => `INDEX(${diagnosed(column)},${step}+{#visited})`;
const number = (formula: string) => `=IF(ISNUMBER(${formula}),${formula},"")`;
const whereFound = (formula: string, otherwise = '""') => `IF({#worst}=0,${otherwise},${formula})`;
const worst = (column: number) => `INDEX(${diagnosed(column)},{#worst})`;

const stepRow = (
  step: FunnelStep | "whole",
  index: number,
  into: string,
  on: string,
  title: Content,
): TableRow => {
  const conversion = `{#steps.${step}.conversion}`;
  const found = ofStep(index, 5);
  return {
    key: step,
    total: step === "whole",
    cells: {
      step: title,
      band: `=IFERROR(${ofStep(index, 4)}&"","")`,
      into: `=${into}`,
      on: `=${on}`,
      conversion: number(`IFERROR(${ofStep(index, 3)},"")`),
      median: `=${bandFrom(step, 1)}`,
      top: `=${bandFrom(step, 2)}`,
      best: `=${bandFrom(step, 3)}`,
      finding: `=IF(ISNUMBER(${conversion}),${step === "whole" ? '""' : `${found}&""`},"")`,
      extra: step === "whole" ? "" : number(`IFERROR(${ofStep(index, 6)},"")`),
      worth:
        step === "whole"
          ? ""
          : `=IF(AND(ISNUMBER({#steps.${step}.extra}),ISNUMBER({#average})),{#steps.${step}.extra}*{#average},"")`,
    },
  };
};
const counted = (place: number) => `IF(ISNUMBER(${count(place)}),${count(place)},"")`;
const stepRows: readonly TableRow[] = [
  ...FUNNEL_STEPS.map((step, index) => {
    const visitors = (cell: string) => (step === "visitor" ? `IF({#visited}=1,${cell},"")` : cell);
    return stepRow(
      step,
      index + 1,
      visitors(counted(index + 1)),
      visitors(counted(index + 2)),
      stepName[step],
    );
  }),
  stepRow("whole", 7, counted(stageAt("mql")), counted(stageAt("won")), "MQL → Closed Won"),
];

const stageRow = (stage: FunnelStage): TableRow => {
  const place = stageAt(stage);
  const at = (column: string) => `{#stages.${stage}.${column}}`;
  const required = (call: string, column: number) => `{#${call}.${place}.${column}}`;
  return {
    key: stage,
    total: stage === "visitor",
    cells: {
      stage: `=${name(place)}`,
      reached: `=${stage === "visitor" ? `IF({#visited}=1,${count(place)},"")` : counted(place)}`,
      pace: `=IF(AND(ISNUMBER(${at("reached")}),ISNUMBER({#days})),${at("reached")}/{#days}*({quarterEnd}-{quarterStart}+1),"")`,
      needed: number(required("needed", 2)),
      short: `=IF(AND(ISNUMBER(${at("pace")}),ISNUMBER(${at("needed")})),MAX(0,ROUND(${at("needed")}-${at("pace")},0)),"")`,
      atMedian: number(required("neededAtMedian", 2)),
      rate: number(required("needed", 3)),
      rateFrom: `=IF(ISNUMBER(${required("needed", 3)}),IF(${required("needed", 4)}="given","your own","published"),"")`,
    },
  };
};
/** Visitors stand last and out of the chart: beside them no other stage could be seen. */
const stageRows = [...FUNNEL_STAGES.slice(1), "visitor" as const].map(stageRow);

const goalRow = (key: string, what: string, format: "money" | "share", figure: string): TableRow => ({
  key,
  formats: { found: format, yours: format, used: format },
  cells: {
    what,
    found: `=IFERROR(IF(ISNUMBER(${figure}),${figure},"–"),"–")`,
    yours: "",
    used: `=IF(ISNUMBER({#goal.${key}.yours}),{#goal.${key}.yours},{#goal.${key}.found})`,
  },
});
const goal = (key: string) => `{#goal.${key}.used}`;
const fromLeads = `IF(${createdDeals(...YEAR)}=0,"",MIN(1,COUNTIFS(${within("Leads.opportunityAt", ...YEAR)})/${createdDeals(...YEAR)}))`;

/** Reasons listed in Settings that are looked at, and those shown, the most frequent first. */
const REASONS = 12;
const REASONS_SHOWN = 6;
const rejected = (extra = "") => `COUNTIFS(${within("Leads.rejectedAt", ...CHOSEN)}${extra})`;
const listedReasons = `{#reasonCounts.1}:{#reasonCounts.${REASONS}}`;
const reasonRows: readonly TableRow[] = [
  ...Array.from({ length: REASONS_SHOWN }, (_, index) => {
    const place = `{#reasonPlaces.${index + 1}}`;
    const reason = `INDEX({RejectionReasons.reason},${place})`;
    return {
      key: `r${index + 1}`,
      cells: {
        reason: `=IF(${place}="","",${reason})`,
        leads: `=IF(${place}="","",${rejected(`,{Leads.rejectionReason},${reason}`)})`,
        share: `=IF(${place}="","",{#reasons.r${index + 1}.leads}/{#reasons.all.leads})`,
      },
    };
  }),
  {
    key: "other",
    cells: {
      reason: "Other reasons",
      leads: `={#reasons.all.leads}-{#reasons.none.leads}-SUM({#reasons.r1.leads}:{#reasons.r${REASONS_SHOWN}.leads})`,
      share: '=IF({#reasons.all.leads}=0,"",{#reasons.other.leads}/{#reasons.all.leads})',
    },
  },
  {
    key: "none",
    cells: {
      reason: "No reason given",
      leads: `=${rejected(',{Leads.rejectionReason},""')}`,
      share: '=IF({#reasons.all.leads}=0,"",{#reasons.none.leads}/{#reasons.all.leads})',
    },
  },
  {
    key: "all",
    total: true,
    cells: {
      reason: "Leads rejected",
      leads: `=${rejected()}`,
      share: "",
    },
  },
];

const definitionRows: readonly TableRow[] = STAGE_DEFINITIONS.map((stage) => ({
  key: stage.key,
  cells: {
    stage: byProfile(stage, "name"),
    definition: byProfile(stage, "definition"),
    criteria: byProfile(stage, "criteria"),
    owner: byProfile(stage, "owner"),
    promise: byProfile(stage, "promise"),
    agreedBy: "",
    agreedOn: "",
  },
}));

const finding = [
  'IF(COUNTA({Leads.id})=0,"Import leads to see where the funnel holds them up"',
  'IF({#worst}=0,IF({#judged}=0,"No lead of this period has moved far enough to judge a step","No step is in the lowest band: nothing holds the funnel up")',
  `{#worstStep}&" holds the funnel up: "&TEXT({#worstRate},"0%")&" of "&TEXT({#worstInto},"#,##0")&" go on, "&IF({profile}="B","the benchmark","the median")&" begins at "&TEXT({#worstMedian},"0%")))`,
].join(",");

export const FUNNEL_DEFINITIONS: Template = {
  id: "funnel-definitions",
  title: "Funnel definitions and diagnosis",
  summary:
    "Where the funnel holds leads up, what mending it would win, the volume the target takes, and the stage definitions to sign off.",
  version: 1,
  blocks: () => [
    {
      block: "title",
      title: "Funnel definitions and diagnosis",
      subtitle:
        '={companyName}&IF({companyName}="","","  ·  ")&"leads that became known "&IF({#period}="All","up to ",TEXT({#from},"d mmm yyyy")&" to ")&TEXT({#to},"d mmm yyyy")&", and how far they have come by "&TEXT({asOf},"d mmm yyyy")&"  ·  profile "&{profile}',
      control: {
        key: "period",
        label: "Period",
        initial: PERIODS[0],
        choices: PERIODS,
        help: "Choose which leads are followed: by the day on which they became known.",
      },
      needs: [
        { column: "Leads.id", for: "diagnosis, rejections and response times" },
        {
          column: "Periods.visitors",
          for: "visitors",
          how: "list website visitors by period in Settings",
        },
        { column: "Opportunities.id", for: "the volume that the target takes" },
      ],
    },
    {
      block: "working",
      values: [
        {
          key: "from",
          content:
            '=IF({#period}="This quarter",{quarterStart},IF({#period}="Last quarter",EDATE({quarterStart},-3),IF({#period}="All",1,EDATE({asOf},-12)+1)))',
        },
        { key: "to", content: '=IF({#period}="Last quarter",{quarterStart}-1,{asOf})' },
        { key: "names", content: FUNNEL_STAGES.map((stage) => stageName[stage]) },
        {
          key: "counts",
          content: FUNNEL_STAGES.map(
            (stage) => `=IF(COUNTA({Leads.id})=0,"",${reachedOrBeyond(stage, ...CHOSEN)})`,
          ),
        },
        // Fewer visitors than people known can only mean that they were not all counted.
        { key: "visited", content: `=IF(SUM(${count(1)})=0,0,IF(${count(1)}>=${count(2)},1,0))` },
        {
          key: "diagnosis",
          content: `=IF(COUNTA({Leads.id})=0,"",IFERROR(REVOPS_FUNNEL(IF({#visited}=1,${name(1)}:${name(7)},${name(2)}:${name(7)}),IF({#visited}=1,${count(1)}:${count(7)},${count(2)}:${count(7)}),{profile},FALSE),""))`,
          rows: DIAGNOSED,
          columns: 6,
        },
        { key: "judged", content: `=COUNT(${diagnosed(3)})` },
        {
          key: "worst",
          content: `=IFERROR(MATCH("Fix first",${diagnosed(5)},0),IFERROR(MATCH("Bottleneck",${diagnosed(5)},0),0))`,
        },
        {
          key: "worstStep",
          content: `=${whereFound("INDEX({#steps.visitor.step}:{#steps.opportunity.step},{#worst}-{#visited})")}`,
        },
        { key: "worstRate", content: `=${whereFound(worst(3))}` },
        { key: "worstInto", content: `=${whereFound(`INDEX(${diagnosed(2)},{#worst}-1)`)}` },
        {
          key: "worstMedian",
          content: `=${whereFound("INDEX({#steps.visitor.median}:{#steps.opportunity.median},{#worst}-{#visited})")}`,
        },
        { key: "worstExtra", content: `=${whereFound(`IF(ISNUMBER(${worst(6)}),${worst(6)},"")`)}` },
        { key: "average", content: `=${averageWon(...YEAR)}` },
        {
          key: "days",
          content:
            '=IF(COUNT({Leads.created})=0,"",IF({#to}<MIN({Leads.created}),"",{#to}-MAX({#from},ROUND(MIN({Leads.created})-0.5,0))+1))',
        },
        {
          key: "deals",
          content: `=IF(COUNT(${goal("target")},${goal("average")},${goal("share")})<3,"",IF(MIN(${goal("target")},${goal("average")},${goal("share")})<=0,"",${goal("target")}*${goal("share")}/${goal("average")}))`,
        },
        {
          // A rate of 0% would ask for endless volume: the published one stands in.
          key: "rates",
          content: FUNNEL_STEPS.map(
            (step) =>
              `=IF(ISNUMBER({#steps.${step}.conversion}),IF({#steps.${step}.conversion}>0,{#steps.${step}.conversion},""),"")`,
          ),
        },
        {
          key: "needed",
          content: `=IFERROR(REVOPS_FUNNEL_REQUIRED({#deals},${name(1)}:${name(6)},{#rates.1}:{#rates.6},{profile},FALSE),"")`,
          rows: 7,
          columns: 4,
        },
        {
          key: "neededAtMedian",
          content: `=IFERROR(REVOPS_FUNNEL_REQUIRED({#deals},${name(1)}:${name(6)},,{profile},FALSE),"")`,
          rows: 7,
          columns: 4,
        },
        {
          // Later reasons weigh a hair less, so that no two of the list count the same.
          key: "reasonCounts",
          content: Array.from({ length: REASONS }, (_, index) => {
            const reason = `INDEX({RejectionReasons.reason},${index + 1})`;
            return `=IFERROR(IF(${reason}="",0,${rejected(`,{Leads.rejectionReason},${reason}`)}-${index + 1}/1000),0)`;
          }),
        },
        {
          key: "reasonPlaces",
          content: Array.from(
            { length: REASONS_SHOWN },
            (_, index) =>
              `=IF(LARGE(${listedReasons},${index + 1})<=0,"",MATCH(LARGE(${listedReasons},${index + 1}),${listedReasons},0))`,
          ),
        },
        ...promiseWorking(...CHOSEN),
      ],
    },
    {
      block: "cards",
      cards: [
        {
          key: "bottleneck",
          label: "Mend first",
          value: '=IF({#worst}=0,"–",{#worstStep})',
          format: "text",
          note: '=IF({#worst}=0,IF({#judged}=0,"Needs leads of this period","No step in the lowest band"),TEXT({#worstRate},"0.0%")&" of "&TEXT({#worstInto},"#,##0")&" go on; "&IF({profile}="B","benchmark","median")&" from "&TEXT({#worstMedian},"0%"))',
          tones: { bad: "={#worst}>0" },
        },
        {
          key: "gain",
          label: "Won deals that mending it would add",
          value: '=IF(ISNUMBER({#worstExtra}),{#worstExtra},"–")',
          format: "count",
          note: `=IF(ISNUMBER({#worstExtra}),"Beside "&TEXT(${count(7)},"#,##0")&" won"&IF(AND({#worstExtra}>0,ISNUMBER({#average})),", about "&TEXT({#worstExtra}*{#average},"#,##0")&" "&{currency}&" at the average deal",""),"")`,
        },
        {
          key: "whole",
          label: "MQL → Closed Won",
          value: '=IF(ISNUMBER({#steps.whole.conversion}),{#steps.whole.conversion},"–")',
          format: "share",
          note: '=IF(ISNUMBER({#steps.whole.conversion}),TEXT({#steps.whole.on},"#,##0")&" won of "&TEXT({#steps.whole.into},"#,##0")&" MQLs"&IF({#steps.whole.band}="","","; band: "&{#steps.whole.band}),"Needs MQLs in this period")',
        },
        {
          key: "mqls",
          label: "MQLs a quarter that the target takes",
          value: '=IF(ISNUMBER({#stages.mql.needed}),{#stages.mql.needed},"–")',
          format: "count",
          note: '=IF(ISNUMBER({#stages.mql.needed}),"At your own rates; pace is "&TEXT({#stages.mql.pace},"#,##0")&" a quarter","Needs a quarterly target and won deals, or your own figures below")',
          tones: {
            bad: "=AND(ISNUMBER({this}),ISNUMBER({#stages.mql.pace}),{#stages.mql.pace}<{this})",
            good: "=AND(ISNUMBER({this}),ISNUMBER({#stages.mql.pace}),{#stages.mql.pace}>={this})",
          },
        },
      ],
    },
    {
      block: "section",
      title: `=${finding}`,
      help: "A step in the lowest published band is a bottleneck. Mend the one that costs most deals before anything else.",
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "How many leads came how far",
          type: "bar",
          table: "stages",
          label: "stage",
          values: ["reached"],
          rows: 13,
        },
      ],
      right: [
        {
          block: "chart",
          title: "Share that goes on, beside where the median begins",
          type: "column",
          table: "steps",
          label: "step",
          values: ["conversion", "median"],
          colors: ["accent", "gold"],
          rows: 13,
        },
      ],
    },
    {
      block: "table",
      key: "steps",
      columns: [
        { key: "step", heading: "Step", span: 2, format: "text" },
        {
          key: "finding",
          heading: "Finding",
          format: "text",
          tones: { bad: '={this}="Fix first"', warn: '={this}="Bottleneck"' },
        },
        { key: "band", heading: "Band", format: "text", tones: bandTones },
        { key: "into", heading: "Came in", format: "count" },
        { key: "on", heading: "Went on", format: "count" },
        { key: "conversion", heading: "Conversion", format: "share" },
        { key: "median", heading: '=IF({profile}="B","Benchmark from","Median from")', format: "share" },
        { key: "top", heading: '=IF({profile}="B","Above it over","Top 25% from")', format: "share" },
        { key: "best", heading: '=IF({profile}="B","","World-class from")', format: "share" },
        { key: "extra", heading: "Extra won deals", format: "days" },
        { key: "worth", heading: "Worth", format: "money" },
      ],
      rows: stepRows,
    },
    {
      block: "note",
      text: `="Extra won deals: if the step alone rose to where "&IF({profile}="B","the benchmark","the median")&" begins. Who reached a stage, by date or status, has passed all before it. "&IF(AND(SUM(${count(1)})>0,{#visited}=0),"Visitors are left out: fewer are listed than people became known. ","")&"Left out: "&TEXT(COUNTA({Leads.id})-COUNT({Leads.created}),"#,##0")&" leads without the day on which they became known. Leads of the last weeks are still on their way, so short periods look worse than they will end."`,
    },
    {
      block: "section",
      title: "What the target takes",
      help: "Back from the deals to be won to the volume of each stage. What you type in the yellow cells counts instead of what was found.",
    },
    {
      block: "halves",
      left: [
        {
          block: "table",
          key: "goal",
          columns: [
            { key: "what", heading: "In a quarter", span: 3, format: "text" },
            { key: "found", heading: "Found", format: "money" },
            { key: "yours", heading: "Your own", format: "money", input: true },
            { key: "used", heading: "Counts", format: "money" },
          ],
          rows: [
            goalRow("target", "Revenue to win", "money", "{quarterlyTarget}"),
            goalRow("average", "Average won deal, 12 months", "money", "{#average}"),
            goalRow("share", "Deals that come from leads", "share", fromLeads),
          ],
        },
        {
          block: "note",
          text: '=IF(ISNUMBER({#deals}),TEXT({#deals},"#,##0.0")&" deals are to come from leads: revenue ÷ average deal × share of deals created from a lead. ","Fill in the quarterly target in Settings or your own figures here. ")&"Pace: what the chosen period brought, by the length of a quarter."',
        },
      ],
      right: [
        {
          block: "chart",
          title: "A quarter's pace, and what the target takes",
          type: "bar",
          table: "stages",
          label: "stage",
          values: ["pace", "needed"],
          colors: ["accent", "gold"],
          rows: 10,
        },
      ],
    },
    {
      block: "table",
      key: "stages",
      columns: [
        { key: "stage", heading: "Stage", span: 3, format: "text" },
        { key: "reached", heading: "Reached in period", format: "count" },
        { key: "pace", heading: "Pace a quarter", format: "count" },
        { key: "needed", heading: "Target takes", format: "count" },
        {
          key: "short",
          heading: "Short by",
          format: "count",
          tones: { bad: "=AND(ISNUMBER({this}),{this}>0)", good: "=AND(ISNUMBER({this}),{this}=0)" },
        },
        {
          key: "atMedian",
          heading: '=IF({profile}="B","At benchmark","At the median")',
          format: "count",
        },
        { key: "rate", heading: "Rate to next", format: "share" },
        { key: "rateFrom", heading: "Rate is", span: 3, format: "text" },
      ],
      rows: stageRows,
    },
    {
      block: "halves",
      left: [
        {
          block: "section",
          title: "Why sales gave leads back",
          help: "Leads rejected in the period, by the reasons listed in Settings.",
        },
        {
          block: "table",
          key: "reasons",
          columns: [
            { key: "reason", heading: "Reason", span: 4, format: "text" },
            { key: "leads", heading: "Leads", format: "count" },
            { key: "share", heading: "Share", format: "share" },
          ],
          rows: reasonRows,
        },
      ],
      right: [
        {
          block: "section",
          title: "How fast leads are passed on",
          help: "By the clock: nights and weekends count, so promises in business hours are kept at least so often.",
        },
        {
          block: "table",
          key: "promises",
          columns: [
            { key: "promise", heading: "Promise", span: 2, format: "text" },
            { key: "limit", heading: "Within", format: "text" },
            { key: "median", heading: "Median", format: "text" },
            { key: "cases", heading: "Leads", format: "count" },
            { key: "kept", heading: "Kept", format: "share" },
          ],
          rows: promiseRows(...CHOSEN),
        },
      ],
    },
    {
      block: "section",
      title: "What each stage means",
      help: '="Profile "&{profile}&". Whoever answers for a stage signs it off in the yellow cells; after a change of profile, sign off anew."',
    },
    {
      block: "table",
      key: "definitions",
      columns: [
        { key: "stage", heading: "Stage", format: "text", wrap: true },
        { key: "definition", heading: "What it means", span: 3, format: "text", wrap: true },
        { key: "criteria", heading: "Criteria", span: 3, format: "text", wrap: true },
        { key: "owner", heading: "Owner", format: "text", wrap: true },
        { key: "promise", heading: "Promise", span: 2, format: "text", wrap: true },
        { key: "agreedBy", heading: "Agreed by", format: "text", input: true, wrap: true },
        { key: "agreedOn", heading: "Agreed on", format: "date", input: true },
      ],
      rows: definitionRows,
    },
    {
      block: "note",
      text: `=COUNTA({#definitions.visitor.agreedOn}:{#definitions.lost.agreedOn})&" of ${STAGE_DEFINITIONS.length} stages are signed off with a date."`,
    },
  ],
};
