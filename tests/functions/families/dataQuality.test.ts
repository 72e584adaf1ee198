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

  it("knows a person by Name beside Company, or by whatever the CRM calls it", () => {
    const label = (headings: string[], row: string[]) =>
      call("REVOPS_DUPLICATES", [headings], [row, row], "", "", false)[0]?.[2];
    expect(label(["Name", "Company"], ["Ada", "Acme"])).toBe("Ada");
    expect(label(["First name", "Last name", "Name"], ["Ada", "Lovelace", "Someone"])).toBe("Ada Lovelace");
    expect(label(["First name", "Company"], ["Ada", "Acme"])).toBe("Ada");
    expect(label(["Surname", "Company"], ["Lovelace", "Acme"])).toBe("Lovelace");
    expect(label(["First name", "Contact"], ["", "Ada L."])).toBe("Ada L.");
    expect(label(["Surname", "Name"], ["", "Ada"])).toBe("Ada");
    expect(label(["Full name", "Company", "Email"], ["", "Acme", "a@acme.com"])).toBe("Acme");
    expect(label(["Full name", "Email"], ["", "a@acme.com"])).toBe("a@acme.com");
    expect(label(["Full name", "Website", "ID"], ["", "https://www.acme.com/x", "7"])).toBe("acme.com");
    expect(label(["Full name", "Phone", "ID"], ["", "030 1234567", "7"])).toBe("7");
    expect(label(["Full name", "Phone"], ["", "030 1234567"])).toBe("(no name)");
  });

  it("takes two people of one name at different companies for two, unless the Name is a company's", () => {
    const rows = [
      ["Ada Lovelace", "Acme"],
      ["Ada Lovelace", "Birch"],
    ];
    const rate = (headings: string[]) => call("REVOPS_DUPLICATES", [headings], rows, "", "rate");
    expect([rate(["Name", "Company"]), rate(["Name", "Parent"])]).toEqual([0, 0.5]);
  });

  it("says what it could not compare, and gives no rate of nothing", () => {
    const rows = [
      ["", "Rome"],
      ["", "Paris"],
    ];
    expect(call("REVOPS_DUPLICATES", [["Company", "City"]], rows, "", "", false)).toEqual([
      ["", "", "2 rows have no name, domain, e-mail or phone", "", "", "", ""],
    ]);
    expect(refused(() => call("REVOPS_DUPLICATES", [["Company", "City"]], rows, "", "rate"))).toBe(
      "rows hold no name, domain, e-mail or phone to compare.",
    );
    expect(refused(() => call("REVOPS_DUPLICATES", [["City", "ID"]], [["Rome", 1]]))).toBe(
      "headings hold nothing to compare; name at least one column Name, Company, Domain, E-mail or Phone.",
    );
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

describe("rows at fault in a cell", () => {
  it("are named up to ten, and counted beyond", () => {
    const at = (rows: number) =>
      call(
        "REVOPS_COMPLETENESS",
        [["A", "B"]],
        Array.from({ length: rows }, () => ["x", ""]),
        "B",
      )[1]?.[4];
    expect(at(10)).toBe("1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
    expect(at(12)).toBe("1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
  });

  it("are of fields named in any case or spacing, each once, an exact name before a like one", () => {
    const fields = (headings: string[], required: string[]) =>
      call("REVOPS_COMPLETENESS", [headings], [headings.map(() => 1)], [required], "", false).map(
        ([name]) => name,
      );
    expect(fields(["Next step", "Amount"], ["next-step", "", "Amount", "Amount"])).toEqual([
      ...["Next step", "Amount"],
      "All fields",
    ]);
    expect(fields(["AMOUNT", "Amount"], ["Amount"])).toEqual(["Amount", "All fields"]);
    expect(fields(["A", "", "B"], [])).toEqual(["A", "B", "All fields"]);
    expect(refused(() => call("REVOPS_COMPLETENESS", [["", ""]], [["x", ""]]))).toBe(
      "headings hold no field to look at; give the heading row.",
    );
    // Signs alone are like no other signs.
    expect(refused(() => fields(["%", "€"], ["#"]))).toMatch(/^required names "#", which is no heading/);
    expect(refused(() => fields(["A"], ["z".repeat(41)]))).toBe(
      `required names "${"z".repeat(40)}", which is no heading of the table; correct it.`,
    );
  });

  it("come in the order of the rows for all fields together", () => {
    const rows = [
      ["x", ""],
      ["", "y"],
      ["", ""],
      ["x", "y"],
    ];
    expect(call("REVOPS_COMPLETENESS", [["A", "B"]], rows, [["B", "A"]], "", false).at(-1)).toEqual([
      "All fields",
      ...[1, 2, 1 / 3, "1, 2"],
    ]);
    expect(call("REVOPS_COMPLETENESS", [["A", "B"]], rows, "", "share")).toBe(1 / 3);
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
    ["G", 100, "Closed", "Lost", "", "Timing"],
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
          ["", ""],
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
      [2 / 3, "Fail", 1, "5"],
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

  it("measures nothing on tables that are not given, and says what each rule needs", () => {
    const answer = call("REVOPS_HYGIENE", [["Deal", "Outcome"]], [["A", "Won"]], asOf);
    expect(answer.slice(1).map((row) => row.slice(4))).toEqual([
      ["", "Not measured", "", "needs accounts"],
      ["", "Not measured", "", "needs open deals and a required column such as Amount"],
      ["", "Not measured", "", "needs open deals and a Last activity column"],
      ["", "Not measured", "", "needs contacts with a Bounced column"],
      ["", "Not measured", "", "needs leads with an Account column, or leads and accounts"],
      ["", "Not measured", "", "needs lost deals"],
    ]);
    expect(refused(() => call("REVOPS_HYGIENE", [["Deal", "Outcome"]], [["A", "Won"]]))).toBe(
      "as_of is blank; give a date.",
    );
    expect(refused(() => call("REVOPS_HYGIENE", [["Deal", "Outcome"]], [["A", "Maybe"]], asOf))).toMatch(
      /^deal_rows, row 1, under Outcome is "Maybe"/,
    );
    const deal = [[["Deal", "Outcome"]], [["A", "Won"]], asOf];
    expect(refused(() => call("REVOPS_HYGIENE", ...deal, [["Account"]], ""))).toBe(
      "account_rows is missing; give the rows under account_headings.",
    );
    expect(refused(() => call("REVOPS_HYGIENE", ...deal, "", "", "", [["x"]]))).toBe(
      "contact_headings is missing; give the headings of contact_rows.",
    );
    expect(refused(() => call("REVOPS_HYGIENE", ...deal, "", "", "", "", [["Lead"]], ""))).toBe(
      "lead_rows is missing; give the rows under lead_headings.",
    );
  });

  it("measures deals left out as none, and no required fields where no column is one", () => {
    const measured = (...args: unknown[]) =>
      call("REVOPS_HYGIENE", ...args)
        .slice(1)
        .filter((row) => row[5] !== "Not measured")
        .map((row) => row[0]);
    expect(measured(dealHeadings, "", asOf, [["Account"]], [["Acme"]])).toEqual(["Duplicate accounts"]);
    expect(measured([["Deal", "Outcome"]], [["A", "Open"]], asOf)).toEqual([]);
    expect(measured([["Deal", "Amount"]], [["A", 5]], asOf)).toEqual([
      "Required fields on open deals filled",
    ]);
  });

  it("says in which of its tables a heading is missing", () => {
    const deal = [[["Deal", "Outcome"]], [["A", "Won"]], asOf];
    const leads = [[["Colour"]], [["red"]]];
    const accounts = [[["Account"]], [["Acme"]]];
    expect(refused(() => call("REVOPS_HYGIENE", ...deal, ...accounts, "", "", ...leads))).toMatch(
      /^lead_headings hold nothing to compare/,
    );
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
    const [headings, [acme, birch]] = table as [unknown[][], unknown[][]];
    const turned = [headings, [["Dale", 7, "", "Open"], birch, acme]];
    expect(rows("fields", ...turned, 46_000)).toEqual([
      ["Dale", "no Stage", 1, 3],
      ["Acme", "no Amount, Stage", 3, 2],
    ]);
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

  it("says for how long nothing happened on an open deal: from the fourteenth day on, or ever", () => {
    const table = [
      [["Deal ID", "Outcome", "Last activity"]],
      [
        ["D-1", "Open", 46_000],
        ["D-2", "", 46_001],
        ["D-3", "Open", ""],
        ["D-4", "Won", ""],
        ["", "Open", 45_990.5],
        ["D-6", "", 45_994],
      ],
    ];
    expect(rows("stale", ...table, 46_014)).toEqual([
      ["D-1", "14 days without activity", 1, 3],
      ["D-3", "no activity recorded", 3, 3],
      ["(no name)", "24 days without activity", 5, 3],
      ["D-6", "20 days without activity", 6, 3],
    ]);
    expect(refused(() => rows("stale", [["Deal", "Outcome"]], [["A", "Maybe"]], 46_014))).toMatch(
      /^rows, row 1, under Outcome is "Maybe"/,
    );
  });

  it("names lost deals without a reason, and points to the first cell where there is no such column", () => {
    const lost = [
      ["Acme", "Lost", ""],
      ["Birch", "Lost", "Price"],
      ["Cedar", "Open", ""],
    ];
    expect(rows("reasons", [["Deal", "Outcome", "Lost reason"]], lost, 46_000)).toEqual([
      ["Acme", "lost without a reason", 1, 3],
    ]);
    expect(rows("reasons", [["Deal", "Outcome", "Colour"]], lost, 46_000)).toEqual([
      ["Acme", "lost without a reason", 1, 1],
      ["Birch", "lost without a reason", 2, 1],
    ]);
  });

  it("names the accounts that are another's double, in the order of the rows", () => {
    const accounts = [
      ["", "birch.com", "Birch"],
      ["", "", ""],
      ["", "acme.com", "Acme"],
      ["", "", "ACME Inc"],
      ["", "", "Birch"],
    ];
    expect(rows("duplicates", [["Owner", "Website", "Account"]], accounts)).toEqual([
      ["ACME Inc", "same as Acme: same name (95%)", 4, 3],
      ["Birch", "same as Birch: same name (95%)", 5, 3],
    ]);
    for (const heading of ["Account name", "Company", "Company name", "Name"]) {
      const [[, , , column] = []] = rows(
        "duplicates",
        [["Owner", heading]],
        [...Array(2).fill(["", "Acme"])],
      );
      expect(column, heading).toBe(2);
    }
    expect(rows("duplicates", [["Website"]], [["acme.com"], ["www.acme.com"]])).toEqual([
      ["acme.com", "same as acme.com: same domain (100%)", 2, 1],
    ]);
  });

  it("takes a contact's e-mail for bounced unless the mark says no", () => {
    const marks = ["Yes", "", "no", "FALSE", "0", "-", "None", "ok", "Delivered", "valid", "hard", "nope"];
    expect(
      rows(
        "bounces",
        [["Name", "Bounced"]],
        marks.map((mark) => ["x", mark]),
      ).map((row) => row[2]),
    ).toEqual([1, 11, 12]);
    expect(
      rows(
        "bounces",
        [["Name", "Bounced"]],
        [
          ["x", true],
          ["y", false],
        ],
      ),
    ).toEqual([["x", "e-mail bounces", 1, 2]]);
    expect(
      rows(
        "bounces",
        [["Bounced", "E-mail"]],
        [
          ["Yes", "a@x.com"],
          ["", ""],
          ["Yes", ""],
        ],
      ),
    ).toEqual([
      ["a@x.com", "e-mail to a@x.com bounces", 1, 2],
      ["(no name)", "e-mail bounces", 3, 2],
    ]);
    expect(refused(() => rows("bounces", [["Name"]], [["x"]]))).toBe(
      "rows hold nothing to measure; give contacts with a Bounced column.",
    );
  });

  it("lists the leads that no account fits, or whose account is blank", () => {
    const accounts = ["", [["Account"]], [["Globex"]]];
    const leads = [
      ["Ada", "Globex"],
      ["", ""],
      ["Ben", "Initech"],
    ];
    expect(rows("matching", [["Lead", "Company"]], leads, ...accounts)).toEqual([
      ["Ben", "no account", 3, 1],
    ]);
    expect(rows("matching", [["Lead", "Company"]], [["Ada", "Globex"]], ...accounts)).toEqual([
      ["", "", "", ""],
    ]);
    const filled = [[["Lead", "Company", "Account"]], [["Ada", "Globex", "Globex"]]];
    expect(rows("matching", ...filled, ...accounts)).toEqual([["", "", "", ""]]);
    const noAccounts = ["", [["Account"]], [[""], [""]]];
    expect(rows("matching", [["Lead", "Company"]], [["Ada", "Globex"]], ...noAccounts)).toEqual([
      ["Ada", "no account", 1, 1],
    ]);
    // With an account to look at, leads need nothing that could be compared.
    expect(rows("matching", [["Account"]], [["Globex"], [""], ["Acme"]])).toEqual([["", "", "", ""]]);
    const bare = [
      ["Globex", "EU", "L-1"],
      ["", "", ""],
      ["", "US", "L-2"],
      ["", "US", ""],
    ];
    expect(rows("matching", [["Matched account", "Segment", "Lead ID"]], bare)).toEqual([
      ["L-2", "no account", 3, 1],
      ["(no name)", "no account", 4, 1],
    ]);
    expect(
      rows(
        "matching",
        [["Account", "Matched account"]],
        [
          ["", "Globex"],
          ["Acme", ""],
        ],
      ),
    ).toEqual([["(no name)", "no account", 1, 1]]);
    expect(refused(() => rows("matching", [["Lead"]], [["Ada"]]))).toBe(
      "rows hold nothing to measure; give leads with an Account column, or leads and accounts.",
    );
    expect(refused(() => rows("duplicates", [["Colour"]], [["red"]]))).toMatch(
      /^headings hold nothing to compare/,
    );
    expect(refused(() => rows("matching", [["Colour"]], [["red"]], ...accounts))).toMatch(
      /^headings hold nothing to compare/,
    );
    expect(refused(() => rows("matching", [["Lead"]], [["Ada"]], "", [["Colour"]], [["red"]]))).toMatch(
      /^account_headings hold nothing to compare/,
    );
  });

  it("compares places of one kind only: countries with countries, states with states", () => {
    const matched = (leadPlace: string, accountPlace: string) =>
      call(
        "LEAD_MATCH_ACCOUNT",
        [["Company", leadPlace]],
        [["Globex", "Here"]],
        [["Account", accountPlace]],
        [["Globex", "There"]],
        ...["", false],
      )[0]?.[0];
    // Another place leaves 50 of 60, below the 85% asked for; places of two kinds say nothing.
    expect(["City", "Country", "State"].map((kind) => matched(kind, kind))).toEqual(["", "", ""]);
    expect([matched("City", "Country"), matched("State", "City"), matched("Country", "State")]).toEqual(
      Array(3).fill("Globex"),
    );
    expect([matched("City", "Town"), matched("COUNTRY", "Country")]).toEqual(["", ""]);
    expect(matched("City", "Colour")).toBe("Globex");
  });

  it("lists as many rows as asked for where there are no more", () => {
    const table = [[["Contact", "E-mail", "Bounced"]], ["a", "b"].map((who) => [who, `${who}@x.com`, "Yes"])];
    expect(call("REVOPS_HYGIENE_ROWS", "bounces", ...table, "", "", "", "", 2, false)).toEqual([
      ["a", "e-mail to a@x.com bounces", 1, 2],
      ["b", "e-mail to b@x.com bounces", 2, 2],
    ]);
    expect(call("REVOPS_HYGIENE_ROWS", "bounces", ...table, "", "", "", "", 1, false)).toEqual([
      ["and 2 more", "", "", ""],
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
