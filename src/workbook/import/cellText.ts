/**
 * Whether a spreadsheet would turn this text into something else when it is written to a cell: a formula, a number
 * (the id 1E5), a date, a truth value. A leading apostrophe would be swallowed.
 */
export function needsTextMark(text: string): boolean {
  return /^\s*(?:[=+\-@'.,(\d]|\p{Sc}|(?:true|false)\s*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d)/iu.test(
    text,
  );
}

/** The text as it is to be typed into a cell so that it stays text; the stored value itself is never altered. */
export function asCellText(text: string): string {
  return needsTextMark(text) ? `'${text}` : text;
}
