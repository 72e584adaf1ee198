import { describe, expect, test } from "vitest";
import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellsOf, openAddOn, sheetNames, typeInto, valueAt } from "./addOn.js";
import { importInSteps } from "./importInSteps.js";

const preview = (workbench: HeadlessWorkbench, text: string, choices?: object) =>
  workbench.callEndpoint("previewImport", choices ? [text, { choices }] : [text]) as ImportPreview;
const shown = (workbench: HeadlessWorkbench, tab: string, ...addresses: string[]) =>
  addresses.map((address) => cellsOf(workbench, tab).find((cell) => cell.address === address)?.text ?? "");
const settingsTexts = (workbench: HeadlessWorkbench) =>
  cellsOf(workbench, "Settings").map(({ text }) => text);

const ACCOUNTS = [
  "Account ID,Account Name,Account Owner,Industry,Employees,Billing Country,Deleted",
  '001A000001AAAAA,Acme,Ann Lee,Software,"1,200",Kenya,0',
  "001A000001AAAAB,Globex,Bo Chen,Retail,80,France,0",
  "001A000001AAAAC,,Bo Chen,Retail,80,France,0",
  "001A000001AAAAD,Initech,Bo Chen,Retail,many,France,0",
  "001A000001AAAAE,Hooli,Bo Chen,Retail,5,France,1",
  "001A000001AAAAB,Globex again,Bo Chen,Retail,80,France,0",
].join("\n");

describe("accounts", () => {
  test("are added by id; a blank name, a cell that cannot be read, a deleted and a repeated one are refused with the reason", () => {
    const workbench = openAddOn();
    const report = importInSteps(workbench, ACCOUNTS);
    expect(report).toMatchObject({ kind: "Accounts", crm: "Salesforce", rows: 6, added: 2, refusedRows: 4 });
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      "Row 4, Account Name is blank; fill it in for this account in the export.",
      'Row 5, Employees: "many" is not a whole number; write one such as 250 in the export or leave the cell blank.',
      "Row 6 is deleted in the CRM, so it was kept out.",
      'Row 7, Account ID: "001A000001AAAAB" stands in row 3 already, which was kept; leave one row for each account in the export.',
    ]);
    expect(shown(workbench, "Accounts", "A2", "B2", "F2", "A3")).toEqual([
      "001A000001AAAAA",
      "Acme",
      "1,200",
      "001A000001AAAAB",
    ]);
  });

  test("are updated by the id with 18 characters too, columns that the export lacks stay, and undo restores every cell", () => {
    const workbench = openAddOn();
    importInSteps(workbench, ACCOUNTS);
    typeInto(workbench, "Accounts", "C2", "acme.com");
    const before = cellsOf(workbench, "Accounts");
    const newer = "Id,Name,Industry\n001A000001AAAAAQA0,Acme Ltd,Software\n001A000001ZZZZZ,Umbrella,Pharma";
    expect(importInSteps(workbench, newer)).toMatchObject({ rows: 2, added: 1, changed: 1, refusedRows: 0 });
    expect(shown(workbench, "Accounts", "A2", "B2", "C2", "B4")).toEqual([
      "001A000001AAAAA",
      "Acme Ltd",
      "acme.com",
      "Umbrella",
    ]);
    workbench.run("undoLastImport");
    expect(cellsOf(workbench, "Accounts")).toEqual(before);
    expect(workbench.ui.toasts.at(-1)?.message).toBe("deals.csv: 1 new account removed, 1 cell as before.");
  });

  test("without ids are known by their name, and take the CRM's id once an export brings it", () => {
    const workbench = openAddOn();
    const list = "account,sector,revenue,employees\nAcme,software,1100.04,2822\nGlobex,retail,251.41,495";
    expect(importInSteps(workbench, list)).toMatchObject({ kind: "Accounts", crm: "Other", added: 2 });
    expect(importInSteps(workbench, list)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const withIds = "Account ID,Account Name,Industry\n001X,ACME,software";
    expect(importInSteps(workbench, withIds)).toMatchObject({ added: 0, changed: 1 });
    expect(shown(workbench, "Accounts", "A2", "B2", "G2")).toEqual(["001X", "ACME", "1,100"]);
  });

  test("text that reads as a formula stays text", () => {
    const workbench = openAddOn();
    importInSteps(workbench, 'account,sector,phone\n"=HYPERLINK(""x"")",+1 555,@home\n-Minus,-1,1E5');
    expect(shown(workbench, "Accounts", "B2", "E2", "D2")).toEqual(['=HYPERLINK("x")', "+1 555", "@home"]);
    expect(shown(workbench, "Accounts", "B3", "E3", "D3")).toEqual(["-Minus", "-1", "1E5"]);
  });
});

describe("records without an id of their own", () => {
  const HISTORY =
    "_fivetran_start,deal_id,date_entered,value\n2026-01-07 6:49:18,D1,2026-01-07 6:49:18,Proposal\n2026-01-07 8:00:46,D1,2026-01-07 8:00:46,Closed Won\n2026-01-07 8:00:46,,2026-01-07 8:00:46,Closed Won";

  test.each(["UTC", "America/Los_Angeles", "Asia/Kolkata"])(
    "stage entries in %s keep their time of day, and the same export again changes nothing",
    (timeZone) => {
      const workbench = openAddOn({ timeZone });
      expect(importInSteps(workbench, HISTORY)).toMatchObject({
        kind: "StageHistory",
        added: 2,
        refusedRows: 1,
      });
      const entered = Number(valueAt(workbench, "Stage history", "C2"));
      // 7 January 2026 is day 46,029 of a spreadsheet; 6:49:18 is 24,558 of its 86,400 seconds.
      expect(entered).toBeCloseTo(46_029 + 24_558 / 86_400, 6);
      expect(importInSteps(workbench, HISTORY)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    },
  );

  test("reps go to the list in Settings, which an undo leaves as it was", () => {
    const workbench = openAddOn();
    importInSteps(workbench, "sales_agent,manager,regional_office\nAnn Lee,Max,West");
    const before = settingsTexts(workbench);
    const newer = "sales_agent,manager,regional_office\nAnn Lee,Mia,West\nBo Chen,Mia,East\n,Mia,East";
    const report = importInSteps(workbench, newer);
    expect(report).toMatchObject({ kind: "Reps", added: 1, changed: 1, refusedRows: 1 });
    expect(report.refused[0]?.reason).toBe(
      "Row 4, sales_agent is blank; fill it in for this rep in the export.",
    );
    expect(settingsTexts(workbench)).toEqual(expect.arrayContaining(["Ann Lee", "Mia", "Bo Chen", "East"]));
    workbench.run("undoLastImport");
    expect(settingsTexts(workbench)).toEqual(before);
  });

  test("a price list is known by code, else by name", () => {
    const workbench = openAddOn();
    importInSteps(workbench, "product,series,sales_price\nGTX Basic,GTX,550\nMG Special,MG,55");
    const newer = "Product Name,Product Code,Product Family,List Price,Active\nGTX Basic,G-1,GTX,600,true";
    expect(importInSteps(workbench, newer)).toMatchObject({ kind: "Products", changed: 1, added: 0 });
    const renamed = "Product Name,Product Code,List Price\nGTX Classic,G-1,600";
    expect(importInSteps(workbench, renamed, { choices: { kind: "Products" } })).toMatchObject({
      changed: 1,
    });
    expect(shown(workbench, "Products", "A2", "B2", "D2", "E2", "A3")).toEqual([
      "GTX Classic",
      "G-1",
      "600",
      "Yes",
      "MG Special",
    ]);
  });

  test("a monthly price is a twelfth of the annual amount", () => {
    const workbench = openAddOn();
    importInSteps(workbench, "customer,plan,mrr,start_date\nAcme,Pro,99.90,2026-01-01");
    const amount = cellsOf(workbench, "Subscriptions").find(({ address }) => address === "E2");
    expect(amount?.value).toBe(1198.8);
  });
});

describe("words of the CRM", () => {
  test("become the choices of the column where they mean one, and are kept and counted where they mean none", () => {
    const workbench = openAddOn();
    const text = [
      "Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,Activity - Assigned to user",
      "1,Hello,email,2026-01-05 09:30,Ann",
      "2,Intro,Pigeon post,2026-01-06,Ann",
      "3,Nothing,,2026-01-06,Ann",
    ].join("\n");
    const report = importInSteps(workbench, text);
    expect(report).toMatchObject({ kind: "Activities", crm: "Pipedrive", added: 2, refusedRows: 1 });
    expect(report.notices).toContain(
      'Type: "Pigeon post" (1) is kept as the export writes it; figures count the choices of the column only.',
    );
    expect(shown(workbench, "Activities", "C2", "C3")).toEqual(["E-mail", "Pigeon post"]);
  });

  test("a lead's name is joined from two columns, and a converted one stands at Opportunity", () => {
    const workbench = openAddOn();
    const text =
      "id,is_deleted,first_name,last_name,company,email,status,is_converted,has_opted_out_of_email\n00Q1,FALSE,Ann,Lee,Acme,a@acme.com,Converted,TRUE,FALSE\n00Q2,FALSE,Bo,Chen,Acme,b@acme.com,,TRUE,TRUE";
    expect(importInSteps(workbench, text)).toMatchObject({ kind: "Leads", crm: "Salesforce", added: 2 });
    const texts = cellsOf(workbench, "Leads").map(({ text: one }) => one);
    expect(texts).toEqual(expect.arrayContaining(["Ann Lee", "Bo Chen", "No", "Yes"]));
    expect(texts.filter((one) => one === "Opportunity")).toHaveLength(2);
  });
});

describe("choices about an import", () => {
  const HUBSPOT = "Record ID,First Name,Last Name,Email,Contact owner,Weight\n1,Ann,Lee,a@b.c,Bo,7";

  test("are remembered for each kind of record", () => {
    const workbench = openAddOn();
    const asContacts = { mapping: { engagement: 5 } };
    importInSteps(workbench, HUBSPOT, { choices: asContacts });
    importInSteps(workbench, HUBSPOT, { choices: { kind: "Leads", mapping: { score: 5 } } });
    expect(preview(workbench, HUBSPOT)).toMatchObject({ kind: "Leads", remembered: true });
    const contacts = preview(workbench, HUBSPOT, { kind: "Contacts" });
    expect(contacts).toMatchObject({ kind: "Contacts", remembered: true, choices: asContacts });
    expect(preview(workbench, HUBSPOT, {})).toMatchObject({ kind: "Contacts", remembered: false });
    expect(sheetNames(workbench)).toEqual(expect.arrayContaining(["Contacts", "Leads"]));
  });

  test("a kind chosen by hand is mapped anew, and asks for what it cannot do without", () => {
    const asTickets = preview(openAddOn(), HUBSPOT, { kind: "Tickets" });
    expect(asTickets).toMatchObject({ kind: "Tickets", record: "ticket", added: 0 });
    expect(asTickets.wanted).toEqual(["opened"]);
    expect(asTickets.fields.find(({ field }) => field === "id")?.column).toBe(0);
  });
});

describe("deals bring along what Settings lacks", () => {
  const HEADINGS = "Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Loss Reason";
  const row = (list: readonly string[], text: string) =>
    list.slice(list.indexOf(text), list.indexOf(text) + 4);

  test("closed stages with their kind and loss reasons once each, all taken back by an undo", () => {
    const workbench = openAddOn();
    importInSteps(workbench, `${HEADINGS}\n1,A,Proposal,5,2026-05-01,`);
    const before = settingsTexts(workbench);
    importInSteps(
      workbench,
      `${HEADINGS}\n2,B,Closed Won,5,2026-01-05,\n3,C,Closed Lost,5,2026-01-05,Moved abroad\n4,D,Closed Lost,5,2026-01-05,price`,
    );
    const after = settingsTexts(workbench);
    expect(row(after, "Closed Won")).toEqual(expect.arrayContaining(["Closed Won", "100.0%", "Won"]));
    expect(row(after, "Closed Lost")).toEqual(expect.arrayContaining(["Closed Lost", "0.0%", "Lost"]));
    expect(after).toContain("Moved abroad");
    // "Price" stands there from the beginning, under another capital.
    expect(after).not.toContain("price");
    workbench.run("undoLastImport");
    expect(settingsTexts(workbench)).toEqual(before);
  });

  test("a stage is not closed because a status says that its deals are", () => {
    const workbench = openAddOn();
    importInSteps(
      workbench,
      "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status\n1,A,5,Negotiation,Lost\n2,B,5,Contract,Won",
    );
    expect(settingsTexts(workbench)).not.toContain("Negotiation");
    expect(settingsTexts(workbench)).not.toContain("Contract");
  });
});
