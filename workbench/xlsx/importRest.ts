/** The engine's own import, for everything of a file but its cells. */
import type { Engine, WorkbookData } from "./engine.js";
import type { OnLoss } from "./losses.js";
import type { SheetPart } from "./relations.js";
import { type Unpacked, UnreadableFile } from "./unpack.js";
import { unescapeXml } from "./xml.js";

/** What is given up, one after the other, where the engine fails on a file as it is. */
const RETREATS: readonly { readonly loss: string; readonly pattern: RegExp }[] = [
  { loss: "Charts and pictures could not be read and were left out.", pattern: /<drawing\b[^<>]*\/>/g },
  {
    loss: "Conditional formats and input rules could not be read and were left out.",
    pattern:
      /<conditionalFormatting\b[\s\S]*?<\/conditionalFormatting>|<dataValidations\b[\s\S]*?<\/dataValidations>/g,
  },
  { loss: "Tables could not be read and were left out.", pattern: /<tableParts\b[\s\S]*?<\/tableParts>/g },
];

export function importRest(
  engine: Engine,
  { parts, others }: Unpacked,
  sheets: readonly SheetPart[],
  onLoss: OnLoss,
): WorkbookData {
  const files: Record<string, unknown> = {};
  for (const [path, xml] of parts) {
    // The custom part is ours and long; comments are read elsewhere.
    if (!/^customXml\/|comments\d*\.xml$|\.vml$/.test(path)) files[path] = xml;
  }
  for (const [path, bytes] of others) {
    if (path.includes("media/image")) files[path] = { imageSrc: dataUrl(path, bytes) };
  }
  for (const { path } of sheets) {
    files[path] = (parts.get(path) ?? "").replace(/<sheetData\b[\s\S]*<\/sheetData>/, emptyRows);
  }
  for (const [path, xml] of parts) {
    if (!/\/charts\/chart\d+\.xml$/.test(path) || drawsFromCells(xml)) continue;
    files[path] = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>';
    onLoss("A chart whose numbers do not stand in cells was left out.");
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

/** Rows keep only what places charts and groups. */
function emptyRows(body: string): string {
  const rows = [...body.matchAll(/<row\b([^<>]*?)\/?>/g)]
    .filter(([, tag = ""]) => /customHeight|hidden|outlineLevel|collapsed/.test(tag))
    .map(([, tag = ""]) => `<row${tag.replace(/\s(?:s|customFormat|spans)="[^"]*"/g, "")}></row>`);
  return `<sheetData>${rows.join("")}</sheetData>`;
}

function dataUrl(path: string, bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return `data:image/${extension === "jpg" ? "jpeg" : extension};base64,${btoa(text)}`;
}
