import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone) as unknown[][];

describe("REVOPS_DUPLICATES", () => {
  it("counts rows as the range does, blank ones included, and says what it could not compare", () => {
    const rows = [
      ["Acme", "Rome"],
      ["", ""],
      ["ACME Inc", "rome"],
      ["", "Paris"],
    ];
    expect(call("REVOPS_DUPLICATES", [["Company", "City"]], rows, "", "", false)).toEqual([
      [1, 3, "ACME Inc", 1, "Acme", 1, "same name; same place"],
      ["", "", "1 row has no name, domain, e-mail or phone", "", "", "", ""],
    ]);
    expect(call("REVOPS_DUPLICATES", [["Company", "City"]], rows, "", "rate")).toBe(0.5);
  });

  it("compares people by first and last name beside their company", () => {
    const rows = [
      ["Ada", "Lovelace", "Acme", "ada@acme.com"],
      ["A.", "Lovelace", "Acme Ltd", "ADA@acme.com"],
      ["Ada", "Lovelace", "Birch", "ada@birch.com"],
    ];
    const answer = call(
      "REVOPS_DUPLICATES",
      [["First name", "Last name", "Company", "Email"]],
      rows,
      "",
      "",
      false,
    );
    expect(answer.map((row) => [row[1], row[3]])).toEqual([[2, 1]]);
  });

  it("asks for something to compare", () => {
    expect(refused(() => call("REVOPS_DUPLICATES", [["Colour"]], [["red"]]))).toMatch(
      /^headings hold nothing to compare; name at least one column/,
    );
  });
});

describe("REVOPS_COMPLETENESS", () => {
  it("lists the rows at fault by field and for all together", () => {
    const rows = [
      ["A", 1, ""],
      ["", "", ""],
      ["B", "", ""],
      ["C", 0, "x"],
    ];
    expect(call("REVOPS_COMPLETENESS", [["Deal", "Amount", "Source"]], rows)).toEqual([
      ["Field", "Filled", "Missing", "Share", "Rows at fault"],
      ["Deal", 3, 0, 1, ""],
      ["Amount", 2, 1, 2 / 3, "3"],
      ["Source", 1, 2, 1 / 3, "1, 3"],
      ["All fields", 1, 2, 1 / 3, "1, 3"],
    ]);
  });

  it("looks at two columns of one name, at headings of signs, and asks about one that is not there", () => {
    const share = (headings: string[], required: unknown) =>
      call("REVOPS_COMPLETENESS", [headings], [["x", ""]], required, "table", false).map(
        ([field, filled]) => [field, filled],
      );
    expect(share(["Note", "Note"], "")).toEqual([
      ["Note", 1],
      ["Note", 0],
      ["All fields", 0],
    ]);
    expect(share(["%", "€"], "€")).toEqual([
      ["€", 0],
      ["All fields", 0],
    ]);
    expect(refused(() => share(["A", "B"], "Price"))).toBe(
      'required names "Price", which is no heading of the table; correct it.',
    );
  });
});

describe("REVOPS_HYGIENE", () => {
  const day = (text: string) => new Date(`${text}T12:00:00Z`);
  const dealHeadings = [["Deal", "Amount", "Stage", "Outcome", "Last activity", "Lost reason"]];
  const deals = [
    ["A", 100, "Demo", "Open", day("2026-03-30"), ""],
    ["B", "", "Demo", "Open", day("2026-03-17"), ""],
    ["C", 100, "Demo", "Open", "", ""],
    ["D", 100, "Closed", "Lost", "", "Price"],
    ["E", 100, "Closed", "Lost", "", ""],
    ["F", 100, "Closed", "Won", "", ""],
  ];
  const asOf = day("2026-03-31");

  it("measures each rule and names the rows at fault", () => {
    const answer = call(
      "REVOPS_HYGIENE",
      ...[dealHeadings, deals, asOf],
      ...[
        [["Account", "Website"]],
        [
          ["Acme", "acme.com"],
          ["ACME Inc", "acme.com"],
          ["Birch", "birch.com"],
        ],
      ],
      ...[
        [["Contact", "Bounced"]],
        [
          ["x", "no"],
          ["y", "hard"],
          ["z", ""],
        ],
      ],
      ...[
        [["Lead", "Company", "Email"]],
        [
          ["x", "Birch Ltd", ""],
          ["y", "", "y@acme.com"],
          ["z", "Nowhere", ""],
        ],
      ],
    );
    const short = answer.slice(1).map((row) => row.slice(4));
    expect(short).toEqual([
      [1 / 3, "Fail", 1, "2"],
      [2 / 3, "Fail", 1, "2; of Amount, Stage"],
      [2 / 3, "Fail", 2, "2, 3"],
      [1 / 3, "Fail", 1, "2"],
      [2 / 3, "Fail", 1, "3"],
      [1 / 2, "Fail", 1, "5"],
    ]);
  });

  it("takes leads as matched where their account is filled", () => {
    const answer = call(
      "REVOPS_HYGIENE",
      dealHeadings,
      deals,
      asOf,
      "",
      "",
      "",
      "",
      [["Lead", "Account"]],
      [["x", "Acme"]],
    );
    expect(answer[5]?.slice(4)).toEqual([1, "Pass", 0, ""]);
  });

  it("looks at the fields asked for", () => {
    const blank = Array(6).fill("");
    const answer = call("REVOPS_HYGIENE", dealHeadings, deals, asOf, ...blank, [["Deal", "Stage"]]);
    expect(answer[2]?.slice(4)).toEqual([1, "Pass", 0, "Deal, Stage"]);
  });

  it("asks for the half of a table that is missing", () => {
    expect(refused(() => call("REVOPS_HYGIENE", dealHeadings, deals, asOf, "", [["Acme"]]))).toBe(
      "account_headings is missing; give the headings of account_rows.",
    );
  });
});

describe("REVOPS_HYGIENE_ROWS", () => {
  const rows = (rule: string, ...args: unknown[]) =>
    call("REVOPS_HYGIENE_ROWS", rule, ...args, ...Array(7 - args.length).fill(""), false);

  it("says which required fields an open deal lacks, and points to the first of them", () => {
    const table = [
      [["Deal", "Amount", "Stage", "Outcome"]],
      [
        ["Acme", "", "", "Open"],
        ["Birch", 5, "Demo", ""],
        ["Cedar", "", "", "Lost"],
      ],
    ];
    expect(rows("fields", ...table, 46_000)).toEqual([["Acme", "no Amount, Stage", 1, 2]]);
  });

  it("names the likely account of a lead without one; a country is not held against a city", () => {
    const leads = [[["Lead", "Company", "Account", "Country"]], [["Ada", "Globex Inc.", "", "Norway"]]];
    const accounts = [[["Account", "City"]], [["Globex", "Oslo"]]];
    expect(rows("matching", ...leads, "", ...accounts)).toEqual([
      ["Ada", "no account; looks like Globex (95%)", 1, 3],
    ]);
    expect(call("LEAD_MATCH_ACCOUNT", ...leads, ...accounts, "", false)).toEqual([
      ["Globex", "", 0.95, "same name"],
    ]);
  });

  it("says how many rows it does not list", () => {
    const table = [
      [["Contact", "E-mail", "Bounced"]],
      ["a", "b", "c"].map((who) => [who, `${who}@x.com`, "Yes"]),
    ];
    expect(call("REVOPS_HYGIENE_ROWS", "bounces", ...table, "", "", "", "", 2, false)).toEqual([
      ["a", "e-mail to a@x.com bounces", 1, 2],
      ["and 2 more", "", "", ""],
    ]);
  });

  it("says what to give where there is nothing to measure", () => {
    const won = [[["Deal", "Outcome", "Loss reason"]], [["Acme", "Won", ""]]];
    expect(refused(() => rows("reasons", ...won, 46_000))).toBe(
      "rows hold nothing to measure; give lost deals.",
    );
    expect(refused(() => rows("stale", ...won))).toBe("as_of is blank; give a date.");
  });
});
