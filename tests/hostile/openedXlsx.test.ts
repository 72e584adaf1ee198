import { describe, expect, test } from "vitest";
import { readDefinedNames } from "../../workbench/xlsx/namedRanges.js";
import { cpuMs } from "../cpuMs.js";
import { MEMBER_TEXTS } from "./hostileTexts.js";
import {
  type Contents,
  fileOf,
  HEAD,
  inline,
  LINK,
  MAIN,
  open,
  PACKAGE,
  refusal,
  tried,
} from "./hostileXlsx.js";

/** Workbooks that somebody sends: whatever stands in one is read as data in bounded time, or refused in a sentence. */

const IMPROPER =
  "The workbook is damaged: one of its parts is no proper XML; save it again in Excel or LibreOffice.";
const deep = (path: string) =>
  `The workbook is damaged: its part ${path} nests elements more than 256 deep, which no workbook does.`;

test("the file that the others are made from opens", () => {
  expect(open(fileOf({ rows: inline("hello") })).cell(0)).toMatchObject({ type: "text", value: "hello" });
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
    const { cell } = open(
      fileOf({
        rows: inline("click"),
        behind: `<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>`,
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINK}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`,
        },
      }),
    );
    expect(cell(0).link?.url ?? "https://").toMatch(/^https?:\/\//);
    expect(cell(0).value).toBe("click");
  });

  test.each<[string, Contents, string]>([
    [
      "a sheet whose last cell is the last one there is",
      { rows: `${inline("first")}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` },
      "opened",
    ],
    ["cells that never end", { rows: "<row><c><v>".repeat(100_000) }, "opened"],
    ["values that never end", { rows: `<row r="1"><c r="A1">${"<v>".repeat(300_000)}</c></row>` }, "opened"],
    ["attributes without a value", { rows: `<row r="1"><c ${"a.".repeat(300_000)}/></row>` }, "opened"],
    [
      "data that begin again and again",
      { parts: { "xl/worksheets/sheet1.xml": `<worksheet>${"<sheetData ".repeat(100_000)}` } },
      IMPROPER,
    ],
    ["rules that never end", { behind: `${"<conditionalFormatting/>".repeat(50_000)}<x>` }, IMPROPER],
    ["names that never end", { names: '<definedName name="x">'.repeat(50_000) }, deep("xl/workbook.xml")],
    [
      "elements within each other, each closed",
      { names: "<a>".repeat(50_000) + "</a>".repeat(50_000) },
      deep("xl/workbook.xml"),
    ],
    [
      "elements within each other whose attributes seem to end them",
      { behind: '<a b="/>">'.repeat(300) + "</a>".repeat(300) },
      deep("xl/worksheets/sheet1.xml"),
    ],
    [
      "more elements than any workbook has",
      { behind: "<a/>".repeat(2_000_001) },
      "The workbook was not opened: its part xl/worksheets/sheet1.xml holds more than 2 million elements beside its cells.",
    ],
  ])("%s: read, or refused in a sentence, in time", (_, contents, expected) => {
    const { said, ms } = tried(fileOf(contents));
    expect(said).toBe(expected);
    expect(ms).toBeLessThan(10_000);
  });

  test("tags in comments, in character data and in instructions, and what seems an end in an attribute, nest nothing", () => {
    const tags = "<a>".repeat(300);
    const behind = `<!--${tags}--><x><![CDATA[${tags}]]></x><?x ${tags}?><x a=">" b='<a>'/>`.replace(
      "'<a>'",
      "'>'",
    );
    expect(open(fileOf({ rows: inline("kept"), behind })).cell(0).value).toBe("kept");
  });

  test("names that never end are passed over in time", () => {
    const before = cpuMs();
    expect(readDefinedNames('<definedName name="x">'.repeat(200_000))).toEqual({});
    expect(cpuMs() - before).toBeLessThan(5000);
  });

  test.each(MEMBER_TEXTS)(
    "%s as a sheet, a name, a type of cell, an entity and an attribute is a word like others",
    (word) => {
      const contents: Contents = {
        sheetName: word,
        rows: `<row r="1"><c r="A1" t="${word}" ${word}="1"><v>1</v></c><c r="B1" t="e"><v>${word}</v></c><c r="C1" t="inlineStr"><is><t>&${word}; ${word}</t></is></c></row>`,
        names: `<definedNames><definedName name="${word.replace(/\W/g, "_")}">'${word}'!$A$1</definedName></definedNames>`,
      };
      const { model, cell } = open(fileOf(contents));
      expect(JSON.stringify(model.exportData())).not.toContain("[native code]");
      expect(Object.keys(Object.prototype)).toEqual([]);
      const [sheetId = ""] = model.getters.getSheetIds();
      expect(model.getters.getSheetName(sheetId)).toBe(word);
      expect(cell(2).value).toBe(`&${word}; ${word}`);
    },
  );
});
