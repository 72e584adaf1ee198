import { beforeEach, describe, expect, test } from "vitest";
import type { AppliedFixes } from "../../src/apps-script/actions/hygiene/applyFixes.js";
import type { HygieneCheck } from "../../src/apps-script/actions/hygiene/checkHygiene.js";
import { type CellChange, changesOf } from "../../src/workbook/hygiene/change.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { ACCOUNTS } from "../../src/workbook/tabs/accounts.js";
import { CONTACTS } from "../../src/workbook/tabs/contacts.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { openAddOn, setSetting, sheetNames, typeInto } from "./addOn.js";
import { columnOf, fillTab } from "./fillTab.js";

/** 31 March 2026 as a serial day. */
const AS_OF = 46112;

function messyWorkbook(): HeadlessWorkbench {
  const made = openAddOn();
  made.run("setUpWorkbook");
  fillTab(made, ACCOUNTS, [
    { id: "A1", account: "Acme", website: "acme.com" },
    { id: "A2", account: "Acme Incorporated", website: "www.acme.com" },
    { id: "A3", account: "Birch Ltd", website: "birch.io" },
  ]);
  fillTab(made, CONTACTS, [
    { id: "C1", contact: "Ann", account: "birch ltd", bounced: "Yes", channels: "E-mail, Phone" },
    { id: "C2", contact: "Bo", account: "Acme", bounced: "No", channels: "E-mail" },
  ]);
  fillTab(made, LEADS, [
    { id: "L1", lead: "Cy", email: "cy@birch.io", source: "Web" },
    { id: "L2", lead: "Di", email: "di@gmail.com", source: "Web" },
  ]);
  fillTab(made, OPPORTUNITIES, [
    {
      id: "D1",
      name: "First",
      account: "Acme",
      stage: "Proposal",
      outcome: "Open",
      probability: 0.6,
      lastActivity: AS_OF - 3,
      source: "web",
    },
    {
      id: "D2",
      name: "Second",
      account: "Acme Incorporated",
      stage: "proposal",
      amount: 500,
      outcome: "Lost",
    },
    {
      id: "D3",
      name: "Third",
      account: "Acme",
      stage: "Proposal",
      amount: 700,
      outcome: "Open",
      lastActivity: AS_OF - 40,
    },
  ]);
  setSetting(made, "asOf", String(AS_OF));
  return made;
}

/** Set up and filled once; each test begins with a copy. */
const MESSY = messyWorkbook().document();
const copy = () => openAddOn({ document: structuredClone(MESSY) });

let workbench: HeadlessWorkbench;
const check = () => workbench.callEndpoint("checkHygiene", []) as HygieneCheck;
const apply = (changes: readonly CellChange[]) =>
  workbench.callEndpoint("applyFixes", [changes]) as AppliedFixes;

/** A yes to everything, with Price where a reason is to be chosen. */
const yesToAll = (): CellChange[] =>
  changesOf(
    check().groups.flatMap(({ proposals }) =>
      proposals.map(({ changes, choices }) => ({
        changes: choices ? changes.map((change) => ({ ...change, after: "Price" })) : changes,
      })),
    ),
  );

const everything = ({ model }: HeadlessWorkbench): string => {
  const { workbook } = { workbook: model.exportData() };
  return JSON.stringify(workbook.sheets.map(({ name, cells }) => ({ name, cells })));
};

beforeEach(() => {
  workbench = copy();
});

describe("checking", () => {
  test("says of each rule what is measured, and proposes fixes under the rule that they serve", () => {
    const { rules, groups, problem } = check();
    expect(problem).toBe("");
    expect(Object.fromEntries(rules.map(({ key, result, atFault }) => [key, [result, atFault]]))).toEqual({
      // Source A, phase 2: duplicates below 2%, fields 100%, no stale deals, bounces below 5%, matches from 95%, reasons 100%.
      duplicates: ["Fail", 1],
      fields: ["Fail", 2],
      stale: ["Fail", 1],
      bounces: ["Fail", 1],
      matching: ["Fail", 2],
      lossReason: ["Fail", 1],
    });
    expect(groups.map(({ key }) => key)).toEqual([
      "words",
      "accountNames",
      "merges",
      "categories",
      "bounces",
      "leads",
      "lossReasons",
    ]);
  });

  test("changes nothing and makes no tab", () => {
    const before = everything(workbench);
    check();
    expect(everything(workbench)).toBe(before);
    workbench = openAddOn();
    const { rules, groups } = check();
    expect(sheetNames(workbench)).toEqual(["Sheet1"]);
    expect(groups).toEqual([]);
    expect(rules.every(({ result, needs }) => result === "Not measured" && needs !== "")).toBe(true);
  });

  test("never proposes to write over a formula", () => {
    typeInto(workbench, "Opportunities", "E3", '=LOWER("PROPOSAL")');
    const stages = check().groups.flatMap(({ proposals }) =>
      proposals.flatMap(({ changes }) => changes.filter(({ column }) => column === "stage")),
    );
    expect(stages).toEqual([]);
  });
});

describe("putting right", () => {
  test("writes what was said yes to and nothing else; then there is nothing left to propose", () => {
    const all = yesToAll();
    const { applied, skipped } = apply(all);
    expect([applied, skipped]).toEqual([all.length, []]);
    expect(columnOf(workbench, OPPORTUNITIES, "stage", 3)).toEqual(["Proposal", "Proposal", "Proposal"]);
    expect(columnOf(workbench, OPPORTUNITIES, "account", 3)).toEqual(["Acme", "Acme", "Acme"]);
    expect(columnOf(workbench, OPPORTUNITIES, "forecastCategory", 3)).toEqual(["Best Case", null, null]);
    expect(columnOf(workbench, OPPORTUNITIES, "lossReason", 3)).toEqual([null, "Price", null]);
    expect(columnOf(workbench, CONTACTS, "channels", 2)).toEqual(["Phone", "E-mail"]);
    expect(columnOf(workbench, LEADS, "account", 2)).toEqual(["Birch Ltd", null]);
    expect(columnOf(workbench, ACCOUNTS, "account", 3)).toEqual(["Acme", "Acme Incorporated", "Birch Ltd"]);
    expect(check().groups).toEqual([]);
  });

  test("is taken back cell by cell", () => {
    const before = everything(workbench);
    const { back, applied } = apply(yesToAll());
    expect(everything(workbench)).not.toBe(before);
    expect(apply(back)).toMatchObject({ applied, skipped: [] });
    expect(everything(workbench)).toBe(before);
  });

  test("skips and names a cell that was changed meanwhile, and a row that has moved", () => {
    const all = yesToAll();
    typeInto(workbench, "Opportunities", "E3", "Legal");
    typeInto(workbench, "Leads", "A2", "L9");
    const { skipped, applied } = apply(all);
    expect(skipped.map(({ place, change }) => `${place} ${change.column}`)).toEqual([
      "Opportunities, row 3 stage",
      "Leads, row 2 account",
    ]);
    expect(applied).toBe(all.length - 2);
    expect(columnOf(workbench, OPPORTUNITIES, "stage", 2)).toEqual(["Proposal", "Legal"]);
    expect(columnOf(workbench, LEADS, "account", 1)).toEqual([null]);
  });

  test("a change that names no column of ours, or no tab, is skipped", () => {
    const [change] = yesToAll();
    const { applied, skipped } = apply([
      { ...(change as CellChange), column: "nonsense" },
      { ...(change as CellChange), tab: "Elsewhere" },
    ]);
    expect([applied, skipped.length]).toEqual([0, 2]);
  });

  test("a text that looks like a formula is written as text", () => {
    typeInto(workbench, "Accounts", "B4", "'=1+1");
    const [change] = yesToAll().filter(({ tab }) => tab === "Leads");
    expect(change?.after).toBe("=1+1");
    apply([change as CellChange]);
    expect(columnOf(workbench, LEADS, "account", 1)).toEqual(["=1+1"]);
  });
});
