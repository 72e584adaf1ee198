import { make } from "../elements.js";

/** One question: radio inputs, and in words what the chosen level and the next one mean. */
export interface ChoiceGroup {
  readonly element: HTMLFieldSetElement;
  readonly name: string;
  score(): number | null;
  choose(score: number | null): void;
  /** Shows what the round before said. */
  showLast(score: number | undefined): void;
  focus(): void;
}

export interface Choice {
  readonly score: number;
  /** Said beside the number: Defined. */
  readonly name: string;
  readonly means: string;
}

export interface Question {
  readonly key: string;
  readonly name: string;
  /** What the score answers; a name that says it all needs none. */
  readonly question?: string;
  readonly choices: readonly Choice[];
  /** Stands between the question and its choices. */
  readonly note?: HTMLElement;
}

/** Means of several assessors with one digit, whole scores with none. */
export const shownScore = (score: number): string => String(Math.round(score * 10) / 10);

export function createChoiceGroup(
  { key, name, question, choices, note }: Question,
  onChange: () => void,
): ChoiceGroup {
  const last = make("span", { class: "last" });
  const words = make("div", { class: "levels" });

  const inputs = choices.map(({ score, name: level, means }) => {
    const id = `${key}-${score}`;
    const input = make("input", {
      type: "radio",
      name: key,
      id,
      value: score,
      "aria-describedby": `${id}-means`,
    });
    input.addEventListener("change", () => {
      describe();
      onChange();
    });
    const label = make(
      "label",
      { class: "choice", for: id, title: `${level}: ${means}` },
      input,
      make("span", { class: "number" }, String(score)),
      make("span", { class: "unseen" }, ` ${level}`),
    );
    // A screen reader hears what each level means before it is chosen; the eye has the words below.
    return { input, label, heard: make("span", { class: "unseen", id: `${id}-means` }, means) };
  });

  const chosenAt = (): number => inputs.findIndex(({ input }) => input.checked);

  function level(at: number, kind: "chosen" | "other"): HTMLElement {
    const choice = choices[at] as Choice;
    return make(
      "p",
      { class: `level ${kind}` },
      make("b", {}, `${choice.score} ${choice.name}`),
      ` ${choice.means}`,
    );
  }

  function describe(): void {
    const at = chosenAt();
    const top = choices.length - 1;
    // Unscored, the two ends of the scale let one place oneself.
    if (at === -1) words.replaceChildren(level(0, "other"), level(top, "other"));
    else if (at === top) words.replaceChildren(level(at, "chosen"));
    else words.replaceChildren(level(at, "chosen"), level(at + 1, "other"));
  }

  const element = make(
    "fieldset",
    { class: "dimension" },
    make("legend", {}, name, last),
    ...(question ? [make("p", { class: "question" }, question)] : []),
    ...(note ? [note] : []),
    make("div", { class: `choices of-${choices.length}` }, ...inputs.map(({ label }) => label)),
    make("div", { hidden: true }, ...inputs.map(({ heard }) => heard)),
    words,
  );
  describe();
  return {
    element,
    name,
    score: () => choices[chosenAt()]?.score ?? null,
    choose(wanted) {
      inputs.forEach(({ input }, index) => {
        input.checked = choices[index]?.score === wanted;
      });
      describe();
    },
    showLast(before) {
      last.textContent = before === undefined ? "" : ` last time ${shownScore(before)}`;
    },
    focus() {
      const { input } = inputs[Math.max(0, chosenAt())] ?? {};
      input?.focus();
      element.scrollIntoView({ block: "center" });
    },
  };
}
