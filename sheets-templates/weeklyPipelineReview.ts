import { exactly } from "../src/templates/formula.js";
import type { TableRow, Template, WorkbookFacts } from "../src/templates/template.js";
import { FORECAST_CATEGORIES } from "../src/workbook/opportunities.js";
import { AGES } from "./figures/ageing.js";
import { COVERAGE_BOUNDS, COVERAGE_TONES } from "./figures/coverageTones.js";
import { isRep, isStage, repCell, repConditions, stageCell, stageConditions } from "./figures/lists.js";

/** The manager's weekly hour on the pipeline: forecast, deals at risk, what moved this week, what to do next. */

const TEAM = "Whole team";

/** Conditions shared by every figure: open deals, and the deals of whoever the reader chose. */
const open = '{Opportunities.outcome},"Open",{Opportunities.owner},{#who}';
const won = '{Opportunities.outcome},"Won",{Opportunities.owner},{#who}';
const lost = '{Opportunities.outcome},"Lost",{Opportunities.owner},{#who}';
const amount = "{Opportunities.amount}";
const mine = `((({#rep}="${TEAM}")+({Opportunities.owner}={#rep}))>0)`;
const known = '">-1E+99"';

const between = (column: string, from: string, to: string) =>
  `{Opportunities.${column}},">="&${from},{Opportunities.${column}},"<"&${to}`;

const thisWeek = (column: string) => between(column, "{weekStart}", "{weekEnd}+1");
const lastWeek = (column: string) => between(column, "{weekStart}-7", "{weekStart}");
const thisQuarter = (column: string) => between(column, "{quarterStart}", "{quarterEnd}+1");

const weighted = (extra: string) =>
  `SUMPRODUCT(({Opportunities.outcome}="Open")*${mine}${extra}*${amount}*{Opportunities.probability})`;

const categoryRows: readonly TableRow[] = FORECAST_CATEGORIES.map((category) => ({
  key: category.replace(/ /g, ""),
  cells: {
    category,
    deals: `=COUNTIFS(${open},{Opportunities.forecastCategory},"${category}")`,
    amount: `=SUMIFS(${amount},${open},{Opportunities.forecastCategory},"${category}")`,
    weighted: `=${weighted(`*({Opportunities.forecastCategory}="${category}")`)}`,
  },
}));

const categoryTotal = (column: string) =>
  FORECAST_CATEGORIES.map((category) => `{#forecast.${category.replace(/ /g, "")}.${column}}`).join("+");

const pushed = (from: string, to: string, factor: string) =>
  `=SUMPRODUCT(({Opportunities.closeMoved}>=${from})*({Opportunities.closeMoved}<${to})*({Opportunities.expectedClose}>{Opportunities.previousClose})*${mine}${factor})`;

const weekRow = (key: string, label: string, column: string, conditions: string): TableRow => ({
  key,
  cells: {
    event: label,
    deals: `=COUNTIFS(${conditions},${thisWeek(column)})`,
    amount: `=SUMIFS(${amount},${conditions},${thisWeek(column)})`,
    dealsBefore: `=COUNTIFS(${conditions},${lastWeek(column)})`,
    amountBefore: `=SUMIFS(${amount},${conditions},${lastWeek(column)})`,
  },
});

const monthRows: readonly TableRow[] = [5, 4, 3, 2, 1, 0].map((back) => {
  const from = `EDATE(DATE(YEAR({asOf}),MONTH({asOf}),1),-${back})`;
  const inMonth = between("closed", from, `EDATE(${from},1)`);
  const row = `{#months.m${back}.won}`;
  const lostDeals = `{#months.m${back}.lost}`;
  return {
    key: `m${back}`,
    cells: {
      month: `=TEXT(${from},"mmm yyyy")`,
      amount: `=SUMIFS(${amount},${won},${inMonth})`,
      won: `=COUNTIFS(${won},${inMonth})`,
      lost: `=COUNTIFS(${lost},${inMonth})`,
      rate: `=IF(${row}+${lostDeals}=0,"",${row}/(${row}+${lostDeals}))`,
    },
  };
});

const stageRows = (facts: WorkbookFacts): readonly TableRow[] =>
  facts.stages.map((_, index) => {
    const here = `${open},${isStage(index)}`;
    return {
      key: `s${index}`,
      cells: {
        stage: `=${stageCell(facts, index)}`,
        deals: `=COUNTIFS(${here})`,
        amount: `=SUMIFS(${amount},${here})`,
        unknown: `=COUNTIFS(${here})-COUNTIFS(${here},${amount},${known})`,
      },
    };
  });

const repRows = (facts: WorkbookFacts): readonly TableRow[] =>
  facts.reps.map((_, index) => {
    const quota = repCell(facts, index, "quota");
    const at = (column: string) => `{#reps.r${index}.${column}}`;
    const of = (outcome: string) => `${isRep(index)},{Opportunities.outcome},"${outcome}"`;
    const openDeals = of("Open");
    return {
      key: `r${index}`,
      cells: {
        rep: `=${repCell(facts, index)}`,
        deals: `=COUNTIFS(${openDeals})`,
        open: `=SUMIFS(${amount},${openDeals})`,
        commit: `=SUMIFS(${amount},${openDeals},{Opportunities.forecastCategory},"Commit")`,
        best: `=SUMIFS(${amount},${openDeals},{Opportunities.forecastCategory},"Best Case")`,
        won: `=SUMIFS(${amount},${of("Won")},${thisQuarter("closed")})`,
        quota: `=IF(${quota}>0,${quota},"")`,
        attainment: `=IF(${at("quota")}="","",${at("won")}/${at("quota")})`,
        coverage: `=IF(${at("quota")}="","",IF(${at("quota")}<=${at("won")},"met",SUMIFS(${amount},${openDeals},{Opportunities.expectedClose},"<"&{quarterEnd}+1)/(${at("quota")}-${at("won")})))`,
        rate: `=IF(COUNTIFS(${of("Won")})+COUNTIFS(${of("Lost")})=0,"",COUNTIFS(${of("Won")})/(COUNTIFS(${of("Won")})+COUNTIFS(${of("Lost")})))`,
        stale: `=COUNTIFS(${openDeals},{Opportunities.lastActivity},"<="&{asOf}-{staleAfterDays})`,
      },
    };
  });

/** Movements that change the pipeline's amount, as REVOPS_PIPELINE_CHANGES names them. */
const MOVEMENTS = [
  ["New", "New"],
  ["Reopened", "Reopened"],
  ["Grown", "Grown"],
  ["Shrunk", "Shrunk"],
  ["Won", "Won"],
  ["Lost", "Lost"],
  ["ChangedHands", "Changed hands"],
  ["Vanished", "Vanished"],
] as const;

/** Movements of deals that stay open at the same amount. */
const SHIFTS = [
  ["Pushed", "Pushed"],
  ["PulledIn", "Pulled in"],
  ["StageMoved", "Stage moved"],
] as const;

const CHANGE_ROWS = 18;
const changeColumn = (column: number) => `{#changes.1.${column}}:{#changes.${CHANGE_ROWS}.${column}}`;
const moved = (name: string, column: 2 | 3) =>
  `IFERROR(INDEX(${changeColumn(column)},MATCH("${name}",${changeColumn(1)},0)),0)`;
/** Under one rep deals are taken over and handed over; the tab shows what that comes to. */
const movedBy = (name: string, column: 2 | 3) =>
  name === "Changed hands"
    ? `${moved("Taken over", column)}+${moved("Handed over", column)}`
    : moved(name, column);
const changed = (name: string, column: 2 | 3) => `=IF({#changes.1.1}="","",${movedBy(name, column)})`;

const changeRow = ([key, name]: readonly [string, string]): TableRow => ({
  key,
  cells: { movement: name, deals: changed(name, 2), amount: changed(name, 3) },
});

/** Bounds of a healthy pipeline stand in the list itself, as the function gives them. */
const GRADE_TONES = {
  bad: '={this}="Below minimum"',
  warn: '={this}="Minimum"',
  good: '=OR({this}="Healthy",{this}="Optimal")',
};

/** The playbook's four ratios in the order of REVOPS_PIPELINE_HEALTH; the last is a share, the others multiples. */
const HEALTH_RATIOS = [
  ["coverage", "Due ÷ still to win"],
  ["weighted", "Weighted ÷ still to win"],
  ["created", "New pipeline ÷ monthly target"],
  ["negotiation", "In negotiation ÷ due"],
] as const;

const healthRow = ([key, label]: (typeof HEALTH_RATIOS)[number], index: number): TableRow => {
  const at = (column: number) => `{#ratios.${index + 1}.${column}}`;
  const figure = (column: number) => `=IF(ISNUMBER(${at(column)}),${at(column)},"–")`;
  return {
    key,
    cells: {
      ratio: label,
      value: figure(2),
      grade: `=IF(${at(3)}="","–",${at(3)})`,
      healthy: figure(5),
      optimal: figure(6),
    },
    ...(key === "negotiation"
      ? { formats: { value: "share", healthy: "share", optimal: "share" } as const }
      : {}),
  };
};

export const WEEKLY_PIPELINE_REVIEW: Template = {
  id: "weekly-pipeline-review",
  title: "Weekly pipeline review",
  summary:
    "Forecast, coverage, top deals with their risks, what moved this week, stale deals and actions: for the team or one rep.",
  version: 4,
  blocks: (facts) => [
    {
      block: "title",
      title: "Weekly pipeline review",
      subtitle: `=IF({asOf}="","Set the as-of date in Settings",{#rep}&"  ·  week of "&TEXT({weekStart},"d mmm")&" to "&TEXT({weekEnd},"d mmm yyyy")&"  ·  as of "&TEXT({asOf},"d mmm yyyy")&"  ·  amounts in "&{currency})`,
      control: {
        key: "rep",
        label: "Show",
        initial: TEAM,
        choices: [TEAM, ...facts.reps.map((_, index) => `=${repCell(facts, index)}`)],
        help: "Choose the whole team or one rep: every figure on this tab follows.",
      },
    },
    {
      block: "working",
      values: [
        { key: "who", content: `=IF({#rep}="${TEAM}","<>¬",${exactly("{#rep}")})` },
        { key: "only", content: `=IF({#rep}="${TEAM}","",{#rep})` },
        {
          key: "cycle",
          content:
            '=IFERROR(REVOPS_SALES_CYCLE({Opportunities.created},{Opportunities.closed},{Opportunities.outcome},"all",{Opportunities.owner},{#only},FALSE),"")',
          rows: 4,
          columns: 2,
        },
        {
          // Yesterday's snapshot at the latest: today's would have nothing to be compared with.
          key: "changes",
          content:
            '=IFERROR(REVOPS_PIPELINE_COMPARE({History:headings},{History:rows},{Opportunities:headings},{Opportunities:rows},{asOf}-1,{#only},,FALSE),"")',
          rows: CHANGE_ROWS,
          columns: 3,
        },
        {
          key: "ratios",
          content:
            '=IFERROR(REVOPS_PIPELINE_HEALTH({#target},{#dueQuarter},{#weightedDue},{#createdMonth},{#negotiation},MIN({#wonQuarter},{#target}-0.01),{#target}/3,FALSE),"")',
          rows: 4,
          columns: 6,
        },
        ...stageConditions(facts),
        ...repConditions(facts),
        COVERAGE_BOUNDS,
        { key: "openDeals", content: `=COUNTIFS(${open})` },
        { key: "openKnown", content: `=COUNTIFS(${open},${amount},${known})` },
        { key: "wonDeals", content: `=COUNTIFS(${won})` },
        { key: "lostDeals", content: `=COUNTIFS(${lost})` },
        { key: "wonQuarter", content: `=SUMIFS(${amount},${won},${thisQuarter("closed")})` },
        {
          key: "dueQuarter",
          content: `=SUMIFS(${amount},${open},{Opportunities.expectedClose},"<"&{quarterEnd}+1)`,
        },
        {
          key: "weightedDue",
          content: `=${weighted("*({Opportunities.expectedClose}<{quarterEnd}+1)*({Opportunities.expectedClose}>0)")}`,
        },
        {
          key: "createdMonth",
          content: `=SUMIFS(${amount},{Opportunities.owner},{#who},${between("created", "{monthStart}", "{monthEnd}+1")})`,
        },
        {
          key: "negotiation",
          content: `=SUMIFS(${amount},${open},{Opportunities.stage},"*negotiat*",{Opportunities.expectedClose},"<"&{quarterEnd}+1)`,
        },
        {
          key: "target",
          content: `=IF({#rep}="${TEAM}",{quarterlyTarget},SUMIFS({Reps.quota},{Reps.rep},{#who}))`,
        },
      ],
    },
    {
      block: "cards",
      cards: [
        {
          key: "open",
          label: "Open pipeline",
          value: `=IF({#openKnown}=0,"–",SUMIFS(${amount},${open}))`,
          format: "money",
          note: '=TEXT({#openDeals},"#,##0")&" open deals, "&TEXT({#openDeals}-{#openKnown},"#,##0")&" without amount"',
        },
        {
          key: "commit",
          label: "Commit",
          value: "={#forecast.Commit.amount}",
          format: "money",
          note: '=TEXT({#forecast.Commit.deals},"#,##0")&" deals; best case adds "&TEXT({#forecast.BestCase.amount},"#,##0")',
        },
        {
          key: "coverage",
          label: "Coverage this quarter",
          value:
            '=IF(SUM({#target})<=0,"–",IF({#wonQuarter}>={#target},"Target met",{#dueQuarter}/({#target}-{#wonQuarter})))',
          format: "multiple",
          note: '=IF(SUM({#target})<=0,"Set the target in Settings",TEXT({#dueQuarter},"#,##0")&" due this quarter for "&TEXT(MAX(0,{#target}-{#wonQuarter}),"#,##0")&" still to win of "&TEXT({#target},"#,##0"))',
          tones: COVERAGE_TONES,
        },
        {
          key: "winRate",
          label: "Win rate",
          value: '=IF({#wonDeals}+{#lostDeals}=0,"–",{#wonDeals}/({#wonDeals}+{#lostDeals}))',
          format: "share",
          note: '=TEXT({#wonDeals},"#,##0")&" won, "&TEXT({#lostDeals},"#,##0")&" lost, open deals not counted"',
        },
        {
          key: "velocity",
          label: "Velocity per day",
          value: `=IFERROR(REVOPS_VELOCITY({#openDeals},{#winRate},AVERAGEIFS(${amount},${won}),{#cycle.1.2}),"–")`,
          format: "money",
          note: `=IF(NOT(ISNUMBER({#velocity})),"Needs won deals with created and closed dates",TEXT({#openDeals},"#,##0")&" deals × "&TEXT({#winRate},"0%")&" × "&TEXT(AVERAGEIFS(${amount},${won}),"#,##0")&" ÷ "&TEXT({#cycle.1.2},"0")&" days")`,
        },
        {
          key: "cycleDays",
          label: "Won cycle, median days",
          value: '=IF(ISNUMBER({#cycle.2.2}),{#cycle.2.2},"–")',
          format: "days",
          note: '=IF(ISNUMBER({#cycle.1.2}),"mean "&TEXT({#cycle.1.2},"0.0")&" days; "&TEXT({#cycle.4.2},"#,##0")&" won deals lack a date","No won deals with both dates yet")',
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "section",
          title: "Change since the last snapshot",
          help: '=IF({#changes.1.1}="","Choose Take snapshot each week: from the second week on, every change stands here.",{#changes.1.1}&": "&TEXT({#changes.1.2},"#,##0")&" deals, "&TEXT({#changes.1.3},"#,##0"))',
        },
        {
          block: "table",
          key: "moves",
          columns: [
            { key: "movement", heading: "Movement", span: 4, format: "text" },
            { key: "deals", heading: "Deals", format: "count" },
            { key: "amount", heading: "Amount", format: "money" },
          ],
          rows: [
            ...MOVEMENTS.map(changeRow),
            {
              key: "net",
              total: true,
              cells: {
                movement: "Net change",
                deals: "",
                amount: `=IF({#changes.1.1}="","",ROUND(${MOVEMENTS.map(([key]) => `{#moves.${key}.amount}`).join("+")},2))`,
              },
            },
          ],
        },
        {
          block: "table",
          key: "shifts",
          columns: [
            { key: "movement", heading: "Still open, at the same amount", span: 4, format: "text" },
            { key: "deals", heading: "Deals", format: "count" },
            { key: "amount", heading: "Their amount", format: "money" },
          ],
          rows: SHIFTS.map(changeRow),
        },
      ],
      right: [
        {
          block: "chart",
          title: "What came into the pipeline and what left it since the last snapshot",
          type: "bar",
          table: "moves",
          label: "movement",
          values: ["amount"],
          rows: 12,
        },
        {
          block: "section",
          title: "Is the pipeline healthy?",
          help: '=IF({#ratios}="","Needs the team target in Settings, and open deals with amounts.","What is due this quarter against what is still to win, with the bounds of the grades.")',
        },
        {
          block: "table",
          key: "health",
          columns: [
            { key: "ratio", heading: "Ratio", span: 2, format: "text" },
            { key: "value", heading: "Value", format: "multiple" },
            { key: "grade", heading: "Grade", format: "text", tones: GRADE_TONES },
            { key: "healthy", heading: "Healthy from", format: "multiple" },
            { key: "optimal", heading: "Optimal from", format: "multiple" },
          ],
          rows: HEALTH_RATIOS.map(healthRow),
        },
      ],
    },
    {
      block: "section",
      title: "Top five deals",
      help: "Largest open deals, with what could stop them and what to ask first.",
    },
    {
      block: "list",
      key: "top",
      analysis: "=REVOPS_DEAL_RISK({Opportunities:headings},{Opportunities:rows},{asOf},5,{#only},FALSE)",
      columns: [
        { heading: "Deal", from: 0, span: 2, format: "text", wrap: true },
        { heading: "Amount", from: 3, format: "money" },
        { heading: "Stage", from: 4, format: "text" },
        { heading: "Expected close", from: 5, format: "date" },
        { heading: "Next step", from: 6, span: 2, format: "text", wrap: true },
        {
          heading: "Risk",
          from: 7,
          format: "text",
          tones: { bad: '={this}="High"', warn: '={this}="Medium"', good: '={this}="Low"' },
        },
        // A deal with every finding there is takes four lines of three columns; the longest question, four of one.
        { heading: "Why", from: 8, span: 3, format: "text", wrap: true },
        { heading: "Ask first", from: 9, format: "text", wrap: true },
      ],
      rows: 5,
      lines: 4,
      empty: "No open deals.",
      missing: "Import deals and set the as-of date in Settings.",
    },
    {
      block: "halves",
      left: [
        { block: "section", title: "Forecast by category" },
        {
          block: "table",
          key: "forecast",
          columns: [
            { key: "category", heading: "Category", span: 3, format: "text" },
            { key: "deals", heading: "Deals", format: "count" },
            { key: "amount", heading: "Amount", format: "money" },
            { key: "weighted", heading: "Weighted", format: "money" },
          ],
          rows: [
            ...categoryRows,
            {
              key: "none",
              cells: {
                category: "No category",
                deals: `={#openDeals}-(${categoryTotal("deals")})`,
                amount: `=ROUND(SUMIFS(${amount},${open})-(${categoryTotal("amount")}),2)`,
                // A difference of sums leaves a trace of a cent's fraction, which would show as -0.
                weighted: `=ROUND(${weighted("")}-(${categoryTotal("weighted")}),2)`,
              },
            },
            {
              key: "total",
              total: true,
              cells: {
                category: "Open pipeline",
                deals: "={#openDeals}",
                amount: `=SUMIFS(${amount},${open})`,
                weighted: `=${weighted("")}`,
              },
            },
          ],
        },
        { block: "section", title: "Ageing against expected close" },
        {
          block: "table",
          key: "age",
          columns: [
            { key: "age", heading: "Age", span: 2, format: "text" },
            { key: "deals", heading: "Deals", format: "count" },
            { key: "amount", heading: "Amount", format: "money" },
            { key: "share", heading: "Counts at", format: "share" },
            { key: "counted", heading: "Counted", format: "money" },
          ],
          rows: [
            ...AGES.map(([key, label, share, condition]) => ({
              key,
              cells: {
                age: label,
                deals: `=COUNTIFS(${open},${condition})`,
                amount: `=SUMIFS(${amount},${open},${condition})`,
                share,
                counted: `={#age.${key}.amount}*{#age.${key}.share}`,
              },
            })),
            {
              key: "none",
              cells: {
                age: "No expected close",
                deals: `={#openDeals}-COUNTIFS(${open},{Opportunities.expectedClose},">0")`,
                amount: `=SUMIFS(${amount},${open})-SUMIFS(${amount},${open},{Opportunities.expectedClose},">0")`,
                share: 1,
                counted: "={#age.none.amount}*{#age.none.share}",
              },
            },
            {
              key: "total",
              total: true,
              cells: {
                age: "Open pipeline",
                deals: "={#openDeals}",
                amount: `=SUMIFS(${amount},${open})`,
                share: '=IF({#age.total.amount}=0,"",{#age.total.counted}/{#age.total.amount})',
                counted: `=${[...AGES.map(([key]) => key), "none"].map((key) => `{#age.${key}.counted}`).join("+")}`,
              },
            },
          ],
        },
      ],
      right: [
        { block: "section", title: "This week" },
        {
          block: "table",
          key: "week",
          columns: [
            { key: "event", heading: "Deals that were", span: 2, format: "text" },
            { key: "deals", heading: "Deals", format: "count" },
            { key: "amount", heading: "Amount", format: "money" },
            { key: "dealsBefore", heading: "Week before", format: "count" },
            { key: "amountBefore", heading: "Amount", format: "money" },
          ],
          rows: [
            weekRow("created", "Created", "created", "{Opportunities.owner},{#who}"),
            weekRow("won", "Won", "closed", won),
            weekRow("lost", "Lost", "closed", lost),
            {
              key: "pushed",
              cells: {
                event: "Pushed to a later close",
                deals: pushed("{weekStart}", "({weekEnd}+1)", ""),
                amount: pushed("{weekStart}", "({weekEnd}+1)", `*${amount}`),
                dealsBefore: pushed("({weekStart}-7)", "{weekStart}", ""),
                amountBefore: pushed("({weekStart}-7)", "{weekStart}", `*${amount}`),
              },
            },
          ],
        },
        { block: "section", title: "Why deals were lost this week" },
        {
          block: "list",
          key: "losses",
          analysis:
            "=REVOPS_LOSS_REASONS({Opportunities.outcome},{Opportunities.lossReason},{Opportunities.closed},{weekStart},{weekEnd},{Opportunities.amount},{Opportunities.owner},{#only},FALSE)",
          columns: [
            { heading: "Reason", from: 0, span: 3, format: "text" },
            { heading: "Deals", from: 1, format: "count" },
            { heading: "Share", from: 2, format: "share" },
            { heading: "Amount", from: 3, format: "money" },
          ],
          rows: 4,
          empty: "No deals lost this week.",
          missing: "No deals lost this week.",
        },
        {
          block: "section",
          title: "Stale deals",
          help: '="No activity for "&{staleAfterDays}&" days or more, longest first."',
        },
        {
          block: "list",
          key: "stale",
          analysis:
            "=REVOPS_STALE_DEALS({Opportunities.name},{Opportunities.lastActivity},{asOf},{staleAfterDays},{Opportunities.outcome},{Opportunities.amount},4,{Opportunities.owner},{#only},FALSE)",
          columns: [
            { heading: "Deal", from: 0, span: 4, format: "text" },
            { heading: "Days without activity", from: 1, format: "count" },
            { heading: "Amount", from: 2, format: "money" },
          ],
          rows: 6,
          empty: "No stale deals.",
          missing: "No open deals with a last activity.",
        },
      ],
    },
    {
      block: "halves",
      left: [
        { block: "section", title: "Won and lost by month" },
        {
          block: "table",
          key: "months",
          columns: [
            { key: "month", heading: "Month closed", span: 2, format: "text" },
            { key: "amount", heading: "Won amount", format: "money" },
            { key: "won", heading: "Won deals", format: "count" },
            { key: "lost", heading: "Lost deals", format: "count" },
            { key: "rate", heading: "Win rate", format: "share" },
          ],
          rows: monthRows,
        },
      ],
      right: [
        { block: "section", title: "Open deals by stage" },
        {
          block: "table",
          key: "stages",
          columns: [
            { key: "stage", heading: "Stage", span: 3, format: "text" },
            { key: "deals", heading: "Deals", format: "count" },
            { key: "amount", heading: "Amount", format: "money" },
            { key: "unknown", heading: "Without amount", format: "count" },
          ],
          rows: stageRows(facts),
        },
      ],
    },
    {
      block: "halves",
      left: [
        {
          block: "chart",
          title: "Won revenue by month",
          type: "column",
          table: "months",
          label: "month",
          values: ["amount"],
          rows: 10,
        },
      ],
      right: [
        {
          block: "chart",
          title: "Open deals by stage",
          type: "bar",
          table: "stages",
          label: "stage",
          values: ["deals"],
          rows: 10,
        },
      ],
    },
    { block: "section", title: "By rep", help: "The whole team, whoever is chosen above." },
    {
      block: "table",
      key: "reps",
      columns: [
        { key: "rep", heading: "Rep", span: 2, format: "text" },
        { key: "deals", heading: "Open deals", format: "count" },
        { key: "open", heading: "Open amount", format: "money" },
        { key: "commit", heading: "Commit", format: "money" },
        { key: "best", heading: "Best case", format: "money" },
        { key: "won", heading: "Won this quarter", format: "money" },
        { key: "quota", heading: "Quarterly quota", format: "money" },
        { key: "attainment", heading: "Attainment", format: "share" },
        {
          key: "coverage",
          heading: "Coverage",
          format: "multiple",
          tones: COVERAGE_TONES,
        },
        { key: "rate", heading: "Win rate", format: "share" },
        { key: "stale", heading: "Stale deals", format: "count" },
      ],
      rows: repRows(facts),
    },
    { block: "section", title: "Actions", help: "Yours to fill in; they stay when the tab is refreshed." },
    {
      block: "fill",
      key: "actions",
      columns: [
        { key: "action", heading: "What will be done", span: 5, format: "text" },
        { key: "deal", heading: "Deal", span: 2, format: "text" },
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
      rows: 6,
    },
    { block: "section", title: "Notes" },
    {
      block: "fill",
      key: "notes",
      columns: [{ key: "note", heading: "What changed, what we agreed", span: 12, format: "text" }],
      rows: 3,
    },
    {
      block: "note",
      text: `="Left out where they lack a value: of "&TEXT({#openDeals},"#,##0")&" open deals, "&TEXT({#openDeals}-{#openKnown},"#,##0")&" have no amount, "&TEXT({#age.none.deals},"#,##0")&" no expected close, "&TEXT({#openDeals}-COUNTIFS(${open},{Opportunities.lastActivity},">0"),"#,##0")&" no last activity, "&TEXT({#openDeals}-COUNTIFS(${open},{Opportunities.probability},${known}),"#,##0")&" no probability."`,
    },
  ],
};
