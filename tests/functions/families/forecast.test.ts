import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";
import { cpuMs } from "../../cpuMs.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone);
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe("REVOPS_FORECAST_RANGE", () => {
  const figures = (table: unknown) => (table as unknown[][]).map(([figure]) => figure);

  it("gives P10, P50 and P90 unless asked for others, and the deals of one rep alone", () => {
    const [amounts, chances] = [columnOf(100, 200), columnOf(0.5, 0.5)];
    expect(figures(call("REVOPS_FORECAST_RANGE", amounts, chances))).toEqual([
      "Figure",
      "P10",
      "P50",
      "P90",
      "Mean",
      "Grid step",
    ]);
    const ben = call(
      "REVOPS_FORECAST_RANGE",
      amounts,
      chances,
      "",
      [["2.5%", "", 1]],
      150,
      "",
      "",
      "",
      columnOf("Ada", "Ben"),
      "Ben",
    );
    expect(ben).toEqual([
      ["Figure", "Value", "Error at most"],
      ["P2.5", 0, 0],
      ["P100", 200, 0],
      ["Mean", 100, 0],
      ["Chance of target", 0.5, 0],
      ["Grid step", "none: exact", ""],
    ]);
  });

  it("says how many deals it left out, and that an amount is below 0", () => {
    const table = call("REVOPS_FORECAST_RANGE", columnOf(100, "", 5), columnOf(0.5, 0.5, "")) as unknown[][];
    expect(table[table.length - 1]).toEqual(["2 open deals lack the amount or the probability", "", ""]);
    const one = call("REVOPS_FORECAST_RANGE", columnOf(100, ""), columnOf(0.5, 0.5)) as unknown[][];
    expect(one[one.length - 1]?.[0]).toBe("1 open deal lacks the amount or the probability");
    expect(refused(() => call("REVOPS_FORECAST_RANGE", columnOf(1, -5), columnOf(0.5, 0.5)))).toMatch(
      /^amounts, row 2, is -5, below 0/,
    );
  });

  it("takes the deals due in a period, both its days included, and says how many have no expected close", () => {
    const amounts = columnOf(100, 200, 400, 800);
    const due = columnOf("2026-01-01", "2026-03-31", "2026-04-01", "");
    const table = (from: unknown, to: unknown) =>
      call("REVOPS_FORECAST_RANGE", amounts, columnOf(1, 1, 1, 1), "", "", "", due, from, to) as unknown[][];
    expect(table("2026-01-01", "2026-03-31")[1]).toEqual(["P10", 300, 0]);
    expect(table("", "2026-03-30")[1]).toEqual(["P10", 100, 0]);
    expect(table("2026-01-01", "").pop()).toEqual(["1 open deal has no expected close", "", ""]);
    const two = columnOf("2026-01-01", "", "", "2026-01-01");
    const undated = call(
      "REVOPS_FORECAST_RANGE",
      ...[amounts, columnOf(1, 1, 1, 1), "", "", "", two, "2026-01-01", ""],
    ) as unknown[][];
    expect(undated.pop()).toEqual(["2 open deals have no expected close", "", ""]);
    expect(refused(() => table("2026-05-01", "2026-06-30"))).toMatch(
      /belong to no open deal that is expected to close in the period/,
    );
    expect(refused(() => table("2026-05-01", "2026-04-01"))).toMatch(/^from lies after to/);
  });

  it("tells the step to which amounts were rounded where there are too many totals to keep apart", () => {
    const amounts = Array.from({ length: 300 }, (_, deal) => [1000 + ((deal * 7919) % 60_000) + deal / 7]);
    const table = call("REVOPS_FORECAST_RANGE", amounts, Array(300).fill([0.5])) as unknown[][];
    expect(table.at(-1)).toEqual(["Grid step", expect.any(Number), ""]);
    expect(table.at(-1)?.[1]).toBeGreaterThan(0);
  });

  it("answers for 5,000 deals in one call, the same each time", () => {
    const amounts = Array.from({ length: 5000 }, (_, deal) => [1000 + ((deal * 7919) % 60_000)]);
    const chances = Array.from({ length: 5000 }, (_, deal) => [((deal * 37) % 100) / 100]);
    const began = cpuMs();
    const table = call("REVOPS_FORECAST_RANGE", amounts, chances);
    expect(cpuMs() - began).toBeLessThan(3000);
    expect(call("REVOPS_FORECAST_RANGE", amounts, chances)).toEqual(table);
  });
});

describe("REVOPS_FORECAST_WEIGHTED", () => {
  const args = (measure: string, from: unknown = "2026-01-01") => [
    columnOf(100, 200, "", 400),
    columnOf("Demo", "Demo", "Demo", "Demo"),
    [["Demo"]],
    [["50%"]],
    columnOf("", "Won", "", ""),
    columnOf("2026-02-01", "2026-02-01", "2026-02-01", ""),
    from,
    "2026-03-31",
    measure,
  ];

  it("gives the total, what it lacks, or the table with both", () => {
    expect(call("REVOPS_FORECAST_WEIGHTED", ...args("total"))).toBe(50);
    expect(call("REVOPS_FORECAST_WEIGHTED", ...args("left out"))).toBe(2);
    expect(call("REVOPS_FORECAST_WEIGHTED", ...args("by stage"))).toEqual([
      ["Stage", "Deals", "Amount", "Probability", "Forecast"],
      ["Demo", 1, 100, 0.5, 50],
      ["Total", 1, 100, "", 50],
      ["1 open deal lacks the amount or the stage", "", "", "", ""],
      ["1 open deal has no expected close", "", "", "", ""],
    ]);
  });

  it("shows a stage without a probability as long as no deal stands in it", () => {
    const weighted = (stage: string) =>
      call(
        "REVOPS_FORECAST_WEIGHTED",
        ...[columnOf(100, ""), columnOf(stage, "Demo"), [["Demo", "Pilot"]], [["50%", ""]]],
        ...["", "", "", "", "by stage", "", "", false],
      );
    expect(weighted("Demo")).toEqual([
      ["Demo", 1, 100, 0.5, 50],
      ["Pilot", 0, 0, "", 0],
      ["Total", 1, 100, "", 50],
      ["1 open deal lacks the amount or the stage", "", "", "", ""],
    ]);
    expect(refused(() => weighted("pilot"))).toBe(
      'stage_probabilities is blank for "pilot", in which deals stand; fill it in.',
    );
  });

  it("counts the deals that it lacks, says nothing where it lacks none, and gives 0 where all are closed", () => {
    const weighted = (sizes: unknown[], ended: unknown, measure: string) =>
      call(
        "REVOPS_FORECAST_WEIGHTED",
        ...[columnOf(...sizes), columnOf("Demo", "Demo", "Demo"), [["Demo"]], [[0.5]], ended],
        ...["", "", "", measure],
      );
    expect((weighted([100, "", ""], "", "by stage") as unknown[][]).at(-1)?.[0]).toBe(
      "2 open deals lack the amount or the stage",
    );
    expect((weighted([1, 2, 3], "", "by stage") as unknown[][]).at(-1)?.[0]).toBe("Total");
    expect(weighted([1, 2, 3], columnOf("Won", "Lost", "Won"), "total")).toBe(0);
  });

  it("refuses a total of which no deal is known, instead of 0", () => {
    expect(refused(() => call("REVOPS_FORECAST_WEIGHTED", [[""]], [["Demo"]], [["Demo"]], [[0.5]]))).toBe(
      "amounts belong to no deal that can be forecast (1 left out); fill in the blanks.",
    );
  });
});

describe("REVOPS_FORECAST_HISTORICAL and REVOPS_FORECAST_ACCURACY", () => {
  it("give the total alone by default, and blanks for months to come", () => {
    expect(call("REVOPS_FORECAST_HISTORICAL", columnOf(50, 20), columnOf(0.1, 0.6), 1000)).toBe(17_000);
    expect(call("REVOPS_FORECAST_ACCURACY", columnOf(230, ""), columnOf(250, 280))).toEqual([[0.92], [""]]);
  });

  it("number the stages that have no name", () => {
    const names = (stages: unknown) =>
      (
        call(
          "REVOPS_FORECAST_HISTORICAL",
          ...[columnOf(50, 20), columnOf(0.1, 0.6), 1000, stages, "", "by stage", false],
        ) as unknown[][]
      ).map(([name]) => name);
    expect(names("")).toEqual(["Stage 1", "Stage 2", "Total"]);
    expect(names(columnOf("Demo", ""))).toEqual(["Demo", "Stage 2", "Total"]);
  });
});

describe("REVOPS_MASE", () => {
  it("passes over blanks under the history and names the place of a text in it", () => {
    const history = columnOf(5, 0.5, 4, "", 6, 3, 5, 2, "");
    expect(call("REVOPS_MASE", columnOf(3, -0.5, 2, 7), columnOf(2.5, 0, 2, 8), history)).toBeCloseTo(
      1 / 6,
      14,
    );
    // Without a history, the actuals are theirs: they move by 1 on average, and every forecast misses by 0.5.
    expect(call("REVOPS_MASE", columnOf(1, 2, 3), columnOf(1.5, 2.5, 3.5))).toBe(0.5);
    expect(refused(() => call("REVOPS_MASE", [[1]], [[2]], [[1, "soon"]]))).toMatch(
      /^history, column 2, is "soon"/,
    );
  });
});

describe("REVOPS_FORECAST_SKILL", () => {
  it("names forecasters without a finished period, and rows without a period", () => {
    const table = call(
      "REVOPS_FORECAST_SKILL",
      columnOf("Ada", "Ada", "Ben", "Ada"),
      columnOf("2026-01-01", "2026-02-01", "2026-02-01", ""),
      columnOf(10, 12, "", 1),
      columnOf("", 11, 9, 1),
    ) as unknown[][];
    expect(table[1]).toEqual(["Ada", 1, 1, 1 / 12, 0.5, 0.5, "", ""]);
    expect(table.slice(2).map(([said]) => said)).toEqual([
      "Ben: no period with forecast and actual yet",
      "1 row lacks the forecaster or the period",
    ]);
  });
});

describe("REVOPS_FORECAST_SKILL over what cannot be compared", () => {
  it("leaves the share blank where nothing came in, and counts the rows it cannot place", () => {
    const table = call(
      "REVOPS_FORECAST_SKILL",
      columnOf("Ada", "", "Ada"),
      columnOf("2026-01-01", "2026-01-01", ""),
      columnOf(0, 1, 1),
      columnOf(2, 1, 1),
    ) as unknown[][];
    expect(table.slice(1)).toEqual([
      ["Ada", 1, 2, "", "", "", "", ""],
      ["2 rows lack the forecaster or the period", ...Array(7).fill("")],
    ]);
  });
});

describe("REVOPS_STAGE_PROBABILITIES", () => {
  it("leaves a stage blank that no closed deal was in, and says of every row what it could not learn from", () => {
    const learnt = (...rows: unknown[][]) =>
      call(
        "REVOPS_STAGE_PROBABILITIES",
        columnOf("A", "B", ...rows.map(([deal]) => deal)),
        columnOf("Demo", "Demo", ...rows.map(([, stage]) => stage)),
        columnOf("Won", "Lost", ...rows.map(([, , outcome]) => outcome)),
        "",
        ...[1, "", "", false],
      ) as unknown[][];
    const said = (...rows: unknown[][]) => learnt(...rows).flatMap(([name], at) => (at > 1 ? [name] : []));
    const one = [
      ["C", "Pilot", ""],
      ["D", "Pilot", "Won"],
      ["D", "Pilot", "Lost"],
      ["E", "", "Lost"],
      ["", "Demo", ""],
    ];
    expect(learnt(...one)[1]).toEqual(["Pilot", 0, 0, "", "", "", "Fewer than 1 closed deal"]);
    expect(said(...one)).toEqual([
      "1 deal is still open",
      "1 deal is both won and lost",
      "1 closed deal was in no stage",
      "1 row lacks the deal or the stage",
    ]);
    const two = one.map(([deal, ...rest]) => [deal === "" ? "" : `${deal}2`, ...rest]);
    expect(said(...one, ...two)).toEqual([
      "2 deals are still open",
      "2 deals are both won and lost",
      "2 closed deals were in no stage",
      "2 rows lack the deal or the stage",
    ]);
  });

  it("refuses fewer than 30 closed deals unless told otherwise, and marks stages with few", () => {
    const args = [
      columnOf("A", "B", "C"),
      columnOf("Demo", "Demo", "Legal"),
      columnOf("Won", "Lost", "Lost"),
    ];
    expect(refused(() => call("REVOPS_STAGE_PROBABILITIES", ...args))).toBe(
      "deals holds 3 closed deals, too few to learn from; give at least 30, or set another minimum.",
    );
    expect(refused(() => call("REVOPS_STAGE_PROBABILITIES", [["A"]], [["Demo"]], [["Won"]]))).toMatch(
      /^deals holds 1 closed deal, too few to learn from/,
    );
    const table = call("REVOPS_STAGE_PROBABILITIES", ...args, [["Demo", "Legal"]], 2) as unknown[][];
    expect(table[2]?.[6]).toBe("");
    const apart = call("REVOPS_STAGE_PROBABILITIES", ...args, "", 2) as unknown[][];
    expect(apart[2]?.[6]).toBe("Fewer than 2 closed deals");
  });
});
