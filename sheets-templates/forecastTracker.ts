import { exactly, literally } from "../src/templates/formula.js";
import type { TableRow, Template, WorkbookFacts, WorkingBlock } from "../src/templates/template.js";
import {
  besideTheTeam,
  biasShare,
  calledSum,
  forecastersOf,
  forecastWorking,
  lastPeriod,
  PERIOD_OUTCOME,
  periodColumn,
  periodRows,
  periodsChart,
} from "./figures/forecastPeriods.js";
import { isStage, stageCell, stageConditions } from "./figures/lists.js";
import { within } from "./figures/period.js";

/** Forecast against actual by period and forecaster, and what the quarter may bring under each way of reckoning. */

const TEAM = "Whole team";
const TOO_FEW = 3;
const known = '">-1E+99"';

const GOOD_GRADES = '=OR({this}="Excellent",{this}="Good",{this}="On target")';
const POOR_GRADES = '=OR({this}="Broken",{this}="Off target")';

/** Open deals of the chosen owner that are due by the end of the quarter, overdue ones included. */
const due =
  '{Opportunities.outcome},"Open",{Opportunities.expectedClose},"<"&{quarterEnd}+1,{Opportunities.owner},{#ownerIs}';
const won = `{Opportunities.outcome},"Won",{Opportunities.owner},{#ownerIs}`;
const dueIn = (category: string) =>
  `=SUMIFS({Opportunities.amount},${due},{Opportunities.forecastCategory},"${category}")`;

/** The row of a spilled table that begins with a word. */
const figureOf = (word: string) =>
  `IFERROR(INDEX({#range.1.2}:{#range.8.2},MATCH("${word}",{#range.1.1}:{#range.8.1},0)),"")`;

const name = (index: number) => `{#forecasters.f${index}.forecaster}`;
const isCaller = (index: number) => `{#callerIs.${index + 1}}`;
const rowsOf = (index: number) => `({Forecasts.forecaster}=${name(index)})`;
const both = `ISNUMBER({Forecasts.forecast})*ISNUMBER({Forecasts.actual})`;
const paired = (index: number) =>
  `{Forecasts.forecaster},${isCaller(index)},{Forecasts.forecast},${known},{Forecasts.actual},${known}`;

/** Where the spilled tables have each forecaster and each stage; and the forecasters as conditions. */
function namesSought(facts: WorkbookFacts): WorkingBlock["values"] {
  const callers = forecastersOf(facts);
  const stages = facts.stages.map((_, index) => stageCell(facts, index));
  // Whoever is not found stands one row below the table, where INDEX finds an error.
  const row = (cell: string, column: string) =>
    `=IFERROR(MATCH(${literally(cell)},${column},0),ROWS(${column})+1)`;
  const skill = `{#skill.1.1}:{#skill.${callers.length + 3}.1}`;
  const learnt = `{#learnt.1.1}:{#learnt.${stages.length + 5}.1}`;
  return [
    { key: "callerIs", content: callers.map((_, index) => `=${exactly(name(index))}`) },
    { key: "skillRow", content: callers.map((_, index) => row(name(index), skill)) },
    { key: "learntRow", content: stages.map((cell) => row(cell, learnt)) },
  ].filter(({ content }) => content.length > 0);
}

const forecasterRows = (facts: WorkbookFacts): readonly TableRow[] => {
  const count = forecastersOf(facts).length;
  // An empty cell of the table is no 0, whichever spreadsheet reads it.
  const skill = (index: number, column: number) => {
    const figure = `INDEX({#skill.1.${column}}:{#skill.${count + 3}.${column}},{#skillRow.${index + 1}})`;
    return `=IFERROR(IF(ISNUMBER(${figure}),${figure},${figure}&""),"–")`;
  };
  return forecastersOf(facts).map((forecaster, index) => {
    const at = (column: string) => `{#forecasters.f${index}.${column}}`;
    const forecast = `SUMIFS({Forecasts.forecast},${paired(index)})`;
    const actual = `SUMIFS({Forecasts.actual},${paired(index)})`;
    const hits = `SUMPRODUCT(${rowsOf(index)}*${both}*({Forecasts.forecast}>={#within}*{Forecasts.actual})*({Forecasts.actual}>={#within}*{Forecasts.forecast}))`;
    const misses = `SUMPRODUCT(${rowsOf(index)}*${both}*ABS({Forecasts.forecast}-{Forecasts.actual})/(ABS({Forecasts.actual})+({Forecasts.actual}=0)))`;
    return {
      key: `f${index}`,
      cells: {
        forecaster,
        periods: `=COUNTIFS(${paired(index)})`,
        hits: `=IF(${at("periods")}=0,"–",IFERROR(${hits},"–"))`,
        // A period that brought nothing has no percentage error; the misses in money still count in WAPE.
        mape: `=IF(OR(${at("periods")}=0,COUNTIFS(${paired(index)},{Forecasts.actual},0)>0),"–",IFERROR(${misses}/${at("periods")},"–"))`,
        grade: `=IF(ISNUMBER(${at("mape")}),{#grades.${index + 2}.1},"–")`,
        wape: skill(index, 4),
        bias: `=IF(${actual}=0,"–",ROUND(${forecast}-${actual},2)/${actual})`,
        leaning: `=IF(NOT(ISNUMBER(${at("bias")})),"–",IF(${at("periods")}<${TOO_FEW},"Too few periods",IF(${at("bias")}>1-{#within},"Optimism",IF(${at("bias")}<{#within}-1,"Sandbagging","None"))))`,
        skill: skill(index, 6),
        trueAt: `=IF(${forecast}=0,"–",${actual}/${forecast})`,
        now: `=IF({#begun.1}="","–",SUMIFS({Forecasts.forecast},{Forecasts.forecaster},${isCaller(index)},{Forecasts.period},{#begun.1}))`,
      },
    };
  });
};

const stageRows = (facts: WorkbookFacts): readonly TableRow[] => {
  const { stages } = facts;
  const learnt = (index: number, column: number) =>
    `IFERROR(INDEX({#learnt.1.${column}}:{#learnt.${stages.length + 5}.${column}},{#learntRow.${index + 1}}),"–")`;
  const listed = (column: string) => `SUM({#stages.s0.${column}}:{#stages.s${stages.length - 1}.${column}})`;
  const rows: TableRow[] = stages.map((_, index) => {
    const at = (column: string) => `{#stages.s${index}.${column}}`;
    const inStage = `${due},${isStage(index)}`;
    const probability = stageCell(facts, index, "probability");
    return {
      key: `s${index}`,
      cells: {
        stage: `=${stageCell(facts, index)}`,
        deals: `=COUNTIFS(${inStage})`,
        amount: `=SUMIFS({Opportunities.amount},${inStage})`,
        unknown: `=${at("deals")}-COUNTIFS(${inStage},{Opportunities.amount},${known})`,
        probability: `=IF(ISNUMBER(${probability}),${probability},"–")`,
        weighted: `=IF(ISNUMBER(${at("probability")}),${at("amount")}*${at("probability")},"–")`,
        closed: `=${learnt(index, 2)}`,
        rate: `=IF(ISNUMBER(${learnt(index, 4)}),${learnt(index, 4)},"–")`,
        low: `=IF(ISNUMBER(${learnt(index, 5)}),${learnt(index, 5)},"–")`,
        high: `=IF(ISNUMBER(${learnt(index, 6)}),${learnt(index, 6)},"–")`,
        historical: `=IF(AND(ISNUMBER(${at("rate")}),ISNUMBER({#averageWon})),${at("deals")}*${at("rate")}*{#averageWon},"–")`,
      },
    };
  });
  // A stage with deals and without a figure would make the sum too small: then there is none.
  const summed = (column: string) =>
    `=IF(SUMPRODUCT(({#stages.s0.deals}:{#stages.s${stages.length - 1}.deals}>0)*({#stages.s0.${column}}:{#stages.s${stages.length - 1}.${column}}="–"))+({#stages.total.deals}=0)>0,"–",${listed(column)})`;
  const blank = { probability: "", closed: "", rate: "", low: "", high: "" };
  if (stages.length === 0) return [];
  return [
    ...rows,
    {
      key: "none",
      cells: {
        ...blank,
        stage: "Other stages, or none",
        deals: `=COUNTIFS(${due})-${listed("deals")}`,
        amount: `=ROUND(SUMIFS({Opportunities.amount},${due})-${listed("amount")},2)`,
        unknown: `=COUNTIFS(${due})-COUNTIFS(${due},{Opportunities.amount},${known})-${listed("unknown")}`,
        weighted: "–",
        historical: "–",
      },
    },
    {
      key: "total",
      total: true,
      cells: {
        ...blank,
        stage: "Due by quarter end",
        deals: `=COUNTIFS(${due})`,
        amount: `=SUMIFS({Opportunities.amount},${due})`,
        unknown: `=COUNTIFS(${due})-COUNTIFS(${due},{Opportunities.amount},${known})`,
        weighted: summed("weighted"),
        historical: summed("historical"),
      },
    },
  ];
};

/** One way of reckoning the quarter: what the open deals bring on top of what is won. */
const modelRow = (key: string, model: string, open: string, how: string): TableRow => {
  const at = (column: string) => `{#models.${key}.${column}}`;
  return {
    key,
    cells: {
      model,
      won: "={#wonQuarter}",
      open: `=IFERROR(IF(ISNUMBER(${open}),${open},"–"),"–")`,
      total: `=IF(ISNUMBER(${at("open")}),${at("won")}+${at("open")},"–")`,
      share: `=IF(AND(ISNUMBER(${at("total")}),SUM({#quota})>0),${at("total")}/{#quota},"–")`,
      how,
    },
  };
};

/** A figure for the whole quarter, of which the won part is known. */
const wholeRow = (key: string, model: string, total: string, how: string): TableRow => ({
  key,
  cells: {
    model,
    won: "={#wonQuarter}",
    open: `=IF(ISNUMBER({#models.${key}.total}),MAX(0,{#models.${key}.total}-{#wonQuarter}),"–")`,
    total,
    share: `=IF(AND(ISNUMBER({#models.${key}.total}),SUM({#quota})>0),{#models.${key}.total}/{#quota},"–")`,
    how,
  },
});

const modelRows = (facts: WorkbookFacts): readonly TableRow[] => {
  const hasStages = facts.stages.length > 0;
  const elsewhere =
    'IF({#stages.none.deals}=0,", by stage below",", without "&{#stages.none.deals}&" deals in other stages")';
  const called = calledSum(facts, "forecast", within("Forecasts.period", "{quarterStart}", "{quarterEnd}"));
  return [
    wholeRow(
      "called",
      "Called",
      `=IF(${called}=0,"–",${called})`,
      '=IF(ISNUMBER({#models.called.total}),"Forecasts that stand in the Forecasts tab for this quarter","No forecast for this quarter in the Forecasts tab")',
    ),
    modelRow(
      "bottomsUp",
      "Bottoms-up",
      "{#submitted.9.1}*{#trueAt}",
      '="(commit + 50% best case + 15% pipeline) × "&TEXT({#trueAt},"0%")&IF({#last}=0,", no past forecast to correct by",", what past forecasts came true at")',
    ),
    modelRow(
      "weighted",
      "Weighted pipeline",
      hasStages ? "{#stages.total.weighted}" : '""',
      hasStages
        ? `=IF(ISNUMBER({#models.weighted.open}),"Amount × the stage's probability in Settings"&${elsewhere},"Needs open deals, and a probability for each stage in Settings")`
        : "Needs open deals, and the stages with their probabilities in Settings",
    ),
    modelRow(
      "historical",
      "Historical",
      hasStages ? "{#stages.total.historical}" : '""',
      '=IF(ISNUMBER({#models.historical.open}),"Deals × the rate learnt from closed deals × average won deal of "&TEXT({#averageWon},"#,##0"),"Needs open deals, and 30 closed ones with their stage history")',
    ),
    modelRow("p10", "Low: P10", "{#p10}", "One chance in ten that the quarter brings no more than this"),
    modelRow("p50", "Middle: P50", "{#p50}", "As likely to bring more as to bring less"),
    modelRow("p90", "High: P90", "{#p90}", "One chance in ten that it brings more than this"),
    wholeRow(
      "target",
      "Target",
      '=IF(SUM({#quota})>0,{#quota},"–")',
      '=IF(SUM({#quota})>0,"From Settings","Set the target of the quarter in Settings")',
    ),
  ];
};

const othersLeftOut = (count: number): string => {
  if (count === 0) return "";
  const who = count === 1 ? "1 forecaster who is no rep" : `${count} forecasters who are no reps`;
  return ` The team's figures leave out ${who}: the same revenue would count twice.`;
};

export const FORECAST_TRACKER: Template = {
  id: "forecast-tracker",
  title: "Forecast tracker",
  summary:
    "Forecast against actual by period and forecaster: accuracy, error, bias and skill; and what the quarter may bring, reckoned in five ways.",
  version: 1,
  blocks: (facts) => {
    const names = forecastersOf(facts);
    const hasTeam = names.length === 0 || names.some((one) => facts.reps.includes(one));
    const isTeam = `{#forecaster}="${TEAM}"`;
    const beside = besideTheTeam(facts);
    return [
      {
        block: "title",
        title: "Forecast tracker",
        subtitle: `=IF({asOf}="","Set the as-of date in Settings",{#forecaster}&"  ·  quarter "&TEXT({quarterStart},"d mmm")&" to "&TEXT({quarterEnd},"d mmm yyyy")&"  ·  as of "&TEXT({asOf},"d mmm yyyy")&"  ·  amounts in "&{currency})`,
        control: {
          key: "forecaster",
          label: "Show",
          initial: hasTeam ? TEAM : (names[0] ?? TEAM),
          choices: hasTeam ? [TEAM, ...names] : names,
          help: "Choose the whole team or one forecaster. The table by forecaster always shows everybody.",
        },
        needs: [
          {
            column: "Forecasts.period",
            for: "Accuracy, error, bias and skill",
            how: "fill in Forecasts, one row a forecaster and period",
          },
          { column: "Opportunities.id", for: "What the quarter may bring" },
          {
            column: "StageHistory.deal",
            for: "Historical conversion",
            how: "import the stage history of your deals",
          },
        ],
      },
      {
        block: "working",
        values: [
          ...forecastWorking(facts, "{#forecaster}", isTeam),
          ...stageConditions(facts),
          ...namesSought(facts),
          // Who owns no deal, such as a method or a manager, forecasts for the whole team.
          {
            key: "owner",
            content: `=IF(COUNTIF({Opportunities.owner},${exactly("{#forecaster}")})>0,{#forecaster},"")`,
          },
          { key: "ownerIs", content: `=IF({#owner}="","<>¬",${exactly("{#owner}")})` },
          {
            key: "quota",
            content: '=IF({#owner}="",{quarterlyTarget},SUMIFS({Reps.quota},{Reps.rep},{#ownerIs}))',
          },
          {
            key: "wonQuarter",
            content: `=IF({asOf}="",0,SUMIFS({Opportunities.amount},${won},${within("Opportunities.closed", "{quarterStart}", "{quarterEnd}")}))`,
          },
          { key: "averageWon", content: `=IFERROR(AVERAGEIFS({Opportunities.amount},${won}),"")` },
          {
            key: "range",
            content:
              '=IFERROR(REVOPS_FORECAST_RANGE({Opportunities.amount},{Opportunities.probability},{Opportunities.outcome},,IF(SUM({#quota})>0,MAX(0,{#quota}-{#wonQuarter}),""),{Opportunities.expectedClose},,{quarterEnd},{Opportunities.owner},{#owner},FALSE),"")',
            rows: 8,
            columns: 3,
          },
          { key: "p10", content: `=${figureOf("P10")}` },
          { key: "p50", content: `=${figureOf("P50")}` },
          { key: "p90", content: `=${figureOf("P90")}` },
          { key: "chance", content: `=${figureOf("Chance of target")}` },
          {
            key: "learnt",
            content:
              '=IFERROR(REVOPS_STAGE_PROBABILITIES({StageHistory.deal},{StageHistory.stage},,{Stages.stage},,,,FALSE),"")',
            rows: facts.stages.length + 5,
            columns: 7,
          },
          {
            key: "skill",
            content:
              '=IFERROR(REVOPS_FORECAST_SKILL({Forecasts.forecaster},{Forecasts.period},{Forecasts.actual},{Forecasts.forecast},IF({#quarterly},4,12),,,FALSE),"")',
            rows: names.length + 3,
            columns: 8,
          },
          // The eight periods and, below them, the open deals of today.
          {
            key: "submitted",
            content: `=IFERROR(REVOPS_FORECAST_BOTTOMS_UP({#periods.p1.commit}:{#periods.now.commit},{#periods.p1.bestCase}:{#periods.now.bestCase},{#periods.p1.pipeline}:{#periods.now.pipeline}),"")`,
            rows: 9,
            columns: 1,
          },
          {
            key: "mape",
            content: `=IFERROR(REVOPS_MAPE(${periodColumn("actual")},${periodColumn("forecast")}),"")`,
          },
          {
            key: "wape",
            content: `=IF({#last}=0,"",IFERROR((SUMIFS(${periodColumn("missed")},${periodColumn("missed")},">0")-SUMIFS(${periodColumn("missed")},${periodColumn("missed")},"<0"))/SUMIFS(${periodColumn("actual")},${periodColumn("missed")},${known}),""))`,
          },
          {
            key: "trueAt",
            content: `=IF(SUMIFS(${periodColumn("forecast")},${periodColumn("missed")},${known})=0,1,SUMIFS(${periodColumn("actual")},${periodColumn("missed")},${known})/SUMIFS(${periodColumn("forecast")},${periodColumn("missed")},${known}))`,
          },
          {
            key: "errors",
            content: [
              '=IF(ISNUMBER({#mape}),{#mape},"")',
              ...names.map(
                (_, index) => `=IF(ISNUMBER({#forecasters.f${index}.mape}),{#forecasters.f${index}.mape},"")`,
              ),
            ],
          },
          {
            key: "grades",
            content: `=IFERROR(REVOPS_GRADE("MAPE",{#errors.1}:{#errors.${names.length + 1}},{profile}),"")`,
            rows: Math.max(2, names.length + 1),
            columns: 1,
          },
          {
            key: "missedBeside",
            content: `=SUMIFS(${periodColumn("missed")},${periodColumn("naive")},${known},${periodColumn("missed")},">0")-SUMIFS(${periodColumn("missed")},${periodColumn("naive")},${known},${periodColumn("missed")},"<0")`,
          },
        ],
      },
      {
        block: "cards",
        cards: [
          {
            key: "accuracy",
            label: "Accuracy, last period",
            value: `=IF({#last}=0,"–",${lastPeriod("accuracy")})`,
            format: "share",
            note: `=IF({#last}=0,"Needs a period with forecast and actual",${lastPeriod("period")}&": called "&TEXT(${lastPeriod("forecast")},"#,##0")&", came in "&TEXT(${lastPeriod("actual")},"#,##0")&"; target "&TEXT({#within},"0%"))`,
            tones: {
              good: "=AND(ISNUMBER({this}),{this}>={#within})",
              warn: "=AND(ISNUMBER({this}),{this}<{#within})",
            },
          },
          {
            key: "error",
            label: "Mean error (MAPE)",
            value: '=IF(ISNUMBER({#mape}),{#mape},"–")',
            format: "share",
            note: `=IF(ISNUMBER({#mape}),{#grades.1.1}&" over "&COUNT(${periodColumn("accuracy")})&" periods; weighted by size (WAPE) "&TEXT({#wape},"0.0%"),IF(ISNUMBER({#wape}),"A period brought nothing; WAPE is "&TEXT({#wape},"0.0%"),"Needs a period with forecast and actual"))`,
            tones: {
              good: '=AND(ISNUMBER({this}),OR({#grades.1.1}="Excellent",{#grades.1.1}="Good",{#grades.1.1}="On target"))',
              warn: '=AND(ISNUMBER({this}),{#grades.1.1}="Needs work")',
              bad: '=AND(ISNUMBER({this}),OR({#grades.1.1}="Broken",{#grades.1.1}="Off target"))',
            },
          },
          {
            key: "bias",
            label: "Bias",
            value: `=IF({#last}=0,"–",IFERROR(${biasShare},"–"))`,
            format: "share",
            note: `=IF(NOT(ISNUMBER({#bias})),"Above 0 forecasts are too high, below 0 too low",IF({#bias}>1-{#within},"Optimism: forecasts run too high",IF({#bias}<{#within}-1,"Sandbagging: forecasts run too low","No lean beyond ±"&TEXT(1-{#within},"0%")&"; above 0 is too high")))`,
            tones: {
              good: "=AND(ISNUMBER({this}),ABS(SUM({this}))<=1-{#within})",
              warn: "=AND(ISNUMBER({this}),ABS(SUM({this}))>1-{#within})",
            },
          },
          {
            key: "skill.shown",
            label: "Skill against naive",
            value: `=IF(SUM(${periodColumn("naive")})=0,"–",1-{#missedBeside}/SUM(${periodColumn("naive")}))`,
            format: "share",
            note: '=IF(ISNUMBER({#skill.shown}),IF({#skill.shown}>0,"Beats","Does not beat")&" repeating the period before (0% is as good as that)","Needs two periods one after the other")',
            tones: {
              good: "=AND(ISNUMBER({this}),{this}>0)",
              bad: "=AND(ISNUMBER({this}),{this}<0)",
            },
          },
          {
            key: "middle",
            label: "This quarter, P50",
            value: "={#models.p50.total}",
            format: "money",
            note: '=IF(ISNUMBER({#middle}),"P10 to P90: "&TEXT({#models.p10.total},"#,##0")&" to "&TEXT({#models.p90.total},"#,##0")&", won so far "&TEXT({#wonQuarter},"#,##0"),"Needs open deals with amount, probability and close date")',
          },
          {
            key: "chanceOfTarget",
            label: "Chance of the target",
            value:
              '=IF(ISNUMBER({#chance}),{#chance},IF(AND(SUM({#quota})>0,{#wonQuarter}>=SUM({#quota})),1,"–"))',
            format: "share",
            note: '=IF(SUM({#quota})<=0,"Set the target in Settings",TEXT(MAX(0,{#quota}-{#wonQuarter}),"#,##0")&" still to win of "&TEXT({#quota},"#,##0"))',
          },
        ],
      },
      {
        block: "halves",
        left: [periodsChart(12)],
        right: [
          {
            block: "chart",
            title: "What the quarter may bring: won so far and still open",
            type: "bar",
            stacked: true,
            table: "models",
            label: "model",
            values: ["won", "open"],
            rows: 12,
            colors: ["accent", "accentLight"],
          },
        ],
      },
      {
        block: "section",
        title: "By period",
        help: '="Accuracy is the smaller of forecast and actual ÷ the larger; "&TEXT({#within},"0%")&" and more is on target. Bottoms-up is commit + 50% of best case + 15% of pipeline."',
      },
      {
        block: "table",
        key: "periods",
        columns: [
          { key: "period", heading: "Period", span: 2, format: "text" },
          { key: "reading", heading: "Reading", format: "text" },
          { key: "commit", heading: "Commit", format: "money" },
          { key: "bestCase", heading: "Best case", format: "money" },
          { key: "pipeline", heading: "Pipeline", format: "money" },
          { key: "bottomsUp", heading: "Bottoms-up", format: "money" },
          ...PERIOD_OUTCOME,
          { key: "naive", heading: "Naive method's miss", format: "money" },
        ],
        rows: [
          ...periodRows(facts).map((row, index) => ({
            ...row,
            cells: {
              ...row.cells,
              bottomsUp: `=IF(AND({#periods.p${index + 1}.commit}="",{#periods.p${index + 1}.bestCase}="",{#periods.p${index + 1}.pipeline}=""),"",{#submitted.${index + 1}.1})`,
            },
          })),
          {
            key: "now",
            total: true,
            cells: {
              period: "Open deals, this quarter",
              commit: dueIn("Commit"),
              bestCase: dueIn("Best Case"),
              pipeline: dueIn("Pipeline"),
              bottomsUp: "={#submitted.9.1}",
              forecast: "",
              actual: "",
              missed: "",
              accuracy: "",
              naive: "",
              reading: "",
            },
          },
        ],
      },
      {
        block: "section",
        title: "What this quarter may bring",
        help: `=IF({#owner}="","Deals of the whole team","Deals of "&{#owner})&" due by "&TEXT({quarterEnd},"d mmm yyyy")&", overdue ones included. Each deal is taken as independent of the others."`,
      },
      {
        block: "table",
        key: "models",
        columns: [
          { key: "model", heading: "Reckoned as", span: 2, format: "text" },
          { key: "won", heading: "Won so far", format: "money" },
          { key: "open", heading: "Open deals bring", format: "money" },
          { key: "total", heading: "Quarter", format: "money" },
          { key: "share", heading: "Of the target", format: "share" },
          { key: "how", heading: "How", span: 6, format: "text" },
        ],
        rows: modelRows(facts),
      },
      ...(names.length === 0
        ? []
        : ([
            {
              block: "section",
              title: "By forecaster",
              help: `="Everybody, whoever is chosen above, over all periods that are over. A bias beyond ±"&TEXT(1-{#within},"0%")&" has a name; skill above 0% beats repeating the period before."`,
            },
            {
              block: "table",
              key: "forecasters",
              columns: [
                { key: "forecaster", heading: "Forecaster", span: 2, format: "text" },
                {
                  key: "grade",
                  heading: "Grade",
                  format: "text",
                  tones: { good: GOOD_GRADES, warn: '={this}="Needs work"', bad: POOR_GRADES },
                },
                {
                  key: "leaning",
                  heading: "Leaning",
                  format: "text",
                  tones: { warn: '=OR({this}="Optimism",{this}="Sandbagging")' },
                },
                { key: "periods", heading: "Periods", format: "count" },
                { key: "hits", heading: "On target", format: "count" },
                { key: "mape", heading: "MAPE", format: "share" },
                { key: "wape", heading: "WAPE", format: "share" },
                { key: "bias", heading: "Bias", format: "share" },
                {
                  key: "skill",
                  heading: "Skill against naive",
                  format: "share",
                  tones: { bad: "=AND(ISNUMBER({this}),{this}<0)", good: "=AND(ISNUMBER({this}),{this}>0)" },
                },
                { key: "trueAt", heading: "Came true at", format: "share" },
                { key: "now", heading: "Called now", format: "money" },
              ],
              rows: forecasterRows(facts),
            },
            {
              block: "chart",
              title: "Who calls too high, who too low: bias by forecaster",
              type: "column",
              table: "forecasters",
              label: "forecaster",
              values: ["bias"],
              rows: 11,
            },
          ] as const)),
      ...(facts.stages.length === 0
        ? []
        : ([
            {
              block: "section",
              title: "The quarter by stage",
              help: "Probabilities as set in Settings beside the rates learnt from your own closed deals, with their 95% interval.",
            },
            {
              block: "table",
              key: "stages",
              columns: [
                { key: "stage", heading: "Stage", span: 2, format: "text" },
                { key: "deals", heading: "Deals due", format: "count" },
                { key: "amount", heading: "Amount due", format: "money" },
                { key: "unknown", heading: "Without amount", format: "count" },
                { key: "probability", heading: "Probability", format: "share" },
                { key: "weighted", heading: "Weighted", format: "money" },
                { key: "closed", heading: "Closed deals", format: "count" },
                { key: "rate", heading: "Learnt rate", format: "share" },
                { key: "low", heading: "Low", format: "share" },
                { key: "high", heading: "High", format: "share" },
                { key: "historical", heading: "Historical", format: "money" },
              ],
              rows: stageRows(facts),
            },
          ] as const)),
      {
        block: "section",
        title: "What we learn from it",
        help: "Yours to fill in; it stays when the tab is refreshed.",
      },
      {
        block: "fill",
        key: "lessons",
        columns: [
          { key: "period", heading: "Period", span: 2, format: "text" },
          { key: "why", heading: "Why it missed", span: 4, format: "text" },
          { key: "change", heading: "What changes in the next call", span: 4, format: "text" },
          { key: "owner", heading: "Owner", span: 2, format: "text" },
        ],
        rows: 4,
      },
      {
        block: "note",
        text: `="Left out: "&TEXT(COUNTIFS({Forecasts.period},"",{Forecasts.forecaster},"<>")+COUNTIFS({Forecasts.period},"<>",{Forecasts.forecaster},""),"#,##0")&" rows of Forecasts without period or forecaster, "&TEXT(IF({asOf}="",0,COUNTIF({Forecasts.period},">"&{asOf})),"#,##0")&" of periods still to begin, "&TEXT(COUNTIFS({Opportunities.outcome},"Open",{Opportunities.owner},{#ownerIs})-COUNTIFS({Opportunities.outcome},"Open",{Opportunities.owner},{#ownerIs},{Opportunities.expectedClose},">0"),"#,##0")&" open deals without expected close.${othersLeftOut(beside.length)} Commit, best case and pipeline of a past period are those of the Forecasts tab."`,
      },
    ];
  },
};
