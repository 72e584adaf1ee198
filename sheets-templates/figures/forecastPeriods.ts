import { exactly, literally } from "../../src/templates/formula.js";
import type {
  Block,
  TableColumn,
  TableRow,
  WorkbookFacts,
  WorkingBlock,
} from "../../src/templates/template.js";
import { callersBesideReps } from "./forecast.js";

/**
 * The Forecasts tab by period: what was called, what came in, how near it was. A template that uses it declares the
 * working values of `forecastWorking` and a table whose rows are `periodRows`.
 */

/** Periods shown: two years of quarters, or eight months. */
const SHOWN = 8;
const known = '">-1E+99"';

/** A name that a cell would take for a formula is not offered; the rows it stands for are counted as not listed. */
export const forecastersOf = ({ forecasters }: WorkbookFacts): readonly string[] =>
  forecasters.filter((name) => !/^[=+@-]/.test(name));

/** Left out of the team's sums. Where no forecaster is a rep, there is nothing to tell them apart by. */
export function besideTheTeam(facts: WorkbookFacts): readonly string[] {
  const listed = forecastersOf(facts);
  const others = callersBesideReps({ ...facts, forecasters: listed });
  return others.length === listed.length ? [] : others;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Working values for one forecaster, or for the team where `chosen` is its word. */
export function forecastWorking(
  facts: WorkbookFacts,
  chosen: string,
  isTeam: string,
): WorkingBlock["values"] {
  return [
    { key: "calledBy", content: `=IF(${isTeam},"<>¬",${exactly(chosen)})` },
    ...besideTheTeam(facts).flatMap((name, index) => [
      { key: `beside.${index + 1}`, content: name },
      {
        key: `notBy.${index + 1}`,
        content: `=IF(${isTeam},"<>"&${literally(`{#beside.${index + 1}}`)},"<>¬")`,
      },
    ]),
    {
      // Newest first: each is the latest period before the one above it.
      key: "begun",
      content: numbers(SHOWN).map((place) =>
        place === 1
          ? '=IF({asOf}="","",IFERROR(LARGE({Forecasts.period},COUNTIF({Forecasts.period},">"&{asOf})+1),""))'
          : `=IF({#begun.${place - 1}}="","",IFERROR(LARGE({Forecasts.period},COUNTIF({Forecasts.period},">="&{#begun.${place - 1}})+1),""))`,
      ),
    },
    {
      key: "starts",
      content: numbers(SHOWN).map(
        (place) =>
          `=IF(COUNT({#begun.1}:{#begun.${SHOWN}})<${place},"",INDEX({#begun.1}:{#begun.${SHOWN}},COUNT({#begun.1}:{#begun.${SHOWN}})-${place - 1}))`,
      ),
    },
    {
      key: "quarterly",
      content: '=IF({#begun.2}="",{#begun.1}={quarterStart},{#begun.1}-{#begun.2}>45)',
    },
    {
      key: "finished",
      content: numbers(SHOWN).map((place) => `=IF({#periods.p${place}.accuracy}="",0,${place})`),
    },
    { key: "last", content: `=MAX({#finished.1}:{#finished.${SHOWN}})` },
    // The guide asks for forecasts within ±10%, reckoned as the smaller of forecast and actual ÷ the larger.
    {
      key: "target",
      content: '=IFERROR(REVOPS_BENCHMARK("Forecast accuracy","B",FALSE),"")',
      rows: 2,
      columns: 5,
    },
    { key: "within", content: "={#target.1.3}" },
  ];
}

const theirs = (facts: WorkbookFacts): string => {
  const others = besideTheTeam(facts).map((_, index) => `,{Forecasts.forecaster},{#notBy.${index + 1}}`);
  return `,{Forecasts.forecaster},{#calledBy}${others.join("")}`;
};

/** Sum of a column of the chosen forecaster or the team under conditions on the Forecasts tab. */
export const calledSum = (facts: WorkbookFacts, column: string, conditions: string): string =>
  `SUMIFS({Forecasts.${column}},${conditions}${theirs(facts)})`;
const calledCount = (facts: WorkbookFacts, conditions: string): string =>
  `COUNTIFS(${conditions}${theirs(facts)})`;

/** A column of the table of periods, first to last row. */
export const periodColumn = (column: string): string =>
  `{#periods.p1.${column}}:{#periods.p${SHOWN}.${column}}`;

/** The figure of the latest period that is over. */
export const lastPeriod = (column: string): string => `INDEX(${periodColumn(column)},{#last})`;

/** Rows p1 to p8 of the table `periods`, oldest first, blank below where there are fewer. */
export function periodRows(facts: WorkbookFacts): readonly TableRow[] {
  return numbers(SHOWN).map((place) => {
    const start = `{#starts.${place}}`;
    const at = (column: string) => `{#periods.p${place}.${column}}`;
    const inPeriod = `{Forecasts.period},${start}`;
    const filled = (column: string) => calledCount(facts, `${inPeriod},{Forecasts.${column}},${known}`);
    const sum = (column: string) =>
      `=IF(${start}="","",IF(${filled(column)}=0,"",${calledSum(facts, column, inPeriod)}))`;
    const open = calledCount(facts, `${inPeriod},{Forecasts.forecast},${known},{Forecasts.actual},""`);
    const before = place === 1 ? '""' : `{#periods.p${place - 1}.actual}`;
    return {
      key: `p${place}`,
      cells: {
        period: `=IF(${start}="","",IF({#quarterly},TEXT(${start},"mmm")&"–"&TEXT(EDATE(${start},2),"mmm yyyy"),TEXT(${start},"mmm yyyy")))`,
        commit: sum("commit"),
        bestCase: sum("bestCase"),
        pipeline: sum("pipeline"),
        forecast: sum("forecast"),
        // A period of which one actual is missing is not over.
        actual: `=IF(${start}="","",IF(${filled("actual")}=0,"",IF(${open}>0,"",${calledSum(facts, "actual", inPeriod)})))`,
        missed: `=IF(OR(${at("forecast")}="",${at("actual")}=""),"",ROUND(${at("forecast")}-${at("actual")},2))`,
        accuracy: `=IF(${at("missed")}="","",IF(${at("forecast")}=${at("actual")},1,MIN(${at("forecast")},${at("actual")})/MAX(${at("forecast")},${at("actual")})))`,
        naive: `=IF(OR(${at("missed")}="",${before}=""),"",ABS(ROUND(${before}-${at("actual")},2)))`,
        reading: `=IF(${start}="","",IF(${at("forecast")}="","No forecast",IF(${at("actual")}="",IF(${filled("actual")}=0,"Still running","Actuals missing"),IF({#within}="","",IF(${at("accuracy")}>={#within},"On target",IF(${at("missed")}>0,"Too high","Too low"))))))`,
      },
    };
  });
}

/** Misses of the latest periods as a share of what came in: above 0 too high, below 0 too low. */
export const biasShare = `IF(SUM(${periodColumn("missed")})=0,0,SUM(${periodColumn("missed")})/SUMIFS(${periodColumn("actual")},${periodColumn("missed")},${known}))`;

/** The last columns of a table of periods: what was called, what came in, how near it was. */
export const PERIOD_OUTCOME: readonly TableColumn[] = [
  { key: "forecast", heading: "Forecast", format: "money" },
  { key: "actual", heading: "Actual", format: "money" },
  { key: "missed", heading: "Forecast − actual", format: "money" },
  {
    key: "accuracy",
    heading: "Accuracy",
    format: "share",
    tones: {
      good: "=AND(ISNUMBER({this}),{this}>={#within})",
      warn: "=AND(ISNUMBER({this}),{this}<{#within})",
    },
  },
];

export const periodsChart = (rows: number): Block => ({
  block: "chart",
  title: "How near the forecasts came, by period",
  type: "column",
  table: "periods",
  label: "period",
  values: ["forecast", "actual"],
  rows,
  colors: ["accentLight", "accent"],
});
