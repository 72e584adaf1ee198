import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import type { ImportReport } from "../../src/apps-script/actions/importReport.js";
import type { ImportProgress } from "../../src/apps-script/actions/importSteps.js";
import type { Edits } from "../../src/apps-script/actions/importUndo.js";
import type { ImportChoices } from "../../src/workbook/import/index.js";
import { call, closeWindow } from "../client.js";
import { button, byId, make } from "../elements.js";
import { createStatus, reasonOf } from "../status.js";
import { createFileDrop } from "./fileDrop.js";
import { createPreviewView, nothingToDo } from "./previewView.js";
import { type ExportFile, readExport } from "./readExport.js";
import { countOf, grouped, noticesOf, recordsOf, refusalsOf, tilesOf } from "./reportView.js";
import { editsView, unfinishedView } from "./unfinishedView.js";

/** The import dialog in three steps: choose a file, look at what it would do, read what it did. */

const step = byId("step");
const buttons = byId("buttons");
const status = createStatus(byId("status"));
const drop = createFileDrop((file) => void preview(file));

interface Loaded {
  readonly name: string;
  readonly csv: string;
  readonly encoding: string;
}

/** Two files chosen quickly: only the last one's preview is shown. */
let turn = 0;

function chooseFile(): void {
  turn++;
  showStep(
    [
      drop.element,
      make(
        "p",
        { class: "quiet" },
        "Exports of Salesforce, HubSpot, Pipedrive and Zoho are recognised by their headings; others are matched where they can be. Deals, accounts, contacts, leads and every other kind of record the workbook keeps are added or updated by their id or name, and none is deleted.",
      ),
      make(
        "p",
        { class: "quiet" },
        "You see what would change before anything does. The file goes into this workbook and nowhere else.",
      ),
    ],
    [button("Cancel", "plain", closeWindow)],
  );
}

async function preview(file: ExportFile): Promise<void> {
  const mine = ++turn;
  drop.setBusy(true);
  status.working(`Reading ${file.name}…`);
  try {
    const { text, encoding } = await readExport(file);
    if (mine === turn) status.working(`Comparing ${file.name} with the workbook…`);
    const report = await call("previewImport", text);
    if (mine === turn) showPreview({ name: file.name, csv: text, encoding }, report);
  } catch (error) {
    if (mine === turn) status.failed(reasonOf(error), () => void preview(file));
  }
  if (mine === turn) drop.setBusy(false);
}

/** A person chooses several things one after the other: the comparing waits until the hand rests. */
const RESTS_MS = 400;

function showPreview(loaded: Loaded, first: ImportPreview): void {
  let { choices } = first;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const act = button("", "primary", () => {
    if (act.getAttribute("aria-disabled") !== "true") void run(loaded, choices, last);
  });
  const view = createPreviewView(loaded, first, (chosen, anew) => {
    choices = chosen;
    clearTimeout(waiting);
    const mine = ++turn;
    hold(true);
    status.working("Comparing again…");
    waiting = setTimeout(() => void again(mine, anew), RESTS_MS);
  });
  let last = first;

  async function again(mine: number, anew: boolean): Promise<void> {
    try {
      const report = await call("previewImport", loaded.csv, { choices });
      if (mine !== turn) return;
      if (anew) {
        const focused = document.activeElement?.id;
        showPreview(loaded, report);
        if (focused) document.getElementById(focused)?.focus();
        return;
      }
      last = report;
      status.clear();
      view.update(report);
      hold(false);
    } catch (error) {
      if (mine === turn) status.failed(reasonOf(error), () => void again(mine, anew));
    }
  }
  function hold(busy: boolean): void {
    view.setBusy(busy);
    act.textContent = importCaption(last);
    act.setAttribute("aria-disabled", String(busy || last.wanted.length > 0));
    close.hidden = !nothingToDo(last);
    act.hidden = nothingToDo(last);
  }
  const close = button("Close", "primary", closeWindow);
  showStep([view.element], [button("Choose another file", "plain", chooseFile), close, act]);
  hold(false);
}

function importCaption(preview: ImportPreview): string {
  const { added, changed, wanted, record, records } = preview;
  if (wanted.length > 0) return "Import";
  if (changed === 0) return `Import ${countOf(added, `new ${record}`, `new ${records}`)}`;
  if (added === 0) return `Update ${recordsOf(changed, preview)}`;
  return `Import ${recordsOf(added + changed, preview)}`;
}

async function run(loaded: Loaded, choices: ImportChoices, previewed: ImportPreview): Promise<void> {
  const controls = [...buttons.querySelectorAll("button")];
  for (const control of controls) control.disabled = true;
  step.inert = true;
  status.working(`Importing ${recordsOf(previewed.added + previewed.changed, previewed)}…`);
  try {
    const begun = await call("beginImport", loaded.csv, loaded.name, { choices });
    await goOn(begun, begun.report);
  } catch (error) {
    for (const control of controls) control.disabled = false;
    controls[controls.length - 1]?.focus();
    status.failed(reasonOf(error), () => void run(loaded, choices, previewed));
  } finally {
    step.inert = false;
  }
}

/** Part after part until all is written. A part that fails is asked for again; what is written stays written. */
async function goOn(begun: ImportProgress, report?: ImportReport): Promise<void> {
  const bar = make("progress", { max: begun.total, value: begun.done, "aria-label": "Records written" });
  const count = make("p", {});
  const stop = button("Close", "plain", closeWindow);
  step.inert = false;
  showStep(
    [
      make("h1", {}, `Importing ${begun.file}`),
      bar,
      count,
      make(
        "p",
        { class: "quiet" },
        "If this is interrupted, open the import again to finish it or take it back.",
      ),
    ],
    [stop],
  );
  await next(begun);

  async function next(progress: ImportProgress): Promise<void> {
    let now = progress;
    stop.hidden = true;
    try {
      for (;;) {
        bar.value = now.done;
        count.textContent = `${grouped(now.done)} of ${recordsOf(now.total, now)} written`;
        if (now.done >= now.total) break;
        status.working(`Importing ${recordsOf(now.total - now.done, now)}…`);
        now = await call("continueImport");
      }
    } catch (error) {
      stop.hidden = false;
      status.failed(reasonOf(error), () => void next(now));
      return;
    }
    showResult(now, report);
  }
}

function showUnfinished(progress: ImportProgress): void {
  const { content, actions } = unfinishedView(
    progress,
    () => void goOn(progress),
    () => void takeBack("ask"),
  );
  showStep(content, actions);
}

async function takeBack(edits: Edits): Promise<void> {
  buttons.inert = true;
  status.working("Taking the import back…");
  try {
    const undone = await call("undoImport", edits);
    if (!undone.done) {
      const { content, actions } = editsView(undone, (chosen) => void takeBack(chosen));
      showStep(content, actions);
    } else {
      chooseFile();
      status.done(`The import of ${undone.file} was taken back.`);
    }
  } catch (error) {
    status.failed(reasonOf(error), () => void takeBack(edits));
  } finally {
    buttons.inert = false;
  }
}

/** Of an import that was finished later only the number of records is known. */
function showResult(progress: ImportProgress, report?: ImportReport): void {
  const { file, total, tab } = progress;
  const isDeals = tab === "Opportunities";
  const review = button("Make the weekly pipeline review", "primary", () => void makeReview());
  showStep(
    [
      make("h1", {}, "Imported"),
      make(
        "p",
        {},
        report
          ? resultSentence(report)
          : `${recordsOf(total, progress)} of ${file} added or updated in the tab ${tab}.`,
      ),
      make("p", { class: "quiet" }, "To take it back, choose Undo last import in the menu."),
      ...(report ? [tilesOf(report), ...refusalsOf(report), ...noticesOf(report.notices)] : []),
    ],
    isDeals ? [button("Close", "plain", closeWindow), review] : [button("Close", "primary", closeWindow)],
  );

  async function makeReview(): Promise<void> {
    review.disabled = true;
    status.working("Drawing the weekly pipeline review…");
    try {
      await call("drawWeeklyPipelineReview");
      closeWindow();
    } catch (error) {
      review.disabled = false;
      review.focus();
      status.failed(reasonOf(error), () => void makeReview());
    }
  }
}

function resultSentence(report: ImportReport): string {
  const { added, changed, unchanged, refusedRows: refused, tab } = report;
  const kept = unchanged > 0 ? ` ${recordsOf(unchanged, report)} stood there already.` : "";
  const left = refused > 0 ? ` ${countOf(refused, "row")} ${refused === 1 ? "was" : "were"} refused.` : "";
  return `${recordsOf(added, report)} added and ${grouped(changed)} updated in the tab ${tab}.${kept}${left}`;
}

/** The focus goes to what is new, so that a screen reader begins there. */
function showStep(content: readonly Node[], actions: readonly Node[]): void {
  const first = step.childElementCount === 0;
  status.clear();
  step.replaceChildren(...content);
  buttons.replaceChildren(...actions);
  step.scrollTop = 0;
  if (!first) step.focus();
}

chooseFile();
const opened = turn;
call("readImportState").then(
  (unfinished) => {
    if (unfinished && turn === opened) showUnfinished(unfinished);
  },
  // Beginning an import says the same, so a failure here needs no words.
  () => undefined,
);
