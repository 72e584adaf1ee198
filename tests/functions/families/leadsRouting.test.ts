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

  const firsts = (...args: unknown[]) => call("LEAD_ROUTE", ...args).map(([queue, rep]) => [queue, rep]);

  it("goes by whichever of company, size and score there is, and asks for one", () => {
    const queue = (heading: string, cell: unknown) => firsts([[heading]], [[cell]], "", "", false)[0]?.[0];
    // RevOps Engine playbook, phase 8: 50 to 499 employees are mid-market, a score below 50 is for nurture.
    expect([queue("Employees", 120), queue("Score", 49), queue("Company", "Acme")]).toEqual([
      ...["Mid-market SDRs", "Nurture campaign", "Marketing ops"],
    ]);
    expect(refused(() => queue("Colour", "red"))).toBe(
      "headings hold neither Company, Employees nor Score; name at least one column so.",
    );
  });

  it("answers row by row: a blank row stays blank and takes nobody's turn", () => {
    const rows = [
      ["Acme", 120, ""],
      ["", "", ""],
      ["Birch", 120, ""],
    ];
    const answer = call("LEAD_ROUTE", headings, rows, [
      ["MM", "Ada"],
      ["", ""],
      ["MM", "Ben"],
    ]);
    expect(answer.slice(1).map(([queue, rep]) => [queue, rep])).toEqual([
      ["Mid-market SDRs", "Ada"],
      ["", ""],
      ["Mid-market SDRs", "Ben"],
    ]);
    expect(answer[2]).toEqual(["", "", "", ""]);
  });

  it("passes over a heading above the reps, and over nothing else", () => {
    const reps = (...rows: unknown[][]) => firsts(headings, [["Acme", 120, 60]], rows, "", false)[0]?.[1];
    for (const heading of ["Queue", "TEAM", "Segment"]) {
      expect(reps([heading, "Rep"], ["Mid-market", "Ada"]), heading).toBe("Ada");
    }
    expect(reps(["Mid-market team", "Ada"], ["Mid-market", "Ben"])).toBe("Ada");
    const sentence = (row: number, queue: string) =>
      `reps, row ${row}, has the queue "${queue}"; write Enterprise, Mid-market, SMB, Nurture or Fallback.`;
    expect(refused(() => reps(["Team North", "Ada"]))).toBe(sentence(1, "Team North"));
    expect(refused(() => reps(["Queue", "Rep"], ["Team", "Ada"]))).toBe(sentence(2, "Team"));
    expect(refused(() => reps(["", "Ada"]))).toBe(sentence(1, ""));
    expect(refused(() => reps(["x".repeat(41), "Ada"]))).toBe(sentence(1, "x".repeat(40)));
  });

  it("asks for a rep that is missing, and names the table of a cell that is no text", () => {
    const leads = [["Acme", 120, 60]];
    expect(
      refused(() =>
        firsts(headings, leads, [
          ["MM", "Ada"],
          ["MM", ""],
        ]),
      ),
    ).toBe("reps, row 2, has no rep; give the name in the second column.");
    const due = new Date("2026-03-02T15:00:00Z");
    expect(refused(() => firsts(headings, leads, [["MM", due]]))).toBe("reps, row 1, is a date; give text.");
    expect(
      refused(() =>
        firsts(headings, leads, "", [
          ["Acme", "Ada"],
          [due, "Ada"],
        ]),
      ),
    ).toBe("named_accounts, row 2, is a date; give text.");
  });

  it("gives named accounts to their rep by name or by the domain of site or e-mail", () => {
    const named = [
      ["birch.com", "Ben"],
      ["Acme", ""],
    ];
    const leads = [
      ["Birch Trading", "www.birch.com"],
      ["Birch", "x@mail.birch.com"],
      ["Acme", ""],
      ["Cedar", "cedar.com"],
    ];
    expect(firsts([["Company", "Website"]], leads, "", named, false)).toEqual([
      ["Assigned AE", "Ben"],
      ["Assigned AE", "Ben"],
      ["Assigned AE", ""],
      ["Marketing ops", ""],
    ]);
  });

  it("takes the first row of named accounts for a heading only where it is one", () => {
    const queue = (account: string) =>
      firsts([["Company"]], [[account]], "", [[account, "Ada"]], false)[0]?.[0];
    for (const heading of ["Named account", "Named accounts", "Account", "Accounts", "Company", "Domain"]) {
      expect(queue(heading), heading).toBe("Marketing ops");
    }
    expect(["Top Account", "Domain Group"].map(queue)).toEqual(["Assigned AE", "Assigned AE"]);
  });

  it("routes 10,000 leads in one call", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [`Company ${at}`, at % 700, at % 100]);
    const began = cpuMs();
    expect(call("LEAD_ROUTE", headings, rows, [["SMB", "Ada"]])).toHaveLength(10_001);
    expect(cpuMs() - began).toBeLessThan(3000);
  });
});

describe("LEAD_MATCH_ACCOUNT", () => {
  const match = (
    leadHeadings: string[],
    leads: unknown[][],
    accountHeadings: string[],
    accounts: unknown[][],
  ) => call("LEAD_MATCH_ACCOUNT", [leadHeadings], leads, [accountHeadings], accounts, "", false);

  it("answers row by row, and says of each lead without an account why it has none", () => {
    const leads = [
      ["Ada", "Initech", "", ""],
      ["", "", "", ""],
      ["Ben", "", "initech.com", ""],
      ["Cy", "", "", "cy@initech.com"],
      ["Di", "", "", ""],
      ["Ed", "Globex Inc", "", ""],
    ];
    expect(match(["Lead", "Company", "Website", "E-mail"], leads, ["Account"], [["Globex"]])).toEqual([
      ["", "", "", "no account reaches 0.85"],
      ["", "", "", ""],
      ["", "", "", "no account reaches 0.85"],
      ["", "", "", "no account reaches 0.85"],
      ["", "", "", "no company or domain to look for"],
      ["Globex", "", 0.95, "same name"],
    ]);
  });

  it("knows an account without a name by its domain", () => {
    const accounts = [["A1", "https://www.globex.com/en"]];
    expect(match(["Lead", "E-mail"], [["Ada", "ada@globex.com"]], ["ID", "Website"], accounts)).toEqual([
      ["globex.com", "A1", 1, "same domain"],
    ]);
  });

  it("looks for the employer in a list of people, not for a person of the company's name", () => {
    const people = [
      ["Globex", "Acme", ""],
      ["Ada Lovelace", "Birch", ""],
      ["", "", "info@birch.com"],
    ];
    for (const list of [people, people.slice(0, 2)]) {
      const found = (company: string) =>
        match(["Company"], [[company]], ["Name", "Company", "E-mail"], list)[0];
      expect(found("Acme Inc")).toEqual(["Acme", "", 0.95, "same name"]);
      expect(found("Globex Inc")).toEqual(["", "", "", "no account reaches 0.85"]);
    }
  });

  it("names the table whose cell cannot be read", () => {
    const due = new Date("2026-03-02T15:00:00Z");
    expect(refused(() => match(["Company"], [["Acme"], [due]], ["Account"], [["Acme"]]))).toBe(
      "lead_rows, row 2, under Company is a date; give text.",
    );
    expect(refused(() => match(["Company"], [["Acme"]], ["Account"], [["Acme"], [due]]))).toBe(
      "account_rows, row 2, under Account is a date; give text.",
    );
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

  /** One case without headings: status, due, hours taken and left. */
  const one = (...args: unknown[]) => call("REVOPS_SLA_STATUS", ...args)[1] ?? [];

  it("runs round the clock unless business hours are asked for", () => {
    // Saturday 10:00 to Sunday 10:00.
    expect(one("2026-03-21 10:00", 24, "2026-03-22 10:00")).toEqual([
      ...["Met", new Date("2026-03-22T14:00:00Z"), 24, 0],
    ]);
    // Snow Day Calculator: Friday 16:00 to Monday 11:00 is 3 business hours.
    expect(one("2026-03-20 16:00", 4, "2026-03-23 11:00", "", "business")[2]).toBe(3);
  });

  it("takes days off from a list with gaps", () => {
    // Codingace, business hours SLA: Friday 16:30 to Tuesday 12:00 over a Monday off is half an hour and three.
    const holidays = columnOf("2026-01-01", "", "2026-03-23");
    expect(one("2026-03-20 16:30", 4, "2026-03-24 12:00", "", "business", "", "", holidays)[2]).toBe(3.5);
  });

  it("counts the business hours of a team in another time zone", () => {
    // Friday 16:00 to 20:00 is 10:00 to 14:00 six hours to the west: four hours of work, not one.
    const shifted = (shift: unknown) =>
      one("2026-03-20 16:00", 8, "2026-03-20 20:00", "", "business", "", "", "", shift)[2];
    expect([shifted(""), shifted(-6)]).toEqual([1, 4]);
  });

  it("looks at cases of which none is done yet", () => {
    expect(one("2026-03-02 10:00", 1, "", "2026-03-02 10:30")[0]).toBe("Open");
  });

  it("takes a time to the second, and none that no clock shows", () => {
    // 36 seconds are a hundredth of an hour.
    expect(one("2026-03-02 10:00:00", 1, "2026-03-02 10:00:36")[2]).toBe(0.01);
    expect(one("2026-03-02 22:59:59", 1, "2026-03-02 23:59:59")[0]).toBe("Met");
    for (const time of ["24:00", "24:00:00", "10:60", "10:00:60"]) {
      expect(
        refused(() => one(`2026-03-02 ${time}`, 1, 46_100)),
        time,
      ).toBe("start, row 1, holds no time of day; write 2026-01-31 16:30.");
    }
  });

  it("names the day off that is no date, and refuses promises in several columns", () => {
    expect(
      refused(() =>
        one("2026-03-20 16:00", 4, 46_105, "", "business", "", "", columnOf("2026-03-23", "Easter")),
      ),
    ).toBe('holidays, row 2, is "Easter", not a date; enter a date cell or text such as 2026-01-31.');
    expect(refused(() => one("2026-03-20 16:00", [[4, 8]], 46_105))).toBe(
      "sla_hours has several columns; give one value or a single column.",
    );
  });
});
