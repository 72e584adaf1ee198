import type { Comparable } from "../../src/apps-script/actions/forms/readComparable.js";
import { call } from "../client.js";
import { byId, make } from "../elements.js";
import { createInsertion } from "../insertion.js";
import { createStatus, reasonOf } from "../status.js";
import { createTrials } from "../trial.js";
import {
  type Compared,
  comparedRows,
  compareTyped,
  definitionsFormula,
  isTooLong,
  lackOf,
  type Metric,
  pointsApart,
  readTable,
  SAMPLE_ROWS,
} from "./definitionsForm.js";

/** Definitions side by side: one metric under several rules, on the workbook's rows or on rows pasted here. */

const status = createStatus(byId("status"));
const rows = byId("rows") as HTMLTextAreaElement;
const [from, to] = [byId("from") as HTMLInputElement, byId("to") as HTMLInputElement];
const insertion = createInsertion({ mayReplace: false, goToLack });
const trials = createTrials({
  working: () => status.working("Computing…"),
  answered: ({ problem, answer, rows: height, columns, target, spill }) => {
    insertion.tell(target, spill);
    if (problem) refused(problem);
    else {
      status.clear();
      showCompared(comparedRows(answer));
      showFormula({ rows: height, columns });
    }
  },
  failed: (reason, again) => status.failed(reason, again),
});

let comparable: Comparable = { tabs: [], asOf: "" };
/** What was pasted for each metric, so that changing the metric loses nothing. */
const pasted = new Map<Metric, string>();
let lack = "";

const chosen = (name: string): string =>
  document.querySelector<HTMLInputElement>(`input[name=${name}]:checked`)?.value ?? "";
const metric = (): Metric => chosen("metric") as Metric;
const tab = () => comparable.tabs.find((each) => each.metric === metric());
const usesWorkbook = (): boolean => chosen("source") === "workbook" && tab() !== undefined;
const period = () => ({ from: from.value, to: to.value });

function showFormula(size: { rows?: number; columns?: number } = {}): void {
  const own = tab();
  const table = readTable(rows.value);
  const source = usesWorkbook() && own ? own : table;
  const tooLong = !("range" in source) && isTooLong(table);
  const unfinished = tooLong || (!("range" in source) && table.rows.length === 0);
  insertion.show({
    formula: unfinished
      ? `=REVOPS_DEFINITIONS("${metric()}", headings, rows)`
      : definitionsFormula(metric(), source, period()),
    lacks: tooLong
      ? "These rows are too many for a formula; paste them into a tab and use the function finder."
      : lack,
    ...size,
  });
}

function show(): void {
  trials.stop();
  status.clear();
  const own = tab();
  const table = usesWorkbook() ? undefined : readTable(rows.value);
  lack = lackOf(metric(), table, period());
  showFormula();
  byId("compared").replaceChildren(...(lack ? [make("li", { class: "quiet" }, lack)] : []));
  if (lack) return;
  if (table) {
    try {
      const compared = compareTyped(metric(), table, period());
      showCompared(compared);
      showFormula({ rows: compared.length + 1, columns: 6 });
    } catch (error) {
      refused(reasonOf(error));
    }
    return;
  }
  if (!own) return;
  const day = (iso: string) => (iso === "" ? null : ({ value: { day: iso } } as const));
  trials.later("REVOPS_DEFINITIONS", [
    { value: metric() },
    { range: own.headings },
    { range: own.range },
    day(from.value),
    day(to.value),
  ]);
}

function refused(reason: string): void {
  lack = reason;
  showFormula();
  status.failed(reason);
}

const percent = (value: number): string => `${Number((value * 100).toFixed(1))}%`;

function showCompared(compared: readonly Compared[]): void {
  const [first] = compared;
  byId("compared").replaceChildren(
    ...compared.map((rule, at) => {
      const { definition, value, counted, differ, why, how } = rule;
      const unit = metric() === "NRR" ? "customers" : metric() === "MAPE" ? "periods" : "deals";
      const counts = value === undefined ? "" : `${counted} ${unit} counted`;
      const apart = at === 0 ? "ours" : pointsApart(value, first?.value);
      const difference = differ > 0 ? `${differ} counted otherwise: ${why}` : value === undefined ? why : "";
      return make(
        "li",
        { class: at === 0 ? "rule ours" : "rule" },
        make("b", {}, definition),
        make("span", { class: "rate" }, value === undefined ? "–" : percent(value)),
        make("span", { class: "quiet" }, counts || (definition === "Left out" ? `${counted} rows` : "")),
        make("span", { class: "quiet apart" }, apart),
        ...(difference ? [make("p", {}, difference)] : []),
        make("p", { class: "quiet" }, how),
      );
    }),
  );
}

function goToLack(): void {
  if (metric() === "NRR" && from.value === "") from.focus();
  else if (metric() === "NRR" && to.value === "") to.focus();
  else if (!usesWorkbook()) rows.focus();
}

/** Fits the form to the metric: its tab, its dates, what was pasted for it. */
function showMetric(): void {
  const own = tab();
  const choice = byId("source-workbook") as HTMLInputElement;
  choice.disabled = own === undefined;
  byId("source-workbook-label").textContent = own
    ? `${own.title} (${own.rows} rows)`
    : "none in the workbook";
  if (!own) (byId("source-typed") as HTMLInputElement).checked = true;
  byId("typed").hidden = usesWorkbook();
  rows.value = pasted.get(metric()) ?? "";
  rows.placeholder = SAMPLE_ROWS[metric()];
  byId("from-label").textContent = metric() === "NRR" ? "Opening date" : "From, optional";
  byId("to-label").textContent = metric() === "NRR" ? "Closing date" : "To, optional";
  if (metric() === "NRR" && to.value === "" && from.value === "" && comparable.asOf) {
    to.value = comparable.asOf;
    from.value = `${Number(comparable.asOf.slice(0, 4)) - 1}${comparable.asOf.slice(4).replace("02-29", "02-28")}`;
    filledDates = true;
  } else if (metric() !== "NRR" && filledDates) {
    from.value = "";
    to.value = "";
    filledDates = false;
  }
  show();
}
/** The dates are a proposal for NRR that nobody has touched. */
let filledDates = false;

async function load(): Promise<void> {
  status.working("Reading the workbook…");
  try {
    comparable = await call("readComparable");
  } catch (error) {
    status.failed(reasonOf(error), () => void load());
    return;
  }
  const untouched = rows.value === "";
  if (untouched && tab()) (byId("source-workbook") as HTMLInputElement).checked = true;
  showMetric();
}

byId("insertion").replaceWith(insertion.element);
for (const input of document.querySelectorAll("input[type=radio]")) {
  input.addEventListener("change", () => {
    if ((input as HTMLInputElement).name === "metric" && tab()) {
      (byId(rows.value.trim() === "" ? "source-workbook" : "source-typed") as HTMLInputElement).checked =
        true;
    }
    showMetric();
  });
}
rows.addEventListener("input", () => {
  pasted.set(metric(), rows.value);
  show();
});
for (const input of [from, to]) {
  input.addEventListener("change", () => {
    filledDates = false;
    show();
  });
}
showMetric();
void load();
