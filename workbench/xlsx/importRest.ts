/** The engine's own import, for everything of a file but its cells. */
import { boundXml } from "./boundXml.js";
import type { Engine, WorkbookData } from "./engine.js";
import type { OnLoss } from "./losses.js";
import type { SheetPart } from "./relations.js";
import { type Unpacked, UnreadableFile } from "./unpack.js";
import { unescapeXml, wholeElements } from "./xml.js";

/** What is given up, one after the other, where the engine fails on a file as it is. */
const RETREATS: readonly { readonly loss: string; readonly pattern: RegExp }[] = [
  { loss: "Charts and pictures could not be read and were left out.", pattern: /<drawing\b[^<>]*\/>/g },
  {
    loss: "Conditional formats and input rules could not be read and were left out.",
    pattern: wholeElements("conditionalFormatting|dataValidations"),
  },
  { loss: "Tables could not be read and were left out.", pattern: wholeElements("tableParts") },
];

/** The texts of cells are read elsewhere, and so are notes; ours is long; a pivot's copy of its data is not read. */
const NOT_FOR_THE_ENGINE = /^customXml\/|comments\d*\.xml$|\.vml$|pivotCacheRecords\d*\.xml$/;
const NO_STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';

export function importRest(
  engine: Engine,
  { parts, others }: Unpacked,
  sheets: readonly SheetPart[],
  stringsPath: string | undefined,
  onLoss: OnLoss,
): WorkbookData {
  const files: Record<string, unknown> = {};
  for (const [path, xml] of parts) {
    if (!NOT_FOR_THE_ENGINE.test(path)) files[path] = path === stringsPath ? NO_STRINGS : xml;
  }
  for (const [path, bytes] of others) {
    if (path.includes("media/image")) files[path] = { imageSrc: dataUrl(path, bytes) };
  }
  for (const { path } of sheets) {
    files[path] = withEmptyRows(parts.get(path) ?? "");
  }
  for (const [path, xml] of parts) {
    if (!/\/charts\/chart\d+\.xml$/.test(path) || drawsFromCells(xml)) continue;
    files[path] = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>';
    onLoss("A chart whose numbers do not stand in cells was left out.");
  }
  for (const [path, content] of Object.entries(files)) {
    if (typeof content === "string") boundXml(path, content);
  }
  let problem: unknown;
  for (const retreat of [undefined, ...RETREATS]) {
    if (retreat) {
      for (const { path } of sheets) files[path] = String(files[path]).replace(retreat.pattern, "");
    }
    try {
      const data = engine.load({ ...files } as unknown as Parameters<Engine["load"]>[0]);
      if (retreat) for (const { loss } of RETREATS.slice(0, RETREATS.indexOf(retreat) + 1)) onLoss(loss);
      return data;
    } catch (error) {
      problem = error;
    }
  }
  const reason = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : String(problem);
  // What follows is the parser's own page of complaint, in its html.
  if (reason.startsWith("XML string could not be parsed")) {
    throw new UnreadableFile(
      "The workbook is damaged: one of its parts is no proper XML; save it again in Excel or LibreOffice.",
    );
  }
  throw new UnreadableFile(`The workbook could not be read: ${reason.replace(/\.$/, "")}.`);
}

/** The engine gives up the whole file over a chart that draws from anything but cells. */
export function drawsFromCells(xml: string): boolean {
  if (/<c:(?:numLit|strLit)>/.test(xml)) return false;
  return [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].every(([, reference = ""]) =>
    /^(?:'(?:[^'[]|'')+'|[^'![\s]+)!\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?$/.test(
      unescapeXml(reference),
    ),
  );
}

const DATA_END = "</sheetData>";

/** Rows keep only what places charts and groups. */
function withEmptyRows(xml: string): string {
  const start = xml.indexOf("<sheetData");
  const end = xml.lastIndexOf(DATA_END);
  if (start < 0 || end < start) return xml;
  const rows = [...xml.slice(start, end).matchAll(/<row\b([^<>]*?)\/?>/g)]
    .filter(([, tag = ""]) => /customHeight|hidden|outlineLevel|collapsed/.test(tag))
    .map(([, tag = ""]) => `<row${tag.replace(/\s(?:s|customFormat|spans)="[^"]*"/g, "")}></row>`);
  return `${xml.slice(0, start)}<sheetData>${rows.join("")}</sheetData>${xml.slice(end + DATA_END.length)}`;
}

function dataUrl(path: string, bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return `data:image/${extension === "jpg" ? "jpeg" : extension};base64,${btoa(text)}`;
}
