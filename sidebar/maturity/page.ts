import type { MaturityDraft, MaturityRecord, SavedMaturity } from "../../src/apps-script/actions/maturity.js";
import { MATURITY_DIMENSIONS } from "../../src/core/assessment/maturityModel.js";
import { call } from "../client.js";
import { byId, make } from "../elements.js";
import { createRadar } from "../radar.js";
import { createStatus, reasonOf } from "../status.js";
import { createDimensionGroup } from "./dimensionGroup.js";
import { createDraftKeeper } from "./draftKeeper.js";
import { listHistory } from "./history.js";
import { createNextSteps } from "./nextSteps.js";
import { createSummary } from "./summary.js";

/**
 * The maturity sidebar. It can be filled in from the first moment; history and draft arrive when Google Sheets answers,
 * and never change what was chosen meanwhile.
 */

const saveStatus = createStatus(byId("save-status"));
const draftStatus = createStatus(byId("draft-status"), true);
const historyStatus = createStatus(byId("history-status"));
const label = byId("label") as HTMLInputElement;
const save = byId("save") as HTMLButtonElement;
const summary = createSummary();
const nextSteps = createNextSteps();
const radar = createRadar(
  "Maturity by dimension",
  MATURITY_DIMENSIONS.map(({ name }) => name),
  5,
);
const legend = make("p", { class: "radar-legend", hidden: true });
const groups = MATURITY_DIMENSIONS.map((dimension) => createDimensionGroup(dimension, changed));

let record: MaturityRecord | undefined;
/** The workbook has what the form shows: the button offers a fresh start instead of a second, equal row. */
let finished = false;
let saving = false;

const drafts = createDraftKeeper<MaturityDraft>(
  (draft) => call("saveMaturityDraft", draft),
  (state) => {
    if (state === "kept") draftStatus.done("Draft kept.");
    else if (typeof state === "object") {
      draftStatus.failed(`The draft is not kept yet: ${reasonOf(state.failed)}`, drafts.flush);
    } else draftStatus.clear();
  },
);

const scores = (): (number | null)[] => groups.map((group) => group.score());
const draft = (): MaturityDraft => ({ scores: scores(), label: label.value });

function changed(): void {
  finished = false;
  save.textContent = "Save to the workbook";
  if (byId("save-status").dataset.state === "done") saveStatus.clear();
  show();
  keepDraft();
}

/** Before the workbook's draft is known, keeping ours would overwrite it unseen. */
function keepDraft(): void {
  if (record && !saving) drafts.changed(draft());
}

function show(): void {
  const now = scores();
  const before = comparedWith();
  summary.show(now);
  nextSteps.show(now);
  radar.draw(now, before?.scores);
  legend.hidden = before === undefined;
  legend.textContent = before ? `Dashed: ${before.label === "" ? "last time" : before.label}` : "";
  groups.forEach((group, index) => {
    group.showLast(before?.scores[index]);
  });
}

/** The last saved assessment; once the one in the form is saved, the one before it. */
function comparedWith(): SavedMaturity | undefined {
  const history = record?.history ?? [];
  return history[history.length - (finished ? 2 : 1)];
}

let reading = 0;

async function load(): Promise<void> {
  const turn = ++reading;
  historyStatus.working("Reading the workbook…");
  try {
    const answer = await call("readMaturity");
    // An earlier question's answer that comes late knows less than the one after it.
    if (turn !== reading) return;
    record = answer;
  } catch (error) {
    if (turn === reading) historyStatus.failed(reasonOf(error), () => void load());
    return;
  }
  historyStatus.clear();
  resume(record.draft);
  showHistory();
  show();
}

/** Takes the draft where the form is still blank. */
function resume(kept: MaturityDraft | null): void {
  const touched = scores().some((score) => score !== null) || label.value !== "";
  if (kept && !finished) {
    groups.forEach((group, index) => {
      if (group.score() === null) group.choose(kept.scores[index] ?? null);
    });
    if (label.value === "") label.value = kept.label;
    draftStatus.done("Draft resumed.");
  }
  if (touched && !finished) keepDraft();
}

function showHistory(): void {
  byId("history").replaceChildren(listHistory(record?.history ?? [], record?.leftOut ?? []));
}

async function submit(): Promise<void> {
  if (saving) return;
  if (finished) {
    startAnew();
    return;
  }
  const now = scores();
  const missing = MATURITY_DIMENSIONS.filter((_, index) => now[index] === null).map(({ name }) => name);
  if (missing.length > 0) {
    saveStatus.failed(`Score ${listed(missing)} first.`);
    groups[now.indexOf(null)]?.focus();
    return;
  }
  const sent = { scores: now.filter((score) => score !== null), label: label.value };
  saving = true;
  save.setAttribute("aria-disabled", "true");
  saveStatus.working("Saving…");
  await drafts.stop();
  try {
    const { tab, ...entry } = await call("saveMaturity", sent);
    // What was changed while the answer was on its way is the beginning of another assessment.
    finished = scores().join() === sent.scores.join() && label.value === sent.label;
    remember(entry);
    saveStatus.done(`Saved to the tab ${tab}.`);
    draftStatus.clear();
    if (finished) save.textContent = "Start a new assessment";
  } catch (error) {
    saveStatus.failed(`Not saved: ${reasonOf(error)}`, () => void submit());
  }
  saving = false;
  save.removeAttribute("aria-disabled");
  if (!finished) keepDraft();
  show();
}

function remember(entry: SavedMaturity): void {
  const { history = [], leftOut = [] } = record ?? {};
  const last = history[history.length - 1];
  const known = last && JSON.stringify(last) === JSON.stringify(entry);
  const read = record !== undefined;
  const next = { history: known ? history : [...history, entry], leftOut, draft: null };
  if (!read) {
    void load();
    return;
  }
  record = next;
  showHistory();
}

function startAnew(): void {
  finished = false;
  for (const group of groups) group.choose(null);
  label.value = "";
  saveStatus.clear();
  draftStatus.clear();
  save.textContent = "Save to the workbook";
  show();
  groups[0]?.focus();
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

byId("summary").replaceWith(summary.element);
byId("dimensions").replaceWith(...groups.map(({ element }) => element));
byId("picture").replaceWith(radar.element, legend);
byId("next").replaceWith(nextSteps.element);
byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  void submit();
});
label.addEventListener("input", changed);
// The last moment at which a call still leaves a closing sidebar.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") drafts.flush();
});
show();
void load();
