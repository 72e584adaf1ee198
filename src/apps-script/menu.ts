import { TEMPLATES } from "../../sheets-templates/index.js";
import { drawFunctionName } from "./actions/drawTemplate.js";

/** One entry of the menu: a caption and the top-level function that a click runs; null is a separator. */
export type MenuEntry =
  | readonly [caption: string, functionName: string]
  | readonly [caption: string, entries: readonly MenuEntry[]]
  | null;

/**
 * The whole menu as data. The build writes it into `onOpen` itself: where the add-on is installed but not yet used
 * in a file, building the menu is all that Google allows, so nothing else may be loaded for it.
 */
export const MENU: readonly MenuEntry[] = [
  ["Set up workbook", "setUpWorkbook"],
  [
    "Template tabs",
    [
      ...TEMPLATES.map((template) => [template.title, drawFunctionName(template)] as const),
      null,
      ["All of them", "drawAllTemplates"],
    ],
  ],
  null,
  ["Import CRM export…", "openImport"],
  ["Undo last import", "undoLastImport"],
  ["Load sample data", "loadSampleData"],
  null,
  ["Take snapshot", "takeSnapshot"],
  ["Show receipts", "showReceipts"],
  ["Check data hygiene…", "openHygiene"],
  [
    "Copy for leadership",
    [
      ["This tab", "copyTabForLeadership"],
      ["All report tabs", "copyForLeadership"],
    ],
  ],
  null,
  ["Score RevOps maturity", "openMaturity"],
  ["Score the 100-point rubric", "openRubric"],
  null,
  ["Find a function…", "openFinder"],
  ["Diagnose the funnel…", "openFunnel"],
  ["Compare definitions…", "openDefinitions"],
];
