/**
 * From the text of a CRM export to the rows of a data tab: readCsv → recogniseKind → recognise → detectFormats → a
 * reader of rows → added or updated records, all of it behind buildImport. A kind of record is a declaration in kinds/.
 */
export {
  buildImport,
  type ChangedRecord,
  type ImportRequest,
  type ImportResult,
  type ImportSettings,
  type RefusedRow,
} from "./buildImport.js";
export { asCellText, isErrorWord, needsTextMark } from "./cellText.js";
export { type ColumnFormats, detectFormats, type FormatChoice } from "./columnFormats.js";
export { CRMS, type Crm } from "./crms.js";
export type { ImportField } from "./fields.js";
export { categoryOfProbability } from "./forecastCategory.js";
export { fieldInfo, fieldsOf, hasId, type ImportKind } from "./importKind.js";
export { ImportRefusal } from "./importRefusal.js";
export { type Inspection, inspectExport } from "./inspectExport.js";
export { DEALS } from "./kinds/deals.js";
export { IMPORT_KINDS, kindNamed } from "./kinds/index.js";
export { KNOWN_STAGES, type KnownStage, knownStageProbability } from "./knownStages.js";
export { wonOrLost } from "./outcome.js";
export { readCsv, type SourceCell, tableFromCells } from "./readCsv.js";
export {
  type ColumnMapping,
  type MappingChoice,
  type Recognition,
  recognise,
} from "./recognise.js";
export { keysOf, RecordIndex, type RecordKeys } from "./recordKeys.js";
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
