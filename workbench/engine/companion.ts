/** What Google Sheets keeps in a document and the engine cannot hold; saved beside the engine's workbook data. */

export interface Companion {
  /** Notes by sheet id and cell: `notes[sheetId]["B2"]`. */
  readonly notes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly protections: readonly StoredProtection[];
  /** Help texts of data validation rules, by rule id. */
  readonly validationHelp: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
}

export interface StoredProtection {
  readonly id: string;
  readonly sheetId: string;
  /** Missing when the whole sheet is protected. */
  readonly range?: string;
  readonly description: string;
  readonly warningOnly: boolean;
}

/** A whole saved document. `workbook` is the engine's own JSON. */
export interface WorkbenchDocument {
  readonly workbook: object;
  readonly companion: Companion;
}

export const emptyCompanion: Companion = { notes: {}, protections: [], validationHelp: {}, properties: {} };
