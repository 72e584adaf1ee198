/**
 * LibreOffice as a second opinion: it computes every native formula of a workbook anew, and draws its pages.
 * Run by hand it shows pages: `npx tsx tests/workbench/xlsx/libreOffice.ts review.xlsx /tmp/pages`
 */
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { areaName, parseArea } from "../../../workbench/xlsx/address.js";
import type { FileValue } from "../../../workbench/xlsx/cellValues.js";
import { type FileCell, readCells, readStrings } from "../../../workbench/xlsx/readCells.js";
import { relationsOf, sheetParts, workbookPath } from "../../../workbench/xlsx/relations.js";
import { unpack } from "../../../workbench/xlsx/unpack.js";

const run = promisify(execFile);

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
}

/** Why tests with LibreOffice cannot run here; undefined where they can. */
export function whyNoLibreOffice(): string | undefined {
  return onPath("soffice")
    ? undefined
    : "LibreOffice (soffice) is not installed: its second opinion is skipped.";
}

/** LibreOffice's settings: compute every formula on opening, whatever values the file brings. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const MOST_MILLISECONDS = 180_000;

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "revops-xlsx-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Has LibreOffice open a file in a profile of its own and save it in another format; gives the new file's path. */
async function convert(
  file: string,
  format: "xlsx" | "pdf",
  folder: string,
  recalculates: boolean,
): Promise<string> {
  const profile = join(folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  if (recalculates) await writeFile(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
  const out = join(folder, "out");
  await run(
    onPath("soffice") ?? "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      out,
      file,
    ],
    { timeout: MOST_MILLISECONDS },
  );
  const made = join(out, basename(file).replace(/\.[^.]*$/, `.${format}`));
  if (!existsSync(made)) throw new Error(`LibreOffice did not open ${file}.`);
  return made;
}

/** The workbook as LibreOffice saves it after computing every formula anew. */
export function recalculate(bytes: Uint8Array): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, "workbook.xlsx");
    await writeFile(file, bytes);
    return new Uint8Array(await readFile(await convert(file, "xlsx", folder, true)));
  });
}

export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly cached: FileValue;
  readonly libreOffice: FileValue;
}
export interface Comparison {
  /** Cells that a native formula fills and LibreOffice computed. */
  readonly compared: number;
  /** Cells whose formula uses a function that LibreOffice lacks. */
  readonly skipped: number;
  readonly differences: readonly Difference[];
}

/** Compares the cached value of every native formula with what LibreOffice computes for it. */
export async function compareWithLibreOffice(bytes: Uint8Array): Promise<Comparison> {
  return compareWorkbooks(bytes, await recalculate(bytes));
}

/** Functions newer than LibreOffice 7.4, as a file spells them. */
const LACKING =
  /\b_xlfn\.(?:_xlws\.)?(?:CHOOSECOLS|CHOOSEROWS|DROP|EXPAND|FILTER|HSTACK|LAMBDA|LET|RANDARRAY|SEQUENCE|SORT|SORTBY|TAKE|TEXTAFTER|TEXTBEFORE|TEXTSPLIT|TOCOL|TOROW|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS|XLOOKUP|XMATCH)\(/;

export function compareWorkbooks(ours: Uint8Array, theirs: Uint8Array): Comparison {
  const expected = readSheets(ours);
  const actual = readSheets(theirs);
  const differences: Difference[] = [];
  let compared = 0;
  let skipped = 0;
  for (const [sheet, cells] of expected) {
    for (const [name, { formula, array }] of cells) {
      if (formula === undefined) continue;
      for (const cell of namesOf(array ?? name)) {
        if (LACKING.test(formula)) {
          skipped++;
          continue;
        }
        compared++;
        const cached = cells.get(cell)?.value ?? { type: "empty" };
        const libreOffice = actual.get(sheet)?.get(cell)?.value ?? { type: "empty" };
        if (!isSame(cached, libreOffice)) differences.push({ sheet, cell, formula, cached, libreOffice });
      }
    }
  }
  return { compared, skipped, differences };
}

export function readSheets(bytes: Uint8Array): Map<string, Map<string, FileCell>> {
  const { parts } = unpack(bytes);
  const strings = relationsOf(parts, workbookPath(parts)).find(
    ({ kind }) => kind === "sharedStrings",
  )?.target;
  const texts = readStrings(strings === undefined ? undefined : parts.get(strings));
  return new Map(
    sheetParts(parts).map(({ name, path }) => [name, readCells(parts.get(path) ?? "", texts).cells]),
  );
}

function* namesOf(text: string): Generator<string> {
  const area = parseArea(text);
  if (!area) return;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++)
      yield areaName({ left: col, right: col, top: row, bottom: row });
  }
}

const TOLERANCE = 1e-9;

function isSame(a: FileValue, b: FileValue): boolean {
  const isBlank = (value: FileValue) => value.type === "empty" || value.value === "";
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  if (a.type === "empty" || b.type === "empty") return false;
  if (a.type === "number" && b.type === "number") {
    return Math.abs(a.value - b.value) <= TOLERANCE * Math.max(1e-300, Math.abs(a.value), Math.abs(b.value));
  }
  // LibreOffice writes a truth value computed by an array formula as a number.
  if (a.type === "boolean" || b.type === "boolean") return Number(a.value) === Number(b.value);
  return a.type === b.type && a.value === b.value;
}

export interface PageOptions {
  /** Dots per inch; default 80. */
  readonly resolution?: number;
  /** Default 4. */
  readonly pages?: number;
}

/** Draws a workbook's first pages as PNG files in a folder, with the values the file brings; gives their paths. */
export async function toPdfPng(
  bytes: Uint8Array,
  folder: string,
  options: PageOptions = {},
): Promise<string[]> {
  const { resolution = 80, pages = 4 } = options;
  await mkdir(folder, { recursive: true });
  await inTemporaryFolder(async (temporary) => {
    const file = join(temporary, "workbook.xlsx");
    await writeFile(file, bytes);
    const pdf = await convert(file, "pdf", temporary, false);
    execFileSync("pdftoppm", [
      "-r",
      String(resolution),
      "-l",
      String(pages),
      "-png",
      pdf,
      join(folder, "page"),
    ]);
  });
  return (await readdir(folder))
    .filter((name) => /^page-\d+\.png$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

const [, script, file, folder = "."] = process.argv;
if (script !== undefined && file !== undefined && import.meta.url === pathToFileURL(script).href) {
  const bytes = new Uint8Array(await readFile(file));
  for (const page of await toPdfPng(bytes, folder)) console.log(page);
  const { compared, skipped, differences } = await compareWithLibreOffice(bytes);
  console.log(`${compared} formula cells compared, ${skipped} skipped, ${differences.length} differ`);
  for (const one of differences.slice(0, 40)) console.log(JSON.stringify(one));
}
