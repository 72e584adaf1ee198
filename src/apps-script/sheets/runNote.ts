import type { Undo } from "./undo.js";

/**
 * What a run notes in the document's properties for as long as something of its work is half done that nothing else
 * tells of: where Google cuts it off there, the next action reads the note and clears up.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const RUN_NOTES = ["revops.beginning", "revops.copying", "revops.silenced", "revops.adding"] as const;

export class RunNote<Content> {
  constructor(private readonly key: (typeof RUN_NOTES)[number]) {}

  /** Where the run fails, all that it begins after this is taken back first and the note last. */
  write(content: Content, undo: Undo): void {
    const properties = PropertiesService.getDocumentProperties();
    undo.later(() => properties.deleteProperty(this.key));
    properties.setProperty(this.key, JSON.stringify(content));
  }

  /** What was noted by a run that did not come to its end. */
  read(): Content | undefined {
    const text = PropertiesService.getDocumentProperties().getProperty(this.key);
    return text === null ? undefined : (JSON.parse(text) as Content);
  }

  drop(): void {
    PropertiesService.getDocumentProperties().deleteProperty(this.key);
  }
}

/** The tab that a note speaks of, unless it was deleted since. */
export const notedSheet = (spreadsheet: Spreadsheet, id: number): Sheet | undefined =>
  spreadsheet.getSheets().find((sheet) => sheet.getSheetId() === id);
