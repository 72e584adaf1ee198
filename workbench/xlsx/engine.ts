/**
 * The spreadsheet engine, as these files need it. It is always handed in, never imported at run time: in the page
 * it is the global that its own script made, in Node it is the npm package.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";

export type Engine = Pick<typeof OSpreadsheet, "Model" | "load" | "parse" | "tokenize" | "registries">;
export type Model = OSpreadsheet.Model;
export type WorkbookData = OSpreadsheet.WorkbookData;
export type SheetData = WorkbookData["sheets"][number];
export type Style = WorkbookData["styles"][number];
export type Border = WorkbookData["borders"][number];
export type Ast = ReturnType<Engine["parse"]>;
export type Token = ReturnType<Engine["tokenize"]>[number];

/**
 * What belongs to a workbook and the engine has no place for: it travels in the file beside the cells. Keys that
 * are not named here are kept as they are.
 */
export interface Companion {
  /** Cell notes: sheet id → cell name ("B3") → text. */
  readonly notes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Help texts of input rules, by rule id. */
  readonly validationHelp?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}
