import { make } from "../elements.js";
import { createStatus, type Status } from "../status.js";

/** Round, assessor and the button that saves. */
export interface SaveSection {
  readonly element: HTMLElement;
  readonly round: HTMLInputElement;
  readonly assessor: HTMLInputElement;
  readonly save: HTMLButtonElement;
  readonly saveStatus: Status;
  readonly draftStatus: Status;
  readonly saveState: HTMLElement;
  /** Stands below the button once something is saved. */
  readonly after: HTMLElement;
  /** Rounds that another assessor may join. */
  offerRounds(names: readonly string[]): void;
}

const field = (id: string, label: string, placeholder: string, help: string) => {
  const input = make("input", {
    ...{ id, type: "text", maxlength: 120, placeholder, autocomplete: "off" },
    "aria-describedby": `${id}-help`,
  });
  const parts = [
    make("label", { class: "field", for: id }, label),
    input,
    make("p", { id: `${id}-help`, class: "quiet field-help" }, help),
  ];
  return { input, parts };
};

export function createSaveSection(): SaveSection {
  const round = field(
    "round",
    "Round",
    "Q1 review",
    "Give the same name as your colleagues to score a round together. Blank takes today's date.",
  );
  const rounds = make("datalist", { id: "rounds" });
  round.input.setAttribute("list", "rounds");
  const assessor = field(
    "assessor",
    "Assessor",
    "Your name",
    "As it is to stand beside your scores; it may stay empty.",
  );
  const save = make("button", { id: "save", type: "submit", class: "button primary wide" });
  const saveState = make("div", { id: "save-status" });
  const draftState = make("div", { id: "draft-status" });
  const after = make("div", { id: "after" });
  return {
    element: make(
      "section",
      { "aria-labelledby": "save-heading" },
      make("h2", { id: "save-heading" }, "Save"),
      ...round.parts,
      rounds,
      ...assessor.parts,
      save,
      saveState,
      after,
      draftState,
    ),
    round: round.input,
    assessor: assessor.input,
    ...{ save, saveState, after },
    saveStatus: createStatus(saveState),
    draftStatus: createStatus(draftState, true),
    offerRounds(names) {
      rounds.replaceChildren(...names.map((value) => make("option", { value })));
    },
  };
}
