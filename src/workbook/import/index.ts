/**
 * From the text of a CRM export to the rows of the Opportunities tab:
 * readCsv → recognise → detectFormats → dealReader → newDeal or updatedDeal, all of it behind buildImport.
 */
export {
  buildImport,
  type ChangedDeal,
  type ImportRequest,
  type ImportResult,
  type ImportSettings,
  type RefusedRow,
} from "./buildImport.js";
export { asCellText, needsTextMark } from "./cellText.js";
export { type ColumnFormats, detectFormats, type FormatChoice } from "./columnFormats.js";
export { CRMS, type Crm } from "./crmHeadings.js";
export { FIELD_INFO, IMPORT_FIELDS, type ImportField } from "./fields.js";
export { categoryOfProbability } from "./forecastCategory.js";
export { ImportRefusal } from "./importRefusal.js";
export { type Inspection, inspectExport } from "./inspectExport.js";
export { KNOWN_STAGES, type KnownStage, knownStageProbability } from "./knownStages.js";
export { readCsv, type SourceCell, tableFromCells } from "./readCsv.js";
export {
  type ColumnMapping,
  type MappingChoice,
  type Recognition,
  recognise,
  recogniseCrm,
} from "./recognise.js";
export {
  headingSetKey,
  type ImportChoices,
  recall,
  recalledSeparator,
  remember,
} from "./rememberedChoices.js";
export { SEPARATORS, type Separator } from "./separator.js";
export type { SourceRow, SourceTable } from "./sourceTable.js";
export type { StageSetting } from "./stageTable.js";
