import { describe, expect, test } from "vitest";
import { requireRoom } from "../../src/apps-script/sheets/cellLimit.js";
import { findFunction } from "../../src/functions/catalogue.js";
import { HISTORY_HEADINGS } from "../../src/functions/families/historyRows.js";
import { HISTORY } from "../../src/workbook/history.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellsOf, openAddOn, sheetNames, typeInto, valueAt } from "./addOn.js";

const HEADINGS = "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date";
type Row = readonly [id: string, name: string, owner: string, stage: string, amount: string, close: string];
const FIRST: readonly Row[] = [
  ["006A1", "Acme", "Ann Lee", "Proposal", "12000", "2026-04-30"],
  ["006A2", "Birch", "Bo Chen", "Negotiation", "8000.50", "2026-04-10"],
  ["006A3", "Cedar", "Bo Chen", "Prospecting", "", "2026-05-01"],
  ["006A9", "Old win", "Bo Chen", "Closed Won", "500", "2026-01-31"],
];
const SECOND: readonly Row[] = [
  ["006A1", "Acme", "Ann Lee", "Negotiation", "15000", "2026-06-30"],
  ["006A2", "Birch", "Bo Chen", "Closed Won", "8000.50", "2026-03-30"],
  ["006A4", "Dune", "Ann Lee", "Prospecting", "1000", "2026-07-31"],
];

function importOn(workbench: HeadlessWorkbench, rows: readonly Row[], asOf: string): void {
  const lines = rows.map(([id, name, owner, stage, amount, close]) =>
    [id, name, owner, stage, amount, "2026-01-05", close].join(","),
  );
  workbench.callEndpoint("runImport", [[HEADINGS, ...lines].join("\n"), { asOf }]);
}

function opened(options: Parameters<typeof openAddOn>[0] = {}): HeadlessWorkbench {
  const workbench = openAddOn(options);
  importOn(workbench, FIRST, "2026-03-24");
  return workbench;
}

function twoSnapshots(options: Parameters<typeof openAddOn>[0] = {}): HeadlessWorkbench {
  const workbench = opened(options);
  workbench.run("takeSnapshot");
  importOn(workbench, SECOND, "2026-03-31");
  workbench.run("takeSnapshot");
  return workbench;
}

/** The rows of History as a reader sees them. */
const history = (workbench: HeadlessWorkbench): string[] => {
  const rows = new Map<string, string[]>();
  for (const { address, text } of cellsOf(workbench, "History")) {
    const row = address.replace(/\D/g, "");
    rows.set(row, [...(rows.get(row) ?? []), text]);
  }
  return [...rows.values()].slice(1).map((cells) => cells.join(" | "));
};

/** Everything that a failure must leave as it was. */
function _everything(workbench: HeadlessWorkbench): unknown {
  const { workbook } = workbench.document() as unknown as {
    workbook: { sheets: unknown[]; namedRanges?: unknown; revisionId?: unknown };
  };
  const { getters } = workbench.model;
  return JSON.parse(
    JSON.stringify({
      sheets: workbook.sheets,
      names: getters.getNamedRanges().map(({ name }) => name),
      front: getters.getActiveSheetId(),
    }),
  );
}

describe("taking a snapshot", () => {
  test("keeps the open deals with the as-of date, says so, and leaves the reader where they were", () => {
    const workbench = opened();
    const front = workbench.model.getters.getActiveSheetId();
    workbench.run("takeSnapshot");
    expect(history(workbench)).toEqual([
      "24 Mar 2026 | 006A1 | Acme | Ann Lee | Proposal | 12,000 | 30 Apr 2026 | Open",
      "24 Mar 2026 | 006A2 | Birch | Bo Chen | Negotiation | 8,001 | 10 Apr 2026 | Open",
      "24 Mar 2026 | 006A3 | Cedar | Bo Chen | Prospecting | 1 May 2026 | Upside | Open",
    ]);
    expect(workbench.model.getters.getActiveSheetId()).toBe(front);
    expect(workbench.ui.toasts.at(-1)).toMatchObject({
      title: "Snapshot of 24 Mar 2026",
      message: "3 open deals kept in History.",
    });
  });

  test("also keeps what closed since the snapshot before, and only that", () => {
    const workbench = twoSnapshots();
    expect(history(workbench).slice(3)).toEqual([
      "31 Mar 2026 | 006A1 | Acme | Ann Lee | Negotiation | 15,000 | 30 Jun 2026 | Open",
      "31 Mar 2026 | 006A2 | Birch | Bo Chen | Closed Won | 8,001 | 10 Apr 2026 | Commit | Won",
      "31 Mar 2026 | 006A3 | Cedar | Bo Chen | Prospecting | 1 May 2026 | Upside | Open",
      "31 Mar 2026 | 006A4 | Dune | Ann Lee | Prospecting | 1,000 | 31 Jul 2026 | Upside | Open",
    ]);
    expect(workbench.ui.toasts.at(-1)?.message).toBe(
      "3 open deals and 1 deal closed since the last one kept in History.",
    );
  });

  test("again on the same day replaces that day's rows and no other's", () => {
    const workbench = twoSnapshots();
    const once = history(workbench);
    workbench.run("takeSnapshot");
    expect(history(workbench)).toEqual(once);
    expect(workbench.ui.toasts.at(-1)?.message).toContain("It replaces the one taken earlier for this day.");
    importOn(workbench, [["006A3", "Cedar", "Bo Chen", "Closed Lost", "", "2026-03-31"]], "2026-03-24");
    workbench.run("takeSnapshot");
    expect(history(workbench).filter((row) => row.startsWith("24 Mar"))).toHaveLength(2);
    expect(history(workbench).filter((row) => row.startsWith("31 Mar"))).toHaveLength(4);
  });

  test("is found by its named ranges where columns were moved and others put between", () => {
    const workbench = opened();
    workbench.run("takeSnapshot");
    const { getters } = workbench.model;
    const sheetId = getters.getSheetIds().find((id) => getters.getSheetName(id) === "History") ?? "";
    workbench.model.dispatch("ADD_COLUMNS_ROWS", {
      ...{ sheetId, sheetName: "History", dimension: "COL", position: "before", base: 2, quantity: 1 },
    });
    typeInto(workbench, "History", "C1", "Mine");
    typeInto(workbench, "History", "C2", "ask Ann");
    importOn(workbench, SECOND, "2026-03-31");
    workbench.run("takeSnapshot");
    expect(valueAt(workbench, "History", "C2")).toBe("ask Ann");
    expect(valueAt(workbench, "History", "D5")).toBe("Acme");
    expect(valueAt(workbench, "History", "J6")).toBe("Won");
  });

  test.each([
    ["there are no deals", (): HeadlessWorkbench => openAddOn(), "import a CRM export"],
    [
      "an outcome is none",
      () => {
        const workbench = opened();
        typeInto(workbench, "Opportunities", "L3", "Maybe");
        return workbench;
      },
      'Outcome in row 3 of Opportunities is "Maybe"; write Won, Lost or Open',
    ],
    [
      "a row of the history has no date",
      () => {
        const workbench = twoSnapshots();
        typeInto(workbench, "History", "A3", "");
        return workbench;
      },
      "Row 3 of History has no snapshot date",
    ],
    [
      "somebody else is changing the workbook",
      () => {
        const workbench = opened();
        workbench.lock.heldByOthers = true;
        return workbench;
      },
      "Somebody else is changing this workbook",
    ],
  ])("is refused in a sentence, and changes nothing, where %s", (_, make, sentence) => {
    const workbench = make();
    const names = sheetNames(workbench);
    expect(() => workbench.run("takeSnapshot")).toThrow(sentence);
    expect(sheetNames(workbench)).toEqual(names);
  });
});

describe("a workbook that is nearly as large as it may be", () => {
  // Really filling one takes half a minute; its sheets' sizes are all that counts.
  const sized = (...sizes: readonly (readonly [rows: number, columns: number])[]) =>
    ({
      getSheets: () =>
        sizes.map(([rows, columns]) => ({ getMaxRows: () => rows, getMaxColumns: () => columns })),
    }) as unknown as GoogleAppsScript.Spreadsheet.Spreadsheet;

  test("is refused more in a sentence that counts, and given what just fits", () => {
    const book = sized([100_000, 99], [1000, 74]);
    expect(() => requireRoom(book, 26_000, "this snapshot")).not.toThrow();
    expect(() => requireRoom(book, 26_001, "this snapshot")).toThrow(
      "The workbook has 9,974,000 of the 10,000,000 cells that a spreadsheet may have, and this snapshot needs 26,001 more; delete tabs or rows that are no longer needed.",
    );
  });
});

describe("the pipeline's changes on the History tab", () => {
  test("are read by the headings that the tab gives its columns", () => {
    for (const { key, heading } of HISTORY.columns) {
      expect(HISTORY_HEADINGS[key as keyof typeof HISTORY_HEADINGS]?.[0], key).toBe(heading);
    }
    expect(findFunction("REVOPS_PIPELINE_CHANGES")).toBeDefined();
  });

  test.each(["UTC", "Pacific/Auckland", "America/Los_Angeles"])("add up in a cell, in %s", (timeZone) => {
    const workbench = twoSnapshots({ timeZone });
    const { values } = workbench.evaluateFormula(
      "=REVOPS_PIPELINE_CHANGES(History_headings,History_rows,DATE(2026,3,26),DATE(2026,4,1))",
    );
    const rows = values.map((row) => row.join(" "));
    expect(rows).toEqual([
      "Movement Deals Amount",
      "Open on 24 Mar 2026 3 20000.5",
      "New 1 1000",
      "Reopened 0 0",
      "Grown 1 3000",
      "Shrunk 0 0",
      "Won 1 -8000.5",
      "Lost 0 0",
      "Vanished 0 0",
      "Open on 31 Mar 2026 3 16000",
      "Pushed 1 15000",
      "Pulled in 0 0",
      "Stage moved 1 15000",
      "1 deal has no amount: Cedar  ",
    ]);
  });
});
