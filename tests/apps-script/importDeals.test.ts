import { describe, expect, test } from "vitest";
import type { ImportReport } from "../../src/apps-script/actions/importReport.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellsOf, openAddOn, sheetNames, typeInto, valueAt } from "./addOn.js";

const HEADINGS = "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date";
const csv = (...rows: string[]) => [HEADINGS, ...rows].join("\n");

const imported = (workbench: HeadlessWorkbench, text: string, asOf = "2026-03-31") =>
  workbench.callEndpoint("runImport", [text, { asOf }]) as ImportReport;

describe("importing a CRM export from the menu's dialog", () => {
  test("adds deals, lists new stages and reps in Settings, and counts every row", () => {
    const workbench = openAddOn();
    const report = imported(
      workbench,
      csv(
        "006A1,Acme renewal,Ann Lee,Negotiation/Review,12000,2026-01-05,2026-04-30",
        "006A2,Globex,Bo Chen,Closed Won,8000,2026-01-10,2026-03-02",
        "006A3,Initech,Bo Chen,Prospecting,,2026-02-30,2026-05-01",
      ),
    );
    expect(report).toMatchObject({ rows: 3, added: 2, changed: 0, unchanged: 0, refusedRows: 1 });
    expect(report.refused[0]?.reason).toContain("Row 4");
    expect(report.refused[0]?.reason).toContain("2026-02-30");
    const settings = cellsOf(workbench, "Settings").map(({ text }) => text);
    expect(settings).toContain("Negotiation/Review");
    expect(settings).toContain("Ann Lee");
    expect(settings).toContain("90.0%");
    expect(valueAt(workbench, "Opportunities", "A2")).toBe("006A1");
  });

  test("a newer export updates by id, notes a pushed close date, and leaves the user's own columns alone", () => {
    const workbench = openAddOn();
    imported(workbench, csv("006A1,Acme,Ann Lee,Proposal,12000,2026-01-05,2026-04-30"));
    typeInto(workbench, "Opportunities", "X1", "My column");
    typeInto(workbench, "Opportunities", "X2", "call Monday");
    const report = imported(
      workbench,
      csv(
        "006A1,Acme,Ann Lee,Proposal,15000,2026-01-05,2026-06-30",
        "006A9,Hooli,Ann Lee,Proposal,100,2026-03-01,2026-06-30",
      ),
      "2026-04-07",
    );
    expect(report).toMatchObject({ rows: 2, added: 1, changed: 1, refusedRows: 0 });
    const row = cellsOf(workbench, "Opportunities").filter(({ address }) => /^[A-Z]+2$/.test(address));
    expect(row.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["006A1", "30 Jun 2026", "30 Apr 2026", "7 Apr 2026", "call Monday"]),
    );
    expect(valueAt(workbench, "Opportunities", "F2")).toBe(15000);
    expect(valueAt(workbench, "Opportunities", "A3")).toBe("006A9");
  });

  test("text that reads as a formula, a date or a number stays the text it was", () => {
    const workbench = openAddOn();
    imported(
      workbench,
      csv(
        '1E5,"=HYPERLINK(""http://x"",""y"")",+1 555,Proposal,1,2026-01-05,',
        "0012,-2+3,@home,Jan 5,2,2026-01-05,",
      ),
    );
    const shown = (address: string) => valueAt(workbench, "Opportunities", address);
    expect([shown("A2"), shown("B2"), shown("D2")]).toEqual(["1E5", '=HYPERLINK("http://x","y")', "+1 555"]);
    expect([shown("A3"), shown("B3"), shown("D3"), shown("E3")]).toEqual(["0012", "-2+3", "@home", "Jan 5"]);
  });

  test.each([
    ["", "empty"],
    ["Name,Colour\nA,red", "stage"],
    ["PK\u0003\u0004\u0000\u0000", "xlsx"],
  ])("a file that is no export of deals changes nothing and says why", (text, word) => {
    const workbench = openAddOn();
    expect(() => imported(workbench, text)).toThrow(new RegExp(word, "i"));
    expect(sheetNames(workbench)).toEqual(["Sheet1"]);
  });

  test("dates land on their day in any time zone of the spreadsheet", () => {
    for (const timeZone of ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"]) {
      const workbench = openAddOn({ timeZone });
      imported(workbench, csv("006A1,Acme,Ann Lee,Proposal,1,2026-03-29,2026-04-30"));
      const row = cellsOf(workbench, "Opportunities").map(({ text }) => text);
      expect(row, timeZone).toContain("29 Mar 2026");
      expect(row, timeZone).toContain("30 Apr 2026");
    }
  });

  test("a deal that is imported again unchanged counts as unchanged", () => {
    const workbench = openAddOn({ timeZone: "America/Sao_Paulo" });
    const text = csv("006A1,Acme,Ann Lee,Proposal,12000.5,2026-01-05,2026-04-30");
    imported(workbench, text);
    expect(imported(workbench, text)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  test("a tab of the user's named Opportunities is never touched", () => {
    const workbench = openAddOn();
    workbench.model.dispatch("CREATE_SHEET", { sheetId: "mine", name: "Opportunities", position: 1 });
    typeInto(workbench, "Opportunities", "A1", "my own list");
    imported(workbench, csv("006A1,Acme,Ann Lee,Proposal,1,2026-01-05,"));
    expect(valueAt(workbench, "Opportunities", "A1")).toBe("my own list");
    expect(valueAt(workbench, "Opportunities (RevOps)", "A2")).toBe("006A1");
  });

  test("columns that a person moved are found by their named ranges", () => {
    const workbench = openAddOn();
    imported(workbench, csv("006A1,Acme,Ann Lee,Proposal,1,2026-01-05,"));
    workbench.model.dispatch("ADD_COLUMNS_ROWS", {
      sheetId:
        workbench.model.getters
          .getSheetIds()
          .find((id) => workbench.model.getters.getSheetName(id) === "Opportunities") ?? "",
      sheetName: "Opportunities",
      dimension: "COL",
      position: "before",
      base: 1,
      quantity: 1,
    });
    typeInto(workbench, "Opportunities", "B1", "Mine");
    typeInto(workbench, "Opportunities", "B2", "keep");
    imported(workbench, csv("006A1,Acme Ltd,Ann Lee,Proposal,1,2026-01-05,"));
    expect(valueAt(workbench, "Opportunities", "B2")).toBe("keep");
    expect(valueAt(workbench, "Opportunities", "C2")).toBe("Acme Ltd");
  });

  test("somebody else's change under way is waited for, then refused in a sentence", () => {
    const workbench = openAddOn();
    workbench.lock.heldByOthers = true;
    expect(() => imported(workbench, csv("006A1,Acme,Ann Lee,Proposal,1,2026-01-05,"))).toThrow(
      /Somebody else is changing this workbook/,
    );
    expect(sheetNames(workbench)).toEqual(["Sheet1"]);
  });
});
