import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone) as unknown[][];
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe("REVOPS_EXPANSION_SIGNALS", () => {
  it("takes an account without seats for unknown, not for full", () => {
    const answer = call(
      "REVOPS_EXPANSION_SIGNALS",
      [["Account", "Seats used", "Seats"]],
      [
        ["Acme", 5, 0],
        ["Birch", 9, 10],
      ],
      46_000,
    );
    expect(answer.slice(1, -1).map(([account]) => account)).toEqual(["Birch"]);
    expect(answer.at(-1)?.[0]).toMatch(/^Not looked for, as there is no column: /);
  });

  it("asks for a column to look at", () => {
    expect(refused(() => call("REVOPS_EXPANSION_SIGNALS", [["Account"]], [["Acme"]], 46_000))).toMatch(
      /^headings hold no signal to look for/,
    );
  });

  /** Rows of one customer but for its name, as found on 31 March 2026. */
  const foundFor = (headings: string[], ...row: unknown[]) =>
    call("REVOPS_EXPANSION_SIGNALS", [headings], [row], "2026-03-31", "", false).map(
      ([, signal, urgency, , found]) => [signal, urgency, found],
    );

  it("finds all seven signals of the playbook, the most urgent first, and then has nothing left to look for", () => {
    const headings = [
      ...["Price increase", "New team", "Support ticket from new department", "API growth", "Customer"],
      ...["Executive webinar", "NPS", "Renewal date", "Seat usage"],
    ];
    // RevOps Engine playbook, phase 8: above 80%, above 20% a month, renewal within 90 days, 12 months since a rise.
    expect(
      foundFor(headings, "2025-03-31", true, "yes", "21%", "Acme", true, 9, "2026-04-30", "81%"),
    ).toEqual([
      ["Near the seat or usage limit", "High", "81% of the limit"],
      ["Executive attended a webinar", "High", "attended"],
      ["Renewal near and NPS healthy", "High", "renews in 30 days, NPS 9"],
      ["New department uses the product", "Medium", "new department"],
      ["API usage grows", "Medium", "21% in a month"],
      ["Support ticket from a new department", "Medium", "new department"],
      ["No price increase for 12 months", "Low", "12 months ago"],
    ]);
  });

  it("reckons the growth of API usage from two months where it is not given", () => {
    const headings = ["Account", "API calls", "API calls last month"];
    // 125 ÷ 100 − 1 = 25%.
    expect(foundFor(headings, "Acme", 125, 100)[0]).toEqual(["API usage grows", "Medium", "25% in a month"]);
    for (const unknown of [
      ["", 100],
      [125, ""],
      [125, 0],
      [120, 100],
    ]) {
      expect(foundFor(headings, "Acme", ...unknown).length, String(unknown)).toBe(1);
    }
  });

  it("reads either the usage itself or the seats, whichever of the two is filled", () => {
    const headings = ["Account", "Usage", "Seats used", "Seats"];
    expect(foundFor(headings, "Acme", "85%", 1, 10)[0]?.[2]).toBe("85% of the limit");
    expect(foundFor(headings, "Acme", "", 9, 10)[0]?.[2]).toBe("90% of the limit");
  });

  it("looks for nothing of which it is told but half", () => {
    for (const half of ["Seats used", "Seats", "API calls", "API calls last month", "Renewal", "NPS"]) {
      expect(
        refused(() => foundFor(["Account", half], "Acme", 9)),
        half,
      ).toBe("headings hold no signal to look for, such as Usage, Renewal and NPS, or Last price increase.");
    }
    expect(
      call("REVOPS_EXPANSION_SIGNALS", [["Account", "Usage", "NPS"]], [["Acme", "80%", 10]], 46_000).slice(1),
    ).toEqual([
      [
        "Not looked for, as there is no column: Executive attended a webinar; Renewal near and NPS healthy; New department uses the product; API usage grows; Support ticket from a new department; No price increase for 12 months",
        ...["", "", "", ""],
      ],
    ]);
  });

  it("asks for the column of customers, and finds one without a name all the same", () => {
    expect(refused(() => foundFor(["Usage"], "90%"))).toBe(
      "headings hold no Account; name the column of the customers so.",
    );
    const rows = [
      ["", ""],
      ["", "90%"],
    ];
    expect(
      call("REVOPS_EXPANSION_SIGNALS", [["Account", "Usage"]], rows, "2026-03-31", "", false)[0],
    ).toEqual([
      ...["(no name)", "Near the seat or usage limit", "High", "Alert CS and AE; nudge to upgrade"],
      "90% of the limit",
    ]);
  });

  it("names the cell that cannot be read", () => {
    const rows = [
      ["Acme", "90%"],
      ["Birch", "full"],
    ];
    expect(refused(() => call("REVOPS_EXPANSION_SIGNALS", [["Account", "Usage"]], rows, "2026-03-31"))).toBe(
      'rows, row 2, under Usage is "full"; give a number of 0 or more.',
    );
  });
});

describe("REVOPS_PQL", () => {
  it("says all that an account still lacks, and leaves a blank row blank", () => {
    expect(
      call("REVOPS_PQL", columnOf(true, "", false, ""), columnOf(3, "", 1, 5), columnOf(2, "", 0, 2)),
    ).toEqual([
      ["Status", "Nice-to-haves", "Missing"],
      ["PQL", 0, ""],
      ["", "", ""],
      ["Not yet", 0, "onboarding not completed; 1 of 3 active users; 0 of 2 core features"],
      ["Not yet", 0, "onboarding not known"],
    ]);
  });
});
