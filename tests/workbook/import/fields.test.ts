import { expect, test } from "vitest";
import { DEAL_COLUMNS, FIELD_INFO, IMPORT_FIELDS } from "../../../src/workbook/import/fields.js";
import { OPPORTUNITIES } from "../../../src/workbook/opportunities.js";

test("the import fills exactly the columns of the Opportunities tab, in its order", () => {
  expect([...DEAL_COLUMNS]).toEqual(OPPORTUNITIES.columns.map((column) => column.key));
});

test("every field that a heading can be mapped to has a label, a kind and a sentence of help", () => {
  for (const field of IMPORT_FIELDS) {
    expect(FIELD_INFO[field].label, field).not.toBe("");
    expect(FIELD_INFO[field].help, field).toMatch(/\.$/);
  }
});
