/** New workbook, open and save as .xlsx. */
import { emptyCompanion } from "../engine/companion.js";
import { readXlsx } from "../xlsx/readXlsx.js";
import type { AddOn } from "./addOn.js";
import type { Autosave } from "./autosave.js";
import type { WorkbenchDocument } from "./documentClient.js";
import { download, fileName, pickFile } from "./download.js";
import { engine } from "./engine.js";
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
  const replace = async (
    what: string,
    document: WorkbenchDocument,
    remarks: readonly string[] = [],
  ): Promise<void> => {
    const agreed = await showMessage({
      title: `${what} in place of “${title.name()}”?`,
      text: [
        ...remarks,
        "The current workbook is kept as workbook.replaced.json in the .workbench folder until the next replacement, " +
          "and can be opened from there.",
      ].join("\n\n"),
      confirm: "Replace",
      cancel: "Cancel",
    });
    if (agreed) await whileWorking(() => replaceDocument(JSON.stringify(document), autosave, writer));
  };
  const orSay = (failure: string, task: () => Promise<void>) => (): void => {
    task().catch((error: unknown) => showMessage({ title: failure, text: messageOf(error) }));
  };

  return {
    newWorkbook: orSay("No new workbook was made", () =>
      replace("Start a new workbook", { name: UNNAMED, workbook: null, companion: null }),
    ),
    openXlsx: orSay("The file could not be opened", async () => {
      const file = await pickFile(`.xlsx,.json,${XLSX}`);
      if (file === undefined) return;
      const { document, remarks } = await whileWorking(() => contentOf(file));
      await replace(`Open ${file.name}`, document, remarks);
    }),
    saveXlsx: orSay("The workbook was not saved as .xlsx", async () => {
      const losses: string[] = [];
      const content = await whileWorking(() => addOn.writeXlsx(title.name(), (loss) => losses.push(loss)));
      download(fileName(title.name(), "xlsx"), content, XLSX);
      if (losses.length > 0)
        await showMessage({ title: "Saved, with these differences", text: listed(losses) });
    }),
  };
}

interface Content {
  readonly document: WorkbenchDocument;
  readonly remarks: readonly string[];
}

/** An .xlsx file, or one of the copies that the server keeps of documents. */
async function contentOf(file: File): Promise<Content> {
  if (file.name.toLowerCase().endsWith(".json"))
    return { document: keptDocument(file.name, await file.text()), remarks: [] };
  const losses: string[] = [];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { data, companion } = readXlsx(bytes, engine, { onLoss: (loss) => losses.push(loss) });
  return {
    document: {
      name: file.name.replace(/\.xlsx$/i, ""),
      workbook: data,
      companion: { ...emptyCompanion, ...companion },
    },
    remarks: losses.length > 0 ? [`Not everything in the file could be taken over:\n${listed(losses)}`] : [],
  };
}

function keptDocument(name: string, text: string): WorkbenchDocument {
  const kept: unknown = JSON.parse(text);
  const document = typeof kept === "object" && kept !== null && "document" in kept ? kept.document : kept;
  if (typeof document !== "object" || document === null || !("workbook" in document)) {
    throw new Error(`${name} is not a workbook that the workbench kept.`);
  }
  // The engine keeps what it knows of a sheet under its id on plain objects, where __proto__ means all of them.
  const { sheets = [] } = (document.workbook ?? {}) as {
    readonly sheets?: readonly { readonly id?: unknown }[];
  };
  if (sheets.some(({ id }) => String(id) in {})) {
    throw new Error(`${name} is damaged: one of its sheets has an id that no workbook gives.`);
  }
  return document as WorkbenchDocument;
}

function listed(sentences: readonly string[]): string {
  return sentences.map((sentence) => `• ${sentence}`).join("\n");
}
