import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Model } from "../../../workbench/xlsx/engine.js";
import { readXlsx } from "../../../workbench/xlsx/readXlsx.js";
import { writeXlsx } from "../../../workbench/xlsx/writeXlsx.js";
import { cellOf, companion, sampleData, sampleModel, testEngine } from "./sample.js";

const engine = await testEngine();
const model = sampleModel(engine);
const bytes = writeXlsx(model, engine, { companion });

/** The file after somebody changed one of its parts elsewhere. */
function edit(path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  files[path] = strToU8(change(strFromU8(files[path] as Uint8Array)));
  return zipSync(files);
}

function everyCell(of: Model): Map<string, ReturnType<typeof cellOf>> {
  const cells = new Map<string, ReturnType<typeof cellOf>>();
  for (const sheetId of of.getters.getSheetIds()) {
    for (const { col, row } of of.getters.getEvaluatedCellsPositions(sheetId)) {
      cells.set(`${sheetId} ${col} ${row}`, cellOf(of, sheetId, col, row));
    }
  }
  return cells;
}

describe("a workbook saved and opened again", () => {
  const { data, companion: read, formulas } = readXlsx(bytes, engine);
  const again = new engine.Model(data);

  test("has the same cells: values, formulas, formats and looks", () => {
    const before = everyCell(model);
    const after = everyCell(again);
    for (const [place, cell] of before) {
      // A link's colour is written into its cell, as no application draws it otherwise.
      const { style, ...rest } = cell;
      expect(after.get(place), place).toMatchObject(cell.content.startsWith("[") ? rest : cell);
    }
  });

  test("has its custom formulas again, as formulas", () => {
    expect(formulas).toEqual({ restored: 3, changed: 0 });
    expect(cellOf(again, "review", 0, 21).content).toBe("=REVOPS_TEST(A1)");
    expect(cellOf(again, "review", 0, 22)).toMatchObject({ content: "", value: "00123" });
  });

  test("has the same sheets, rules, charts, sizes, names and companion", () => {
    const before = model._exportData(false);
    const after = again._exportData(false);
    expect(after.namedRanges).toEqual(before.namedRanges);
    before.sheets.forEach((sheet, index) => {
      const other = after.sheets[index];
      for (const key of [
        "id",
        "name",
        "rowNumber",
        "colNumber",
        "merges",
        "panes",
        "color",
        "areGridLinesVisible",
        "conditionalFormats",
        "dataValidationRules",
        "figures",
        "rows",
      ] as const) {
        expect(other?.[key], `${sheet.name} ${key}`).toEqual(sheet[key]);
      }
      expect(again.getters.getColSize(sheet.id, 0)).toBe(model.getters.getColSize(sheet.id, 0));
    });
    expect(again.getters.isColHidden("review", 18)).toBe(true);
    expect(read).toEqual(companion);
  });
});

describe("a file changed elsewhere", () => {
  test("keeps a changed spill as values, and the other formulas", () => {
    const changed = edit("xl/worksheets/sheet1.xml", (xml) => xml.replace("<v>43100</v>", "<v>43101</v>"));
    const { data, formulas } = readXlsx(changed, engine);
    expect(formulas).toEqual({ restored: 2, changed: 1 });
    expect(cellOf(new engine.Model(data), "review", 1, 22)).toMatchObject({ content: "43101" });
  });

  test("has the charts somebody drew, not the ones we wrote", () => {
    const changed = edit("xl/charts/chart1.xml", (xml) => xml.replace("A bar chart", "My chart"));
    const figures = readXlsx(changed, engine).data.sheets[0]?.figures ?? [];
    expect(figures).toHaveLength(4);
    expect(figures[0]).toMatchObject({ width: 400, height: 240, data: { title: { text: "My chart" } } });
  });

  test("has the rules somebody made", () => {
    const changed = edit("xl/worksheets/sheet1.xml", (xml) => xml.replace("<formula>0.2<", "<formula>0.3<"));
    const rules = readXlsx(changed, engine).data.sheets[0]?.conditionalFormats ?? [];
    expect(rules.map(({ rule }) => rule.type)).toEqual(["CellIsRule", "CellIsRule", "ColorScaleRule"]);
    expect(rules[0]?.rule).toMatchObject({ operator: "isGreaterThan", values: ["0.3"] });
  });

  test("loses a chart whose numbers are not in cells, and nothing else", () => {
    const changed = edit("xl/charts/chart2.xml", (xml) =>
      xml.replace(/<c:f>[^<]*<\/c:f>/g, "<c:f>label 1</c:f>"),
    );
    const losses: string[] = [];
    const { data } = readXlsx(changed, engine, { onLoss: (loss) => losses.push(loss) });
    expect(data.sheets[0]?.figures).toHaveLength(3);
    expect(losses).toEqual(["A chart whose numbers do not stand in cells was left out."]);
  });
});

test("a file without our part opens as any workbook does", () => {
  const plain = writeXlsx(model, engine, { valuesOnly: true });
  const { data, companion: read } = readXlsx(plain, engine);
  expect(data.sheets.map(({ name }) => name)).toEqual(["Weekly review", "Opportunities"]);
  expect(data.namedRanges).toMatchObject({ deal_amount: "Opportunities!D2:D" });
  expect(read).toEqual({});
});

test("texts that look like something else stay texts", () => {
  const texts = [
    "00123",
    "=1+1",
    'a "b" =',
    "TRUE",
    "12/31/2020",
    "_x0041_",
    "  spaces ",
    "line\nbreak",
    "#N/A?",
    "😀 <&>",
  ];
  const version = new engine.Model().exportData().version;
  const content = (text: string) => `="${text}"`;
  const cells = Object.fromEntries(
    texts.map((text, index) => [`A${index + 1}`, text.includes('"') ? text : content(text)]),
  );
  const source = new engine.Model({ version, sheets: [{ id: "s", name: "S", cells }] });
  const values = writeXlsx(source, engine, { valuesOnly: true });
  const again = new engine.Model(readXlsx(values, engine).data);
  texts.forEach((text, row) => {
    expect(cellOf(again, "S", 0, row).value).toBe(text);
  });
});

test("a sheet name longer than Excel allows comes back whole", () => {
  const long = "Weekly pipeline review of the whole team";
  const data = sampleData(new engine.Model().exportData().version);
  const named = JSON.parse(JSON.stringify(data).replaceAll("Weekly review", long));
  const source = new engine.Model(named);
  const again = new engine.Model(readXlsx(writeXlsx(source, engine), engine).data);
  expect(again.getters.getSheetName("review")).toBe(long);
  expect(again.getters.getNamedRange("as_of")).toBeDefined();
});
