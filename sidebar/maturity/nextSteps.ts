import { assessMaturity, type MaturityProfile, type Priority } from "../../src/core/assessment/maturity.js";
import { type Situation, situationSteps } from "../../src/core/assessment/situation.js";
import { make } from "../elements.js";

/** What to do next: the stage's focus, then the weakest dimensions with their steps; the rest folded away. */
export interface NextSteps {
  readonly element: HTMLElement;
  show(scores: readonly (number | null)[], situation: Situation, profile: MaturityProfile): void;
}

/** More than so many at once is no priority. */
const SHOWN = 2;

export function createNextSteps(): NextSteps {
  const body = make("div");
  const element = make(
    "section",
    { "aria-labelledby": "next-heading" },
    make("h2", { id: "next-heading" }, "What to do next"),
    body,
  );

  function show(scores: readonly (number | null)[], situation: Situation, profile: MaturityProfile): void {
    const known = scores.filter((score) => score !== null);
    if (known.length < scores.length) {
      const left = scores.length - known.length;
      const missing =
        left === scores.length
          ? "all six dimensions"
          : left === 1
            ? "the last dimension"
            : `the other ${left} dimensions`;
      body.replaceChildren(make("p", { class: "quiet" }, `Score ${missing} to see where to begin.`));
      return;
    }
    const { stage, priorities } = assessMaturity(known, profile);
    const rest = priorities.slice(SHOWN);
    const { pain } = situation.intake;
    // Whoever has looked at the rest should not have it folded away by the next choice.
    const open = body.querySelector("details")?.open === true;
    body.replaceChildren(
      make("p", {}, make("b", {}, stage.name), ` (${stage.from} to ${stage.to}): ${stage.focus}`),
      ...(pain ? [make("p", { class: "quiet" }, `What hurts most, in your words: ${pain}`)] : []),
      ...priorities.slice(0, SHOWN).map((priority) => stepsOf(priority, situation)),
      make(
        "details",
        { open },
        make("summary", {}, `The other ${rest.length} dimensions`),
        ...rest.map((priority) => stepsOf(priority, situation)),
      ),
    );
  }
  return { element, show };
}

function stepsOf({ dimension, score, steps, weakest }: Priority, situation: Situation): HTMLElement {
  const own = situationSteps(dimension.key, score, situation);
  return make(
    "div",
    { class: "priority" },
    make(
      "h3",
      {},
      dimension.name,
      make("span", { class: "quiet" }, ` ${score} of 5${weakest ? ", weakest" : ""}`),
    ),
    make(
      "ul",
      { class: "steps" },
      ...own.map(({ step, because }) =>
        make("li", {}, step, make("span", { class: "quiet" }, ` (${because})`)),
      ),
      ...steps.map((step) => make("li", {}, step)),
    ),
  );
}
