import { describe, expect, test } from "vitest";
import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import type { ImportProgress } from "../../src/apps-script/actions/importSteps.js";
import { cellsOf, openAddOn, sheetNames, valueAt } from "./addOn.js";
import { importInSteps } from "./importInSteps.js";

const HEADINGS = "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date";
const many = (count: number) =>
  [
    HEADINGS,
    ...Array.from({ length: count }, (_, n) => `D-${n},Deal,Ann Lee,Proposal,${n},2026-01-05,2026-04-30`),
  ].join("\n");

describe("an import in steps", () => {
  test("goes on where it was cut off, without the file, and refuses another one meanwhile", () => {
    const workbench = openAddOn();
    const text = many(4100);
    expect(workbench.callEndpoint("readImportState")).toBeNull();
    workbench.callEndpoint("beginImport", [text, "big.csv"]);
    expect(sheetNames(workbench)).toEqual(["Sheet1", "RevOps undo"]);
    expect(workbench.callEndpoint("continueImport")).toMatchObject({
      file: "big.csv",
      done: 4000,
      total: 4100,
    });
    expect(() => workbench.callEndpoint("beginImport", [text, "other.csv"])).toThrow(
      "The import of big.csv stopped after 4000 of 4100 deals",
    );
    expect(workbench.callEndpoint("readImportState")).toMatchObject({
      file: "big.csv",
      done: 4000,
      total: 4100,
    });
    const { done } = workbench.callEndpoint("continueImport") as ImportProgress;
    expect(done).toBe(4100);
    expect(workbench.callEndpoint("readImportState")).toBeNull();
    expect(valueAt(workbench, "Opportunities", "A4101")).toBe("D-4099");
    expect(valueAt(workbench, "Opportunities", "F4101")).toBe(4099);
  });

  test("somebody else's change under way begins nothing", () => {
    const workbench = openAddOn();
    workbench.lock.heldByOthers = true;
    expect(() => workbench.callEndpoint("beginImport", [many(2), "a.csv"])).toThrow(/Somebody else/);
    expect(sheetNames(workbench)).toEqual(["Sheet1"]);
  });

  test("a formula of the user's in a column of ours outlives an import that does not change its cell", () => {
    const workbench = openAddOn();
    importInSteps(workbench, many(3));
    workbench.model.dispatch("UPDATE_CELL", {
      sheetId:
        workbench.model.getters
          .getSheetIds()
          .find((id) => workbench.model.getters.getSheetName(id) === "Opportunities") ?? "",
      col: 16,
      row: 2,
      content: '="call "&A3',
    });
    const newer = many(3).replaceAll("Ann Lee", "Bo Chen");
    expect(importInSteps(workbench, newer)).toMatchObject({ changed: 3 });
    const cell = cellsOf(workbench, "Opportunities").find(({ address }) => address === "Q3");
    expect(cell).toMatchObject({ formula: '="call "&A3', text: "call D-1" });
  });
});

describe("what can be chosen about an import", () => {
  const preview = (workbench: ReturnType<typeof openAddOn>, text: string, options?: object) =>
    workbench.callEndpoint("previewImport", options ? [text, options] : [text]) as ImportPreview;
  const UNKNOWN = "Ref;Titel;Phase;Auftragswert;Angelegt\n1;Erste;Proposal;1.250,00;3.2.2026";

  test("an amount that is not recognised is asked for, mapped, and remembered for the same headings", () => {
    const workbench = openAddOn();
    const first = preview(workbench, UNKNOWN);
    expect(first.wanted).toContain("amount");
    expect(first.samples[3]).toEqual(["1.250,00"]);
    const choices = { mapping: { id: 0, name: 1, stage: 2, amount: 3, created: 4 } };
    expect(preview(workbench, UNKNOWN, { choices })).toMatchObject({ added: 1, decimal: ",", wanted: [] });
    importInSteps(workbench, UNKNOWN, { choices });
    expect(valueAt(workbench, "Opportunities", "F2")).toBe(1250);
    // The same headings in another order are the same export.
    const again = "Titel;Ref;Auftragswert;Phase;Angelegt\nZweite;2;99,50;Proposal;4.2.2026";
    expect(preview(workbench, again)).toMatchObject({
      remembered: true,
      added: 1,
      choices: { mapping: { id: 1, name: 0, stage: 3, amount: 2, created: 4 } },
    });
    expect(preview(workbench, again, { choices: {} })).toMatchObject({ remembered: false, added: 0 });
  });

  test("date order, decimal sign, separator and CRM are taken as chosen", () => {
    const workbench = openAddOn();
    const text = "Deal ID,Deal,Stage,Amount,Created Date\n1,A,Proposal,1.250,03/02/2026";
    const chosen = preview(workbench, text, {
      choices: { dateOrder: "day first", decimal: ".", crm: "Zoho" },
    });
    expect(chosen).toMatchObject({ dateOrder: "day first", decimal: ".", crm: "Zoho", separator: "," });
    expect(preview(workbench, text.replaceAll(",", "|"), { choices: { separator: "|" } }).separator).toBe(
      "|",
    );
  });

  test.each([
    ["a byte order mark", `\uFEFF${many(2)}`, 2],
    ["quoted line breaks", many(2).replace("Deal,", '"Deal\nin two lines",'), 2],
    ["semicolons", many(2).replaceAll(",", ";"), 2],
    ["duplicate headings", many(2).replace("Opportunity Owner", "Opportunity Name"), 2],
    [
      "300 columns",
      many(2)
        .split("\n")
        .map(
          (line, row) =>
            `${line},${Array.from({ length: 293 }, (_, n) => (row ? n : `Extra ${n}`)).join(",")}`,
        )
        .join("\n"),
      2,
    ],
  ])("an export with %s is previewed, and its counts add up", (_, text, rows) => {
    const shown = preview(openAddOn(), text);
    expect(shown.rows).toBe(rows);
    expect(shown.added + shown.changed + shown.unchanged + shown.refusedRows).toBe(rows);
    expect(shown.added).toBe(rows);
  });

  test("an empty file is refused in a sentence", () => {
    expect(() => preview(openAddOn(), "")).toThrow(/empty/);
  });
});
