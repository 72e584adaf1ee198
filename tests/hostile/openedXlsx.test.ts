import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDefinedNames } from "../../workbench/xlsx/namedRanges.js";
import { readXlsx } from "../../workbench/xlsx/readXlsx.js";
import { UnreadableFile, unpack } from "../../workbench/xlsx/unpack.js";
import { cpuMs } from "../cpuMs.js";
import { testEngine } from "../workbench/xlsx/sample.js";
import { MEMBER_TEXTS } from "./hostileTexts.js";

/** Files that somebody sends: whatever stands in one is read as data in bounded time, or refused in a sentence. */

const engine = await testEngine();

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

interface Contents {
  /** Of the sheet's data. */
  readonly rows?: string;
  /** Behind the sheet's data. */
  readonly behind?: string;
  readonly before?: string;
  readonly names?: string;
  readonly sheetName?: string;
  /** Parts beside the usual ones, or in their place. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

function partsOf({
  rows = "",
  behind = "",
  before = "",
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
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${LINK}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(all).map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part]),
  );
}

const fileOf = (contents: Contents): Uint8Array => zipSync(partsOf(contents));
const inline = (text: string, cell = "A1") =>
  `<row r="1"><c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c></row>`;

function open(bytes: Uint8Array) {
  const losses: string[] = [];
  const before = cpuMs();
  const { data } = readXlsx(bytes, engine, { onLoss: (loss) => losses.push(loss) });
  const model = new engine.Model(data);
  return { model, losses, ms: cpuMs() - before };
}

function refusal(bytes: Uint8Array): string {
  try {
    readXlsx(bytes, engine);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    return (error as Error).message;
  }
  return "opened";
}

/** Writes into each record of a zip's directory (PK 1 2) or before each entry (PK 3 4). */
function patched(
  bytes: Uint8Array,
  mark: readonly number[],
  at: number,
  write: (view: DataView, at: number) => void,
) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let place = 0; place < copy.length - 4; place++) {
    if (mark.every((byte, index) => copy[place + index] === byte)) write(view, place + at);
  }
  return copy;
}
const DIRECTORY = [0x50, 0x4b, 1, 2];
const ENTRY = [0x50, 0x4b, 3, 4];

/** The same zip with a part under another name of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const rename = (file: Uint8Array, mark: readonly number[], at: number) =>
    patched(file, mark, at, (view, place) => {
      const name = new Uint8Array(view.buffer, place, from.length);
      if (String.fromCharCode(...name) === from) name.set(strToU8(to));
    });
  return rename(rename(bytes, ENTRY, 30), DIRECTORY, 46);
}

test("the file that the others are made from opens", () => {
  const { model } = open(fileOf({ rows: inline("hello") }));
  const [sheetId = ""] = model.getters.getSheetIds();
  expect(model.getters.getEvaluatedCell({ sheetId, col: 0, row: 0 })).toMatchObject({
    type: "text",
    value: "hello",
  });
});

describe("the zip around a workbook", () => {
  test("of 200 MB in 2 MB is refused before it is unpacked", () => {
    const zeros = new Uint8Array(201 * 1024 * 1024);
    const bomb = zipSync({ ...partsOf({}), "xl/media/image1.png": [zeros, { level: 1 }] } as Zippable);
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const before = cpuMs();
    expect(refusal(bomb)).toBe("The workbook unpacks to more than 200 MB and was not opened.");
    expect(cpuMs() - before).toBeLessThan(5000);
  });

  test("within the zip is a part like others and is not opened", () => {
    const nested = zipSync({ "xl/workbook.xml": strToU8("x".repeat(1000)) });
    expect(
      open(fileOf({ rows: inline("x"), parts: { "xl/embeddings/more.xlsx": nested } })).model,
    ).toBeDefined();
  });

  test("that says a part is smaller than it is, is refused", () => {
    const bytes = fileOf({ rows: inline("x".repeat(5000)) });
    const lying = patched(bytes, DIRECTORY, 24, (view, at) => view.setUint32(at, 100, true));
    expect(refusal(lying)).toBe("The workbook is damaged or cut short: save or download it again.");
  });

  test("whose parts are encrypted is refused", () => {
    const locked = patched(fileOf({ rows: inline("x") }), DIRECTORY, 8, (view, at) =>
      view.setUint16(at, view.getUint16(at, true) | 1, true),
    );
    expect(refusal(locked)).toBe(
      "This workbook is protected by a password: remove the password in Excel and save it again.",
    );
  });

  test("that holds a part twice is refused: programs differ in which of them they show", () => {
    const bytes = fileOf({
      rows: inline("x"),
      parts: { "xl/workbook.xmm": partsOf({})["xl/workbook.xml"] as Uint8Array },
    });
    expect(refusal(renamed(bytes, "xl/workbook.xmm", "xl/workbook.xml"))).toBe(
      "The workbook is damaged: its part xl/workbook.xml stands in it twice.",
    );
  });

  test.each([
    "../evil.xml",
    "/etc/passwd",
    "C:/evil.xml",
    "xl\\..\\evil.xml",
    "xl/../../evil.xml",
    "xl/..\\evil.xml",
  ])("with a part called %s is refused", (path) => {
    expect(refusal(fileOf({ parts: { [path]: "x" } }))).toBe(
      "The workbook is damaged: one of its parts has a path that leads outside it.",
    );
  });

  test.each(MEMBER_TEXTS)("with a part called %s changes no object", (name) => {
    const harmless = "x".repeat(name.length);
    const file = zipSync({
      ...partsOf({}),
      [harmless]: strToU8("x"),
      [`xl/media/${harmless}`]: strToU8("y"),
    });
    const { others } = unpack(
      renamed(renamed(file, harmless, name), `xl/media/${harmless}`, `xl/media/${name}`),
    );
    expect(others.get(`xl/media/${name}`)).toEqual(strToU8("y"));
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("cut short anywhere is refused", () => {
    const bytes = fileOf({ rows: inline("x") });
    for (let length = 4; length < bytes.length; length += Math.ceil(bytes.length / 20)) {
      expect(refusal(bytes.slice(0, length))).toMatch(
        /^(?:The workbook is damaged or cut short|This file is)/,
      );
    }
  });
});

describe("the parts of a workbook", () => {
  const BOMB = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;

  test.each([
    ["entities that multiply", BOMB],
    ["an entity from outside", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ["a definition behind a long comment", `<!--${" ".repeat(10_000)}-->${BOMB}`],
  ])("%s: refused", (_, doctype) => {
    const sheet = `${HEAD}${doctype}<worksheet xmlns="${MAIN}"><sheetData>${inline("&b;")}</sheetData></worksheet>`;
    expect(refusal(fileOf({ parts: { "xl/worksheets/sheet1.xml": sheet } }))).toBe(
      "The workbook is damaged: its part xl/worksheets/sheet1.xml holds definitions no workbook needs.",
    );
  });

  test("macros, embedded objects and links to other files are not read, and what they are linked from opens", () => {
    const relations = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINK}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${LINK}/styles" Target="styles.xml"/><Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rId9" Type="${LINK}/externalLink" Target="https://attacker.example/x.xlsx" TargetMode="External"/></Relationships>`;
    const { model } = open(
      fileOf({
        rows: inline("kept"),
        parts: { "xl/_rels/workbook.xml.rels": relations, "xl/vbaProject.bin": new Uint8Array(100) },
      }),
    );
    expect(JSON.stringify(model.exportData())).not.toMatch(/attacker|vbaProject/);
  });

  test("a link that would run a script leads nowhere", () => {
    const { model } = open(
      fileOf({
        rows: inline("click"),
        behind: `<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>`,
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINK}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`,
        },
      }),
    );
    const [sheetId = ""] = model.getters.getSheetIds();
    const { link } = model.getters.getEvaluatedCell({ sheetId, col: 0, row: 0 });
    expect(link?.url ?? "https://").toMatch(/^https?:\/\//);
  });

  test("a sheet whose last cell is the last one there is opens in time", () => {
    const rows = `${inline("first")}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    expect(opensWithin(20_000, { rows })).toBe(true);
  });

  test.each([
    ["cells that never end", { rows: "<row><c><v>".repeat(100_000) }],
    ["values that never end", { rows: `<row r="1"><c r="A1">${"<v>".repeat(300_000)}</c></row>` }],
    ["attributes without a value", { rows: `<row r="1"><c ${"a.".repeat(300_000)}/></row>` }],
    [
      "names that never end",
      { names: `<definedNames>${'<definedName name="x">'.repeat(50_000)}</definedNames>` },
    ],
  ])("%s are read, or refused, in time", (_, contents) => {
    expect(opensWithin(20_000, contents)).toBe(true);
  });

  test("names that never end are passed over in time", () => {
    const before = cpuMs();
    expect(readDefinedNames('<definedName name="x">'.repeat(200_000))).toEqual({});
    expect(cpuMs() - before).toBeLessThan(5000);
  });

  function opensWithin(limit: number, contents: Contents): boolean {
    const before = cpuMs();
    expect(refusal(fileOf(contents))).toMatch(/^(?:opened|The workbook|There is)/);
    return cpuMs() - before < limit;
  }

  test.each(MEMBER_TEXTS)(
    "%s as a sheet, a name, a type of cell, an entity and an attribute is a word like others",
    (word) => {
      const contents: Contents = {
        sheetName: word,
        rows: `<row r="1"><c r="A1" t="${word}" ${word}="1"><v>1</v></c><c r="B1" t="e"><v>${word}</v></c><c r="C1" t="inlineStr"><is><t>&amp;${word}; ${word}</t></is></c></row>`,
        names: `<definedNames><definedName name="${word.replace(/\W/g, "_")}">'${word}'!$A$1</definedName></definedNames>`,
      };
      const { model } = open(fileOf(contents));
      expect(JSON.stringify(model.exportData())).not.toContain("[native code]");
      expect(Object.keys(Object.prototype)).toEqual([]);
      const [sheetId = ""] = model.getters.getSheetIds();
      expect(model.getters.getSheetName(sheetId)).toBe(word);
      expect(model.getters.getEvaluatedCell({ sheetId, col: 2, row: 0 }).value).toBe(`&${word}; ${word}`);
    },
  );
});
