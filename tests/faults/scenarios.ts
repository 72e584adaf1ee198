import { TEMPLATES } from "../../sheets-templates/index.js";
import type { HygieneCheck } from "../../src/apps-script/actions/hygiene/checkHygiene.js";
import { changesOf } from "../../src/workbook/hygiene/change.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { byHand, DEALS_CSV, MATURITY, NEWER_CSV, type Prepared } from "./prepared.js";

/** What people do with the add-on, and the workbook they do it in. */
export interface Scenario {
  /** As in entries.ts. */
  readonly entry: string;
  readonly what: string;
  readonly from: Prepared;
  /** Arguments of an endpoint; worked out once, on the workbook that it begins from. */
  readonly args?: (workbench: HeadlessWorkbench) => readonly unknown[];
  /** What the person does first, such as going to a cell. */
  readonly ready?: (workbench: HeadlessWorkbench) => void;
  /**
   * A step that is called again until it has succeeded: where it fails, some of its cells are written and others not
   * yet, and the journal knows.
   */
  readonly resumes?: true;
  /** Run again, it makes another. */
  readonly makesAnother?: true;
  /** Begins the facts of the tab whose looks are drawn anew while what stands in its cells stays. */
  readonly redraws?: string;
  /** The facts of columns that are brought back: half made for as long as a note says so. */
  readonly adds?: RegExp;
  /** With what words it says, run again, that all is done already. */
  readonly done?: RegExp;
  /** Takes long: left to `npm run test:faults`. */
  readonly slow?: true;
  /** Does one after the other what other scenarios do one by one. */
  readonly composed?: true;
}

const goTo =
  (tab: string, cells: string) =>
  (workbench: HeadlessWorkbench): void => {
    byHand(workbench, `book.setActiveSheet(book.getSheetByName("${tab}")).getRange("${cells}").activate();`);
  };

const yesToAll = (workbench: HeadlessWorkbench): readonly unknown[] => [
  changesOf(
    (workbench.callEndpoint("checkHygiene") as HygieneCheck).groups.flatMap(({ proposals }) =>
      proposals.map(({ changes, choices }) => ({
        changes: choices ? changes.map((change) => ({ ...change, after: "Price" })) : changes,
      })),
    ),
  ),
];

const TAKEN_BACK = /There is no import to take back/;
const LOADED = /already holds \d+ rows; load the sample data into a new, empty spreadsheet/;
const BEGUN = /stopped after 0 of/;
const VELOCITY = "=REVOPS_VELOCITY(50,0.25,30000,60)";
const WINDOWS = [
  "openImport",
  "openFinder",
  "openFunnel",
  "openDefinitions",
  "openHygiene",
  "openMaturity",
  "openRubric",
];
const drawing = (id: string) =>
  `draw${id.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase())}`;

export const SCENARIOS: readonly Scenario[] = [
  { entry: "setUpWorkbook", what: "setting up a new workbook", from: "new", slow: true },
  { entry: "setUpWorkbook", what: "setting up beside a person's own tabs", from: "own" },
  {
    entry: "setUpWorkbook",
    what: "bringing back what was deleted by hand",
    from: "damaged",
    // A rep's quota, and the list of reasons to the right of all others.
    adds: /^(Settings( \| col|!S\d|!A[D-G]\d)|Opportunities!Y\d)/,
  },
  {
    entry: "loadSampleData",
    what: "loading the sample data",
    from: "new",
    slow: true,
    composed: true,
    done: LOADED,
  },
  ...WINDOWS.map((entry): Scenario => ({ entry, what: `the window of ${entry}`, from: "own" })),

  { entry: "takeSnapshot", what: "the first snapshot", from: "deals" },
  { entry: "takeSnapshot", what: "the next snapshot", from: "snapshot", slow: true },
  { entry: "takeSnapshot", what: "a second snapshot of one day", from: "sameDay", slow: true },
  { entry: "takeSnapshot", what: "a snapshot for which History has to grow", from: "crowded", slow: true },
  { entry: "showReceipts", what: "the first receipts", from: "deals" },
  { entry: "showReceipts", what: "receipts drawn anew", from: "reports" },
  {
    entry: "copyForLeadership",
    what: "a copy of all report tabs",
    from: "reports",
    slow: true,
    makesAnother: true,
  },
  {
    entry: "copyTabForLeadership",
    what: "a copy of the tab in front",
    from: "reports",
    makesAnother: true,
  },

  ...TEMPLATES.map(
    (template): Scenario => ({
      entry: drawing(template.id),
      what: `a new tab ${template.title}`,
      from: "deals",
      ...(template.id === "weekly-pipeline-review" ? {} : { slow: true }),
    }),
  ),
  {
    entry: "drawWeeklyPipelineReview",
    what: "a refresh of a report tab",
    from: "reports",
    redraws: "Weekly pipeline review",
    slow: true,
  },
  {
    entry: "drawWeeklyPipelineReview",
    what: "a refresh that moves the fields people filled in",
    from: "outdated",
    redraws: "Weekly pipeline review",
  },
  { entry: "drawWeeklyPipelineReview", what: "a report tab beside a person's own", from: "own", slow: true },
  { entry: "drawAllTemplates", what: "all report tabs", from: "deals", slow: true, composed: true },
  {
    entry: "drawTemplatesById",
    what: "report tabs by their ids",
    from: "deals",
    args: () => [["data-hygiene-report", "rubric-result"]],
    slow: true,
  },
  { entry: "listTemplates", what: "the list of templates", from: "own" },

  { entry: "previewImport", what: "an import's preview", from: "deals", args: () => [NEWER_CSV, {}] },
  { entry: "readImportState", what: "how far an import is", from: "begun" },
  {
    entry: "beginImport",
    what: "an import's beginning",
    from: "deals",
    args: () => [NEWER_CSV, "m.csv", {}],
    done: BEGUN,
  },
  {
    entry: "beginImport",
    what: "the beginning of an import after another",
    slow: true,
    from: "imported",
    args: () => [DEALS_CSV, "old.csv", { choices: { kind: "Opportunities" } }],
    done: BEGUN,
  },
  { entry: "continueImport", what: "an import's step", from: "begun", resumes: true },
  {
    entry: "undoImport",
    what: "taking an import back",
    from: "imported",
    args: () => ["ask"],
    resumes: true,
    done: TAKEN_BACK,
  },
  {
    entry: "undoImport",
    what: "taking an import back over later changes",
    slow: true,
    from: "edited",
    args: () => ["overwrite"],
    resumes: true,
    done: TAKEN_BACK,
  },
  { entry: "undoLastImport", what: "the menu's Undo last import", from: "edited", slow: true, resumes: true },
  {
    entry: "runImport",
    what: "a whole import into a person's workbook",
    from: "own",
    args: () => [DEALS_CSV, {}],
    slow: true,
  },
  {
    entry: "runImport",
    what: "a whole import over an earlier one",
    from: "imported",
    args: () => [NEWER_CSV.replace("650", "651"), { asOf: "2026-04-09" }],
  },

  { entry: "summarise", what: "the headline figures", from: "deals" },
  { entry: "measureRubric", what: "the rubric's measures", from: "deals" },
  { entry: "readAssessments", what: "the assessments", from: "assessed", args: () => ["maturity"] },
  {
    entry: "saveAssessment",
    what: "the first assessment",
    from: "deals",
    args: () => ["maturity", MATURITY],
  },
  {
    entry: "saveAssessment",
    what: "another assessment",
    from: "assessed",
    args: () => ["maturity", { ...MATURITY, round: "Q2", assessor: "Ben" }],
  },
  {
    entry: "saveAssessmentDraft",
    what: "a draft",
    from: "deals",
    args: () => [
      "rubric",
      { id: "r1", round: "Q1", assessor: "", scores: [1, ...Array(26).fill(null)], intake: {} },
    ],
  },

  { entry: "checkHygiene", what: "a check of the data", from: "untidy" },
  { entry: "applyFixes", what: "putting the data right", from: "untidy", args: yesToAll },
  { entry: "readActiveCell", what: "the active cell", from: "own" },
  { entry: "readSelection", what: "the selection", from: "own" },
  { entry: "readRangeNames", what: "the named ranges", from: "deals" },
  {
    entry: "tryFunction",
    what: "a function tried out",
    from: "own",
    args: () => [
      "REVOPS_VELOCITY",
      [{ value: 50 }, { value: 0.25 }, { value: 30000 }, { range: "'My notes'!B2" }],
    ],
    ready: goTo("My notes", "H1"),
  },
  {
    entry: "insertFormula",
    what: "a formula into an empty cell",
    from: "own",
    args: () => [{ formula: VELOCITY, into: { sheet: "My notes", cell: "H1" }, rows: 1, columns: 1 }],
    ready: goTo("My notes", "H1"),
  },
  {
    entry: "insertFormula",
    what: "a formula in the place of another, for which the tab has to grow",
    from: "own",
    args: () => [
      {
        formula: VELOCITY,
        into: { sheet: "My notes", cell: "B6" },
        replaces: "=SUM(B2:B4)",
        rows: 1010,
        columns: 1,
      },
    ],
    ready: goTo("My notes", "B6"),
  },
  { entry: "readFunnel", what: "the funnel's counts", from: "deals" },
  { entry: "readComparable", what: "what can be compared", from: "deals" },
];

/** The actions that make tabs to look at are over half of the work: new ones, and those refreshed and copied. */
const isDrawn = ({ entry }: Scenario): boolean => /^(draw|copy|show)/.test(entry);
export const drawsNewTabs = (scenario: Scenario): boolean => isDrawn(scenario) && scenario.from === "deals";
export const drawsStandingTabs = (scenario: Scenario): boolean =>
  isDrawn(scenario) && scenario.from !== "deals";
