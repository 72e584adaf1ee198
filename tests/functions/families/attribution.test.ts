import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";
import { cpuMs } from "../../cpuMs.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone) as unknown[][];
const day = (text: string) => new Date(`${text}T12:00:00Z`);

describe("REVOPS_ATTRIBUTION", () => {
  const touches = [
    ["Ada", day("2026-03-09"), "Demo", "Opportunity created", 500],
    ["Ada", day("2026-03-01"), "Ads", "", ""],
    ["", day("2026-03-01"), "Ads", "", ""],
    ["Ada", day("2026-03-05"), "Webinar", "Lead created", ""],
    ["Ben", day("2026-03-05"), "Ads", "", ""],
  ];

  it("puts touches together by person, and says which belong to nobody", () => {
    expect(
      call(
        "REVOPS_ATTRIBUTION",
        [["Contact", "Date", "Channel", "Milestone", "Amount"]],
        touches,
        "w-shaped",
      ),
    ).toEqual([
      ["Channel", "Conversions", "Share", "Value"],
      ["Ads", expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(500 / 3, 9)],
      ["Demo", expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(500 / 3, 9)],
      ["Webinar", expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(500 / 3, 9)],
      ["1 touch has no person and is left out", "", "", ""],
    ]);
  });

  it("counts several touches without a person, whichever columns there are", () => {
    const rows = [
      ["Ada", "Ads"],
      ["", "Ads"],
      ["", ""],
      ["", "Mail"],
    ];
    expect(call("REVOPS_ATTRIBUTION", [["Person", "Channel"]], rows, "first", "", "", false)).toEqual([
      ["Ads", 1, 1, ""],
      ["2 touches have no person and are left out", "", "", ""],
    ]);
    expect(
      call("REVOPS_ATTRIBUTION_COMPARE", [["Person", "Channel"]], rows, "", "", "", false).at(-1),
    ).toEqual(["2 touches have no person and are left out", ...Array(9).fill("")]);
  });

  it("puts the largest credit first, equal ones by name", () => {
    const order = (...paths: string[]) =>
      call(
        "REVOPS_ATTRIBUTION",
        [["Path"]],
        paths.map((path) => [path]),
        "linear",
        "",
        "",
        false,
      ).map(([name]) => name);
    expect(order("B", "C > A", "D", "D")).toEqual(["D", "B", "A", "C"]);
    expect(order("D", "D", "A > C", "B")).toEqual(["D", "B", "A", "C"]);
  });

  it("reads conversions as counts or as TRUE and FALSE, and paths that did not convert beside them", () => {
    const credit = (headings: string[], ...rows: unknown[][]) =>
      call("REVOPS_ATTRIBUTION", [headings], rows, "last", "", "", false).map((row) => row.slice(0, 2));
    expect(
      credit(["Path", "Converted"], ["A", true], ["", ""], ["B", "3"], ["C", "no"], ["D", 2], ["E", "yes"]),
    ).toEqual([
      ...[
        ["B", 3],
        ["D", 2],
      ],
      ...[
        ["A", 1],
        ["E", 1],
        ["C", 0],
      ],
    ]);
    // By the Markov chain of order 1, half of what begins with A converts: A 0.5 of its effect, B all.
    expect(
      call(
        "REVOPS_ATTRIBUTION",
        [["Path", "Total conversions", "Null"]],
        [["A", 1, 1]],
        "markov",
        "",
        "",
        false,
      ),
    ).toEqual([["A", 1, 1, ""]]);
    expect(refused(() => credit(["Path", "Conversions", "Null"], ["A", 1, -1]))).toBe(
      "rows, row 1, has -1 under non-conversions; give 0 or more.",
    );
    expect(refused(() => credit(["Path", "Conversions"], ["A", -1]))).toMatch(
      /^rows, row 1, under Conversions is -1, below 0/,
    );
  });

  it("reads touches with their day, milestone, outcome and value", () => {
    const rows = [
      ["Ada", "Ads", 46_000, "", 1, 90],
      ["Ada", "Mail", 46_007, "lead", "", ""],
      ["Ben", "Ads", 46_000, "", 0, 50],
    ];
    const headings = [["Person", "Touchpoint", "Day", "Stage", "Conversion", "Revenue"]];
    // Ada alone converted; a week is the half-life: 1 to 2.
    expect(call("REVOPS_ATTRIBUTION", headings, rows, "time decay", "", "", false)).toEqual([
      ["Mail", expect.closeTo(2 / 3, 12), expect.closeTo(2 / 3, 12), expect.closeTo(60, 9)],
      ["Ads", expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(30, 9)],
    ]);
    // With a half-life of 3.5 days, 1 to 4.
    expect(call("REVOPS_ATTRIBUTION", headings, rows, "time decay", 3.5, "", false)[0]?.[1]).toBeCloseTo(
      0.8,
      12,
    );
    expect(
      refused(() => call("REVOPS_ATTRIBUTION", headings, [["Ada", "Ads", "", "", 1, 90]], "first")),
    ).toBe("rows, row 1, has no date; give the day of the touch.");
  });

  it("takes the model that the recommendation names", () => {
    const model = call("REVOPS_ATTRIBUTION_RECOMMEND", 900, true);
    expect(call("REVOPS_ATTRIBUTION", [["Path"]], [["A > B"]], model, "", "", false)).toEqual([
      ["A", 0.5, 0.5, ""],
      ["B", 0.5, 0.5, ""],
    ]);
  });

  it("asks for the columns it needs, and for readable cells", () => {
    for (const headings of [["Route"], ["Person"], ["Channel"]]) {
      expect(refused(() => call("REVOPS_ATTRIBUTION", [headings], [["A"]]))).toBe(
        "headings hold neither Path nor Person and Channel; name the columns of paths or of touches so.",
      );
    }
    expect(refused(() => call("REVOPS_ATTRIBUTION", [["Path", "Non-conversions"]], [["A", 1]]))).toBe(
      "headings hold non-conversions but no conversions; add a Conversions column.",
    );
    expect(
      refused(() =>
        call(
          "REVOPS_ATTRIBUTION",
          [["Path", "Conversions"]],
          [
            ["A", 1],
            ["B", "some"],
          ],
        ),
      ),
    ).toBe('rows, row 2, under Conversions is "some"; write TRUE or FALSE.');
    expect(refused(() => call("REVOPS_ATTRIBUTION", [["Path", "Value"]], [["A", -5]]))).toBe(
      "rows, row 1, has -5 under value; give 0 or more.",
    );
  });

  it("answers 100,000 paths over 20 channels in one call", () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => [
      Array.from({ length: 1 + (at % 5) }, (_, step) => `Channel ${(at * 7 + step * step * 3) % 20}`).join(
        " > ",
      ),
      at % 4 === 0,
    ]);
    const began = cpuMs();
    expect(call("REVOPS_ATTRIBUTION", [["Path", "Converted"]], rows, "markov")).toHaveLength(21);
    expect(cpuMs() - began).toBeLessThan(6000);
  });
});

describe("REVOPS_ATTRIBUTION_COMPARE", () => {
  it("gives each model its column, and names the simplified Shapley value beyond 20 channels", () => {
    const rows = Array.from({ length: 21 }, (_, at) => [`C${at} > C${(at + 1) % 21}`, 1]);
    const [head, ...body] = call("REVOPS_ATTRIBUTION_COMPARE", [["Path", "Conversions"]], rows);
    expect(head).toEqual([
      ...["Channel", "First", "Last", "Linear", "U-shaped", "W-shaped", "Full path", "Time decay"],
      ...["Markov", "Shapley simplified"],
    ]);
    const twenty = Array.from({ length: 20 }, (_, at) => [`C${at}`, 1]);
    expect(call("REVOPS_ATTRIBUTION_COMPARE", [["Path", "Conversions"]], twenty)[0]?.at(-1)).toBe("Shapley");
    for (let model = 1; model < 10; model++) {
      expect(body.reduce((sum, row) => sum + (row[model] as number), 0)).toBeCloseTo(21, 9);
    }
  });

  it("goes by the half-life and the memory it is given, as a single model does", () => {
    // What comes after B depends on what stood before it, which a chain that remembers one touch forgets.
    const rows = [
      ...["A", "B", "C"].map((channel, at) => ["Ada", channel, 46_000 + at ** 2, 1]),
      ...["D", "B", "E"].map((channel, at) => ["Ben", channel, 46_000 + at, 0]),
    ];
    const names = [["Person", "Channel", "Date", "Converted"]];
    const compared = (half: unknown = "", order: unknown = "") =>
      call("REVOPS_ATTRIBUTION_COMPARE", names, rows, "", half, order, false);
    const alone = (model: string, ...options: unknown[]) =>
      new Map(
        call("REVOPS_ATTRIBUTION", names, rows, model, ...options, false).map(([name, own]) => [name, own]),
      );
    const column = (table: unknown[][], at: number) => new Map(table.map((row) => [row[0], row[at]]));
    expect(column(compared(2, 3), 7)).toEqual(alone("time decay", 2, ""));
    expect(column(compared(2, 3), 8)).toEqual(alone("markov", "", 3));
    expect(column(compared(), 7)).not.toEqual(column(compared(2, 3), 7));
    expect(column(compared(), 8)).not.toEqual(column(compared(2, 3), 8));
  });

  it("compares value where there is some, and says so where there is none", () => {
    expect(
      call("REVOPS_ATTRIBUTION_COMPARE", [["Path", "Value"]], [["A > B", 80]], "value", "", "", false)[0],
    ).toEqual(["A", 80, 0, 40, 40, 40, 40, expect.closeTo(80 / 3, 9), 40, 40]);
    expect(refused(() => call("REVOPS_ATTRIBUTION_COMPARE", [["Path"]], [["A"]], "value"))).toBe(
      "credit is value, but no converting path has one; add a Value column or compare conversions.",
    );
    expect(
      call("REVOPS_ATTRIBUTION_COMPARE", [["Path"]], [["B > A"], ["B"]], "", "", "", false).map(
        ([name]) => name,
      ),
    ).toEqual(["B", "A"]);
  });
});
