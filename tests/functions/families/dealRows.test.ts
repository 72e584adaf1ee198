import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { DEAL_HEADINGS, dealRows } from "../../../src/functions/families/dealRows.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { OPPORTUNITIES } from "../../../src/workbook/opportunities.js";
import { refused } from "../../core/refused.js";

const definition = findFunction("REVOPS_DEAL_RISK") as FunctionDefinition;
const risk = (...args: unknown[]) => callFunction(definition, args, zoneOf("UTC")) as unknown[][];
const headings = ["Deal", "Owner", "Amount", "Outcome", "Expected close"];

describe("deals are read by the headings of the Opportunities tab", () => {
  it("knows each column under the very heading that the tab gives it", () => {
    for (const [key, names] of Object.entries(DEAL_HEADINGS)) {
      expect(OPPORTUNITIES.columns.find((column) => column.key === key)?.heading, key).toBe(names[0]);
    }
  });

  it("does not mind the order of columns, their case, or columns it does not know", () => {
    const [deal] = dealRows(["AMOUNT", "Mood", "deal"], [[500, "good", "Acme"]]);
    expect(deal).toMatchObject({ name: "Acme", amount: 500, outcome: "Open", owner: "" });
  });

  it("reads every column, by the names that CRMs give it, and keeps blanks apart from 0", () => {
    const crm = ["Opportunity", "Company name", "Sales agent", "Deal stage", "Deal value", "Create date"];
    const more = ["Close date", "OUTCOME", "Next-step", "Last activity date", "Stage entered", "Contacts"];
    const cells = [
      "Renewal",
      "Acme",
      "Ada",
      "Demo",
      500,
      46_000,
      46_090,
      "won",
      "Call",
      46_050,
      46_040,
      0,
      46_060,
    ];
    expect(
      dealRows([...crm, ...more, "Previous expected close"], [cells, ["", ...Array(12).fill(null)]]),
    ).toEqual([
      {
        ...{ name: "Renewal", account: "Acme", owner: "Ada", stage: "Demo", amount: 500, outcome: "Won" },
        ...{ created: 46_000, expectedClose: 46_090, previousClose: 46_060, nextStep: "Call" },
        ...{ lastActivity: 46_050, stageSince: 46_040, contacts: 0 },
      },
      {
        ...{ name: "", account: "", owner: "", stage: "", amount: null, outcome: "Open" },
        ...{ created: null, expectedClose: null, previousClose: null, nextStep: null },
        ...{ lastActivity: null, stageSince: null, contacts: null },
      },
    ]);
    expect(dealRows(["Deal ID", "Stage"], [[null, "Demo"]])[0]?.name).toBe("(no name)");
  });

  it("takes the tab's own heading before what a CRM calls it", () => {
    expect(dealRows(["Opportunity name", "Deal"], [["theirs", "ours"]])[0]?.name).toBe("ours");
    expect(dealRows(["Name", "Opportunity name"], [["last", "first"]])[0]?.name).toBe("first");
  });

  it("shows the id of a deal without a name", () => {
    expect(dealRows(["Deal ID", "Deal"], [["D-1", null]])[0]?.name).toBe("D-1");
  });

  it("passes over blank rows and keeps counting them", () => {
    expect(dealRows(headings, [[null, null, null, null, null]])).toEqual([]);
    expect(
      refused(() =>
        dealRows(headings, [
          [null, null, null, null, null],
          ["A", "Ada", "much", "Open", null],
        ]),
      ),
    ).toBe('rows, row 2, under Amount is "much"; give an amount as a plain number.');
  });

  it("says which headings it looks for where it finds no deal", () => {
    expect(refused(() => dealRows(["Lead", "Score"], [["a", 1]]))).toBe(
      "headings hold neither Deal nor Deal ID; give the heading row of the Opportunities tab.",
    );
  });
});

describe("REVOPS_DEAL_RISK", () => {
  const rows = [
    ["A", "Ada", 10, "Open", "2026-04-30"],
    ["B", "Ben", 30, "Open", "2026-01-01"],
    ["C", "Ada", 20, "Won", "2026-01-01"],
    ["D", "ada", "", "", ""],
    ["E", "Ben", 25, "Open", "2026-04-30"],
  ];
  const names = (table: unknown[][]) => table.slice(1).map(([deal]) => deal);

  it("lists open deals only, up to the limit and no further row", () => {
    expect(names(risk([headings], rows, "2026-03-31"))).toEqual(["B", "E", "A", "D"]);
    expect(names(risk([headings], rows, "2026-03-31", 2))).toEqual(["B", "E"]);
  });

  it("narrows to one rep in any case, and gives headings alone for a rep with nothing open", () => {
    expect(names(risk([headings], rows, "2026-03-31", 5, "ADA"))).toEqual(["A", "D"]);
    const closed = [["C", "Ada", 20, "Won", "2026-01-01"]];
    expect(names(risk([headings], closed, "2026-03-31", 5, "Ada"))).toEqual([]);
  });

  it("refuses a rep that owns no deal at all", () => {
    expect(refused(() => risk([headings], rows, "2026-03-31", 5, "Cid"))).toMatch(
      /^owner is found on no deal/,
    );
  });

  it("leaves blank what a deal lacks, and says so among the reasons", () => {
    // Two points without expected close, one without amount; no column is there for the others.
    expect(
      risk(
        [headings],
        [
          ["D", "ada", "", "", ""],
          ["A", "Ada", 10, "Open", "2026-04-30"],
        ],
        "2026-03-31",
      )[2],
    ).toEqual([
      ...["D", "", "ada", "", "", "", "", "Medium"],
      ...[expect.stringContaining("No amount"), expect.any(String)],
    ]);
  });

  it("names the row and the heading as the range has it where a cell cannot be read", () => {
    const all = ["Deal", "Account", "Owner", "Stage", "Next step", "Created", "Close date"].concat([
      ...["Last activity", "Stage since", "Contacts", "Previous expected close"],
    ]);
    const at = (heading: string, cell: { serial: number } | string | number) =>
      refused(() =>
        dealRows(all, [Array(11).fill(null), all.map((name) => (name === heading ? cell : null))]),
      );
    for (const heading of all.slice(0, 5)) {
      expect(at(heading, { serial: 46_000 })).toBe(`rows, row 2, under ${heading} is a date; give text.`);
    }
    for (const heading of [...all.slice(5, 9), "Previous expected close"]) {
      expect(at(heading, "soon"), heading).toMatch(`rows, row 2, under ${heading} is "soon", not a date`);
    }
    expect(at("Contacts", -1)).toBe("rows, row 2, under Contacts is -1, below 0; give a count of 0 or more.");
  });

  it("gives the expected close as a date", () => {
    expect(risk([headings], rows, "2026-03-31")[1]?.[5]).toEqual(new Date("2026-01-01T00:00:00Z"));
  });
});
