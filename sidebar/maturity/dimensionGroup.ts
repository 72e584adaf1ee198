import { LEVEL_NAMES, type MaturityDimension } from "../../src/core/assessment/maturityModel.js";
import { make } from "../elements.js";

/** One dimension: five radio inputs, and in words what the chosen level and the next one mean. */
export interface DimensionGroup {
  readonly element: HTMLFieldSetElement;
  score(): number | null;
  choose(score: number | null): void;
  /** Shows what the last saved assessment said. */
  showLast(score: number | undefined): void;
  focus(): void;
}

export function createDimensionGroup(dimension: MaturityDimension, onChange: () => void): DimensionGroup {
  const { key, name, question, levels } = dimension;
  const last = make("span", { class: "last" });
  const words = make("div", { class: "levels" });

  const choices = levels.map(({ means }, index) => {
    const id = `${key}-${index + 1}`;
    const input = make("input", {
      type: "radio",
      name: key,
      id,
      value: index + 1,
      "aria-describedby": `${id}-means`,
    });
    input.addEventListener("change", () => {
      describe();
      onChange();
    });
    const label = make(
      "label",
      { class: "choice", for: id, title: `${LEVEL_NAMES[index]}: ${means}` },
      input,
      make("span", { class: "number" }, String(index + 1)),
      make("span", { class: "unseen" }, ` ${LEVEL_NAMES[index]}`),
    );
    // A screen reader hears what each level means before it is chosen; the eye has the words below.
    return { input, label, heard: make("span", { class: "unseen", id: `${id}-means` }, means) };
  });

  const score = (): number | null => {
    const chosen = choices.findIndex(({ input }) => input.checked);
    return chosen === -1 ? null : chosen + 1;
  };

  function level(at: number, kind: "chosen" | "other"): HTMLElement {
    return make(
      "p",
      { class: `level ${kind}` },
      make("b", {}, `${at} ${LEVEL_NAMES[at - 1]}`),
      ` ${levels[at - 1]?.means ?? ""}`,
    );
  }

  function describe(): void {
    const chosen = score();
    // Unscored, the two ends of the scale let one place oneself.
    if (chosen === null) words.replaceChildren(level(1, "other"), level(levels.length, "other"));
    else if (chosen === levels.length) words.replaceChildren(level(chosen, "chosen"));
    else words.replaceChildren(level(chosen, "chosen"), level(chosen + 1, "other"));
  }

  const element = make(
    "fieldset",
    { class: "dimension" },
    make("legend", {}, name, last),
    make("p", { class: "question" }, question),
    make("div", { class: "choices" }, ...choices.map(({ label }) => label)),
    make("div", { hidden: true }, ...choices.map(({ heard }) => heard)),
    words,
  );
  describe();
  return {
    element,
    score,
    choose(wanted) {
      choices.forEach(({ input }, index) => {
        input.checked = index + 1 === wanted;
      });
      describe();
    },
    showLast(before) {
      last.textContent = before === undefined ? "" : ` last time ${before}`;
    },
    focus() {
      const { input } = choices[(score() ?? 1) - 1] ?? choices[0] ?? {};
      input?.focus();
      element.scrollIntoView({ block: "center" });
    },
  };
}
