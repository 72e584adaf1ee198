import type { Trial } from "../../src/apps-script/actions/finder/tryFunction.js";
import { answerTable } from "../answerTable.js";
import { button, make } from "../elements.js";
import { createInsertion } from "../insertion.js";
import { createStatus } from "../status.js";
import { createTrials } from "../trial.js";
import { createArgumentField } from "./argumentField.js";
import { isComplete, listedNames, type ReadForm, readForm } from "./form.js";
import type { FunctionPage } from "./functionPage.js";

/** The page of one function: what it means, its form, an example, and what it may refuse. */
export interface FunctionView {
  readonly element: HTMLElement;
  /** Reads the fields anew, when the workbook's named ranges have arrived. */
  refresh(): void;
  close(): void;
}

interface Around {
  /** What was typed before; kept up to date while typing. */
  readonly typed: string[];
  readonly names: () => ReadonlySet<string>;
  readonly back: () => void;
}

export function createFunctionView(page: FunctionPage, { typed, names, back }: Around): FunctionView {
  const { name, parameters, example } = page;
  const fields = parameters.map((parameter, at) =>
    createArgumentField(parameter, typed[at] ?? "", () => {
      typed[at] = fields[at]?.input.value ?? "";
      read();
    }),
  );
  const insertion = createInsertion({ mayReplace: true, goToLack });
  const answer = make("div", { class: "trial" });
  const trialPlace = make("div");
  const status = createStatus(trialPlace);
  const trials = createTrials({
    working: () => status.working("Computing…"),
    answered: showTrial,
    failed: (reason, again) => status.failed(reason, again),
  });
  let form: ReadForm;

  function read(): void {
    form = readForm(name, parameters, typed, names());
    fields.forEach((field, at) => {
      field.showProblem(form.problems.get(at) ?? "");
    });
    showFormula();
    trials.stop();
    answer.replaceChildren();
    status.clear();
    if (!isComplete(form)) return;
    if (form.tried) trials.later(name, form.tried);
    else status.done("The answer shows in the cell: an argument is a formula of its own.");
  }

  function showFormula(size: { rows?: number; columns?: number } = {}): void {
    insertion.show({ formula: form.formula, lacks: lackOf(form), ...size });
  }

  function showTrial(trial: Trial): void {
    insertion.tell(trial.target, trial.spill);
    if (trial.problem !== "") {
      status.failed(trial.problem);
      answer.replaceChildren();
      return;
    }
    status.clear();
    showFormula({ rows: trial.rows, columns: trial.columns });
    answer.replaceChildren(answerTable(trial.answer, trial.rows, trial.columns, `Answer of ${name}`));
  }

  function lackOf({ problems, missing }: ReadForm): string {
    const [problem] = problems.values();
    return problem ?? (missing.length > 0 ? `Fill in ${listedNames(missing)} first.` : "");
  }

  function goToLack(): void {
    const [fault] = form.problems.keys();
    const at = fault ?? parameters.findIndex(({ name: own }) => form.missing.includes(own));
    const field = fields[at];
    field?.element.closest("details")?.setAttribute("open", "");
    field?.input.focus();
  }

  function fillIn(): void {
    fields.forEach((field, at) => {
      field.input.value = example.fields[at] ?? "";
      typed[at] = field.input.value;
    });
    read();
    fields[0]?.input.focus();
  }

  const needed = fields.filter((_, at) => !parameters[at]?.optional).map(({ element }) => element);
  const others = fields.filter((_, at) => parameters[at]?.optional).map(({ element }) => element);
  const isUsed = parameters.some((parameter, at) => parameter.optional && (typed[at] ?? "") !== "");
  const heading = make("h1", { tabindex: "-1", id: "function-name" }, name);
  const element = make(
    "article",
    { "aria-labelledby": "function-name" },
    button("← All functions", "link", back),
    heading,
    make("p", { class: "summary-text" }, page.summary),
    make("p", { class: "quiet" }, `${page.formula}. ${page.result}`),
    section(
      "Arguments",
      ...needed,
      ...(others.length > 0
        ? [
            make(
              "details",
              isUsed || needed.length === 0 ? { open: true } : {},
              make("summary", {}, `${others.length} more that may be left out`),
              ...others,
            ),
          ]
        : []),
      make(
        "p",
        { class: "hint" },
        "Type as in a cell. Text that looks like a cell, such as Q1, goes in quotes.",
      ),
    ),
    section("Formula", insertion.element, trialPlace, answer),
    section(
      "Example",
      make("code", { class: "formula" }, example.formula),
      make("p", { class: "gives" }, "gives"),
      answerTable(example.answer, example.rows, example.answer[0]?.length ?? 1, "Answer of the example"),
      make("p", { class: "quiet" }, example.from),
      button("Fill in the example", "plain", fillIn),
    ),
    ...(page.errors.length > 0 ? [section("Errors to expect", list(page.errors))] : []),
    ...(page.notes.length > 0 ? [section("Good to know", list(page.notes))] : []),
    make("p", { class: "source" }, `Source: ${page.source}`),
  );
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    back();
  });
  form = readForm(name, parameters, typed, names());
  // Shown once it stands in the page: then it may ask for the active cell.
  queueMicrotask(() => {
    read();
    heading.focus();
  });

  return { element, refresh: read, close: trials.stop };
}

function section(title: string, ...content: readonly Node[]): HTMLElement {
  const id = `section-${title.toLowerCase().replace(/\W+/g, "-")}`;
  return make("section", { "aria-labelledby": id }, make("h2", { id }, title), ...content);
}

const list = (texts: readonly string[]): HTMLElement =>
  make("ul", { class: "texts" }, ...texts.map((text) => make("li", {}, text)));
