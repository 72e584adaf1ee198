import type { Profile } from "../../src/core/benchmarks/benchmark.js";
import { LEAD_STAGES } from "../../src/core/funnel/furthestStage.js";
import { call } from "../client.js";
import { button, byId, make } from "../elements.js";
import { createInsertion } from "../insertion.js";
import { createStatus, reasonOf } from "../status.js";
import { bandsOf, type Diagnosis, diagnose, shownShare, type TypedStage } from "./funnelForm.js";

/** Funnel diagnosis: counts by stage, typed or from the workbook's leads; the answer appears as one types. */

interface StageRow {
  readonly element: HTMLElement;
  readonly stage: HTMLInputElement;
  readonly count: HTMLInputElement;
}

const status = createStatus(byId("workbook-status"));
const insertion = createInsertion({ mayReplace: false, goToLack: () => rows[0]?.count.focus() });
const rows: StageRow[] = [];
let touched = false;

function addRow(stage = "", count = ""): StageRow {
  const number = rows.length + 1;
  const field = (label: string, value: string, numeric: boolean) =>
    make("input", {
      type: "text",
      value,
      "aria-label": label,
      autocomplete: "off",
      ...(numeric ? { inputmode: "decimal" } : {}),
    });
  const row = {
    stage: field(`Stage ${number}`, stage, false),
    count: field(`Count of stage ${number}`, count, true),
  };
  const element = make("li", { class: "stage-row" }, row.stage, row.count);
  for (const input of [row.stage, row.count]) {
    input.addEventListener("input", () => {
      touched = true;
      show();
    });
  }
  rows.push({ ...row, element });
  byId("stages").append(element);
  return { ...row, element };
}

const typed = (): TypedStage[] =>
  rows.map(({ stage, count }) => ({ stage: stage.value, count: count.value }));
const profile = (): Profile =>
  document.querySelector<HTMLInputElement>("input[name=profile]:checked")?.value === "B" ? "B" : "A";

function show(): void {
  const diagnosis = diagnose(typed(), profile());
  insertion.show({
    formula: diagnosis.formula,
    lacks: diagnosis.lacks,
    ...(diagnosis.lacks === "" ? { rows: diagnosis.rows.length + 1, columns: 6 } : {}),
  });
  showDiagnosis(diagnosis);
}

function showDiagnosis({ lacks, verdict, rows: steps }: Diagnosis): void {
  byId("verdict").textContent = lacks === "" ? verdict : lacks;
  byId("verdict").classList.toggle("quiet", lacks !== "");
  const chosen = profile();
  byId("steps").replaceChildren(
    ...steps.flatMap((step, at) => {
      const before = steps[at - 1];
      if (!before || step.stage.includes("→")) return step.stage.includes("→") ? [wholeFunnel(step)] : [];
      return [
        make(
          "li",
          { class: step.bottleneck ? "step bottleneck" : "step" },
          make("b", {}, `${before.stage} → ${step.stage}`),
          make("span", { class: "rate" }, step.conversion === undefined ? "–" : shownShare(step.conversion)),
          make(
            "span",
            { class: "band" },
            [step.band ?? "", step.bottleneck ? "bottleneck" : ""].filter((part) => part !== "").join(", "),
          ),
          make("span", { class: "quiet" }, bandsOf(before.stage, step.stage, chosen)),
        ),
      ];
    }),
  );
}

const wholeFunnel = ({ stage, conversion, band }: Diagnosis["rows"][number]): HTMLElement =>
  make(
    "li",
    { class: "step whole" },
    make("b", {}, stage),
    make("span", { class: "rate" }, conversion === undefined ? "–" : shownShare(conversion)),
    make("span", { class: "band" }, band ?? ""),
  );

/** Without `asked` what was typed meanwhile stays. */
async function fillFromWorkbook(asked: boolean): Promise<void> {
  status.working("Reading the workbook…");
  try {
    const { profile: set, stages, counts, basis } = await call("readFunnel");
    if (!asked && touched) {
      status.clear();
      return;
    }
    (byId(`profile-${set}`) as HTMLInputElement).checked = true;
    if (counts) {
      for (const { element } of rows.splice(0)) element.remove();
      for (const [at, stage] of stages.entries()) addRow(stage, String(counts[at] ?? ""));
      status.done(basis);
    } else if (asked) status.failed("Leads holds no rows; import leads or type the counts.");
    else status.clear();
    show();
  } catch (error) {
    status.failed(reasonOf(error), () => void fillFromWorkbook(asked));
  }
}

for (const stage of ["Visitor", ...LEAD_STAGES]) addRow(stage);
byId("add").replaceWith(button("Add a stage", "link", () => addRow().stage.focus()));
byId("fill").replaceWith(button("Take counts from the workbook", "plain", () => void fillFromWorkbook(true)));
byId("insertion").replaceWith(insertion.element);
for (const choice of document.querySelectorAll("input[name=profile]")) {
  choice.addEventListener("change", () => {
    touched = true;
    show();
  });
}
show();
rows[0]?.count.focus();
void fillFromWorkbook(false);
