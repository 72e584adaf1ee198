import { describe, expect, it } from "vitest";
import {
  compareTyped,
  definitionsFormula,
  isTooLong,
  lackOf,
  pointsApart,
  readTable,
} from "../../sidebar/definitions/definitionsForm.js";
import { diagnose } from "../../sidebar/funnel/funnelForm.js";

const STAGES = ["MQL", "SAL", "SQL", "Opportunity", "Closed Won"];
const funnel = (counts: readonly string[]) => STAGES.map((stage, at) => ({ stage, count: counts[at] ?? "" }));
const always = { from: "", to: "" };

describe("the funnel diagnosis", () => {
  it("names the step to mend first and what its median would yield", () => {
    // RevOps Engine playbook, phase 3: MQL to SAL at the median 50% would win 25 instead of 15.
    const { verdict, formula } = diagnose(funnel(["1000", "300", "150", "75", "15"]), "A");
    expect(verdict).toBe(
      "Fix first: MQL → SAL. 30% go on, “Bottom 25%”. At the lower end of the median, 50%, the same funnel would win 10 more deals.",
    );
    expect(formula).toBe(
      '=REVOPS_FUNNEL({"MQL";"SAL";"SQL";"Opportunity";"Closed Won"}, {1000;300;150;75;15})',
    );
  });

  it("judges by the chosen profile and passes it on to the formula", () => {
    expect(diagnose(funnel(["1000", "650", "300", "180", "45"]), "B").formula).toMatch(/, "B"\)$/);
  });

  it("leaves stages without a count out", () => {
    const { rows } = diagnose(funnel(["1000", "", "150", "75", "15"]), "A");
    expect(rows.map(({ stage }) => stage)).toEqual([
      "MQL",
      "SQL",
      "Opportunity",
      "Closed Won",
      "MQL → Closed Won",
    ]);
  });

  it("keeps a stage's name text, whatever it holds", () => {
    const { formula } = diagnose(
      [
        { stage: '"&A1&"', count: "10" },
        { stage: "Won", count: "5" },
      ],
      "A",
    );
    expect(formula).toBe('=REVOPS_FUNNEL({"""&A1&""";"Won"}, {10;5})');
  });

  it.each([
    [["", "", "", "", ""], "Give the counts of at least two stages."],
    [["1000", "many", "", "", ""], 'SAL has the count "many"; give a plain number.'],
    [
      ["10", "30", "", "", ""],
      "SAL: the count is 30, more than the 10 of the stage before; follow the same leads all the way down.",
    ],
  ])("says what is in the way: %j", (counts, lacks) => {
    expect(diagnose(funnel(counts), "A").lacks).toBe(lacks);
  });
});

describe("definitions side by side", () => {
  const table = readTable("Period\tForecast\tActual\n2026-01-01\t250\t230\n2026-02-01\t280\t310");

  it("reads cells copied from a sheet, and those parted by semicolons or commas", () => {
    expect(table.rows).toEqual([
      ["2026-01-01", "250", "230"],
      ["2026-02-01", "280", "310"],
    ]);
    expect(readTable("A;B\n1,5;2")).toEqual({ headings: ["A", "B"], rows: [["1,5", "2"]] });
    expect(readTable("A,B\n1")).toEqual({ headings: ["A", "B"], rows: [["1", ""]] });
  });

  it("computes typed rows as the cell would", () => {
    const [mape, wape] = compareTyped("MAPE", table, always);
    expect(mape?.value).toBeCloseTo((20 / 230 + 30 / 310) / 2, 14);
    expect(wape?.value).toBeCloseTo(50 / 540, 14);
    expect(wape).toMatchObject({ counted: 2, differ: 2 });
  });

  it("writes the formula over the workbook's ranges or over the rows themselves", () => {
    expect(
      definitionsFormula(
        "NRR",
        { headings: "Subscriptions_headings", range: "Subscriptions_rows" },
        { from: "2025-03-31", to: "2026-03-31" },
      ),
    ).toBe(
      '=REVOPS_DEFINITIONS("NRR", Subscriptions_headings, Subscriptions_rows, DATE(2025,3,31), DATE(2026,3,31))',
    );
    expect(definitionsFormula("MAPE", table, { from: "", to: "2026-12-31" })).toBe(
      '=REVOPS_DEFINITIONS("MAPE", {"Period","Forecast","Actual"}, {DATE(2026,1,1),250,230;DATE(2026,2,1),280,310}, , DATE(2026,12,31))',
    );
  });

  it("asks for what it lacks, and sends long lists to a tab", () => {
    expect(lackOf("NRR", undefined, always)).toBe("Give the opening and the closing date.");
    expect(lackOf("MAPE", readTable("Forecast;Actual"), always)).toBe(
      "Paste at least one row below the headings.",
    );
    expect(lackOf("win rate", undefined, always)).toBe("");
    expect(isTooLong(table)).toBe(false);
    expect(isTooLong(readTable(`A;B\n${"1;2\n".repeat(100)}`))).toBe(true);
  });

  it("says how far apart two figures are", () => {
    expect(pointsApart(0.5, 2 / 3)).toBe("−16.7 points");
    expect(pointsApart(1.16, 1.07)).toBe("+9 points");
    expect(pointsApart(0.5, 0.5)).toBe("same figure");
    expect(pointsApart(undefined, 0.5)).toBe("");
  });
});
