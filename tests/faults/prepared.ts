import { WEEKLY_PIPELINE_REVIEW } from "../../sheets-templates/weeklyPipelineReview.js";
import { ACCOUNTS } from "../../src/workbook/tabs/accounts.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { readDist } from "../../workbench/headless/readDist.js";
import { openAddOn, setSetting, typeInto } from "../apps-script/addOn.js";
import { fillTab } from "../apps-script/fillTab.js";
import { planIn } from "../apps-script/planIn.js";

/**
 * Workbooks to begin from, each built once by the add-on itself and then opened from its saved form. They are small, but
 * hold what a person may have made: cells, formulas, notes, looks, named ranges, a chart and a tab of their own.
 */

/** The day on which all of it happens; what a script writes does not depend on the moment of the test. */
const TODAY = "2026-04-07T10:00:00Z";

const CODE = `
var Date = new Proxy(Date, {
  construct: function (Real, args) { return args.length > 0 ? new Real(...args) : new Real("${TODAY}"); },
});
function byHand(text) {
  var book = SpreadsheetApp.getActive();
  return new Function("book", text)(book);
}`;

const dist = readDist("dist");

export function openPrepared(document?: string): HeadlessWorkbench {
  const workbench = openAddOn({
    code: dist.code + CODE,
    html: dist.html,
    ...(document ? { document: JSON.parse(document) } : {}),
  });
  // The first call of all loads the actions; that is no part of any of them.
  workbench.callEndpoint("listTemplates");
  workbench.serviceCalls.reset();
  return workbench;
}

/** Script text run as by a person who works in the spreadsheet. */
export const byHand = (workbench: HeadlessWorkbench, text: string): unknown => workbench.run("byHand", text);

const OWN_TAB = `
  var front = book.getActiveSheet();
  var own = book.insertSheet("My notes", 1);
  own.getRange("A1:B6").setValues([["Month", "Calls"], ["Jan", 12], ["Feb", 15], ["Mar", 9], ["", ""], ["Sum", "=SUM(B2:B4)"]]);
  own.getRange("A1:B1").setFontWeight("bold").setBackground("#ffeecc");
  own.getRange("B2:B4").setNumberFormat("0.00");
  own.getRange("A2").setNote("Ann counted these");
  own.getRange("C2").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["yes", "no"], true).build());
  own.getRange("D1:E1").merge().setValue("merged");
  own.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(10).setBackground("#cceecc").setRanges([own.getRange("B2:B4")]).build()]);
  own.insertChart(own.newChart().setChartType(Charts.ChartType.COLUMN).addRange(own.getRange("A1:B4")).setPosition(8, 1, 0, 0).setNumHeaders(1).setOption("title", "Calls").build());
  own.getRange("B6").protect().setDescription("mine").setWarningOnly(true);
  own.setColumnWidths(1, 1, 180);
  own.setFrozenRows(1);
  book.setNamedRange("My_target", own.getRange("B6"));
  book.setActiveSheet(front);`;

const BESIDE_OURS = `
  var deals = book.getRangeByName("Opportunities_Deal_ID").getSheet();
  var beside = deals.getLastColumn() + 2;
  deals.getRange(1, beside).setValue("My remark");
  deals.getRange(2, beside, 2, 1).setValues([["call back"], ["=LEN(B2)"]]);
  deals.getRange(3, 1, 1, 3).setBackground("#eeeeff");
  deals.getRange("B2").setNote("met at the fair");
  var settings = book.getRangeByName("Settings_companyName").getSheet();
  settings.getRange(70, 2, 1, 2).setValues([["my own sum", "=1+2"]]);`;

const HEADINGS =
  "Opportunity ID,Opportunity Name,Opportunity Owner,Account Name,Stage,Amount,Created Date,Close Date,Lead Source,Loss Reason";
export const DEALS_CSV = [
  HEADINGS,
  "D1,First,Ann Lee,Acme,Proposal,500,2026-01-05,2026-04-30,Web,",
  "D2,Second,Bo Ray,Birch Ltd,Negotiation,900,2026-01-15,2026-05-31,Partner,",
  "D3,Third,Ann Lee,Cedar,Closed Won,1200,2025-12-01,2026-02-10,Web,",
  "D4,Fourth,Bo Ray,Dogwood,Closed Lost,700,2025-12-10,2026-02-20,Outbound,Price",
].join("\n");

/** Changes two deals, brings two, and an owner and a stage that Settings does not know. */
export const NEWER_CSV = [
  HEADINGS,
  "D1,First,Ann Lee,Acme,Negotiation,650,2026-01-05,2026-04-30,Web,",
  "D2,Second,Nora New,Birch Ltd,Legal check,900,2026-01-15,2026-06-15,Partner,",
  "D5,Fifth,Nora New,Elm,Proposal,300,2026-03-01,2026-06-30,Web,",
  "D6,Sixth,Bo Ray,Fir,Closed Lost,100,2026-01-01,2026-03-01,Web,Timing",
].join("\n");

export const MATURITY = {
  draft: "d1",
  round: "Q1",
  assessor: "Ada",
  scores: [3, 3, 3, 3, 3, 3],
  intake: {},
  evidence: "",
};

const build = (from: Prepared | undefined, make: (workbench: HeadlessWorkbench) => void) => () => {
  const workbench = openPrepared(from && documentOf(from));
  make(workbench);
  return JSON.stringify(workbench.document());
};

const STATES = {
  /** As Google makes a new spreadsheet. */
  new: build(undefined, () => {}),
  /** A person's own work and nothing of ours. */
  own: build(undefined, (workbench) => {
    byHand(workbench, OWN_TAB);
  }),
  deals: build("own", (workbench) => {
    workbench.run("setUpWorkbook");
    setSetting(workbench, "companyName", "Hazel & Sons");
    workbench.callEndpoint("runImport", [DEALS_CSV, { asOf: "2026-03-31" }]);
    byHand(workbench, BESIDE_OURS);
  }),
  /** Columns, a list, a list's column and a setting were deleted by hand, one name too. */
  damaged: build("deals", (workbench) => {
    byHand(
      workbench,
      `var deals = book.getRangeByName("Opportunities_Deal_ID").getSheet();
       deals.deleteColumns(book.getRangeByName("Opportunities_Source").getColumn(), 1);
       book.removeNamedRange("Opportunities_Amount");
       var quota = book.getRangeByName("Reps_Quarterly_quota"); quota.getSheet().deleteColumn(quota.getColumn());
       var reasons = book.getRangeByName("RejectionReasons_rows"); reasons.getSheet().deleteColumn(reasons.getColumn());
       var cell = book.getRangeByName("Settings_mqlScore"); cell.getSheet().deleteRow(cell.getRow());`,
    );
  }),
  untidy: build("deals", (workbook) => {
    fillTab(workbook, ACCOUNTS, [
      { id: "A1", account: "Acme", website: "acme.com" },
      { id: "A2", account: "Acme Incorporated", website: "www.acme.com" },
      { id: "A3", account: "Birch Ltd", website: "birch.io" },
    ]);
    fillTab(workbook, LEADS, [
      { id: "L1", lead: "Cy", email: "cy@birch.io", source: "Web" },
      { id: "L2", lead: "Di", email: "di@gmail.com", source: "web" },
    ]);
  }),
  snapshot: build("deals", (workbench) => {
    workbench.run("takeSnapshot");
    setSetting(workbench, "asOf", "46120");
    typeInto(workbench, "Opportunities", "F2", "555");
  }),
  /** History has no row left. */
  crowded: build("snapshot", (workbench) => {
    byHand(
      workbench,
      `var history = book.getRangeByName("History_Deal_ID").getSheet();
       history.deleteRows(history.getLastRow() + 1, history.getMaxRows() - history.getLastRow());`,
    );
  }),
  /** Another snapshot of the same day takes the place of the first. */
  sameDay: build("deals", (workbench) => {
    workbench.run("takeSnapshot");
    typeInto(workbench, "Opportunities", "F2", "555");
  }),
  /** A report tab in which people have typed, and a receipts tab with other choices than the first. */
  reports: build("deals", (workbench) => {
    workbench.run("drawWeeklyPipelineReview");
    const { title } = WEEKLY_PIPELINE_REVIEW;
    const plan = planIn(workbench, WEEKLY_PIPELINE_REVIEW);
    plan.inputs.slice(-4).forEach(({ row, column }, at) => {
      typeInto(workbench, title, `${String.fromCharCode(64 + column)}${row}`, `typed ${at + 1}`);
    });
    typeInto(workbench, title, `C${plan.rows + 3}`, "mine, below the page");
    typeInto(workbench, title, `C${plan.rows + 4}`, "=1+1");
    workbench.run("showReceipts");
    byHand(
      workbench,
      `book.getRangeByName("Receipts_rep").setValue("Ann Lee"); book.getRangeByName("Receipts_show").setValue("Counted");
       book.setActiveSheet(book.getSheetByName("${title}"));`,
    );
  }),
  /** The same, but the page is another by now: a rep and a segment have come, and somebody typed over a label. */
  outdated: build("reports", (workbench) => {
    byHand(
      workbench,
      `var reps = book.getRangeByName("Reps_Rep"); reps.getSheet().getRange(reps.getRow() + 3, reps.getColumn()).setValue("Nora New");
       var stages = book.getRangeByName("Stages_Stage"); stages.getSheet().getRange(stages.getRow() + 8, stages.getColumn()).setValue("Legal check");`,
    );
    typeInto(workbench, WEEKLY_PIPELINE_REVIEW.title, "C2", "typed beside the title");
  }),
  begun: build("deals", (workbench) => {
    workbench.callEndpoint("beginImport", [NEWER_CSV, "march.csv", { asOf: "2026-04-02" }]);
  }),
  imported: build("begun", (workbench) => {
    while (workbench.callEndpoint("readImportState") !== null) workbench.callEndpoint("continueImport");
  }),
  /** Two cells that the import wrote were changed by hand since, and a deal stands below those that it brought. */
  edited: build("imported", (workbench) => {
    typeInto(workbench, "Opportunities", "F2", "777");
    typeInto(workbench, "Opportunities", "F6", "333");
  }),
  assessed: build("deals", (workbench) => {
    workbench.callEndpoint("saveAssessment", ["maturity", MATURITY]);
    workbench.callEndpoint("saveAssessmentDraft", [
      "maturity",
      { id: "d1", round: "Q2", assessor: "Ben", scores: [4, 4, 4, 4, 4, 4], intake: {} },
    ]);
  }),
} satisfies Record<string, () => string>;

export type Prepared =
  | "new"
  | "own"
  | "deals"
  | "damaged"
  | "untidy"
  | "snapshot"
  | "crowded"
  | "sameDay"
  | "reports"
  | "outdated"
  | "begun"
  | "imported"
  | "edited"
  | "assessed";

const built = new Map<Prepared, string>();

/** The saved form of a prepared workbook. */
export function documentOf(state: Prepared): string {
  const present = built.get(state);
  if (present) return present;
  const made: string = (STATES as Record<Prepared, () => string>)[state]();
  built.set(state, made);
  return made;
}
