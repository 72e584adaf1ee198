/** A small workbook with one of everything a file has to carry, and the engine to compute it. */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import type { Companion, Engine, Model, WorkbookData } from "../../../workbench/xlsx/engine.js";
import { loadEngine } from "../../../workbench/xlsx/nodeDom.js";

const STAGES = ["Lead", "Qualified", "Proposal", "Won", "Lost"];
const OWNERS = ["Ana", "Bo", "Chen"];

let engine: Promise<Engine> | undefined;

/** The engine with REVOPS_TEST, which spills a table of every kind of value. */
export function testEngine(): Promise<Engine> {
  engine ??= (async () => {
    console.debug = () => {};
    const library = (await loadEngine()) as typeof OSpreadsheet;
    library.addFunction("REVOPS_TEST", {
      description: "A table of every kind of value",
      category: "Test",
      args: [{ name: "of", description: "anything", type: ["ANY", "RANGE"] }],
      compute: () => [
        [{ value: "Row 1" }, { value: "00123" }, { value: "TRUE" }],
        [{ value: 1.5, format: "#,##0.00" }, { value: 43_100, format: "yyyy-mm-dd" }, { value: "#N/A" }],
        [{ value: true }, { value: "" }, { value: 1 / 3 }],
      ],
    } as unknown as Parameters<typeof library.addFunction>[1]);
    return library as unknown as Engine;
  })();
  return engine;
}

export const companion: Companion = {
  notes: { review: { B2: "The day of the review\n<kept> & sound", D5: "Share of all amounts" } },
  validationHelp: { owner: "Choose a rep" },
  properties: { draft: "7" },
};

export function sampleData(version: string, deals = 60): WorkbookData {
  const cells: Record<string, string> = {};
  ["id", "owner", "stage", "amount", "created", "source"].forEach((heading, column) => {
    cells[`${"ABCDEF"[column]}1`] = heading;
  });
  for (let deal = 0; deal < deals; deal++) {
    const row = deal + 2;
    cells[`A${row}`] = `OPP-${deal}`;
    cells[`B${row}`] = OWNERS[deal % 3] as string;
    cells[`C${row}`] = STAGES[(deal * 7) % 5] as string;
    if (deal % 11) cells[`D${row}`] = String(((deal * 7919) % 90_000) + 0.25);
    cells[`E${row}`] = String(43_000 + ((deal * 37) % 365));
    if (deal % 4) cells[`F${row}`] = deal % 2 ? "web" : "event";
  }
  const review: Record<string, string> = {
    A1: "Weekly pipeline review",
    A2: "As of",
    B2: "43300",
    A3: "Rep",
    B3: "Ana",
    A5: "Stage",
    B5: "Count",
    C5: "Amount",
    D5: "Share",
    E5: "Mean",
    A12: "Total",
    B12: "=SUM(B6:B10)",
    A13: "Open ranges",
    B13: '=SUMIFS(Opportunities!D2:D,Opportunities!C2:C,"<>Won")',
    A14: "Text",
    B14: '=TEXT(B2,"yyyy-mm-dd")&" · "&TEXT(B12,"#,##0")',
    A15: "Top",
    B15: "=INDEX(deal_id,MATCH(MAX(deal_amount),deal_amount,0))",
    A16: "Array",
    B16: '=SUM((deal_stage="Won")*(deal_owner="Ana"))',
    A17: "Product",
    B17: '=SUMPRODUCT((deal_stage="Won")*(deal_owner="Ana")*deal_amount)',
    A18: "Error",
    B18: "=1/0",
    A19: "Truth",
    B19: "=B12>3",
    A20: "Spill",
    B20: "=TRANSPOSE(A6:A10)",
    A22: "=REVOPS_TEST(A1)",
    E22: "=B23+1",
    A26: "[Site](https://example.com/a)",
    A27: "A text that is long enough to be wrapped into several lines of its narrow cell",
    A28: "=IFERROR(REVOPS_TEST(A1)*0,7)",
    A29: "=UNIQUE(B2:B3)",
  };
  STAGES.forEach((stage, index) => {
    const row = 6 + index;
    review[`A${row}`] = stage;
    review[`B${row}`] = `=COUNTIFS(deal_stage,A${row})`;
    review[`C${row}`] = `=SUMIFS(deal_amount,deal_stage,A${row})`;
    review[`D${row}`] = `=IFERROR(C${row}/SUM(C$6:C$10),0)`;
    review[`E${row}`] = `=AVERAGEIFS(deal_amount,deal_stage,A${row})`;
  });
  const chart = (id: string, type: string, dataRange: string, row: number, more: object = {}) => ({
    id,
    tag: "chart",
    col: 7,
    row,
    offset: { x: 4, y: 6 },
    width: 400,
    height: 240,
    data: {
      chartId: id,
      type,
      title: { text: `A ${type} chart` },
      dataSource: {
        type: "range",
        dataSets: [{ dataSetId: "0", dataRange }],
        dataSetsHaveTitle: true,
        labelRange: "A5:A10",
      },
      dataSetStyles: {},
      legendPosition: "top",
      stacked: false,
      ...more,
    },
  });
  return {
    version,
    sheets: [
      {
        id: "review",
        name: "Weekly review",
        colNumber: 20,
        rowNumber: 80,
        cells: review,
        styles: { A1: 1, "A5:E5": 2, A27: 3 },
        formats: { B2: 1, "C6:C10": 2, "D6:D10": 3, "E6:E10": 2 },
        borders: { "A5:E5": 1 },
        merges: ["A1:E1"],
        areGridLinesVisible: false,
        panes: { xSplit: 1, ySplit: 5 },
        color: "#1A73E8",
        cols: { 0: { size: 160 }, 18: { isHidden: true } },
        rows: { 0: { size: 40 }, 3: { isHidden: true } },
        conditionalFormats: [
          {
            id: "share",
            ranges: ["D6:D10"],
            rule: {
              type: "CellIsRule",
              operator: "isGreaterThan",
              values: ["20%"],
              style: { fillColor: "#B7E1CD" },
            },
          },
          {
            id: "large",
            ranges: ["A6:A10"],
            rule: {
              type: "CellIsRule",
              operator: "customFormula",
              values: ["=$B6>11"],
              style: { bold: true },
            },
          },
          {
            id: "scale",
            ranges: ["C6:C10"],
            rule: {
              type: "ColorScaleRule",
              minimum: { type: "value", color: 0xffffff },
              maximum: { type: "value", color: 0x57bb8a },
            },
          },
        ],
        dataValidationRules: [
          {
            id: "owner",
            ranges: ["B3"],
            isBlocking: true,
            criterion: { type: "isValueInList", values: OWNERS, displayStyle: "arrow" },
          },
          {
            id: "stage",
            ranges: ["C3"],
            criterion: { type: "isValueInRange", values: ["A6:A10"], displayStyle: "arrow" },
          },
        ],
        figures: [
          chart("bars", "bar", "C5:C10", 1, { axesDesign: { y: { title: { text: "Amount" } } } }),
          chart("line", "line", "B5:B10", 13, { labelsAsText: true, cumulative: false }),
          chart("pie", "pie", "B5:B10", 25, { isDoughnut: true }),
          chart("both", "combo", "B5:C10", 37),
        ],
        tables: [],
        isVisible: true,
        headerGroups: { ROW: [], COL: [] },
      },
      {
        id: "deals",
        name: "Opportunities",
        colNumber: 8,
        rowNumber: deals + 1,
        cells,
        styles: { "A1:F1": 2 },
        formats: { [`D2:D${deals + 1}`]: 2, [`E2:E${deals + 1}`]: 1 },
        borders: {},
        merges: [],
        panes: { xSplit: 0, ySplit: 1 },
        cols: {},
        rows: {},
        conditionalFormats: [],
        dataValidationRules: [],
        figures: [],
        tables: [],
        isVisible: true,
        areGridLinesVisible: true,
        headerGroups: { ROW: [], COL: [] },
      },
    ],
    styles: {
      1: { bold: true, fontSize: 18, textColor: "#1A73E8" },
      2: { bold: true, fillColor: "#1A73E8", textColor: "#FFFFFF", align: "center" },
      3: { wrapping: "wrap", italic: true },
    },
    formats: { 1: "yyyy-mm-dd", 2: "[$$]#,##0", 3: "0.0%" },
    borders: { 1: { bottom: { style: "medium", color: "#174EA6" } } },
    namedRanges: {
      deal_id: "Opportunities!A2:A",
      deal_owner: "Opportunities!B2:B",
      deal_stage: "Opportunities!C2:C",
      deal_amount: "Opportunities!D2:D",
      as_of: "'Weekly review'!B2",
    },
  } as unknown as WorkbookData;
}

export function sampleModel(library: Engine, deals?: number): Model {
  return new library.Model(sampleData(new library.Model().exportData().version, deals));
}

/** What a cell holds and shows. */
export function cellOf(model: Model, sheetId: string, col: number, row: number) {
  const position = { sheetId, col, row };
  const cell = model.getters.getCell(position);
  const evaluated = model.getters.getEvaluatedCell(position);
  return {
    content: cell?.isFormula ? cell.compiledFormula.toFormulaString(model.getters) : (cell?.content ?? ""),
    value: evaluated.value,
    shown: evaluated.formattedValue,
    format: evaluated.format,
    style: model.getters.getCellStyle(position) ?? {},
  };
}
