import { assessMaturity } from "../../src/core/assessment/maturity.js";
import { MATURITY_DIMENSIONS, MATURITY_STAGES } from "../../src/core/assessment/maturityModel.js";
import { make } from "../elements.js";

/** The running total with its stage, and a meter with a mark where each stage begins. */
export interface Summary {
  readonly element: HTMLElement;
  show(scores: readonly (number | null)[]): void;
}

const MAX = MATURITY_DIMENSIONS.length * 5;
/** Time for arrowing through the levels; a screen reader should hear the result, not each step. */
const ANNOUNCE_AFTER_MS = 600;

export function createSummary(): Summary {
  const total = make("span", { class: "total" });
  const stage = make("span", { class: "stage" });
  const fill = make("div", { class: "meter-fill" });
  const marks = MATURITY_STAGES.slice(1).map(({ from }) => {
    const mark = make("i", { class: "meter-mark" });
    mark.style.left = `${((from - 0.5) / MAX) * 100}%`;
    return mark;
  });
  const meter = make(
    "div",
    { class: "meter", role: "meter", "aria-label": "Total", "aria-valuemin": 0, "aria-valuemax": MAX },
    fill,
    ...marks,
  );
  const heard = make("p", { class: "unseen", role: "status" });
  let announcing: ReturnType<typeof setTimeout> | undefined;
  let said = "";

  function show(scores: readonly (number | null)[]): void {
    const scored = scores.filter((score) => score !== null);
    const sum = scored.reduce((all, score) => all + score, 0);
    const complete = scored.length === scores.length ? assessMaturity(scored) : undefined;
    total.replaceChildren(make("b", {}, String(sum)), ` of ${MAX}`);
    stage.textContent = complete ? complete.stage.name : `${scored.length} of ${scores.length} scored`;
    stage.classList.toggle("known", complete !== undefined);
    fill.style.width = `${(sum / MAX) * 100}%`;
    const words = complete
      ? `Total ${sum} of ${MAX}, stage ${complete.stage.name}.`
      : `${scored.length} of ${scores.length} scored, ${sum} so far.`;
    meter.setAttribute("aria-valuenow", String(sum));
    meter.setAttribute("aria-valuetext", words);
    clearTimeout(announcing);
    // Nothing is announced while nothing is scored: a page that talks on opening is in the way.
    if (words === said || (said === "" && scored.length === 0)) return;
    announcing = setTimeout(() => {
      heard.textContent = said = words;
    }, ANNOUNCE_AFTER_MS);
  }
  const element = make(
    "header",
    { class: "summary" },
    make("div", { class: "summary-line" }, total, stage),
    meter,
    heard,
  );
  return { element, show };
}
