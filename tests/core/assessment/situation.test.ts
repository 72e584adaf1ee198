import { describe, expect, it } from "vitest";
import { INTAKE_FIELDS, intakeTexts, readIntake } from "../../../src/core/assessment/intake.js";
import { MATURITY_DIMENSIONS } from "../../../src/core/assessment/maturityModel.js";
import { businessCases, CASE_ADVICE, situationSteps } from "../../../src/core/assessment/situation.js";
import { BUSINESS_CASES } from "../../../src/workbook/settingGroups.js";
import { refused } from "../refused.js";

const stepsOf = (...args: Parameters<typeof situationSteps>) =>
  situationSteps(...args).map(({ step }) => step);

describe("the audit intake (RevOps Engine playbook, phase 1)", () => {
  it("asks for company, stage, model, team, stack and pain, each once", () => {
    expect(new Set(INTAKE_FIELDS.map(({ key }) => key)).size).toBe(INTAKE_FIELDS.length);
    expect(INTAKE_FIELDS).toHaveLength(18);
  });

  it.each([
    ["1200000", 1_200_000],
    ["1,200,000", 1_200_000],
    ["1 200 000", 1_200_000],
    ["1'200'000", 1_200_000],
    ["12’345", 12_345],
    ["345,678", 345_678],
    ["1,200,000.50", 1_200_000.5],
    ["0", 0],
  ])("reads the figure %s", (typed, arr) => {
    expect(readIntake({ arr: typed })).toEqual({ arr });
  });

  it.each(["1.2M", "-5", "12,34", "1,2000", "1,200,00", "12 34,567", "about 5"])(
    "refuses %s as a figure by its name",
    (typed) => {
      expect(refused(() => readIntake({ salesTeam: typed }))).toBe(
        `Sales team must be a number such as 1200000; "${typed}" is none.`,
      );
    },
  );

  it("keeps 300 letters of an answer, and quotes 40 of one that is no figure", () => {
    expect(readIntake({ pain: "x".repeat(301) })).toEqual({ pain: "x".repeat(300) });
    expect(refused(() => readIntake({ arr: "y".repeat(41) }))).toBe(
      `ARR must be a number such as 1200000; "${"y".repeat(40)}" is none.`,
    );
  });

  it("leaves blanks out and keeps words as typed, in one line", () => {
    expect(readIntake({ company: "  Example \n Ltd ", crm: "", other: "x" })).toEqual({
      company: "Example Ltd",
    });
    expect(intakeTexts({ arr: "a lot" })).toEqual({ arr: "a lot" });
    expect(intakeTexts(null)).toEqual({});
  });
});

describe("advice that follows from the situation (RevOps Engine playbook, edge cases)", () => {
  it("knows every business case of Settings but the standard one", () => {
    expect(Object.keys(CASE_ADVICE).sort()).toEqual(
      BUSINESS_CASES.filter((name) => name !== "Standard").sort(),
    );
    const keys = MATURITY_DIMENSIONS.map(({ key }) => key);
    for (const advice of Object.values(CASE_ADVICE).flat()) {
      expect(keys).toContain(advice.dimension);
      expect(advice.step).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("takes the case of Settings and those that the intake tells of, each once", () => {
    expect(businessCases({ businessCase: "Standard", intake: {} })).toEqual([]);
    expect(businessCases({ businessCase: "PLG", intake: { model: "PLG" } })).toEqual(["PLG"]);
    expect(
      businessCases({ businessCase: "International", intake: { companyStage: "Below $1M", model: "PLG" } }),
    ).toEqual(["International", "Pre-$1M ARR", "PLG"]);
    expect(businessCases({ businessCase: "Standard", intake: { companyStage: "$1M to $5M" } })).toEqual([]);
  });

  it("gives a dimension its own steps, unless it is settled", () => {
    const situation = { businessCase: "PLG", intake: {} };
    expect(stepsOf("alignment", 4, situation)).toEqual([
      "Define the PQL in place of the MQL, and get sales and product to sign it.",
    ]);
    expect(stepsOf("alignment", 5, situation)).toEqual([]);
    expect(stepsOf("enablement", 1, situation)).toEqual([]);
  });

  it("begins with a CRM where there is none, and with an owner where RevOps has nobody", () => {
    const situation = {
      businessCase: "Post-merger",
      intake: { crm: "None", revopsTeam: 0, billing: "none" },
    };
    expect(stepsOf("data", 2, situation)[0]).toMatch(/^Choose a CRM/);
    const because = (dimension: Parameters<typeof situationSteps>[0]) =>
      situationSteps(dimension, 2, situation).map((step) => step.because);
    expect([because("data"), because("technology"), because("process")]).toEqual([
      ["no CRM", "Post-merger"],
      ["Post-merger", "no billing tool"],
      ["no RevOps team"],
    ]);
    expect(stepsOf("process", 2, situation)).toEqual([expect.stringMatching(/owns revenue operations/)]);
    expect(stepsOf("technology", 2, situation).at(-1)).toMatch(/billing tool/);
    const equipped = {
      businessCase: "Standard",
      intake: { revopsTeam: 1, crm: "HubSpot", billing: "Stripe" },
    };
    for (const dimension of ["data", "technology", "process"] as const) {
      expect(stepsOf(dimension, 2, equipped)).toEqual([]);
      expect(stepsOf(dimension, 2, { businessCase: "Standard", intake: {} })).toEqual([]);
    }
  });
});
