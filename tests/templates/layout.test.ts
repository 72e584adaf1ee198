import { expect, test } from "vitest";
import { planOf } from "../../src/templates/layout.js";
import type { Block } from "../../src/templates/template.js";
import { factsOf } from "./factsOf.js";

const planFor = (...blocks: Block[]) =>
  planOf(
    { id: "small", title: "Small", summary: "A tab for the tests.", version: 1, blocks: () => blocks },
    { tabs: [], isCustomFunction: () => false, facts: factsOf() },
  );

const place = (address: string) => {
  const [, letters = "", row = ""] = /^\$([A-Z]+)\$(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
};

test("a row of a table may hold money where its column otherwise holds shares", () => {
  const plan = planFor({
    block: "table",
    key: "metrics",
    columns: [
      { key: "metric", heading: "Metric", format: "text" },
      { key: "value", heading: "Value", format: "share" },
    ],
    rows: [
      { key: "retention", cells: { metric: "NRR", value: 1.1 } },
      { key: "arr", cells: { metric: "ARR", value: 900 }, formats: { value: "money" } },
    ],
  });
  const formatOf = (key: string) => {
    const { row, column } = place(plan.keys[key] as string);
    return plan.styles[row - 1]?.[column - 1]?.format;
  };
  expect(formatOf("metrics.retention.value")).toBe("0.0%");
  expect(formatOf("metrics.arr.value")).toMatch(/#,##0/);
});

test("several working values stand one below the other, so that a range can name them all", () => {
  const plan = planFor(
    { block: "working", values: [{ key: "names", content: ["NRR", "GRR", "=SUM(1,2)"] }] },
    { block: "note", text: '={#names.3}&""' },
    { block: "note", text: "x" },
    { block: "note", text: "x" },
  );
  const places = [1, 2, 3].map((line) => place(plan.keys[`names.${line}`] as string));
  expect(new Set(places.map(({ column }) => column)).size).toBe(1);
  expect(places.map(({ row }) => row - (places[0]?.row ?? 0))).toEqual([0, 1, 2]);
  const shown = places.map(({ row, column }) => plan.content[row - 1]?.[column - 1]);
  expect(shown).toEqual(["NRR", "GRR", "=SUM(1,2)"]);
});

test("a column to fill in has no field in its total row", () => {
  const cells = (what: string) => ({ what, spend: "" });
  const plan = planFor({
    block: "table",
    key: "costs",
    columns: [
      { key: "what", heading: "What", format: "text" },
      { key: "spend", heading: "Spend", format: "money", input: true },
    ],
    rows: [
      { key: "ads", cells: cells("Ads") },
      { key: "all", cells: cells("Together"), total: true },
    ],
  });
  expect(plan.inputs.map(({ key }) => key)).toEqual(["costs.ads.spend"]);
});
