/**
 * The page's order of work: fetch the document, the bundle and the engine's templates; give the bundle its scope and
 * the engine its functions; open the model; let the bundle declare its menu; mount the spreadsheet; keep saving.
 */
import type { HtmlWindow, Menu } from "../host.js";
import { ADD_ON_NAME, openAddOn } from "./addOn.js";
import { createAddOnMenus } from "./addOnMenu.js";
import { type Autosave, createAutosave } from "./autosave.js";
import { onDocumentChange } from "./changes.js";
import { mendComposer } from "./composer.js";
import { showDocumentBanner } from "./documentBanners.js";
import { loadAddOn, loadDocument, type WorkbenchDocument } from "./documentClient.js";
import { byId, make } from "./elements.js";
import type { Model } from "./engine.js";
import { addFileMenu } from "./fileMenu.js";
import { createFileActions } from "./files.js";
import { messageOf } from "./htmlFrame.js";
import { readKeptCopy } from "./keptCopy.js";
import { showMessage } from "./messageDialog.js";
import { createModalDialog } from "./modalDialog.js";
import { showNotes } from "./notes.js";
import { chooseOpening } from "./opening.js";
import { keepSheetInAddress } from "./sheetInAddress.js";
import { createSidebar } from "./sidebar.js";
import { type MountedSpreadsheet, mountSpreadsheet } from "./spreadsheet.js";
import { createTitleBar, UNNAMED } from "./titleBar.js";
import { showToast } from "./toasts.js";
import { createUserInterface } from "./userInterface.js";
import { whileWorking } from "./working.js";

/** A top-level function of the bundle that fills a workbook nobody has used yet. */
const FIRST_RUN = "loadSampleData";

declare global {
  interface Window {
    /** For tests and for looking around in the browser's console. */
    workbench?: { readonly model: Model; readonly readyAfterMs: number };
  }
}

async function start(): Promise<void> {
  const [files, stored, templates] = await Promise.all([
    loadAddOn(),
    loadDocument(),
    fetch("/lib/spreadsheet.xml").then((response) => response.text()),
  ]);
  const opening = chooseOpening(stored, readKeptCopy(), crypto.randomUUID());

  showNotes();
  mendComposer();
  let sheet: MountedSpreadsheet | undefined;
  const focusSheet = (): void => sheet?.focus();
  const sidebar = createSidebar(() => addOn.endpoints, focusSheet);
  const dialog = createModalDialog(() => addOn.endpoints, focusSheet);
  const showMenu = createAddOnMenus((functionName) => void runMenuEntry(functionName));
  const ui = createUserInterface({
    showMenu: (menu: Menu) => showMenu(menu),
    showSidebar: (window_: HtmlWindow) => sidebar.show(window_),
    showModalDialog: (window_: HtmlWindow) => dialog.show(window_),
  });
  const title = createTitleBar(() => autosave.changed(), focusSheet);
  title.setName(opening.document?.name ?? UNNAMED);

  const addOn = openAddOn({ files, document: opening.document, ui, changed: () => autosave.changed() });

  const runMenuEntry = async (functionName: string, words?: string): Promise<void> => {
    try {
      await whileWorking(() => addOn.run(functionName), words);
    } catch (error) {
      await showMessage({ title: ADD_ON_NAME, text: messageOf(error) });
    }
  };

  const snapshot = (): string => {
    const document: WorkbenchDocument = { name: title.name(), ...addOn.document() };
    return JSON.stringify(document);
  };
  const autosave = createAutosave({
    snapshot,
    base: opening.base,
    writer: opening.writer,
    onState(state) {
      title.showState(state);
      if (state.kind === "behind") showDocumentBanner({ kind: "behind" });
    },
  });
  title.showState({ kind: "saved" });

  addFileMenu(createFileActions({ addOn, autosave, title, writer: opening.writer }));
  addOn.open();
  sheet = await mountSpreadsheet(addOn.model, templates);
  keepSheetInAddress(addOn.model);
  onDocumentChange(addOn.model, () => autosave.changed());
  if (opening.unsaved) autosave.changed();
  if (opening.leftover !== null) {
    showDocumentBanner({ kind: "leftover", copy: opening.leftover, autosave, writer: opening.writer });
  }
  if (stored.notice !== null) showToast(stored.notice, "Workbook set aside", -1);
  if (opening.document === null && addOn.has(FIRST_RUN)) {
    await runMenuEntry(FIRST_RUN, "Preparing the sample workbook…");
  }
  saveOnCtrlS(autosave);
  sheet.focus();
  window.workbench = { model: addOn.model, readyAfterMs: Math.round(performance.now()) };
}

/** Nothing needs it, but hands do it, and the browser would offer to save the page's html. */
function saveOnCtrlS(autosave: Autosave): void {
  const listener = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    void autosave.flush();
  };
  window.addEventListener("keydown", listener, { capture: true });
}

start().catch((error: unknown) => {
  console.error(error);
  byId("spreadsheet").replaceChildren(
    make("div", {
      class: "wb-failure",
      children: [
        make("h1", { text: "The workbook could not be opened" }),
        make("p", { text: messageOf(error) }),
        make("button", { class: "wb-button", text: "Try again", onClick: () => location.reload() }),
      ],
    }),
  );
});
