import { expect, test } from "vitest";
import { carryOver, KEPT_HEADING, type Stored } from "../../src/templates/carryOver.js";
import { planOf } from "../../src/templates/layout.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { Template } from "../../src/templates/template.js";
import { factsOf } from "./factsOf.js";

const template = (rows: number, version = 1): Template => ({
  id: "small",
  title: "Small",
  summary: "A tab with a title, a figure and actions.",
  version,
  blocks: () => [
    { block: "title", title: "Small", subtitle: "For the tests" },
    {
      block: "table",
      key: "figures",
      columns: [
        { key: "what", heading: "What", format: "text" },
        { key: "value", heading: "Value", format: "count" },
      ],
      rows: Array.from({ length: rows }, (_, index) => ({
        key: `r${index}`,
        cells: { what: `Figure ${index}`, value: "=SUM(1,2)" },
      })),
    },
    {
      block: "fill",
      key: "actions",
      columns: [
        { key: "action", heading: "Action", span: 4, format: "text" },
        { key: "due", heading: "Due", span: 1, format: "date" },
      ],
      rows: 2,
    },
  ],
});

const plan = (rows: number, version?: number): TabPlan =>
  planOf(template(rows, version), {
    tabs: [],
    isCustomFunction: () => false,
    facts: factsOf(),
  });

/** A tab as a spreadsheet would hold it after drawing the plan. */
function drawn(from: TabPlan, extraRows = 3) {
  const grid = [
    ...from.content.map((row) => [...row] as Stored[]),
    ...Array.from({ length: extraRows }, () => from.content[0]?.map(() => "") as Stored[]),
  ];
  const isFormula = (cell: Stored) => typeof cell === "string" && cell.startsWith("=");
  return {
    values: grid.map((row) => row.map((cell) => (isFormula(cell) ? 3 : cell))),
    formulas: grid.map((row) => row.map((cell) => (isFormula(cell) ? String(cell) : ""))),
  };
}

const field = (from: TabPlan, key: string) => {
  const found = from.inputs.find((input) => input.key === key);
  if (!found) throw new Error(key);
  return found;
};

function type(tab: ReturnType<typeof drawn>, row: number, column: number, value: Stored) {
  const cells = tab.values[row - 1] as Stored[];
  cells[column - 1] = value;
  (tab.formulas[row - 1] as string[])[column - 1] =
    typeof value === "string" && value.startsWith("=") ? value : "";
}

test("a tab that nobody typed in carries nothing over", () => {
  const result = carryOver(drawn(plan(2)), plan(2));
  expect(result).toMatchObject({ kept: [], inPlace: true });
  expect(result.fields.size).toBe(0);
});

test("what was typed in a field goes back to the field of the same key, also when the tab has grown", () => {
  const [before, after] = [plan(2), plan(5)];
  const tab = drawn(before);
  const { row, column } = field(before, "actions.2.action");
  type(tab, row, column, "Call the CFO");
  expect(carryOver(tab, after).fields.get("actions.2.action")).toBe("Call the CFO");
  expect(carryOver(tab, after).kept).toEqual([]);
});

test("fields are found again after a person inserted a row above and a column to the left", () => {
  const before = plan(2);
  const tab = drawn(before);
  const { row, column } = field(before, "actions.1.action");
  type(tab, row, column, "Send the proposal");
  for (const grid of [tab.values, tab.formulas] as Stored[][][]) {
    grid.splice(3, 0, grid[0]?.map(() => "") as Stored[]);
    for (const cells of grid) cells.splice(1, 0, "");
  }
  const result = carryOver(tab, plan(2));
  expect(result.fields.get("actions.1.action")).toBe("Send the proposal");
  expect(result.kept).toEqual([]);
  expect(result.inPlace).toBe(false);
});

test("a figure that a person typed over, and a remark beside the tab, are kept with their addresses", () => {
  const before = plan(2);
  const tab = drawn(before);
  const value = before.keys["figures.r0.value"]?.replace(/\$/g, "") ?? "";
  const row = Number(value.replace(/\D/g, ""));
  type(tab, row, 3, 99);
  type(tab, row, 10, "ask finance");
  expect(carryOver(tab, plan(2)).kept).toEqual([
    { address: `C${row}`, value: 99 },
    { address: `J${row}`, value: "ask finance" },
  ]);
});

test("what stands below an unmoved tab is left alone", () => {
  const before = plan(2);
  const tab = drawn(before);
  type(tab, before.rows + 2, 2, "my own table");
  expect(carryOver(tab, plan(2)).kept).toEqual([]);
});

test("an earlier list of kept cells is taken along when the tab moves", () => {
  const before = plan(2);
  const tab = drawn(before, 6);
  type(tab, before.rows + 2, 2, KEPT_HEADING);
  type(tab, before.rows + 3, 2, "J7");
  type(tab, before.rows + 3, 3, "ask finance");
  expect(carryOver(tab, plan(5)).kept).toEqual([{ address: "J7", value: "ask finance" }]);
});

test("a formula that comes back with other spaces and separators is still ours", () => {
  const before = plan(1);
  const tab = drawn(before);
  const value = before.keys["figures.r0.value"]?.replace(/\$/g, "") ?? "";
  const row = Number(value.replace(/\D/g, ""));
  type(tab, row, 3, "=sum(1; 2)");
  expect(carryOver(tab, plan(1)).kept).toEqual([]);
});

test("a range of a single cell that comes back as that cell is still ours", () => {
  const own: Template = {
    ...template(1),
    blocks: () => [
      {
        block: "table",
        key: "figures",
        columns: [
          { key: "what", heading: "What", format: "text" },
          { key: "value", heading: "Value", format: "count" },
        ],
        rows: [{ key: "r0", cells: { what: "100%", value: "=SUM({this}:{this})" } }],
      },
    ],
  };
  const before = planOf(own, { tabs: [], isCustomFunction: () => false, facts: factsOf() });
  const tab = drawn(before);
  const place = before.keys["figures.r0.value"] ?? "";
  type(tab, Number(place.replace(/\D/g, "")), 3, `=SUM(${place})`);
  expect(carryOver(tab, before).kept).toEqual([]);
});
