/** New workbook, open and save as .xlsx. */
import type { AddOn } from "./addOn.js";
import type { Autosave } from "./autosave.js";
import { download, fileName, pickFile } from "./download.js";
import type { FileActions } from "./fileMenu.js";
import { messageOf } from "./htmlFrame.js";
import { showMessage } from "./messageDialog.js";
import { replaceDocument } from "./replaceDocument.js";
import { type TitleBar, UNNAMED } from "./titleBar.js";
import { whileWorking } from "./working.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface FileParts {
  readonly addOn: AddOn;
  readonly autosave: Autosave;
  readonly title: TitleBar;
  readonly writer: string;
}

export function createFileActions({ addOn, autosave, title, writer }: FileParts): FileActions {
  const replace = async (what: string, document: () => Promise<object> | object): Promise<void> => {
    const agreed = await showMessage({
      title: `${what} in place of “${title.name()}”?`,
      text: "The current workbook is kept as workbook.replaced.json in the .workbench folder until the next replacement, and can be opened from there.",
      confirm: "Replace",
      cancel: "Cancel",
    });
    if (!agreed) return;
    await whileWorking(async () => replaceDocument(JSON.stringify(await document()), autosave, writer));
  };
  const orSay = (failure: string, task: () => Promise<void>) => (): void => {
    task().catch((error: unknown) => showMessage({ title: failure, text: messageOf(error) }));
  };

  return {
    newWorkbook: orSay("No new workbook was made", () =>
      replace("Start a new workbook", () => ({ name: UNNAMED, workbook: null, companion: null })),
    ),
    openXlsx: orSay("The file could not be opened", async () => {
      const file = await pickFile(`.xlsx,.json,${XLSX}`);
      if (file !== undefined) await replace(`Open ${file.name}`, () => contentOf(file, addOn));
    }),
    saveXlsx: orSay("The workbook was not saved as .xlsx", async () => {
      const content = await whileWorking(() => addOn.writeXlsx());
      download(fileName(title.name(), "xlsx"), content, XLSX);
    }),
  };
}

/** An .xlsx file, or one of the copies that the server keeps of documents. */
async function contentOf(file: File, addOn: AddOn): Promise<object> {
  if (file.name.toLowerCase().endsWith(".json")) {
    const kept: unknown = JSON.parse(await file.text());
    const document = typeof kept === "object" && kept !== null && "document" in kept ? kept.document : kept;
    if (typeof document === "object" && document !== null && "workbook" in document) return document;
    throw new Error(`${file.name} is not a workbook that the workbench kept.`);
  }
  const name = file.name.replace(/\.xlsx$/i, "");
  return { name, ...(await addOn.readXlsx(new Uint8Array(await file.arrayBuffer()))) };
}
