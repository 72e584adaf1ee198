import { rubricOfRound } from "../../src/core/assessment/roundResult.js";
import { RUBRIC, RUBRIC_CRITERIA, RUBRIC_VERDICTS, rubricVerdict } from "../../src/core/assessment/rubric.js";
import { lostPoints } from "../../src/core/assessment/rubricGains.js";
import { RUBRIC_LEVELS } from "../../src/core/assessment/rubricLevels.js";
import { createAssessmentWindow } from "../assessments/assessmentWindow.js";
import { type ChoiceGroup, createChoiceGroup } from "../assessments/choiceGroup.js";
import { createSummary } from "../assessments/summary.js";
import { call } from "../client.js";
import { make } from "../elements.js";
import { createRadar } from "../radar.js";
import { createStatus, reasonOf } from "../status.js";
import { createPointsToWin } from "./pointsToWin.js";
import { createProposalNotes } from "./proposalNotes.js";

/** The sidebar of the 100-point rubric: 27 criteria of 0 to 2, with what the workbook's own data say. */

const MAX = 100;
const LEVELS = ["Not there", "Partly", "Fully"] as const;
/** Short enough for the corners of a small radar. */
const CORNERS: Readonly<Record<string, string>> = {
  data: "Data",
  funnel: "Funnel",
  pipeline: "Pipeline",
  alignment: "Alignment",
  automation: "Automation",
  analytics: "Analytics",
  compensation: "Comp",
  process: "Process",
};

const names = RUBRIC_CRITERIA.map(({ name }) => name);
const changed = (): void => assessment.changed();
const groupOf = new Map<string, ChoiceGroup>();
const notes = createProposalNotes(
  new Map(RUBRIC_CRITERIA.map(({ key, name }) => [key, name])),
  (key, score) => {
    groupOf.get(key)?.choose(score);
    groupOf.get(key)?.focus();
    changed();
  },
);

const sections = RUBRIC.map(({ key: dimension, name: title, weight, criteria }) => {
  const id = `dimension-${dimension}`;
  const groups = criteria.map(({ key, name, full }) => {
    const levels = RUBRIC_LEVELS[key];
    const means = [levels?.none ?? "", levels?.partly ?? "", full];
    const group = createChoiceGroup(
      {
        ...{ key, name, note: notes.placeOf(key) },
        choices: LEVELS.map((level, score) => ({ score, name: level, means: means[score] ?? "" })),
      },
      changed,
    );
    groupOf.set(key, group);
    return group.element;
  });
  const heading = make("h2", { id }, title, make("span", { class: "quiet" }, ` ${weight} points`));
  return make("section", { "aria-labelledby": id }, heading, ...groups);
});

const shares = (scores: readonly (number | null)[]): (number | null)[] =>
  lostPoints(scores).map(({ dimension, points, scored }) =>
    scored === 0 ? null : (points / dimension.weight) * 100,
  );

const summary = createSummary({
  max: MAX,
  marks: RUBRIC_VERDICTS.flatMap(({ from }) => (Number.isFinite(from) ? [from] : [])),
  resultName: "verdict",
  total: (scores) => lostPoints(scores).reduce((sum, { points }) => sum + points, 0),
  result: (scores) => rubricVerdict(lostPoints(scores).reduce((sum, { points }) => sum + points, 0)).name,
});
const radar = createRadar(
  "Share of points by dimension",
  RUBRIC.map(({ key, name }) => CORNERS[key] ?? name),
  100,
  { rings: 4, unit: "%" },
);
const legend = make("p", { class: "radar-legend", hidden: true });
const pointsToWin = createPointsToWin();
const measuring = make("div", { id: "measure-status" });
const measureStatus = createStatus(measuring);

const assessment = createAssessmentWindow({
  kind: "rubric",
  groups: RUBRIC_CRITERIA.flatMap(({ key }) => groupOf.get(key) ?? []),
  head: [
    summary.element,
    make(
      "p",
      { class: "lead" },
      "Score 27 criteria: 0 not there, 1 partly, 2 fully. Where the workbook can measure one, it says what it found; you decide.",
    ),
    measuring,
  ],
  questions: sections,
  results: [
    make(
      "section",
      { "aria-labelledby": "picture-heading" },
      make("h2", { id: "picture-heading" }, "At a glance"),
      radar.element,
      legend,
    ),
    ...pointsToWin.elements,
  ],
  history: { names, max: MAX, resultOf: rubricOfRound },
  resultTab: { draw: "drawRubricResult", title: "Rubric result" },
  evidence: () => notes.evidence((key) => groupOf.get(key)?.score() ?? null),
  show(scores, before) {
    summary.show(scores);
    pointsToWin.show(scores);
    radar.draw(shares(scores), before && shares(before.scores).map((share) => share ?? 0));
    legend.hidden = before === undefined;
    legend.textContent = before ? `Dashed: ${before.name}` : "";
  },
});

let asked = 0;

async function measure(): Promise<void> {
  const turn = ++asked;
  measureStatus.working("Measuring the workbook…");
  try {
    const proposals = await call("measureRubric");
    if (turn !== asked) return;
    notes.show(proposals);
    const measured = proposals.filter(({ score }) => score !== null).length;
    measureStatus.done(
      measured === 0
        ? "The workbook holds nothing yet to measure; score by what you know."
        : `${measured} of ${names.length} criteria measured in this workbook.`,
    );
  } catch (error) {
    if (turn === asked) measureStatus.failed(`Not measured: ${reasonOf(error)}`, () => void measure());
  }
}

assessment.start();
void measure();
