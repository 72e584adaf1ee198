import { INTAKE_FIELDS, INTAKE_GROUPS, type IntakeField } from "../src/core/assessment/intake.js";
import { type MaturityProfile, stepsOf } from "../src/core/assessment/maturity.js";
import {
  LEVEL_NAMES,
  MATURITY_DIMENSIONS,
  MATURITY_STAGES,
  type MaturityDimension,
} from "../src/core/assessment/maturityModel.js";
import { adviceFor } from "../src/core/assessment/situation.js";
import type { Block, TableRow, Template, WorkbookFacts } from "../src/templates/template.js";
import {
  bandFormula,
  changeCard,
  ROUNDS,
  roundCharts,
  roundFormulas,
  TREND_COLUMNS,
} from "./assessmentRounds.js";

/** The maturity result for leadership: where we stand, how that has changed, where assessors differ, what comes first. */

const keys = MATURITY_DIMENSIONS.map(({ key }) => key);
const TOP = LEVEL_NAMES.length;
const MAX = keys.length * TOP;

const rounds = roundFormulas("maturity", keys, { from: 1, to: TOP }, (mean) => keys.map(mean).join("+"));

/** Stages are declared for whole totals: a mean total belongs to the nearest. */
const stageOf = (total: string) =>
  bandFormula(
    `ROUND(${total},0)`,
    [...MATURITY_STAGES].reverse().map(({ from, name }) => ({ from, name })),
  );
const focusOf = (total: string) =>
  bandFormula(
    `ROUND(${total},0)`,
    [...MATURITY_STAGES].reverse().map(({ from, focus }) => ({ from, name: focus })),
  );

/** The text that belongs to a score, by its nearest level. */
const byLevel = (score: string, texts: readonly string[]) =>
  bandFormula(score, texts.map((name, level) => ({ from: level + 0.5, name })).reverse());

const dimensionRows: readonly TableRow[] = MATURITY_DIMENSIONS.map(({ key, name, levels }) => {
  const now = `{#dimensions.${key}.now}`;
  const before = `{#dimensions.${key}.before}`;
  return {
    key,
    cells: {
      dimension: name,
      now: `=${rounds.mean(key, 0)}`,
      before: `=${rounds.mean(key, 1)}`,
      change: `=IF(OR(${now}="",${before}=""),"",${now}-${before})`,
      spread: `=${rounds.spread(key)}`,
      most: TOP,
      means: `=IF(${now}="","",${byLevel(
        now,
        levels.map(({ means }, level) => `${LEVEL_NAMES[level]}: ${means}`),
      )})`,
    },
  };
});

/** The weakest first; among equals what the stage's focus is about, then the model's order: as in the sidebar. */
const order = MATURITY_DIMENSIONS.map(({ key }, index) => {
  const rank = (stage: (typeof MATURITY_STAGES)[number]) => {
    const place = stage.firstAmongEquals.indexOf(key);
    return String(place === -1 ? stage.firstAmongEquals.length + index : place);
  };
  const ranks = bandFormula(
    "ROUND({#total},0)",
    [...MATURITY_STAGES].reverse().map((stage) => ({ from: stage.from, name: rank(stage) })),
  ).replace(/"(\d+)"/g, "$1");
  return `=IF({#dimensions.${key}.now}="",0,ROUND({#dimensions.${key}.now},6)*1000+${ranks})`;
});
const orderList = `{#order.1}:{#order.${keys.length}}`;

const stepText = (step: number, profile: MaturityProfile) => (dimension: MaturityDimension) =>
  `=IF({#dimensions.${dimension.key}.now}="","",${byLevel(
    `{#dimensions.${dimension.key}.now}`,
    dimension.levels.map((level) => stepsOf(level, profile)[step] ?? ""),
  )})`;

const stepRows: readonly TableRow[] = MATURITY_DIMENSIONS.flatMap((_, rank) => {
  const at = `{#ranked.${rank + 1}}`;
  const pick = (list: string) => `INDEX({#${list}.1}:{#${list}.${keys.length}},${at})`;
  const known = (formula: string) => `=IF({#rounds}=0,"",${formula})`;
  return [
    {
      key: `s${rank}a`,
      cells: {
        dimension: known(pick("dimensionName")),
        score: known(pick("score")),
        step: known(pick("firstStep")),
      },
    },
    { key: `s${rank}b`, cells: { dimension: "", score: "", step: known(pick("secondStep")) } },
  ];
});

const answer = ({ key, label }: IntakeField): TableRow => {
  const value = `INDEX({Assessments.${key}},{#roundPlace.1})`;
  return {
    key,
    cells: { label, answer: `=IF({#roundPlace.1}=0,"–",IF(${value}="","–",${value}))` },
    formats: { answer: formatOf(key) },
  };
};
const formatOf = (key: string) => {
  const kind = INTAKE_FIELDS.find((field) => field.key === key)?.kind;
  return kind === "money" || kind === "count" ? kind : "text";
};
const intakeTable = (key: string, groups: readonly string[]): Block => ({
  block: "table",
  key,
  columns: [
    { key: "label", heading: "About the company", span: 2, format: "text" },
    { key: "answer", heading: "Answer", span: 4, format: "text" },
  ],
  rows: INTAKE_GROUPS.filter(({ title }) => groups.includes(title)).flatMap(({ fields }) =>
    fields.map(answer),
  ),
});

/** The case in Settings: its advice stands whatever the scores are. */
function caseBlocks({ businessCase }: WorkbookFacts): readonly Block[] {
  const advice = adviceFor(businessCase);
  if (advice.length === 0) return [];
  const nameOf = (key: string) => MATURITY_DIMENSIONS.find((dimension) => dimension.key === key)?.name ?? key;
  return [
    { block: "section", title: `Because you are: ${businessCase}`, help: "The business case in Settings." },
    {
      block: "table",
      key: "case",
      columns: [
        { key: "dimension", heading: "Dimension", span: 2, format: "text" },
        { key: "step", heading: "What it asks for", span: 10, format: "text" },
      ],
      rows: advice.map(({ dimension, step }, index) => ({
        key: `c${index}`,
        cells: { dimension: nameOf(dimension), step },
      })),
    },
  ];
}

export const MATURITY_ASSESSMENT: Template = {
  id: "maturity-assessment",
  title: "Maturity assessment",
  summary:
    "Six dimensions of RevOps maturity as a radar, the trend by round, where assessors differ, and what to do first.",
  fromAssessments: true,
  version: 1,
  blocks: (facts) => [
    {
      block: "title",
      title: "RevOps maturity assessment",
      subtitle: `=IF({#rounds}=0,"No finished assessment yet: choose Score RevOps maturity in the menu",IF({companyName}="","",{companyName}&"  ·  ")&{#roundName.1}&"  ·  "&TEXT({#roundDate.1},"d mmm yyyy")&"  ·  "&TEXT({#roundPeople.1},"0")&IF({#roundPeople.1}=1," assessor"," assessors"))`,
    },
    rounds.working,
    {
      block: "working",
      values: [
        { key: "order", content: order },
        {
          key: "rank",
          content: order.map((_, index) => `=SUMPRODUCT((${orderList}<{#order.${index + 1}})*1)+1`),
        },
        {
          key: "ranked",
          content: order.map(
            (_, index) => `=IFERROR(MATCH(${index + 1},{#rank.1}:{#rank.${keys.length}},0),1)`,
          ),
        },
        { key: "dimensionName", content: MATURITY_DIMENSIONS.map(({ name }) => name) },
        { key: "score", content: keys.map((key) => `={#dimensions.${key}.now}`) },
        { key: "firstStep", content: MATURITY_DIMENSIONS.map(stepText(0, facts.profile)) },
        { key: "secondStep", content: MATURITY_DIMENSIONS.map(stepText(1, facts.profile)) },
      ],
    },
    {
      block: "cards",
      cards: [
        {
          key: "total",
          label: "Total",
          value: `=IF({#rounds}=0,"–",${rounds.total(0)})`,
          format: "days",
          note: `of ${MAX}, sum of six scores from 1 to ${TOP}`,
        },
        {
          key: "stage",
          label: "Stage",
          value: `=IF({#rounds}=0,"–",${stageOf(rounds.total(0))})`,
          format: "text",
          note: `=IF({#rounds}=0,"",${focusOf(rounds.total(0))})`,
        },
        changeCard(rounds),
        {
          key: "weakest",
          label: "Weakest dimension",
          value: `=IF({#rounds}=0,"–",INDEX({#dimensionName.1}:{#dimensionName.${keys.length}},{#ranked.1}))`,
          format: "text",
          note: `=IF({#rounds}=0,"",TEXT(INDEX({#score.1}:{#score.${keys.length}},{#ranked.1}),"0.0")&" of ${TOP}")`,
        },
      ],
    },
    roundCharts("Maturity by dimension", ["now", "before"], "Total by round"),
    {
      block: "section",
      title: "Dimensions",
      help: "Means over the assessors of a round; spread from the lowest to the highest of them.",
    },
    {
      block: "table",
      key: "dimensions",
      columns: [
        { key: "dimension", heading: "Dimension", format: "text" },
        { key: "now", heading: "Now", format: "days" },
        { key: "before", heading: "Before", format: "days" },
        {
          key: "change",
          heading: "Change",
          format: "days",
          tones: {
            good: "=AND(ISNUMBER({this}),{this}>0)",
            bad: "=AND(ISNUMBER({this}),{this}<0)",
          },
        },
        { key: "spread", heading: "Spread", format: "count" },
        { key: "most", heading: "Most", format: "count" },
        { key: "means", heading: "What that looks like", span: 6, format: "text" },
      ],
      rows: dimensionRows,
    },
    {
      block: "section",
      title: "What to do next",
      help: "The weakest dimension first; the steps follow from each score.",
    },
    {
      block: "table",
      key: "steps",
      columns: [
        { key: "dimension", heading: "Dimension", format: "text" },
        { key: "score", heading: "Score", format: "days" },
        { key: "step", heading: "Steps", span: 10, format: "text" },
      ],
      rows: stepRows,
    },
    ...caseBlocks(facts),
    {
      block: "halves",
      left: [
        { block: "section", title: "Rounds" },
        { block: "table", key: "trend", columns: TREND_COLUMNS, rows: rounds.trendRows(stageOf) },
        { block: "section", title: "Team and pain" },
        intakeTable("team", ["Team", "Pain"]),
      ],
      right: [
        {
          block: "section",
          title: "Company and tech stack",
          help: "From the newest assessment of the round.",
        },
        intakeTable("company", ["Company", "Tech stack"]),
      ],
    },
    {
      block: "note",
      text: `="The last ${ROUNDS} rounds of the tab Assessments. "&${rounds.leftOut}`,
    },
  ],
};
