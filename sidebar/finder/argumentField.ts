import { call } from "../client.js";
import { button, make } from "../elements.js";
import { createStatus, reasonOf } from "../status.js";
import type { ParameterPage } from "./functionPage.js";

/** One argument: its name, what it holds, a field, and a button that takes what is selected in the sheet. */
export interface ArgumentField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  showProblem(problem: string): void;
}

const SHAPES: Readonly<Record<string, string>> = {
  each: "a value or a range",
  one: "one value",
  column: "a range, one row a case",
  headings: "the cells of the headings",
  table: "the rows below the headings",
};

export function createArgumentField(
  parameter: ParameterPage,
  value: string,
  changed: () => void,
): ArgumentField {
  const { name, help, kind, shape, optional, options } = parameter;
  const id = `argument-${name}`;
  const input = make("input", {
    type: "text",
    id,
    value,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-help ${id}-problem`,
    ...(optional ? {} : { "aria-required": "true" }),
    ...(options.length > 0 ? { list: `${id}-options` } : {}),
  });
  const take = button("Use selection", "plain", () => void takeSelection());
  take.setAttribute("aria-label", `Use selection for ${name}`);
  const problem = make("p", { id: `${id}-problem`, class: "problem" });
  const statusPlace = make("div");
  const status = createStatus(statusPlace);
  const plainKinds = ["any", "table", "row of headings", "choice"];
  const holds = [...(plainKinds.includes(kind) ? [] : [kind]), SHAPES[shape] ?? ""].join(", ");
  const element = make(
    "div",
    { class: "argument" },
    make(
      "label",
      { for: id },
      make("b", {}, name),
      make("span", { class: "quiet" }, ` ${holds}${optional ? "; may be left out" : ""}`),
    ),
    make("div", { class: "argument-row" }, input, take),
    make("p", { id: `${id}-help`, class: "argument-help" }, help),
    problem,
    statusPlace,
    ...(options.length > 0
      ? [
          make(
            "datalist",
            { id: `${id}-options` },
            ...options.map((option) => make("option", { value: option })),
          ),
        ]
      : []),
  );
  input.addEventListener("input", () => {
    status.clear();
    changed();
  });

  async function takeSelection(): Promise<void> {
    status.working("Looking at the sheet…");
    try {
      const { reference, note } = await call("readSelection");
      input.value = reference;
      if (note) status.done(note);
      else status.clear();
      changed();
    } catch (error) {
      status.failed(reasonOf(error), () => void takeSelection());
    }
  }

  return {
    element,
    input,
    showProblem(text) {
      problem.textContent = text;
      if (text) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}
