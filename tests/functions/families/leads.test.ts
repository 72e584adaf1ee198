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
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);

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
});

describe("LEAD_ROUTE", () => {
  const headings = [["Company", "Employees", "Score"]];

  it("names the row of a rep's unknown queue and of a size that is no number", () => {
    expect(
      refused(() =>
        call(
          "LEAD_ROUTE",
          headings,
          [["Acme", 5, 60]],
          [
            ["Queue", "Rep"],
            ["Moon", "Ada"],
          ],
        ),
      ),
    ).toBe('reps, row 2, has the queue "Moon"; write Enterprise, Mid-market, SMB, Nurture or Fallback.');
    expect(refused(() => call("LEAD_ROUTE", headings, [["Acme", "many", 60]]))).toBe(
      'rows, row 1, under Employees is "many"; give a count of 0 or more.',
    );
  });

  it("routes 10,000 leads in one call", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [`Company ${at}`, at % 700, at % 100]);
    const began = cpuMs();
    expect(call("LEAD_ROUTE", headings, rows, [["SMB", "Ada"]])).toHaveLength(10_001);
    expect(cpuMs() - began).toBeLessThan(3000);
  });
});

describe("REVOPS_SLA_STATUS", () => {
  const start = columnOf(new Date("2026-03-02T15:00:00Z"), "", new Date("2026-03-02T15:00:00Z"));
  const done = columnOf(new Date("2026-03-02T15:04:00Z"), "", "");

  it("reads times as the spreadsheet shows them, and gives due times back so", () => {
    const [head, first, blank, open] = call("REVOPS_SLA_STATUS", start, 5 / 60, done, "2026-03-02 10:10");
    expect(head).toEqual(["Status", "Due", "Hours taken", "Hours left"]);
    expect(first).toEqual(["Met", new Date("2026-03-02T15:05:00Z"), 0.066667, 0.016667]);
    expect(blank).toEqual(["", "", "", ""]);
    expect(open?.[0]).toBe("Overdue");
  });

  it("takes a promise for each row, and asks for one that is missing", () => {
    const statuses = (...hours: unknown[]) =>
      call("REVOPS_SLA_STATUS", start, columnOf(...hours), done, "2026-03-02 11:00").map(([state]) => state);
    expect(statuses(0.05, "", 2)).toEqual(["Status", "Missed", "", "Open"]);
    expect(refused(() => statuses(0.05, 1))).toBe(
      "sla_hours, row 3, is blank; give hours above 0, such as 4 or 5/60.",
    );
  });

  it("sums up as compliance", () => {
    expect(
      call("REVOPS_SLA_STATUS", start, 1, done, "2026-03-02 12:00", "", "", "", "", "", "compliance"),
    ).toBe(0.5);
  });

  it("asks for a start that is missing, and refuses a time in another zone", () => {
    expect(refused(() => call("REVOPS_SLA_STATUS", columnOf("", 46_000), 1, columnOf(46_000, 46_001)))).toBe(
      "start, row 1, is blank; give the date and time it started.",
    );
    expect(refused(() => call("REVOPS_SLA_STATUS", "2026-03-02T10:00:00Z", 1, 46_100))).toMatch(
      /^start, row 1, names a time zone/,
    );
  });
});

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
});
