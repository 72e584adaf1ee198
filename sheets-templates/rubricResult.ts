import { RUBRIC, RUBRIC_CRITERIA, RUBRIC_VERDICTS } from "../src/core/assessment/rubric.js";
import { pointsOfStep } from "../src/core/assessment/rubricGains.js";
import { EFFORTS, RUBRIC_LEVELS } from "../src/core/assessment/rubricLevels.js";
import type { TableRow, Template } from "../src/templates/template.js";
import {
  bandFormula,
  changeCard,
  ROUNDS,
  roundCharts,
  roundFormulas,
  TREND_COLUMNS,
} from "./assessmentRounds.js";

/** The rubric's result for leadership: points and verdict, where points are lost, and which are the cheapest to win. */

/** Steps that are listed; more at once is no priority. */
const CHEAPEST = 8;

const keys = RUBRIC_CRITERIA.map(({ key }) => key);
const stepOf = new Map(
  RUBRIC.flatMap((dimension) => dimension.criteria.map(({ key }) => [key, pointsOfStep(dimension)])),
);

const rounds = roundFormulas("rubric", keys, { from: 0, to: 2 }, (mean) =>
  RUBRIC.map(
    (dimension) => `${pointsOfStep(dimension)}*(${dimension.criteria.map(({ key }) => mean(key)).join("+")})`,
  ).join("+"),
);

/** Points that add up to a bound but for rounding have reached it. */
const verdictOf = (total: string) => bandFormula(`ROUND(${total},6)`, RUBRIC_VERDICTS);

const sumOf = (dimension: (typeof RUBRIC)[number], column: string) =>
  dimension.criteria.map(({ key }) => `{#criteria.${key}.${column}}`).join("+");

const dimensionRows: readonly TableRow[] = RUBRIC.map((dimension) => {
  const { key, name, weight } = dimension;
  const points = `{#dimensions.${key}.points}`;
  const earlier = `{#dimensions.${key}.earlier}`;
  const step = pointsOfStep(dimension);
  return {
    key,
    cells: {
      dimension: name,
      weight,
      points: `=IF({#rounds}=0,"",${step}*(${sumOf(dimension, "now")}))`,
      lost: `=IF(${points}="","",${weight}-${points})`,
      earlier: `=IF({#rounds}<2,"",${step}*(${sumOf(dimension, "before")}))`,
      share: `=IF(${points}="","",${points}/${weight})`,
      most: 1,
      shareBefore: `=IF(${earlier}="","",${earlier}/${weight})`,
    },
  };
});

const criterionRows: readonly TableRow[] = RUBRIC.flatMap(({ name: dimension, criteria }) =>
  criteria.map(({ key, name, full }, place) => {
    const now = `{#criteria.${key}.now}`;
    const levels = RUBRIC_LEVELS[key];
    return {
      key,
      cells: {
        dimension: place === 0 ? dimension : "",
        criterion: name,
        now: `=${rounds.mean(key, 0)}`,
        before: `=${rounds.mean(key, 1)}`,
        spread: `=${rounds.spread(key)}`,
        means: `=IF(${now}="","",${bandFormula(now, [
          { from: 1.5, name: full },
          { from: 0.5, name: levels?.partly ?? "" },
          { from: 0, name: levels?.none ?? "" },
        ])})`,
      },
    };
  }),
);

/** Least effort first, then most points, then the rubric's order; full marks come last. As in the sidebar. */
const order = RUBRIC_CRITERIA.map(({ key }, index) => {
  const effort = EFFORTS.indexOf(RUBRIC_LEVELS[key]?.effort ?? "months");
  const cheapness = effort * 1000 - (stepOf.get(key) ?? 0) * 100 + index / 1000;
  return `=IF({#rounds}=0,${9000 + index},IF({#criteria.${key}.now}>=2,${9000 + index},${Math.round(cheapness * 1e6) / 1e6}))`;
});
const list = (key: string) => `{#${key}.1}:{#${key}.${keys.length}}`;

const gainRows: readonly TableRow[] = Array.from({ length: CHEAPEST }, (_, rank) => {
  const at = `{#ranked.${rank + 1}}`;
  const known = (formula: string) => `=IF(${at}=0,"",${formula})`;
  return {
    key: `g${rank}`,
    cells: {
      criterion: known(`INDEX(${list("criterionName")},${at})`),
      points: known(`INDEX(${list("stepPoints")},${at})*MIN(1,2-INDEX(${list("score")},${at}))`),
      effort: known(`INDEX(${list("effort")},${at})`),
      next: known(`INDEX(${list("next")},${at})`),
    },
  };
});

export const RUBRIC_RESULT: Template = {
  id: "rubric-result",
  title: "Rubric result",
  summary:
    "The 100-point rubric: points and verdict, points lost by dimension, the cheapest points to win, and the trend by round.",
  fromAssessments: true,
  version: 1,
  blocks: () => [
    {
      block: "title",
      title: "100-point RevOps rubric",
      subtitle: `=IF({#rounds}=0,"No finished rubric yet: choose Score the 100-point rubric in the menu",IF({companyName}="","",{companyName}&"  ·  ")&{#roundName.1}&"  ·  "&TEXT({#roundDate.1},"d mmm yyyy")&"  ·  "&TEXT({#roundPeople.1},"0")&IF({#roundPeople.1}=1," assessor"," assessors"))`,
    },
    rounds.working,
    {
      block: "working",
      values: [
        { key: "order", content: order },
        {
          key: "rank",
          content: order.map((_, index) => `=SUMPRODUCT((${list("order")}<{#order.${index + 1}})*1)+1`),
        },
        {
          key: "ranked",
          content: gainRows.map(
            (_, index) => `=IF({#open}<=${index},0,IFERROR(MATCH(${index + 1},${list("rank")},0),0))`,
          ),
        },
        { key: "open", content: `=IF({#rounds}=0,0,SUMPRODUCT((${list("order")}<9000)*1))` },
        { key: "criterionName", content: RUBRIC_CRITERIA.map(({ name }) => name) },
        { key: "score", content: keys.map((key) => `={#criteria.${key}.now}`) },
        { key: "stepPoints", content: keys.map((key) => stepOf.get(key) ?? 0) },
        { key: "effort", content: keys.map((key) => RUBRIC_LEVELS[key]?.effort ?? "") },
        {
          key: "next",
          content: RUBRIC_CRITERIA.map(
            ({ key, full }) =>
              `=IF({#rounds}=0,"",IF({#criteria.${key}.now}<0.5,"${RUBRIC_LEVELS[key]?.partly ?? ""}","${full}"))`,
          ),
        },
        {
          key: "mostLost",
          content: `=IF({#rounds}=0,0,MATCH(MAX({#dimensions.${RUBRIC[0]?.key}.lost}:{#dimensions.${RUBRIC[RUBRIC.length - 1]?.key}.lost}),{#dimensions.${RUBRIC[0]?.key}.lost}:{#dimensions.${RUBRIC[RUBRIC.length - 1]?.key}.lost},0))`,
        },
        { key: "dimensionName", content: RUBRIC.map(({ name }) => name) },
      ],
    },
    {
      block: "cards",
      cards: [
        {
          key: "total",
          label: "Points",
          value: `=IF({#rounds}=0,"–",${rounds.total(0)})`,
          format: "days",
          note: "of 100, over eight weighted dimensions",
        },
        {
          key: "verdict",
          label: "Verdict",
          value: `=IF({#rounds}=0,"–",${verdictOf(rounds.total(0))})`,
          format: "text",
          note: "World-class from 80, strong from 60, gaps from 40",
        },
        changeCard(rounds),
        {
          key: "most",
          label: "Most points lost in",
          value: `=IF({#mostLost}=0,"–",INDEX({#dimensionName.1}:{#dimensionName.${RUBRIC.length}},{#mostLost}))`,
          format: "text",
          note: `=IF({#mostLost}=0,"",TEXT(MAX({#dimensions.${RUBRIC[0]?.key}.lost}:{#dimensions.${RUBRIC[RUBRIC.length - 1]?.key}.lost}),"0.0")&" points")`,
        },
      ],
    },
    roundCharts("Share of each dimension's points", ["share", "shareBefore"], "Points by round"),
    {
      block: "section",
      title: "Cheapest points to win",
      help: "One step each: least effort first, then most points. Effort is our judgement of what a step usually takes.",
    },
    {
      block: "table",
      key: "gains",
      columns: [
        { key: "criterion", heading: "Criterion", span: 3, format: "text" },
        { key: "points", heading: "Points", format: "days" },
        { key: "effort", heading: "Effort", format: "text" },
        { key: "next", heading: "What the next step looks like", span: 7, format: "text" },
      ],
      rows: gainRows,
    },
    { block: "section", title: "Points by dimension" },
    {
      block: "table",
      key: "dimensions",
      columns: [
        { key: "dimension", heading: "Dimension", span: 3, format: "text" },
        { key: "weight", heading: "Weight", format: "count" },
        { key: "points", heading: "Points", format: "days" },
        { key: "lost", heading: "Lost", format: "days" },
        { key: "earlier", heading: "Points before", format: "days" },
        { key: "share", heading: "Share now", span: 2, format: "share" },
        { key: "shareBefore", heading: "Share before", span: 2, format: "share" },
        { key: "most", heading: "Most", format: "share" },
      ],
      rows: dimensionRows,
    },
    {
      block: "section",
      title: "Criteria",
      help: "0 not there, 1 partly, 2 fully; means over the assessors of a round.",
    },
    {
      block: "table",
      key: "criteria",
      columns: [
        { key: "dimension", heading: "Dimension", span: 2, format: "text" },
        { key: "criterion", heading: "Criterion", span: 2, format: "text" },
        {
          key: "now",
          heading: "Score",
          format: "days",
          tones: {
            good: "=AND(ISNUMBER({this}),{this}>=2)",
            bad: "=AND(ISNUMBER({this}),{this}<1)",
          },
        },
        { key: "before", heading: "Before", format: "days" },
        { key: "spread", heading: "Spread", format: "count" },
        { key: "means", heading: "What that looks like", span: 5, format: "text" },
      ],
      rows: criterionRows,
    },
    { block: "section", title: "Rounds" },
    { block: "table", key: "trend", columns: TREND_COLUMNS, rows: rounds.trendRows(verdictOf) },
    {
      block: "note",
      text: `=IF({#roundPlace.1}=0,"",IF(INDEX({Assessments.evidence},{#roundPlace.1})="","No score was taken over from the workbook. ","Measured in the workbook: "&INDEX({Assessments.evidence},{#roundPlace.1})&" "))&"The last ${ROUNDS} rounds of the tab Assessments. "&${rounds.leftOut}`,
    },
  ],
};
