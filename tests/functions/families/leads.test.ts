import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone) as unknown[][];

describe("LEAD_SCORE_BREAKDOWN", () => {
  const headings = [
    [
      "Lead",
      "Visited pricing page",
      "Requested demo",
      "Attended webinar",
      "Opened 3+ emails in 7 days",
      "Downloaded ebook",
    ],
  ];

  it("stands beside its leads row by row, and shows what the caps took away", () => {
    const answer = call("LEAD_SCORE_BREAKDOWN", headings, [
      ["Ada", true, true, true, 3, true],
      ["", "", "", "", "", ""],
      ["Ben", "", "", "", 2, ""],
    ]);
    expect(answer[0]).toEqual([
      ...["Lead", "Visited pricing page", "Requested demo", "Attended webinar", "Opened 3+ emails in 7 days"],
      ...["Downloaded whitepaper/ebook", "Behavioural", "Firmographic", "Negative", "Score", "Grade"],
    ]);
    expect(answer[1]).toEqual(["Ada", 15, 25, 12, 8, 10, 60, 0, 0, 60, "MQL, fit D"]);
    expect(answer[2]?.every((cell) => cell === "")).toBe(true);
    expect(answer[3]).toEqual(["Ben", 0, 0, 0, 0, 0, 0, 0, 0, 0, "Nurture, fit D"]);
  });

  it("agrees with LEAD_SCORE", () => {
    const rows = [
      ["Ada", 4, 1, "", 9, ""],
      ["Ben", "", "yes", true, "", 1],
    ];
    const score = (call("LEAD_SCORE_BREAKDOWN", headings, rows, "", "", false) as number[][]).map(
      (row) => row[9],
    );
    expect(call("LEAD_SCORE", headings, rows).map(([one]) => one)).toEqual(score);
  });

  it("names a lead by the column that a CRM keeps its name in, before its e-mail and its company", () => {
    const named = (headings: string[], row: unknown[]) =>
      call("LEAD_SCORE_BREAKDOWN", [headings], [row], "", "", false)[0]?.[0];
    for (const heading of ["Lead", "NAME", "Full name", "Lead name", "Contact"]) {
      const table = ["Company", "Requested demo", "E-mail", heading];
      expect(named(table, ["Acme", true, "ada@acme.com", "Ada"]), heading).toBe("Ada");
    }
    expect(named(["Company", "Requested demo", "E-mail"], ["Acme", true, "ada@acme.com"])).toBe(
      "ada@acme.com",
    );
    expect(named(["Requested demo", "Company"], [true, "Acme"])).toBe("Acme");
    expect(named(["Requested demo", "Account"], [true, "Acme"])).toBe("Acme");
  });

  it("calls a lead without a name by its row", () => {
    const firsts = (headings: string[], rows: unknown[][]) =>
      call("LEAD_SCORE_BREAKDOWN", [headings], rows, "", "", false).map(([first]) => first);
    const noName = [
      [true, "Ada"],
      [true, ""],
      [true, new Date("2026-03-02T15:00:00Z")],
      [true, 17],
    ];
    expect(firsts(["Requested demo", "Lead"], noName)).toEqual(["Ada", "Row 2", "Row 3", 17]);
    const noColumn = [
      [true, true],
      [true, false],
    ];
    expect(firsts(["Requested demo", "Attended webinar"], noColumn)).toEqual(["Row 1", "Row 2"]);
  });

  it("brings a lead that reaches both caps to 100 points and an A", () => {
    const model = [
      ["Trial started", "behavioural", 80],
      ["In our market", "firmographic", 50],
    ];
    // RevOps Engine playbook, phase 3: at most 60 behavioural and 40 firmographic points; hot from 75.
    expect(
      call("LEAD_SCORE_BREAKDOWN", [["Trial started", "In our market"]], [[true, true]], "", model, false),
    ).toEqual([["Row 1", 80, 50, 60, 40, 0, 100, "Hot lead, fit A"]]);
  });

  it("names the row of a cell that cannot be read", () => {
    expect(
      refused(() =>
        call(
          "LEAD_SCORE_BREAKDOWN",
          [["Lead", "Demo"]],
          [
            ["Ada", true],
            ["Ben", "soon"],
          ],
        ),
      ),
    ).toBe(
      'rows, row 2, has "soon" under "Demo"; write TRUE or FALSE, a count, or the date it last happened.',
    );
  });
});
