import { expect, test } from "vitest";
import { DEAL_COLUMNS } from "../../../src/workbook/import/fields.js";
import { fieldInfo, fieldsOf } from "../../../src/workbook/import/importKind.js";
import { IMPORT_KINDS } from "../../../src/workbook/import/kinds/index.js";
import { OPPORTUNITIES } from "../../../src/workbook/opportunities.js";

test("the import fills exactly the columns of the Opportunities tab, in its order", () => {
  expect([...DEAL_COLUMNS]).toEqual(OPPORTUNITIES.columns.map((column) => column.key));
});

test("every field that a heading can be mapped to has a label, a kind and a sentence of help", () => {
  for (const kind of IMPORT_KINDS) {
    for (const field of fieldsOf(kind)) {
      const { label, help } = fieldInfo(kind, field);
      expect(label, `${kind.tab.key}.${field}`).not.toBe("");
      expect(help, `${kind.tab.key}.${field}`).toMatch(/[.…]$/);
    }
  }
});
