import { INTAKE_FIELDS, INTAKE_GROUPS, type IntakeField } from "../../src/core/assessment/intake.js";
import { make } from "../elements.js";

/** The audit intake, folded away until somebody wants it: every answer may stay blank. */
export interface IntakeSection {
  readonly element: HTMLElement;
  value(): Readonly<Record<string, string>>;
  fill(answers: Readonly<Record<string, unknown>>, onlyBlank: boolean): void;
}

type Input = HTMLInputElement | HTMLSelectElement;

export function createIntakeSection(onChange: () => void): IntakeSection {
  const inputs = new Map<string, Input>();

  function row(field: IntakeField): HTMLElement {
    const id = `intake-${field.key}`;
    const described = { id, "aria-describedby": `${id}-help` };
    const figures = field.kind === "money" || field.kind === "count";
    const input: Input =
      field.kind === "choice"
        ? make(
            "select",
            described,
            make("option", { value: "" }, "Not said"),
            ...(field.choices ?? []).map((choice) => make("option", { value: choice }, choice)),
          )
        : make("input", {
            ...described,
            ...{ type: "text", maxlength: 300, autocomplete: "off" },
            ...(figures ? { inputmode: "decimal" } : {}),
          });
    input.addEventListener(field.kind === "choice" ? "change" : "input", onChange);
    inputs.set(field.key, input);
    return make(
      "div",
      { class: `intake-field ${figures ? "figure" : ""}` },
      make("label", { class: "field", for: id }, field.label),
      input,
      make("p", { id: `${id}-help`, class: "quiet field-help" }, field.help),
    );
  }

  const element = make(
    "details",
    { class: "intake" },
    make("summary", {}, "About the company (optional)"),
    make(
      "p",
      { class: "quiet field-help" },
      "Kept with the scores and shown on the result tab; stage, model, team and tools change the advice.",
    ),
    ...INTAKE_GROUPS.map(({ title, fields }) =>
      make("fieldset", { class: "intake-group" }, make("legend", {}, title), ...fields.map(row)),
    ),
  );
  return {
    element,
    value: () =>
      Object.fromEntries(
        INTAKE_FIELDS.flatMap(({ key }) => {
          const typed = inputs.get(key)?.value.trim() ?? "";
          return typed === "" ? [] : [[key, typed]];
        }),
      ),
    fill(answers, onlyBlank) {
      for (const { key } of INTAKE_FIELDS) {
        const input = inputs.get(key);
        if (!input || (onlyBlank && input.value.trim() !== "")) continue;
        const answer = String(answers[key] ?? "");
        input.value = answer;
        // A choice that this version no longer offers is kept all the same.
        if (input.value !== answer && input instanceof HTMLSelectElement) {
          input.append(make("option", { value: answer }, answer));
          input.value = answer;
        }
      }
    },
  };
}
