import { make } from "../elements.js";

/** The running total with what it stands for, and a meter with a mark where each stage begins. */
export interface Summary {
  readonly element: HTMLElement;
  show(scores: readonly (number | null)[]): void;
}

export interface Scale {
  readonly max: number;
  /** Where on the meter the next stage or verdict begins. */
  readonly marks: readonly number[];
  /** Stage or verdict: what the total is said to be. */
  readonly resultName: string;
  /** Of what has been scored so far; the result is for complete scores only. */
  readonly total: (scores: readonly (number | null)[]) => number;
  readonly result: (scores: readonly number[]) => string;
}

/** Time for arrowing through the levels; a screen reader should hear the result, not each step. */
const ANNOUNCE_AFTER_MS = 600;

export const shownTotal = (total: number): string => String(Math.round(total * 10) / 10);

export function createSummary({ max, marks, resultName, total: totalOf, result }: Scale): Summary {
  const total = make("span", { class: "total" });
  const stage = make("span", { class: "stage" });
  const fill = make("div", { class: "meter-fill" });
  const meter = make(
    "div",
    { class: "meter", role: "meter", "aria-label": "Total", "aria-valuemin": 0, "aria-valuemax": max },
    fill,
    ...marks.map((from) => {
      const mark = make("i", { class: "meter-mark" });
      mark.style.left = `${(from / max) * 100}%`;
      return mark;
    }),
  );
  const heard = make("p", { class: "unseen", role: "status" });
  let announcing: ReturnType<typeof setTimeout> | undefined;
  let said = "";

  function show(scores: readonly (number | null)[]): void {
    const scored = scores.filter((score) => score !== null);
    const sum = totalOf(scores);
    const complete = scored.length === scores.length ? result(scored) : undefined;
    total.replaceChildren(make("b", {}, shownTotal(sum)), ` of ${max}`);
    stage.textContent = complete ?? `${scored.length} of ${scores.length} scored`;
    stage.classList.toggle("known", complete !== undefined);
    fill.style.width = `${(sum / max) * 100}%`;
    const words =
      complete === undefined
        ? `${scored.length} of ${scores.length} scored, ${shownTotal(sum)} so far.`
        : `Total ${shownTotal(sum)} of ${max}, ${resultName} ${complete}.`;
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
