import { describe, expect, test } from "vitest";
import { DEFAULT_LEAD_MODEL } from "../../src/core/leads/defaultModel.js";
import { signalColumns } from "../../src/core/leads/leadScore.js";
import { HYGIENE_RULES } from "../../src/core/quality/hygiene.js";
import { compileFormula } from "../../src/templates/formula.js";
import { CHOICE_RANGES, columnRangeName } from "../../src/workbook/columns.js";
import { SETTING_GROUPS } from "../../src/workbook/settingGroups.js";
import { SETTINGS } from "../../src/workbook/settings.js";
import { SETTINGS_LISTS } from "../../src/workbook/settingsLists.js";
import { DATA_TABS } from "../../src/workbook/tabs/index.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";

const LISTS = SETTINGS_LISTS.map(({ tab }) => tab);
const ALL = [...DATA_TABS, ...LISTS];

describe("every data tab and list", () => {
  test.each(ALL.map((tab) => [tab.key, tab] as const))(
    "%s tells its columns apart and explains each",
    (_, tab) => {
      const { columns } = tab;
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      expect(new Set(columns.map(({ heading }) => heading.toLowerCase())).size).toBe(columns.length);
      for (const { heading, help, width, kind, choices, choicesFrom } of columns) {
        expect(help, heading).toMatch(/[.…]$/);
        // A heading that does not fit is cut off by its neighbour: bold 10-point letters are some 7 pixels wide.
        expect(width, heading).toBeGreaterThanOrEqual(heading.length * 6.4 + 12);
        if (choices || choicesFrom) expect(kind, heading).toBe("text");
      }
    },
  );

  test("has names of its own that Google accepts for a range", () => {
    const names = ALL.flatMap((tab) => tab.columns.map((column) => columnRangeName(tab, column)));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]\w+[A-Za-z0-9]$/);
  });

  test("offers only lists that Settings has", () => {
    const names = LISTS.flatMap((tab) => tab.columns.map((column) => columnRangeName(tab, column)));
    for (const range of Object.values(CHOICE_RANGES)) expect(names).toContain(range);
  });
});

test("the scoring model finds each of its signals in the Leads tab, once", () => {
  const headings = LEADS.columns.map(({ heading }) => heading);
  const found = signalColumns(headings, DEFAULT_LEAD_MODEL).map(({ signal }) => signal.name);
  expect(found.sort()).toEqual(DEFAULT_LEAD_MODEL.map(({ name }) => name).sort());
});

test("each hygiene rule has the column that it measures", () => {
  const columns = new Set(
    DATA_TABS.flatMap((tab) => tab.columns.map(({ heading }) => `${tab.key}.${heading}`)),
  );
  const needed: Record<(typeof HYGIENE_RULES)[number]["key"], string> = {
    duplicates: "Accounts.Website",
    fields: "Opportunities.Amount",
    stale: "Opportunities.Last activity",
    bounces: "Contacts.Bounced",
    matching: "Leads.Account",
    lossReason: "Opportunities.Loss reason",
  };
  for (const { key } of HYGIENE_RULES) expect(columns).toContain(needed[key]);
});

describe("Settings", () => {
  test("have one name each, and help that fits beside them", () => {
    expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
    expect(new Set(SETTINGS.map(({ label }) => label)).size).toBe(SETTINGS.length);
    for (const { label, help } of SETTINGS) {
      expect(label.length, label).toBeLessThanOrEqual(34);
      expect(help.length, label).toBeLessThanOrEqual(88);
      expect(help, label).toMatch(/[.…]$/);
    }
  });

  test("are worked out from settings and lists that exist, by functions that every spreadsheet has", () => {
    for (const { initial } of SETTINGS) {
      if (typeof initial !== "string" || !initial.startsWith("=")) continue;
      const scope = { tabs: LISTS, cell: () => undefined, isCustomFunction: () => false };
      expect(() => compileFormula(initial, scope)).not.toThrow();
    }
  });

  test("hold the playbook's thresholds until somebody changes them", () => {
    const initial = Object.fromEntries(SETTINGS.map((setting) => [setting.key, setting.initial]));
    expect(initial).toMatchObject({
      mqlScore: 50,
      hotScore: 75,
      staleAfterDays: 14,
      coverageTarget: 3.5,
      coverageMinimum: 3,
      pipelineCreatedTarget: 1.5,
      winRateTarget: 0.25,
      forecastErrorTarget: 0.15,
      mqlToSqlTarget: 0.4,
      sqlToOpportunityTarget: 0.6,
      responseMinutes: 5,
      renewalNoticeDays: 90,
      usageAlert: 0.8,
      expectedAttainment: 0.7,
      quotaBuffer: 1.15,
      accelerator: 1.5,
      profile: "A",
      businessCase: "Standard",
    });
    expect(SETTING_GROUPS[0]?.settings.find(({ key }) => key === "businessCase")?.choices).toHaveLength(7);
  });
});
