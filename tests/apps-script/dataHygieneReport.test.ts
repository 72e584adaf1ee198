import { beforeAll, describe, expect, test } from "vitest";
import { DATA_HYGIENE_REPORT } from "../../sheets-templates/dataHygieneReport.js";
import { HYGIENE_RULES } from "../../src/core/quality/hygiene.js";
import { functionsOf } from "../../src/templates/formula.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { ACCOUNTS } from "../../src/workbook/tabs/accounts.js";
import { CONTACTS } from "../../src/workbook/tabs/contacts.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import { cellLinkTarget } from "../../workbench/engine/cellLinks.js";
import { nodeEngine } from "../../workbench/headless/nodeEngine.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { unpack } from "../../workbench/xlsx/unpack.js";
import { writeXlsx } from "../../workbench/xlsx/writeXlsx.js";
import { cellsOf, errorsOf, openAddOn, setSetting, valueAt } from "./addOn.js";
import { fillTab } from "./fillTab.js";
import { planIn } from "./planIn.js";

const TAB = "Data hygiene report";
/** 31 March 2026 as a serial day. */
const AS_OF = 46112;

let workbench: HeadlessWorkbench;
let empty: ReturnType<HeadlessWorkbench["document"]>;
let filled: typeof empty;
let keys: Readonly<Record<string, string>>;
const at = (key: string) => valueAt(workbench, TAB, keys[key] ?? "");
const states = () => HYGIENE_RULES.map((_, index) => at(`rule.r${index}.result`));

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("setUpWorkbook");
  setSetting(workbench, "asOf", String(AS_OF));
  setSetting(workbench, "followToday", "FALSE");
  empty = workbench.document();
  fill();
  filled = workbench.document();
});

function draw(document: typeof empty): void {
  workbench = openAddOn({ document: structuredClone(document) });
  workbench.run("drawDataHygieneReport");
  keys = planIn(workbench, DATA_HYGIENE_REPORT).keys;
}

function fill(): void {
  fillTab(workbench, ACCOUNTS, [
    { id: "A1", account: "Acme", website: "acme.com" },
    { id: "A2", account: "Birch Ltd", website: "birch.io" },
  ]);
  fillTab(workbench, CONTACTS, [
    { id: "C1", contact: "Ann", email: "ann@acme.com", bounced: "Yes" },
    ...Array.from({ length: 9 }, (_, one) => ({
      id: `C${one + 2}`,
      contact: `Contact ${one}`,
      bounced: "No",
    })),
  ]);
  fillTab(workbench, LEADS, [{ id: "L1", lead: "Cy", email: "cy@birch.io" }]);
  fillTab(workbench, OPPORTUNITIES, [
    { id: "D1", name: "Fresh", stage: "Demo", outcome: "Open", lastActivity: AS_OF - 13 },
    { id: "D2", name: "Silent", stage: "Demo", outcome: "Open", lastActivity: AS_OF - 14 },
    { id: "D3", name: "Given up", stage: "Lost", outcome: "Lost", lossReason: "Price" },
  ]);
}

describe("the data hygiene report", () => {
  test("of an empty workbook says of each rule what to import, and claims nothing", () => {
    draw(empty);
    expect(errorsOf(workbench, TAB)).toEqual([]);
    expect(states()).toEqual(HYGIENE_RULES.map(() => "Not measured"));
    expect([at("kept"), at("worst"), at("faults")]).toEqual(["–", "–", "–"]);
    const said = cellsOf(workbench, TAB).filter(({ text }) => text.startsWith("Not measured: "));
    expect(said.filter(({ text }) => /import/.test(text))).toHaveLength(HYGIENE_RULES.length);
  });

  test("measures each rule, names the worst, and lists every row at fault", () => {
    draw(filled);
    // Source A, phase 2: bounces must stay below 5%, and one of ten is 10%; stale counts from 14 days.
    expect(states()).toEqual(["Pass", "Fail", "Fail", "Fail", "Fail", "Pass"]);
    expect(at("kept")).toBe("2 of 6");
    expect(at("worst")).toBe("Missing fields");
    expect(at("faults")).toBe(2 + 1 + 1 + 1);
    expect(errorsOf(workbench, TAB)).toEqual([]);
    const texts = cellsOf(workbench, TAB).map(({ text }) => text);
    expect(texts).toContain("14 days without activity");
    expect(texts).toContain("e-mail to ann@acme.com bounces");
    expect(texts).toContain("no account; looks like Birch Ltd (100%)");
  });

  test("links each row at fault to the cell to mend, in the workbench and in the .xlsx alike", () => {
    const { getters } = workbench.model;
    const id = getters.getSheetIds().find((one) => getters.getSheetName(one) === TAB) ?? "";
    const sheets = getters.getSheetIds().map((one) => ({ id: one, name: getters.getSheetName(one) }));
    const links = cellsOf(workbench, TAB).flatMap(({ address }) => {
      const { col, row } = nodeEngine().helpers.toCartesian(address);
      const { link } = getters.getEvaluatedCell({ sheetId: id, col, row });
      const target = link && cellLinkTarget(link.url, sheets);
      return target ? [`${target.sheet.name}!${target.cell}`] : [];
    });
    expect(links).toEqual([
      "Opportunities!F2",
      "Opportunities!F3",
      "Opportunities!R3",
      "Contacts!C2",
      "Leads!E2",
    ]);
    const xml = (valuesOnly: boolean) =>
      [...unpack(writeXlsx(workbench.model, nodeEngine(), { valuesOnly })).parts.values()].join("\n");
    const places = [...xml(true).matchAll(/<hyperlink [^>]*location="([^"]+)"/g)].map(([, place]) => place);
    expect(places).toEqual(links);
    const live = xml(false).replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    expect(live).toContain('HYPERLINK("#Opportunities!"&');
    expect(live.includes("#gid=")).toBe(false);
  });

  test("calls custom functions at most eight times", () => {
    const calls = cellsOf(workbench, TAB).flatMap(({ formula }) =>
      functionsOf(formula).filter((name) => name.startsWith("REVOPS_")),
    );
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBeLessThanOrEqual(8);
  });
});
