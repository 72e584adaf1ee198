import { describe, expect, test } from "vitest";
import type { DataRecord } from "../../../src/workbook/columns.js";
import { buildImport, type ImportRequest } from "../../../src/workbook/import/buildImport.js";
import { ImportRefusal } from "../../../src/workbook/import/importRefusal.js";
import { serialDay } from "../../../src/workbook/import/serialDay.js";

const AS_OF = serialDay(2026, 3, 2);
const SETTINGS = {
  stages: [
    { stage: "Discovery", probability: 0.2, category: null },
    { stage: "Proposal", probability: 0.6, category: "Upside" },
    { stage: "Contract Sent", probability: 0.9, category: null },
  ],
  asOf: AS_OF,
};

function run(source: ImportRequest["source"], more: Partial<ImportRequest> = {}) {
  return buildImport({ source, settings: SETTINGS, ...more });
}

/** The only deal of a two-line export. */
function only(source: string, more: Partial<ImportRequest> = {}): DataRecord {
  const { added, refused } = run(source, more);
  expect(refused).toEqual([]);
  expect(added).toHaveLength(1);
  return added[0] as DataRecord;
}

function reasons(source: string): string[] {
  return run(source).refused.map((row) => row.reason);
}

describe("a deal of each CRM comes out the same", () => {
  test("a Salesforce report: the close date is expected while open, the closing day afterwards", () => {
    const csv = [
      '"Opportunity ID","Opportunity Name","Account Name","Stage","Amount","Probability (%)","Close Date","Created Date","Closed","Won"',
      '"0061x00000AbCdE","Acme renewal","Acme","Proposal","12,500.00","60","3/31/2026","1/15/2026","0","0"',
      '"0061x00000AbCdF","Beta new","Beta","Signed","7,000.00","100","2/20/2026","1/10/2026","1","1"',
      '"0061x00000AbCdG","Gamma new","Gamma","Archived","1,000.00","0","2/21/2026","1/11/2026","1","0"',
    ].join("\r\n");
    const { added, recognised } = run(csv);
    expect(recognised.crm).toBe("Salesforce");
    expect(added).toMatchObject([
      {
        id: "0061x00000AbCdE",
        name: "Acme renewal",
        account: "Acme",
        stage: "Proposal",
        amount: 12500,
        probability: 0.6,
        forecastCategory: "Best Case",
        created: serialDay(2026, 1, 15),
        expectedClose: serialDay(2026, 3, 31),
        closed: null,
        outcome: "Open",
      },
      { outcome: "Won", expectedClose: null, closed: serialDay(2026, 2, 20), probability: 1 },
      { outcome: "Lost", expectedClose: null, closed: serialDay(2026, 2, 21), probability: 0 },
    ]);
  });

  test("HubSpot: the last day a stage was entered is the day since when the deal stands in its stage", () => {
    const deal = only(
      [
        'Record ID,Deal Name,Deal Stage,Amount,Close Date,"Date entered ""Discovery (Sales Pipeline)""","Date entered ""Contract Sent (Sales Pipeline)"""',
        "9001,Acme,Contract Sent,500,2026-04-30 17:00,2026-01-05 09:00,2026-02-11 23:59",
      ].join("\n"),
    );
    expect(deal).toMatchObject({
      stageSince: serialDay(2026, 2, 11),
      expectedClose: serialDay(2026, 4, 30),
      probability: 0.9,
      forecastCategory: "Commit",
    });
  });

  test("Pipedrive: status beside stage, won and lost days apart", () => {
    const csv = [
      "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Lost reason",
      "1,Acme,100,Proposal,Open,2026-03-31,,,",
      "2,Beta,200,Proposal,Won,2026-02-28,2026-02-20 10:00:00,,",
      "3,Gamma,300,Discovery,Lost,2026-02-28,,2026-02-21 10:00:00,Price",
      "4,Delta,400,Discovery,Deleted,,,,",
    ].join("\n");
    const { added, refused, notices } = run(csv);
    expect(added).toMatchObject([
      { id: "1", outcome: "Open", expectedClose: serialDay(2026, 3, 31), closed: null, probability: 0.6 },
      { id: "2", outcome: "Won", expectedClose: serialDay(2026, 2, 28), closed: serialDay(2026, 2, 20) },
      { id: "3", outcome: "Lost", closed: serialDay(2026, 2, 21), lossReason: "Price", probability: 0 },
    ]);
    expect(refused).toMatchObject([
      { row: 5, kind: "deleted", reason: "Row 5 is deleted in the CRM, so it was kept out." },
    ]);
    expect(notices).toContain("1 row is deleted in the CRM and was kept out.");
  });

  test("Zoho: closing date and stage alone", () => {
    const csv = [
      "Record Id,Deal Name,Account Name,Stage,Amount,Closing Date,Lead Source",
      "zcrm_1,Acme,Acme,Closed-Lost to Competition,100,2026-02-28,Web",
    ].join("\n");
    expect(only(csv)).toMatchObject({ outcome: "Lost", closed: serialDay(2026, 2, 28), source: "Web" });
  });

  test("a list of no known CRM: lost deals keep their amount of 0, open ones without amount stay blank and are counted", () => {
    const csv = [
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
      "A1,Ann Lee,Basic,Acme,Won,2016-10-20,2017-03-01,1054",
      "A2,Ann Lee,Basic,Beta,Lost,2016-10-21,2017-03-02,0",
      "A3,Bob Ray,Basic,,Engaging,2016-11-01,,",
      "A4,Bob Ray,Basic,Acme,Prospecting,,,",
    ].join("\n");
    const { added, notices, stagesSeen, ownersSeen } = run(csv);
    expect(added).toMatchObject([
      { outcome: "Won", amount: 1054, created: 42663, closed: 42795, expectedClose: null },
      { outcome: "Lost", amount: 0, closed: serialDay(2017, 3, 2) },
      { outcome: "Open", amount: null, closed: null, expectedClose: null, probability: null },
      { outcome: "Open", amount: null, created: null },
    ]);
    expect(notices).toEqual([
      '2 open deals have no probability, because Settings does not list the stages "Engaging" (1) and "Prospecting" (1); add them there with a probability.',
      "2 open deals have no amount.",
      "2 open deals have no expected close.",
      "1 deal has no created day.",
      "1 deal has no account.",
      "1 lost deal has no loss reason.",
    ]);
    expect(stagesSeen.map((stage) => [stage.name, stage.deals, stage.inSettings])).toEqual([
      ["Won", 1, false],
      ["Lost", 1, false],
      ["Engaging", 1, false],
      ["Prospecting", 1, false],
    ]);
    expect(ownersSeen).toEqual([
      { name: "Ann Lee", deals: 2 },
      { name: "Bob Ray", deals: 2 },
    ]);
  });

  test("an export with a status and no stage uses the status as the stage", () => {
    expect(only("ID,Amount,Status\n1,5,Won")).toMatchObject({ stage: "Won", outcome: "Won" });
  });
});

describe("probability and forecast category where the export has none", () => {
  test("come from the stage in Settings, its own category first", () => {
    const { added } = run("ID,Stage,Amount\n1,Proposal,5\n2,discovery,5\n3,Elsewhere,5");
    expect(added.map((deal) => [deal.probability, deal.forecastCategory])).toEqual([
      [0.6, "Upside"],
      [0.2, "Pipeline"],
      [null, null],
    ]);
  });

  test("a probability from the CRM outranks Settings and carries its own category", () => {
    expect(only("ID,Stage,Amount,Probability\n1,Proposal,5,0.95")).toMatchObject({
      probability: 0.95,
      forecastCategory: "Commit",
    });
  });

  test("an unknown category is left blank and named", () => {
    const { added, notices } = run(
      "ID,Stage,Amount,Forecast Category\n1,Proposal,5,Stretch\n2,Proposal,5,MostLikely",
    );
    expect(added.map((deal) => deal.forecastCategory)).toEqual([null, "Best Case"]);
    expect(notices).toContain(
      'Forecast Category: "Stretch" (1) is no forecast category that is known and was left out.',
    );
  });
});

describe("a faulty row is refused alone, with its row, its heading and what to do", () => {
  const head = "Deal ID,Stage,Amount,Close Date,Probability (%)\n";
  test.each([
    [
      "1,Open,5,2026-02-30,50",
      'Row 2, Close Date: "2026-02-30" is not a day that exists; correct it in the export.',
    ],
    [
      "1,Open,about 5,2026-02-28,50",
      'Row 2, Amount: "about 5" is not an amount; write a number such as 12500 in the export or leave the cell blank.',
    ],
    ["1,Open,5,,1000", 'Row 2, Probability (%): "1000" is above 100%; write 25% or 0.25 in the export.'],
    [",Open,5,,50", "Row 2, Deal ID is blank; fill in the deal's id in the export."],
    ["1,,5,,50", "Row 2, Stage is blank; fill in the deal's stage in the export."],
    [
      "1.24E+09,Open,5,,50",
      'Row 2, Deal ID: "1.24E+09" was shortened by a spreadsheet program; export again and import the file without opening it there.',
    ],
    [
      "Copyright (c) 2026",
      'Row 2 holds nothing but "Copyright (c) 2026"; a title, total or footer of a report is no deal.',
    ],
    [
      "1,Open,1,500,2026-02-28,50",
      "Row 2 has 6 cells under 5 headings, most likely a text or an amount with the separator inside; put that cell in quotation marks in the export.",
    ],
  ])("%s", (row, reason) => {
    const { added, refused } = run(`${head}${row}\n7,Open,7,2026-03-31,50`);
    expect(refused.map((each) => each.reason)).toEqual([reason]);
    expect(refused[0]?.row).toBe(2);
    expect(refused[0]?.cells[0]).toBe(row.split(",")[0]);
    expect(added.map((deal) => deal.id)).toEqual(["7"]);
  });

  test("amounts such as $117.10K and 1.234,50 are read rather than refused", () => {
    const { added } = run("ID;Stage;Amount\n1;Open;$117.10K\n2;Open;1.234,50\n3;Open;12.75");
    expect(added.map((deal) => deal.amount)).toEqual([117100, 1234.5, 12.75]);
  });

  test("a second row of one id is refused and names the first, which is kept", () => {
    const { added, refused } = run("Deal ID,Stage,Amount\n1,Open,5\n2,Open,6\n1,Won,7");
    expect(added.map((deal) => deal.amount)).toEqual([5, 6]);
    expect(refused).toEqual([
      {
        row: 4,
        kind: "duplicate",
        reason:
          'Row 4, Deal ID: "1" stands in row 2 already, which was kept; leave one row a deal in the export.',
        cells: ["1", "Won", "7"],
      },
    ]);
  });

  test("a refused row does not block a later good row of the same id", () => {
    const { added } = run("Deal ID,Stage,Amount\n1,Open,x\n1,Won,7");
    expect(added.map((deal) => deal.amount)).toEqual([7]);
  });

  test("when nothing is left, that is said", () => {
    expect(run("Deal ID,Stage,Amount\n1,,5\n2,,6").notices[0]).toBe(
      "No row could be imported: all 2 rows were refused. Row 2, Stage is blank; fill in the deal's stage in the export.",
    );
  });

  test("long cells are cut in the preview only", () => {
    const name = "x".repeat(200);
    const { refused } = run(`Deal ID,Stage,Amount,Deal\n1,Open,bad,${name}`);
    expect(refused[0]?.cells[3]).toHaveLength(60);
  });

  test("closed with no word on how is refused", () => {
    expect(reasons("Id,StageName,Amount,IsClosed\nA,Done,5,true")).toEqual([
      'Row 2: "A" is closed and nothing says whether it was won; add the CRM\'s Won column to the export.',
    ]);
  });
});

describe("the file as a whole is refused in one sentence", () => {
  test("no stage and no amount", () => {
    expect(() => run("a,b\n1,2")).toThrow(ImportRefusal);
    expect(() => run("a,b\n1,2")).toThrow(
      /^No recognisable stage and no amount column: .* found "a" and "b";/,
    );
  });

  test("nothing to tell deals apart by", () => {
    expect(() => run("Stage,Amount\nOpen,5")).toThrow(/^No recognisable id column, and no deal name/);
  });

  test("headings without rows are no error", () => {
    expect(run("Deal ID,Stage,Amount\n")).toMatchObject({
      rowsRead: 0,
      notices: ["The file has headings and no rows."],
    });
  });
});

describe("an export without ids", () => {
  const csv =
    "Deal Name,Account,Stage,Amount,Created\nNew,Acme,Proposal,5,2026-01-05\nNew,Acme,Proposal,6,2026-01-06\nNew,Acme,Proposal,7,2026-01-05";

  test("tells deals apart by name, account and created day, and says so", () => {
    const { added, refused, notices } = run(csv);
    expect(added.map((deal) => deal.id)).toEqual(["New | Acme | 2026-01-05", "New | Acme | 2026-01-06"]);
    expect(refused[0]?.reason).toMatch(
      /^Row 4 has the name, account and created day of row 2, which was kept;/,
    );
    expect(notices.join(" ")).toContain("The export has no id column");
  });

  test("finds the same deals again", () => {
    expect(run(csv, { existing: run(csv).added })).toMatchObject({ added: [], changed: [], unchanged: 2 });
  });
});

describe("a newer export updates the deals with the same ids", () => {
  const first =
    "Deal ID,Deal,Stage,Amount,Close Date,Created\nA,Acme,Discovery,100,2026-03-31,2026-01-05\nB,Beta,Discovery,200,2026-03-31,2026-01-06";
  const existing = run(first).added;

  test("the same export again changes nothing", () => {
    expect(run(first, { existing })).toMatchObject({ added: [], changed: [], unchanged: 2, refused: [] });
  });

  test("what changed is handed over with its place, what is new is added, what is absent stays and is counted", () => {
    const { added, changed, unchanged, notices } = run(
      "Deal ID,Deal,Stage,Amount,Close Date,Created\nB,Beta,Proposal,250,2026-03-31,2026-01-06\nC,Gamma,Discovery,1,2026-03-31,2026-03-01",
      { existing },
    );
    expect(added.map((deal) => deal.id)).toEqual(["C"]);
    expect(unchanged).toBe(0);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({
      rowIndex: 1,
      before: { stage: "Discovery", amount: 200, probability: 0.2, forecastCategory: "Pipeline" },
      after: {
        id: "B",
        stage: "Proposal",
        amount: 250,
        probability: 0.6,
        forecastCategory: "Upside",
        previousClose: null,
      },
    });
    expect(notices).toContain("1 deal of the workbook is not in this export and stays as it is.");
  });

  test("among the rows of the sample company it is told from, unless it is that company's own", () => {
    const other = "Deal ID,Deal,Stage,Amount\nC,Gamma,Discovery,1";
    const into = (company: string) => ({ existing, settings: { ...SETTINGS, company } });
    expect(run(other, into("Lanternfold")).caution).toMatch(
      /^This workbook holds the sample data of Lanternfold, .*; import into a new, empty workbook instead\.$/,
    );
    expect(run(other, into("Acme")).caution).toBeUndefined();
    expect(run(first, into("Lanternfold")).caution).toBeUndefined();
    expect(run(other, { ...into("Lanternfold"), existing: [] }).caution).toBeUndefined();
  });

  test("a moved expected close keeps its old day and the day of the move", () => {
    const { changed } = run(
      first.replace("A,Acme,Discovery,100,2026-03-31", "A,Acme,Discovery,100,2026-05-15"),
      { existing },
    );
    expect(changed[0]?.after).toMatchObject({
      expectedClose: serialDay(2026, 5, 15),
      previousClose: serialDay(2026, 3, 31),
      closeMoved: AS_OF,
    });
  });

  test("a column that the export lacks keeps what people typed, a blank cell of a column it has clears it", () => {
    const typed = existing.map((deal) => ({
      ...deal,
      nextStep: "Call",
      probability: 0.35,
      forecastCategory: "Upside",
    }));
    const { changed, unchanged } = run("Deal ID,Stage,Amount\nA,Discovery,\nB,Discovery,200", {
      existing: typed,
    });
    expect(unchanged).toBe(1);
    expect(changed[0]?.after).toEqual({ ...typed[0], amount: null });
  });

  test("closing a deal sets its chance, keeps its last expected close and fills the closing day", () => {
    const { changed } = run("Deal ID,Stage,Amount,Close Date\nA,Closed Won,100,2026-02-27", { existing });
    expect(changed[0]?.after).toMatchObject({
      outcome: "Won",
      probability: 1,
      expectedClose: serialDay(2026, 3, 31),
      closed: serialDay(2026, 2, 27),
      previousClose: null,
      closeMoved: null,
    });
  });

  test("reopening a deal clears its closing day even when the export has no such column", () => {
    const won = run("Deal ID,Stage,Amount,Close Date\nA,Closed Won,100,2026-02-27").added;
    const { changed } = run("Deal ID,Stage,Amount\nA,Proposal,100", { existing: won });
    expect(changed[0]?.after).toMatchObject({ outcome: "Open", closed: null, probability: 0.6 });
  });

  test("a Salesforce id of 15 characters is the same deal as its id of 18", () => {
    const report = run("Opportunity ID,Stage,Amount\n0061x00000AbCdE,Proposal,5").added;
    const { changed, added } = run("Id,StageName,Amount\n0061x00000AbCdEAAV,Proposal,6", {
      existing: report,
    });
    expect(added).toEqual([]);
    expect(changed[0]?.after).toMatchObject({ id: "0061x00000AbCdE", amount: 6 });
  });

  test("ids that the sheet hands over as numbers are found, repeated ones are counted", () => {
    const sheet: DataRecord[] = [
      { id: 7, stage: "Proposal", amount: 5, outcome: "Open", probability: 0.6, forecastCategory: "Upside" },
      { id: 7, stage: "Proposal", amount: 5, outcome: "Open" },
    ];
    const { unchanged, notices } = run("ID,Stage,Amount\n7,Proposal,5", { existing: sheet });
    expect(unchanged).toBe(1);
    expect(notices).toContain(
      "1 row of the workbook repeats the id of a row above; only the first row of an id is updated.",
    );
  });
});

describe("what was decided for a whole column is reported", () => {
  test("an assumed order of day and month, with an example", () => {
    const { added, notices } = run("ID,Stage,Amount,Close Date\n1,Open,5,03/04/2026");
    expect(added[0]?.expectedClose).toBe(serialDay(2026, 3, 4));
    expect(notices[0]).toBe(
      'Close Date: no date shows whether the day or the month comes first, so they were read month first ("03/04/2026" is 2026-03-04); choose the other order if that is wrong.',
    );
  });

  test("and can be chosen otherwise, like the number format", () => {
    const formats = { dateOrder: "day first", decimal: "," } as const;
    expect(only("ID;Stage;Amount;Close Date\n1;Open;1,234;03/04/2026", { formats })).toMatchObject({
      expectedClose: serialDay(2026, 4, 3),
      amount: 1.234,
    });
  });

  test("an assumed number format, with an example", () => {
    expect(run('ID,Stage,Amount,Close Date\n1,Open,"1,234",2026-03-31').notices[0]).toBe(
      'Amount: no value shows the decimal mark, so a mark before three digits was taken to group thousands ("1,234" is 1234); choose the other number format if that is wrong.',
    );
  });

  test("a decimal comma, and dates read day first beside it", () => {
    const { added, notices } = run("ID;Stage;Amount;Close Date\n1;Open;1.234,50;03/04/2026");
    expect(added[0]).toMatchObject({ amount: 1234.5, expectedClose: serialDay(2026, 4, 3) });
    expect(notices[0]).toBe("Amount: read with a decimal comma (1.234,50).");
  });

  test("several currencies, in the cells or in a column of their own", () => {
    expect(run("ID,Stage,Amount\n1,Open,$5\n2,Open,€5").notices[0]).toBe(
      "Amount: the cells name several currencies ($ in 1 and € in 1) and were taken as they are, not converted.",
    );
    expect(
      run("Deal - ID,Deal - Stage,Deal - Value,Deal - Currency of Value\n1,Open,5,EUR\n2,Open,5,USD")
        .notices[0],
    ).toBe(
      "Deal - Currency of Value: the amounts are in several currencies (EUR in 1 and USD in 1) and were taken as they are, not converted; export the converted amount instead.",
    );
  });
});

test("text that looks like a formula is kept letter by letter", () => {
  expect(only('ID,Deal,Stage,Amount,Next step\n1,=1+1,Open,5,"+49 30 / @Ann - call"')).toMatchObject({
    name: "=1+1",
    nextStep: "+49 30 / @Ann - call",
  });
});

test("a mapping by hand replaces what was recognised", () => {
  const csv = "ID,Stage,Amount,Booked\n1,Open,5,9";
  expect(only(csv, { mapping: { amount: 3 } }).amount).toBe(9);
});

test("pasted cells are imported like a file", () => {
  const { added } = run([
    ["Deal ID", "Stage", "Amount", "Close Date"],
    [7, "Proposal", 123.456, 46112],
  ]);
  expect(added[0]).toMatchObject({ id: "7", amount: 123.456, expectedClose: 46112 });
});
