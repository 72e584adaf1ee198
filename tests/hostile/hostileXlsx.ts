import { strToU8, type Zippable, zipSync } from "fflate";
import { expect } from "vitest";
import { readXlsx } from "../../workbench/xlsx/readXlsx.js";
import { UnreadableFile } from "../../workbench/xlsx/unpack.js";
import { cpuMs } from "../cpuMs.js";
import { testEngine } from "../workbench/xlsx/sample.js";

/** The least workbook there is as a file, with whatever somebody may have put into one of its parts. */

const engine = await testEngine();

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export interface Contents {
  /** Of the sheet's data. */
  readonly rows?: string;
  /** Behind the sheet's data. */
  readonly behind?: string;
  readonly names?: string;
  readonly sheetName?: string;
  /** Parts beside the usual ones, or in their place. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

export function partsOf({
  rows = "",
  behind = "",
  names = "",
  sheetName = "One",
  parts = {},
}: Contents): Zippable {
  const all: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINK}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINK}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${LINK}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${LINK}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(all).map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part]),
  );
}

export const fileOf = (contents: Contents): Uint8Array => zipSync(partsOf(contents));

/** A row with a text in its first cell. */
export const inline = (text: string): string =>
  `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;

/** Opens a file; `losses` are the sentences on what was not read. */
export function open(bytes: Uint8Array) {
  const losses: string[] = [];
  const { data } = readXlsx(bytes, engine, { onLoss: (loss) => losses.push(loss) });
  const model = new engine.Model(data);
  const [sheetId = ""] = model.getters.getSheetIds();
  return { model, losses, cell: (col: number) => model.getters.getEvaluatedCell({ sheetId, col, row: 0 }) };
}

/** The sentence with which a file is refused, or "opened"; with the time that either took. */
export function tried(bytes: Uint8Array): { readonly said: string; readonly ms: number } {
  const before = cpuMs();
  try {
    readXlsx(bytes, engine);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    return { said: (error as Error).message, ms: cpuMs() - before };
  }
  return { said: "opened", ms: cpuMs() - before };
}

export const refusal = (bytes: Uint8Array): string => tried(bytes).said;
