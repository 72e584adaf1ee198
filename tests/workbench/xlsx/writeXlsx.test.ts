import { expect, test } from "vitest";
import { readCells, readStrings } from "../../../workbench/xlsx/readCells.js";
import { readXlsx } from "../../../workbench/xlsx/readXlsx.js";
import { unpack } from "../../../workbench/xlsx/unpack.js";
import { type WriteOptions, writeXlsx } from "../../../workbench/xlsx/writeXlsx.js";
import { companion, sampleData, sampleModel, testEngine } from "./sample.js";

const engine = await testEngine();
const model = sampleModel(engine);

function write(options: WriteOptions = {}) {
  const { parts } = unpack(writeXlsx(model, engine, options));
  const strings = readStrings(parts.get("xl/sharedStrings.xml"));
  const review = parts.get("xl/worksheets/sheet1.xml") ?? "";
  return { parts, review, cells: readCells(review, strings).cells };
}

test("named ranges stand in the workbook, open ones down to a row far below the data", () => {
  const workbook = write().parts.get("xl/workbook.xml") ?? "";
  expect(workbook).toContain('<definedName name="deal_amount">Opportunities!$D$2:$D$20000</definedName>');
  expect(workbook).toContain(`<definedName name="as_of">'Weekly review'!$B$2</definedName>`);
});

test("native formulas are formulas with their values", () => {
  const { cells } = write();
  expect(cells.get("B6")).toMatchObject({
    formula: "COUNTIFS(deal_stage,A6)",
    value: { type: "number", value: 12 },
  });
  expect(cells.get("B18")).toMatchObject({ formula: "1/0", value: { type: "error", value: "#DIV/0!" } });
  expect(cells.get("B19")).toMatchObject({ formula: "B12>3", value: { type: "boolean", value: true } });
  expect(cells.get("B20")).toMatchObject({ formula: "TRANSPOSE(A6:A10)", array: "B20:F20" });
  expect(cells.get("D20")?.value).toEqual({ type: "text", value: "Proposal" });
});

test("a custom function is its values only, every spilled one with its kind", () => {
  const { cells } = write();
  for (const name of ["A22", "B22", "A28"]) expect(cells.get(name)?.formula).toBeUndefined();
  expect(cells.get("A23")?.value).toEqual({ type: "text", value: "00123" });
  expect(cells.get("A24")?.value).toEqual({ type: "text", value: "TRUE" });
  expect(cells.get("B23")?.value).toEqual({ type: "number", value: 43_100 });
  expect(cells.get("B24")?.value).toEqual({ type: "error", value: "#N/A" });
  expect(cells.get("C22")?.value).toEqual({ type: "boolean", value: true });
  expect(cells.get("E22")?.formula).toBe("B23+1");
});

test("functions that LibreOffice lacks are values too, unless the file is for Excel", () => {
  expect(write().cells.get("A29")?.formula).toBeUndefined();
  expect(write({ forExcelOnly: true }).cells.get("A29")?.formula).toBe("_xlfn.UNIQUE(B2:B3)");
});

test("a file of values holds no formula anywhere", () => {
  const { parts, cells } = write({ valuesOnly: true, companion });
  expect([...cells.values()].filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect([...parts.values()].join("")).not.toMatch(/REVOPS_TEST|COUNTIFS/);
});

test("the same workbook gives the same bytes", () => {
  const options: WriteOptions = { companion, savedAt: new Date("2026-01-02T03:04:05Z") };
  expect(
    Buffer.compare(writeXlsx(model, engine, options), writeXlsx(sampleModel(engine), engine, options)),
  ).toBe(0);
});

test("charts carry their numbers, titles and colours", () => {
  const { parts } = write();
  const bars = parts.get("xl/charts/chart1.xml") ?? "";
  expect(bars).toMatch(
    /<c:numCache><c:formatCode>\[\$\$\]#,##0<\/c:formatCode><c:ptCount val="5"\/><c:pt idx="0">/,
  );
  expect(bars).toContain("<a:t>A bar chart</a:t>");
  expect(bars).toContain("<a:t>Amount</a:t>");
  expect(bars).toContain('<a:srgbClr val="4EA7F2"/>');
  expect([...parts.keys()].filter((path) => path.startsWith("xl/charts/"))).toHaveLength(4);
});

test("gridlines, frozen panes, hidden rows, merges, rules, drop-downs and the tab's colour are there", () => {
  const { review } = write({ companion });
  for (const piece of [
    'showGridLines="0"',
    '<pane xSplit="1" ySplit="5" topLeftCell="B6"',
    '<tabColor rgb="FF1A73E8"/>',
    '<mergeCell ref="A1:E1"/>',
    '<row r="4" hidden="1">',
    '<col min="19" max="19" width="13.7143" customWidth="1" hidden="1"/>',
    'type="cellIs"',
    "<formula>$B6&gt;11</formula>",
    "<formula1>&quot;Ana,Bo,Chen&quot;</formula1>",
    'prompt="Choose a rep"',
  ]) {
    expect(review).toContain(piece);
  }
});

test("notes are real comments", () => {
  const { parts, review } = write({ companion });
  expect(parts.get("xl/comments1.xml")).toContain("&lt;kept&gt; &amp; sound");
  expect(parts.get("xl/drawings/vmlDrawing1.vml")).toContain("<x:Row>1</x:Row><x:Column>1</x:Column>");
  expect(review).toContain("<legacyDrawing");
});

test("a print set-up fits the page and repeats the title rows", () => {
  const { parts, review } = write({ print: { "Weekly review": { landscape: true, titleRows: "1:5" } } });
  expect(review).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
  expect(review).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(parts.get("xl/workbook.xml")).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Weekly review'!$1:$5</definedName>`,
  );
});

test("what a file cannot carry is told", () => {
  const other = sampleModel(engine);
  other.dispatch("CREATE_CHART", {
    sheetId: "review",
    figureId: "card",
    chartId: "card",
    col: 0,
    row: 40,
    offset: { x: 0, y: 0 },
    size: { width: 100, height: 100 },
    definition: {
      type: "scorecard",
      title: {},
      keyValue: "B12",
      baselineMode: "text",
      baselineColorUp: "#00FF00",
      baselineColorDown: "#FF0000",
    },
  });
  const losses: string[] = [];
  writeXlsx(other, engine, { onLoss: (loss) => losses.push(loss) });
  expect(losses).toEqual(["A scorecard figure on Weekly review has no form in Excel and was left out."]);
});

test("a drop-down whose entries were deleted says so in the file, as Excel does, and when opened again", () => {
  const data = sampleData(model.exportData().version);
  const rules = data.sheets[0]?.dataValidationRules ?? [];
  for (const { criterion } of rules) if (criterion.type === "isValueInRange") criterion.values = ["#REF"];
  const bytes = writeXlsx(new engine.Model(data), engine);
  expect(unpack(bytes).parts.get("xl/worksheets/sheet1.xml")).toContain("<formula1>#REF!</formula1>");
  const [opened] = readXlsx(bytes, engine).data.sheets;
  const again = opened?.dataValidationRules.find(({ criterion }) => criterion.type === "isValueInRange");
  expect(again?.criterion.values).toEqual(["#REF"]);
});
