import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeEngine } from "../headless/nodeEngine.js";
import { type HeadlessWorkbench, openWorkbench } from "../headless/openWorkbench.js";
import { readDist } from "../headless/readDist.js";
import { installXmlParser } from "../xlsx/nodeDom.js";
import { writeXlsx } from "../xlsx/writeXlsx.js";
import { type CommandOptions, readOptions } from "./options.js";
import { readExport } from "./readExport.js";
import { type ImportReport, importLines, type Summary, summaryLines } from "./report.js";
import { UsageError } from "./usageError.js";
import { writeKeepingPrevious } from "./writeKeepingPrevious.js";

/** CRM exports in, finished workbook out: the add-on's own import and templates, run headless. */

const DIST = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist");

interface TemplateEntry {
  readonly id: string;
  readonly title: string;
  readonly fromAssessments: boolean;
}

/** A sentence of the add-on's own about the user's input reaches the user as it is. */
function asked<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function chosenTemplates(workbench: HeadlessWorkbench, { templates }: CommandOptions): TemplateEntry[] {
  const all = workbench.callEndpoint("listTemplates") as TemplateEntry[];
  // What only an assessment can fill stays empty in a workbook made from exports.
  if (templates.length === 0) return all.filter(({ fromAssessments }) => !fromAssessments);
  return templates.map((id) => {
    const found = all.find((template) => template.id === id);
    if (found) return found;
    throw new UsageError(
      `--template ${id} does not exist; choose from ${all.map((one) => one.id).join(", ")}.`,
    );
  });
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function run(options: CommandOptions): void {
  const exports = options.files.map((file) => ({ file, text: readExport(file) }));
  const workbench = openWorkbench({ ...readDist(DIST), undoable: false });
  const templates = chosenTemplates(workbench, options);
  const asOf = options.asOf ?? today();
  for (const { file, text } of exports) {
    const report = asked(() => workbench.callEndpoint("runImport", [text, { asOf }])) as ImportReport;
    for (const line of importLines(file, report)) console.log(line);
  }
  removeEmptySheets(workbench);
  asked(() => workbench.callEndpoint("drawTemplatesById", [templates.map(({ id }) => id)]));
  installXmlParser();
  const losses: string[] = [];
  const bytes = writeXlsx(workbench.model, nodeEngine(), {
    valuesOnly: options.valuesOnly,
    companion: { ...workbench.document().companion },
    title: templates.map(({ title }) => title).join(", "),
    print: { "*": { landscape: true, fitToWidth: true } },
    savedAt: new Date(`${asOf}T00:00:00Z`),
    onLoss: (loss) => losses.push(loss),
  });
  const previous = writeKeepingPrevious(options.out, bytes);
  console.log("");
  for (const line of summaryLines(workbench.callEndpoint("summarise") as Summary)) console.log(line);
  console.log("");
  for (const loss of losses) console.log(`note: ${loss}`);
  if (previous) console.log(`The file that stood there is kept as ${previous}.`);
  console.log(
    `Written: ${options.out} as of ${asOf}, with ${templates.map(({ title }) => title).join(", ")}`,
  );
}

/** A new workbook begins with a blank sheet, which is of no use beside the tabs that were made. */
function removeEmptySheets({ model }: HeadlessWorkbench): void {
  for (const sheetId of model.getters.getSheetIds()) {
    const isEmpty = Object.keys(model.getters.getCells(sheetId)).length === 0;
    if (isEmpty && model.getters.getSheetIds().length > 1) {
      model.dispatch("DELETE_SHEET", { sheetId, sheetName: model.getters.getSheetName(sheetId) });
    }
  }
}

try {
  run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
