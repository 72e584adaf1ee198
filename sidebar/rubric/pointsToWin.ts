import { lostPoints, rubricGains } from "../../src/core/assessment/rubricGains.js";
import { shownTotal } from "../assessments/summary.js";
import { make } from "../elements.js";

/** Where points are lost, by dimension, and the cheapest of them to win. */
export interface PointsToWin {
  readonly elements: readonly HTMLElement[];
  show(scores: readonly (number | null)[]): void;
}

/** More than so many at once is no priority. */
const SHOWN = 5;

const points = (count: number): string =>
  `${shownTotal(count)} ${shownTotal(count) === "1" ? "point" : "points"}`;

export function createPointsToWin(): PointsToWin {
  const lost = make("div");
  const cheapest = make("div");

  function show(scores: readonly (number | null)[]): void {
    const scored = scores.filter((score) => score !== null).length;
    if (scored === 0) {
      const wait = "Score the first criterion to see it.";
      lost.replaceChildren(make("p", { class: "quiet" }, wait));
      cheapest.replaceChildren(make("p", { class: "quiet" }, wait));
      return;
    }
    lost.replaceChildren(listOfLosses(scores));
    const gains = rubricGains(scores);
    const rest = gains.length - SHOWN;
    cheapest.replaceChildren(
      ...(gains.length === 0
        ? [make("p", {}, scored === scores.length ? "Full marks: keep them." : "Nothing lost so far.")]
        : [
            make("p", { class: "quiet" }, "One step each, least effort first."),
            make(
              "ol",
              { class: "steps" },
              ...gains
                .slice(0, SHOWN)
                .map(({ criterion, points: won, effort, next }) =>
                  make(
                    "li",
                    {},
                    make("b", {}, criterion.name),
                    make("span", { class: "quiet" }, ` +${points(won)}, ${effort}`),
                    make("br"),
                    next,
                  ),
                ),
            ),
            ...(rest > 0 ? [make("p", { class: "quiet" }, `${rest} more below full marks.`)] : []),
          ]),
    );
  }

  function listOfLosses(scores: readonly (number | null)[]): HTMLElement {
    const losses = lostPoints(scores).filter(({ scored }) => scored > 0);
    return make(
      "ul",
      { class: "losses" },
      ...[...losses]
        .sort((one, other) => other.lost - one.lost)
        .map(({ dimension, points: won, lost: gone, scored }) => {
          const bar = make("div", { class: "loss-won", "aria-hidden": "true" });
          bar.style.width = `${(won / dimension.weight) * 100}%`;
          const partly = scored < dimension.criteria.length ? ", not all scored" : "";
          return make(
            "li",
            {},
            make("span", {}, dimension.name),
            make(
              "span",
              { class: "figure" },
              gone < 1e-9
                ? `none lost of ${dimension.weight}`
                : `−${shownTotal(gone)} of ${dimension.weight}`,
              partly,
            ),
            make("div", { class: "loss-bar", "aria-hidden": "true" }, bar),
          );
        }),
    );
  }
  const section = (id: string, title: string, body: HTMLElement): HTMLElement =>
    make("section", { "aria-labelledby": id }, make("h2", { id }, title), body);
  return {
    elements: [
      section("next-heading", "Cheapest points to win", cheapest),
      section("lost-heading", "Points lost", lost),
    ],
    show,
  };
}
