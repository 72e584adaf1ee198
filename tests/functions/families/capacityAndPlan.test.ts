import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";

const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zoneOf("America/New_York")) as unknown[][];
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe("REVOPS_RAMP", () => {
  const ramp = (months: unknown[], profile: unknown) =>
    call("REVOPS_RAMP", columnOf(...months), profile).flat();

  it("takes a schedule by name, as rows with or without headings, or as shares of months in turn", () => {
    expect(ramp([5], " b ")).toEqual([0.75]);
    const rows = [
      [1, 0],
      ["", ""],
      [2, "40%"],
    ];
    expect(ramp([1, 2, 9], rows)).toEqual([0, 0.4, 0.4]);
    expect(ramp([1, 2], [["Month", "Share"], ...rows])).toEqual([0, 0.4]);
    expect(ramp([1, 2, 3, 4], columnOf(0, "", 0.5, 1))).toEqual([0, 0.5, 1, 1]);
    expect(ramp([1, 2, 3], [[0, 0.5, 1]])).toEqual([0, 0.5, 1]);
  });

  it("leaves a blank row blank", () => {
    expect(ramp([6, "", 3], "")).toEqual([1, "", 0.25]);
  });

  it("knows a heading over the shares, and a schedule that holds nothing else", () => {
    expect(ramp([1, 2, 9], columnOf("Share", 0, 0.5, 1))).toEqual([0, 0.5, 1]);
    for (const empty of [[["Month", "Share"]], columnOf("", "")]) {
      expect(refused(() => ramp([1], empty))).toBe("profile holds no step; give rows of month and share.");
    }
    expect(refused(() => ramp([1], true))).toBe("profile, row 1, is TRUE; give a share such as 25% or 0.25.");
  });

  it("names the row of the range, headings and blank rows counted, where productivity falls or months do not rise", () => {
    const after = (...last: unknown[]) =>
      refused(() => ramp([1], [["Month", "Share"], [1, 0.5], ["", ""], last]));
    expect(after(2, 0.4)).toBe("profile, row 4, lets productivity fall; give shares that rise or stay.");
    expect(after(1, 0.6)).toBe("profile, row 4, gives month 1 after month 1; sort by month.");
  });

  it("takes a schedule across for the shares of months in turn from three on, two for month and share", () => {
    expect(ramp([1, 2], [[1, 0.5]])).toEqual([0.5, 0.5]);
    expect(ramp([1, 2, 3, 4], [[0, 0.3, 0.6, 1]])).toEqual([0, 0.3, 0.6, 1]);
    expect(ramp([1, 5], "a")).toEqual([0, 0.5]);
    expect(ramp([1], 0.4)).toEqual([0.4]);
    expect(ramp([1], "40%")).toEqual([0.4]);
    expect(refused(() => ramp([1], [[1], ["x"]]))).toBe(
      'profile, row 2, is "x"; give a share such as 25% or 0.25.',
    );
    expect(
      refused(() =>
        ramp(
          [1],
          [
            ["x", 1],
            [2, ""],
          ],
        ),
      ),
    ).toBe("profile, row 2, has no share; give a share such as 25% or 0.25.");
    expect(
      refused(() =>
        ramp(
          [1],
          [
            [1, 0.5],
            ["", 1],
          ],
        ),
      ),
    ).toBe("profile, row 2, has no month; give the month in the job as a whole number from 1.");
    expect(
      refused(() =>
        ramp(
          [1],
          [
            [1, 0.5],
            [1.5, 1],
          ],
        ),
      ),
    ).toMatch(/^profile, row 2, is 1.5, not a whole number/);
  });

  it("says what is wrong with a month or a schedule", () => {
    expect(refused(() => ramp([0], ""))).toMatch(
      /^months_since_hire, row 1, is 0, below 1; give the month in the job/,
    );
    expect(refused(() => ramp([2.5], ""))).toMatch(/^months_since_hire, row 1, is 2.5, not a whole number/);
    expect(refused(() => ramp([1], "C"))).toBe(
      'profile is "C"; write A or B, or give a range of month and share.',
    );
    expect(refused(() => ramp([1], [[1, 25]]))).toMatch(/^profile, row 1, is 25, above 100%/);
    expect(refused(() => ramp([1], [[1, ""]]))).toMatch(/^profile, row 1, has no share; give a share/);
    expect(
      refused(() =>
        ramp(
          [1],
          [
            ["", 0, 1],
            [1, 0, 1],
          ],
        ),
      ),
    ).toBe("profile has 3 columns; give two, month and share.");
  });
});

describe("REVOPS_PRODUCTIVE_CAPACITY", () => {
  it("names the row of the range, counting blank ones", () => {
    const hired = columnOf("2024-01-01", "", "2026-01-01");
    const capacity = (quotas: unknown[], left: unknown) =>
      call("REVOPS_PRODUCTIVE_CAPACITY", hired, columnOf(...quotas), "2026-01-01", "2026-01-31", 1, left);
    expect(refused(() => capacity([12, "", ""], ""))).toBe(
      "quotas, row 3, is blank; give the rep's yearly quota.",
    );
    expect(refused(() => capacity([12, "", 12], columnOf("", "", "2025-12-31")))).toMatch(
      /^leave_dates, row 3, lies/,
    );
    expect(capacity([12, "", 12], "").at(-1)).toEqual(["Total", "", "", 1]);
  });
});

describe("REVOPS_HIRING_PLAN", () => {
  it("can leave out the headings, and shows no capacity before the period", () => {
    const plan = call(
      "REVOPS_HIRING_PLAN",
      120_000,
      120_000,
      1,
      0,
      "2026-01-01",
      "2026-12-31",
      "",
      "2025-12-01",
      "",
      "",
      "",
      false,
    );
    expect(plan[0]?.slice(0, 2)).toEqual(["2025-12", 1]);
    expect(plan[0]?.[5]).toBe("");
    expect(plan).toHaveLength(14);
  });

  it("adds up the leavers of all months in the last row", () => {
    // 24% a year of a team of two: the leavers of the months, one below the other.
    const plan = call(
      "REVOPS_HIRING_PLAN",
      ...[60_000, 120_000, 1, 0.24, "2026-01-01", "2026-06-30", columnOf("2024-01-01", "2024-01-01")],
    );
    const leavers = plan.slice(1, -1).map((row) => row[3] as number);
    expect(leavers.every((each) => each > 0)).toBe(true);
    expect(plan.at(-1)?.[3]).toBeCloseTo(
      leavers.reduce((sum, each) => sum + each),
      12,
    );
  });
});

describe("REVOPS_PLAN and REVOPS_SCENARIOS", () => {
  const inputs = [
    ["Input", "Value"],
    ["Targets", ""],
    ["new_business", 100_000],
    ["Average deal size", "10000"],
    ["Win rate", "25%"],
    ["Sales cycle", 60],
    ["Opening ARR", 1_000_000],
    ["churn rate", 0.1],
  ];
  const line = (rows: unknown[][], name: string) => rows.find(([first]) => first === name)?.slice(1);

  it("read inputs by name, past headings and sections", () => {
    const plan = call("REVOPS_PLAN", inputs);
    expect(line(plan, "Opportunities needed")).toEqual([40, "new deals needed ÷ new win rate"]);
    expect(line(plan, "ARR at year end")?.[0]).toBeCloseTo(1_000_000, 6);
  });

  it("take scenarios of one's own", () => {
    const own = [
      ["Scenario", "Win rate", "Cycle", "Churn"],
      ["Slump", "-5%", 0, 0.05],
      ["Same", "", "", ""],
    ];
    const rows = call("REVOPS_SCENARIOS", inputs, own);
    expect(rows[0]).toEqual(["Line", "Slump", "Same"]);
    expect(line(rows, "New business won")).toEqual([80_000, 100_000]);
    expect(line(rows, "Bookings by rule of thumb (±20%)")).toEqual(["", ""]);
    expect(line(rows, "Churned ARR")?.map((value) => Math.round(value as number))).toEqual([
      150_000, 100_000,
    ]);
  });

  it("keep a scenario that changes nothing, also as the first one, and say when there is none", () => {
    const own = [
      ["Same", "", "", "", ""],
      ["Slump", "-5%", "", "", ""],
    ];
    expect(call("REVOPS_SCENARIOS", inputs, own)[0]).toEqual(["Line", "Same", "Slump"]);
    expect(refused(() => call("REVOPS_SCENARIOS", inputs, columnOf("", "")))).toBe(
      "scenarios holds no scenario; give rows of name and changes.",
    );
  });

  it("carry expansion through the scenarios, a tenth of the opening ARR and five points more", () => {
    const growing = [...inputs, ["Expansion rate", "10%"]];
    const rows = call("REVOPS_SCENARIOS", growing, [
      ["Same", 0, 0, 0, 0],
      ["Better", 0, 0, 0, "5%"],
    ]);
    expect(line(rows, "Expansion")).toEqual([100_000, expect.closeTo(150_000, 6)]);
  });

  it("ask about names they do not know, figures that are none, and names given twice", () => {
    const plan =
      (...rows: unknown[][]) =>
      () =>
        call("REVOPS_PLAN", [...inputs, ...rows]);
    expect(refused(plan(["Mood", 5]))).toMatch(
      /^inputs, row 9, is named "Mood"; write one of New business, ARR target/,
    );
    expect(refused(plan(["MQL to SQL", 40]))).toMatch(/^inputs, row 9, is 40, above 100%; write 25% or 0.25/);
    expect(refused(plan(["New win rate", 0.3]))).toMatch(/^inputs, row 9, gives New win rate again/);
    expect(refused(plan(["", 3]))).toMatch(/^inputs, row 9, is named a blank/);
    const run =
      (...own: unknown[][]) =>
      () =>
        call("REVOPS_SCENARIOS", inputs, own);
    expect(refused(run(["", 0.01, 0, 0]))).toBe("scenarios, row 1, has no name; give the scenario's name.");
    expect(refused(run(["Scenario", "Win rate", "Cycle", "Churn"]))).toBe(
      "scenarios holds no scenario; give rows of name and changes.",
    );
    expect(refused(run(["Slow", 0, 3651, 0]))).toMatch(/^scenarios, row 1, is 3651, above 3650; give days/);
    expect(refused(run(["Slow", 0, 0, 1.1]))).toMatch(/^scenarios, row 1, is 1.1, above 1; give points/);
    const odd = [["Slump", -5, 0, 0]];
    expect(refused(() => call("REVOPS_SCENARIOS", inputs, odd))).toMatch(
      /^scenarios, row 1, is -5, below -1; give points/,
    );
  });
});
