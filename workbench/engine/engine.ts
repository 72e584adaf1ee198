/**
 * The spreadsheet library as shared code sees it. It is always handed in, never imported: Node loads the CommonJS
 * build, the page has it as the global `o_spreadsheet`, and both must run the same services.
 */

import type * as library from "@odoo/o-spreadsheet";

export type Engine = Pick<
  typeof library,
  | "CorePlugin"
  | "Model"
  | "UIPlugin"
  | "constants"
  | "coreTypes"
  | "helpers"
  | "load"
  | "lockedSheetAllowedCommands"
  | "parse"
  | "registries"
  | "tokenize"
>;

export type Model = library.Model;
export type Getters = Model["getters"];
export type EngineRange = library.Range;
export type Zone = library.Zone;
export type UnboundedZone = library.UnboundedZone;
export type Position = library.CellPosition;
export type Style = library.Style;
export type EngineCell = NonNullable<ReturnType<Getters["getCell"]>>;
export type EvaluatedCell = ReturnType<Getters["getEvaluatedCell"]>;
/** A value with the format it would be shown in: what formulas pass to each other. */
export type EngineResult = library.FunctionResultObject;
export type EngineArgument = library.Arg;
export type FunctionDescription = Parameters<Engine["registries"]["functionRegistry"]["replace"]>[1];
/** The `this` of a function while a formula is computed. */
export type EvaluationContext = library.EvalContext;
export type WorkbookData = library.WorkbookData;
export type ConditionalFormat = library.ConditionalFormat;
export type DataValidationRule = library.DataValidationRule;
export type ChartDefinition = library.ChartDefinition;
