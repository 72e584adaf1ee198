import { describe, expect, test } from "vitest";
import type { DataTab } from "../../src/workbook/columns.js";
import { columnRangeName } from "../../src/workbook/columns.js";
import { SETTINGS, settingRangeName } from "../../src/workbook/settings.js";
import { SETTINGS_LISTS } from "../../src/workbook/settingsLists.js";
import { DATA_TABS } from "../../src/workbook/tabs/index.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { readDist } from "../../workbench/headless/readDist.js";
import { cellsOf, errorsOf, openAddOn, settingAt, sheetNames, typeInto, valueAt } from "./addOn.js";

/** What a person does by hand between two runs, in the words of the services. */
const BY_HAND = `
function byHand(text) {
  return new Function("book", "sheetOf", text)(SpreadsheetApp.getActive(), function (range) {
    return SpreadsheetApp.getActive().getRangeByName(range).getSheet();
  });
}`;

function open(options: Parameters<typeof openAddOn>[0] = {}): HeadlessWorkbench {
  const dist = readDist("dist");
  return openAddOn({ ...dist, code: `${dist.code}\n${BY_HAND}`, ...options });
}

const byHand = (workbench: HeadlessWorkbench, text: string): unknown => workbench.run("byHand", text);

function setUp(workbench: HeadlessWorkbench): string {
  workbench.run("setUpWorkbook");
  return workbench.ui.toasts[workbench.ui.toasts.length - 1]?.message ?? "";
}

/** One workbook set up, copied for each test: setting up is by far the slowest step. */
const READY = (() => {
  const workbench = open();
  workbench.run("setUpWorkbook");
  return workbench.document();
})();
const ready = (): HeadlessWorkbench => open({ document: structuredClone(READY) });

/** The whole document, without what only counts changes. */
function documentOf(workbench: HeadlessWorkbench) {
  const { workbook, companion } = workbench.document();
  const { revisionId: _, ...rest } = workbook as unknown as Record<string, unknown>;
  // The workbench keeps the help of a rule that is gone; nobody sees it any more.
  return { ...rest, notes: companion.notes, protections: companion.protections };
}

const rangesOf = ({ model }: HeadlessWorkbench) =>
  new Map(model.getters.getNamedRanges().map(({ name, range }) => [name, range]));

const ALL_LISTS: readonly DataTab[] = [...DATA_TABS, ...SETTINGS_LISTS.map(({ tab }) => tab)];

const namesOf = (tab: DataTab): string[] => [
  `${tab.key}_rows`,
  `${tab.key}_headings`,
  ...tab.columns.map((column) => columnRangeName(tab, column)),
];

const headingsOf = (workbench: HeadlessWorkbench, name: string): string[] =>
  cellsOf(workbench, name)
    .filter(({ address }) => /^[A-Z]+1$/.test(address))
    .map(({ text }) => text);

const OPPORTUNITIES = "Opportunities";

describe("setting up a new workbook", () => {
  test("makes Settings and every data tab in their order, and takes away the blank sheet", () => {
    expect(sheetNames(ready())).toEqual(["Settings", ...DATA_TABS.map(({ title }) => title)]);
  });

  test("shows no error cell, and every name leads to cells of ours", () => {
    const workbench = ready();
    for (const name of sheetNames(workbench)) expect(errorsOf(workbench, name), name).toEqual([]);
    const names = rangesOf(workbench);
    const wanted = [...ALL_LISTS.flatMap(namesOf), ...SETTINGS.map(({ key }) => settingRangeName(key))];
    expect([...names.keys()].sort()).toEqual([...wanted].sort());
    for (const tab of ALL_LISTS) {
      for (const column of tab.columns) {
        const range = names.get(columnRangeName(tab, column));
        const sheet = workbench.model.getters.getSheetName(range?.sheetId ?? "");
        expect(sheet).toBe(tab.title);
        const { left: col, top, bottom } = range?.zone ?? { left: 0, top: 0, bottom: 0 };
        const heading = { sheetId: range?.sheetId ?? "", col, row: top - 1 };
        expect(workbench.model.getters.getEvaluatedCell(heading).value).toBe(column.heading);
        expect(bottom + 1).toBe(workbench.model.getters.getNumberRows(heading.sheetId));
      }
    }
  });

  test("explains every heading in a note and keeps the headings in view", () => {
    const workbench = ready();
    for (const tab of DATA_TABS) {
      const [notes, frozen] = byHand(
        workbench,
        `var sheet = sheetOf("${tab.key}_headings");
         return [sheet.getRange(1, 1, 1, ${tab.columns.length}).getNotes()[0].join("\\n"), sheet.getFrozenRows()];`,
      ) as [string, number];
      expect(notes.split("\n").filter((note) => note !== "")).toHaveLength(tab.columns.length);
      expect(frozen).toBe(1);
    }
  });

  test("offers the reps and rejection reasons of Settings as they stand there by then", () => {
    const workbench = ready();
    const source = (range: string) =>
      byHand(
        workbench,
        `return book.getRangeByName("${range}").getCell(1, 1).getDataValidation().getCriteriaValues()[0].getA1Notation()`,
      );
    const list = (range: string) =>
      byHand(workbench, `return book.getRangeByName("${range}").getA1Notation()`);
    expect(source("Opportunities_Owner")).toBe(list("Reps_Rep"));
    expect(source("Leads_Rejection_reason")).toBe(list("RejectionReasons_Rejection_reason"));
  });

  test("warns before the dates that are worked out are typed over, and keeps nobody out", () => {
    const kinds = byHand(
      ready(),
      `return book.getSheets().map(function (sheet) {
         return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).concat(sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET))
           .map(function (p) { return p.isWarningOnly() + " " + p.getRange().getNumRows(); }).join(); }).join("")`,
    );
    expect(kinds).toBe(`true ${SETTINGS.filter(({ derived }) => derived).length}`);
  });

  test("says in a message what was made, and shows on the way how far it is", () => {
    const workbench = open();
    const message = setUp(workbench);
    expect(message).toBe(`Made Settings and ${DATA_TABS.length} data tabs.`);
    expect(workbench.ui.toasts.length).toBeGreaterThan(3);
  });

  test("asks Google few questions: what it writes goes in one piece", () => {
    const workbench = open();
    workbench.run("setUpWorkbook");
    expect(workbench.serviceCalls.roundTrips).toBeLessThan(20);
  });
});

describe("Settings", () => {
  test("tell week, month, quarter and year of the as-of date, in fiscal years too", () => {
    const workbench = ready();
    byHand(workbench, `book.getRangeByName("Settings_asOf").setValue(new Date(2026, 1, 3))`);
    const days = (...keys: string[]) => keys.map((key) => settingAt(workbench, key));
    const serial = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569;
    expect(days("weekStart", "weekEnd", "monthStart", "monthEnd")).toEqual(
      ["2026-02-02", "2026-02-08", "2026-02-01", "2026-02-28"].map(serial),
    );
    expect(days("quarterStart", "quarterEnd", "yearStart", "yearEnd")).toEqual(
      ["2026-01-01", "2026-03-31", "2026-01-01", "2026-12-31"].map(serial),
    );
    byHand(workbench, `book.getRangeByName("Settings_fiscalYearStart").setValue(3)`);
    expect(days("quarterStart", "quarterEnd", "yearStart", "yearEnd")).toEqual(
      ["2025-12-01", "2026-02-28", "2025-03-01", "2026-02-28"].map(serial),
    );
  });

  test("take the quarter's target from the list of periods, and none for zero", () => {
    const workbench = ready();
    expect(settingAt(workbench, "quarterlyTarget")).toBe("");
    byHand(
      workbench,
      `book.getRangeByName("Settings_asOf").setValue(new Date(2026, 4, 20));
       book.getRangeByName("Periods_Period_starts").offset(0, 0, 3, 2).setValues([
         [new Date(2026, 2, 1), 900], [new Date(2026, 3, 1), 100], [new Date(2026, 5, 1), 250]]);`,
    );
    expect(settingAt(workbench, "quarterlyTarget")).toBe(350);
  });

  test("follow the profile where the two sources set different marks", () => {
    const workbench = ready();
    expect([settingAt(workbench, "nrrTarget"), settingAt(workbench, "cacPaybackMonths")]).toEqual([1.05, 18]);
    byHand(workbench, `book.getRangeByName("Settings_profile").setValue("B")`);
    expect([settingAt(workbench, "nrrTarget"), settingAt(workbench, "cacPaybackMonths")]).toEqual([1.1, 12]);
  });

  test("begin with today in the spreadsheet's own time zone", () => {
    const workbench = open({ timeZone: "Pacific/Auckland", locale: "de_DE" });
    workbench.run("setUpWorkbook");
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Auckland" }).format(new Date());
    expect(settingAt(workbench, "asOf")).toBe(Date.parse(today) / 86_400_000 + 25_569);
    expect(errorsOf(workbench, "Settings")).toEqual([]);
  });
});

describe("setting up again", () => {
  test("changes nothing where nothing is missing", () => {
    const workbench = ready();
    const before = documentOf(workbench);
    workbench.serviceCalls.reset();
    expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
    expect(documentOf(workbench)).toEqual(before);
    const writes = [...workbench.serviceCalls.byName.keys()].filter((name) =>
      /\.(set|insert|delete|clear|protect)/.test(name),
    );
    expect(writes).toEqual([]);
  });

  test("leaves alone what people typed, moved, renamed, sized and formatted", () => {
    const workbench = ready();
    byHand(
      workbench,
      `var sheet = sheetOf("Opportunities_Deal");
       sheet.getRange("A2:B2").setValues([["D-1", "Acme"]]);
       sheet.getRange("B1").setValue("Our deals").setBackground("#ff0000");
       sheet.setColumnWidth(2, 333).setName("Deals");
       sheet.insertColumnsBefore(1, 1);
       sheet.getRange("A1:A2").setValues([["Mine"], ["keep"]]);
       book.getRangeByName("Settings_currency").setValue("EUR");
       book.getRangeByName("Settings_weekStart").setValue("by hand");`,
    );
    const before = documentOf(workbench);
    expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
    expect(documentOf(workbench)).toEqual(before);
  });

  test("makes a deleted tab again in its place", () => {
    const workbench = ready();
    byHand(workbench, `book.deleteSheet(sheetOf("Leads_rows"))`);
    expect(setUp(workbench)).toBe("Made Leads.");
    expect(sheetNames(workbench)).toEqual(["Settings", ...DATA_TABS.map(({ title }) => title)]);
    expect(namesOf(DATA_TABS[2] as DataTab).every((name) => rangesOf(workbench).has(name))).toBe(true);
  });

  test("brings a deleted column back at the end, with its note, drop-down and name", () => {
    const workbench = ready();
    byHand(
      workbench,
      `var sheet = sheetOf("Opportunities_Owner"); sheet.getRange("A2:C2").setValues([["D-1", "Acme", "Acme Ltd"]]);
       sheet.getRange("Z1").setValue("Mine"); sheet.deleteColumns(4, 1)`,
    );
    expect(() => workbench.run("drawWeeklyPipelineReview")).toThrow(
      /Opportunities lacks the column "Owner".*Set up workbook/,
    );
    expect(setUp(workbench)).toBe("Opportunities: brought back Owner.");
    const headings = headingsOf(workbench, OPPORTUNITIES);
    expect(headings.slice(-2)).toEqual(["Mine", "Owner"]);
    const [note, hasRule] = byHand(
      workbench,
      `var cell = book.getRangeByName("Opportunities_Owner").getCell(1, 1);
       return [cell.offset(-1, 0).getNote(), cell.getDataValidation() !== null]`,
    ) as [string, boolean];
    expect(note).toBe("The rep who owns the deal.");
    expect(hasRule).toBe(true);
    expect(valueAt(workbench, OPPORTUNITIES, "C2")).toBe("Acme Ltd");
    expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
    workbench.run("drawWeeklyPipelineReview");
    expect(errorsOf(workbench, "Weekly pipeline review")).toEqual([]);
  });

  test("gives a column its name back where the heading still stands", () => {
    const workbench = ready();
    byHand(workbench, `book.removeNamedRange("Opportunities_Amount")`);
    expect(setUp(workbench)).toBe("Opportunities: found Amount again.");
    expect(headingsOf(workbench, OPPORTUNITIES).filter((text) => text === "Amount")).toHaveLength(1);
    expect(rangesOf(workbench).get("Opportunities_Amount")?.zone.left).toBe(5);
  });

  test("counts rows again that were put in right under the headings", () => {
    const workbench = ready();
    byHand(
      workbench,
      `var sheet = sheetOf("Opportunities_rows"); sheet.insertRowsAfter(1, 1); sheet.getRange("A2").setValue("D-0")`,
    );
    const first = () => rangesOf(workbench).get("Opportunities_Deal_ID")?.zone.top;
    if (first() !== 1) expect(setUp(workbench)).toContain("are counted again");
    expect(first()).toBe(1);
    expect(headingsOf(workbench, OPPORTUNITIES)[0]).toBe("Deal ID");
  });

  test("brings back a setting whose row was deleted, and names a cell whose label still stands", () => {
    const workbench = ready();
    byHand(
      workbench,
      `var cell = book.getRangeByName("Settings_mqlScore"); cell.getSheet().deleteRow(cell.getRow());
       book.removeNamedRange("Settings_hotScore")`,
    );
    expect(() => workbench.run("loadSampleData")).toThrow(/Settings lacks "MQL from score".*Set up workbook/);
    expect(setUp(workbench)).toContain("Settings: brought back MQL from score and Hot lead from score.");
    expect([settingAt(workbench, "mqlScore"), settingAt(workbench, "hotScore")]).toEqual([50, 75]);
    expect(cellsOf(workbench, "Settings").filter(({ text }) => text === "Hot lead from score")).toHaveLength(
      1,
    );
    expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
  });

  test("brings back a column of a list in Settings beside the others of the list", () => {
    const workbench = ready();
    byHand(
      workbench,
      `var quota = book.getRangeByName("Reps_Quarterly_quota"); quota.getSheet().deleteColumn(quota.getColumn());
       book.getRangeByName("Periods_Revenue_target").getCell(1, 1).setValue(77)`,
    );
    expect(setUp(workbench)).toBe('The list "Reps": brought back Quarterly quota.');
    const column = (name: string) => rangesOf(workbench).get(name)?.zone.left ?? Number.NaN;
    expect(column("Reps_Quarterly_quota")).toBe(column("Reps_Left") + 1);
    expect(
      byHand(workbench, `return book.getRangeByName("Periods_Revenue_target").getCell(1, 1).getValue()`),
    ).toBe(77);
    expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
  });

  describe("after Google has cut off a run at the column that it put in", () => {
    const QUOTA = `var quota = book.getRangeByName("Reps_Quarterly_quota"); quota.getSheet().deleteColumn(quota.getColumn());`;
    const columns = (workbench: HeadlessWorkbench) =>
      byHand(workbench, `return sheetOf("Settings_asOf").getMaxColumns()`);

    function cutOff(): HeadlessWorkbench {
      const calls: string[] = [];
      const undisturbed = ready();
      byHand(undisturbed, QUOTA);
      undisturbed.serviceCalls.onServiceCall = (name) => calls.push(name);
      setUp(undisturbed);
      const workbench = ready();
      byHand(workbench, QUOTA);
      workbench.serviceCalls.cutOffAt(calls.indexOf("Sheet.insertColumnsAfter") + 2);
      expect(() => setUp(workbench)).toThrow("Exceeded maximum execution time");
      workbench.serviceCalls.reset();
      return workbench;
    }

    test("it stands there once after the next run, and nothing reminds of the first", () => {
      const workbench = cutOff();
      expect(setUp(workbench)).toBe('The list "Reps": brought back Quarterly quota.');
      expect(columns(workbench)).toBe(columns(ready()));
      expect(workbench.document().companion.properties).toEqual(ready().document().companion.properties);
      expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
    });

    test("what somebody has written there meanwhile stays", () => {
      const workbench = cutOff();
      const write = `var left = book.getRangeByName("Reps_Left"); left.getSheet().getRange(left.getRow(), left.getColumn() + 1)`;
      byHand(workbench, `${write}.setValue("mine")`);
      setUp(workbench);
      expect(cellsOf(workbench, "Settings").map(({ text }) => text)).toContain("mine");
      expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
    });
  });

  test("a drop-down offers the list that is made again, also where the run was cut off right after that", () => {
    const lose = `var list = book.getRangeByName("RejectionReasons_rows"); list.getSheet().deleteColumn(list.getColumn());`;
    const calls: string[] = [];
    const undisturbed = ready();
    byHand(undisturbed, lose);
    undisturbed.serviceCalls.onServiceCall = (name) => calls.push(name);
    expect(setUp(undisturbed)).toBe('Made the list "Why leads are rejected".');
    const offered = `return book.getRangeByName("Leads_Rejection_reason").getCell(1, 1).getDataValidation().getCriteriaValues()[0].getA1Notation()`;
    const named = `return book.getRangeByName("RejectionReasons_rows").getA1Notation()`;
    expect(byHand(undisturbed, offered)).toBe(byHand(undisturbed, named));

    const workbench = ready();
    byHand(workbench, lose);
    workbench.serviceCalls.cutOffAt(calls.lastIndexOf("Properties.deleteProperty") + 2);
    expect(() => setUp(workbench)).toThrow("Exceeded maximum execution time");
    workbench.serviceCalls.reset();
    setUp(workbench);
    expect(byHand(workbench, offered)).toBe(byHand(workbench, named));
  });

  test("makes deleted Settings again, and drop-downs offer the new lists", () => {
    const workbench = ready();
    byHand(workbench, `book.deleteSheet(sheetOf("Settings_asOf"))`);
    expect(setUp(workbench)).toBe("Made Settings.");
    expect(sheetNames(workbench)[0]).toBe("Settings");
    expect(errorsOf(workbench, "Settings")).toEqual([]);
    const source = byHand(
      workbench,
      `return book.getRangeByName("Opportunities_Owner").getCell(1, 1).getDataValidation().getCriteriaValues()[0].getSheet().getName()`,
    );
    expect(source).toBe("Settings");
  });
});

describe("accidents", () => {
  test("a tab of the user's with one of our names is never touched", () => {
    const workbench = open();
    workbench.model.dispatch("CREATE_SHEET", { sheetId: "mine", name: "Leads", position: 1 });
    typeInto(workbench, "Leads", "A1", "my own list");
    setUp(workbench);
    expect(cellsOf(workbench, "Leads").map(({ text }) => text)).toEqual(["my own list"]);
    expect(headingsOf(workbench, "Leads (RevOps)")[0]).toBe("Lead ID");
    expect(sheetNames(workbench)).toContain("Sheet1");
    expect(setUp(workbench)).toBe("Everything is in place; nothing was changed.");
  });

  test("somebody else's change under way is waited for, then refused in a sentence", () => {
    const workbench = open();
    workbench.lock.heldByOthers = true;
    expect(() => workbench.run("setUpWorkbook")).toThrow(/Somebody else is changing this workbook/);
    expect(sheetNames(workbench)).toEqual(["Sheet1"]);
  });
});
