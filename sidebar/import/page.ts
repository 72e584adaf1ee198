import type { ImportReport } from "../../src/apps-script/actions/importDeals.js";
import { call, closeWindow } from "../client.js";
import { button, byId, make } from "../elements.js";
import { createStatus, reasonOf } from "../status.js";
import { createFileDrop } from "./fileDrop.js";
import { type ExportFile, readExport } from "./readExport.js";
import { countOf, grouped, mappingOf, noticesOf, refusalsOf, tilesOf } from "./reportView.js";

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
        "Exports of Salesforce, HubSpot, Pipedrive and Zoho are recognised by their headings; others are matched where they can be. Deals are added or updated by their id, and none is deleted.",
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

function showPreview(loaded: Loaded, report: ImportReport): void {
  const { rows, added, changed, crm, notices } = report;
  const encodingNotice =
    loaded.encoding === "UTF-8" ? [] : [`The file is no UTF-8; its letters were read as ${loaded.encoding}.`];
  const nothing = added + changed === 0;
  const act = button(importCaption(report), "primary", () => void run(loaded, report));
  showStep(
    [
      make("h1", { class: "file" }, loaded.name),
      make(
        "p",
        { class: "quiet" },
        `${crm === "Other" ? "No known CRM's export: matched by its headings" : `Recognised as an export of ${crm}`} · ${countOf(rows, "row")}`,
      ),
      tilesOf(report),
      ...(nothing ? [make("p", {}, nothingSentence(report))] : []),
      ...noticesOf([...encodingNotice, ...notices]),
      ...refusalsOf(report),
      mappingOf(report),
    ],
    [
      button("Choose another file", "plain", chooseFile),
      ...(nothing ? [button("Close", "primary", closeWindow)] : [act]),
    ],
  );
}

function importCaption({ added, changed }: ImportReport): string {
  if (changed === 0) return `Import ${countOf(added, "new deal")}`;
  if (added === 0) return `Update ${countOf(changed, "deal")}`;
  return `Import ${countOf(added + changed, "deal")}`;
}

function nothingSentence(report: ImportReport): string {
  return report.refusedRows === 0
    ? "The workbook already has every one of these deals as they are."
    : "There is nothing to import; the refused rows below say why.";
}

async function run(loaded: Loaded, previewed: ImportReport): Promise<void> {
  const controls = [...buttons.querySelectorAll("button")];
  for (const control of controls) control.disabled = true;
  status.working(`Importing ${countOf(previewed.added + previewed.changed, "deal")}…`);
  try {
    showResult(await call("runImport", loaded.csv));
  } catch (error) {
    for (const control of controls) control.disabled = false;
    controls[controls.length - 1]?.focus();
    status.failed(reasonOf(error), () => void run(loaded, previewed));
  }
}

function showResult(report: ImportReport): void {
  const { added, changed, unchanged, refusedRows: refused } = report;
  const kept = unchanged > 0 ? ` ${countOf(unchanged, "deal")} stood there already.` : "";
  const left = refused > 0 ? ` ${countOf(refused, "row")} ${refused === 1 ? "was" : "were"} refused.` : "";
  const review = button("Make the weekly pipeline review", "primary", () => void makeReview());
  showStep(
    [
      make("h1", {}, "Imported"),
      make(
        "p",
        {},
        `${countOf(added, "deal")} added and ${grouped(changed)} updated in the tab Opportunities.${kept}${left}`,
      ),
      tilesOf(report),
      ...refusalsOf(report),
      ...noticesOf(report.notices),
    ],
    [button("Close", "plain", closeWindow), review],
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
