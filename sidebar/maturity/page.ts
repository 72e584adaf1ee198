import type { AssessmentRecord } from "../../src/apps-script/actions/assessments/assessments.js";
import { assessMaturity } from "../../src/core/assessment/maturity.js";
import {
  LEVEL_NAMES,
  MATURITY_DIMENSIONS,
  MATURITY_STAGES,
} from "../../src/core/assessment/maturityModel.js";
import { maturityOfRound } from "../../src/core/assessment/roundResult.js";
import type { Situation } from "../../src/core/assessment/situation.js";
import { createAssessmentWindow } from "../assessments/assessmentWindow.js";
import { createChoiceGroup } from "../assessments/choiceGroup.js";
import { createSummary } from "../assessments/summary.js";
import { make } from "../elements.js";
import { createRadar } from "../radar.js";
import { createIntakeSection } from "./intakeSection.js";
import { createNextSteps } from "./nextSteps.js";

/** The maturity sidebar: six dimensions of 1 to 5, the intake, and what to do next. */

const MAX = MATURITY_DIMENSIONS.length * LEVEL_NAMES.length;
const names = MATURITY_DIMENSIONS.map(({ name }) => name);
const changed = (): void => assessment.changed();

const summary = createSummary({
  max: MAX,
  marks: MATURITY_STAGES.slice(1).map(({ from }) => from - 0.5),
  resultName: "stage",
  total: (scores) => scores.reduce<number>((sum, score) => sum + (score ?? 0), 0),
  result: (scores) => assessMaturity(scores).stage.name,
});
const intake = createIntakeSection(changed);
const nextSteps = createNextSteps();
const radar = createRadar("Maturity by dimension", names, LEVEL_NAMES.length);
const legend = make("p", { class: "radar-legend", hidden: true });
const groups = MATURITY_DIMENSIONS.map(({ key, name, question, levels }) =>
  createChoiceGroup(
    {
      ...{ key, name, question },
      choices: levels.map(({ means }, index) => ({
        score: index + 1,
        name: LEVEL_NAMES[index] ?? "",
        means,
      })),
    },
    changed,
  ),
);

const situationOf = (settings: AssessmentRecord["settings"] | undefined): Situation => {
  const answers = intake.value();
  const team = answers.revopsTeam;
  return {
    businessCase: settings?.businessCase ?? "Standard",
    intake: { ...answers, ...(team !== undefined && Number(team) === 0 ? { revopsTeam: 0 } : {}) },
  };
};

const assessment = createAssessmentWindow({
  kind: "maturity",
  groups,
  intake,
  head: [
    summary.element,
    make(
      "p",
      { class: "lead" },
      "Score how your teams work today, not how they mean to. What you choose is kept as you go.",
    ),
  ],
  questions: [intake.element, ...groups.map(({ element }) => element)],
  results: [
    make(
      "section",
      { "aria-labelledby": "picture-heading" },
      make("h2", { id: "picture-heading" }, "At a glance"),
      radar.element,
      legend,
    ),
    nextSteps.element,
  ],
  history: { names, max: MAX, resultOf: maturityOfRound },
  resultTab: { draw: "drawMaturityAssessment", title: "Maturity assessment" },
  show(scores, before, settings) {
    summary.show(scores);
    nextSteps.show(scores, situationOf(settings), settings?.profile ?? "A");
    radar.draw(scores, before?.scores);
    legend.hidden = before === undefined;
    legend.textContent = before ? `Dashed: ${before.name}` : "";
  },
});
assessment.start();
