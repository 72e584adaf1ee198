/** What Google takes in a cell. */
const CELL_CHARACTERS = 50_000;

/**
 * Whether a spreadsheet would turn this text into something else when it is written to a cell: a formula, a number
 * (the id 1E5), a date, a truth value, an error. A leading apostrophe would be swallowed. The wide signs are those of
 * East Asian keyboards, which some spreadsheets read as the narrow ones.
 */
export function needsTextMark(text: string): boolean {
  return /^\s*(?:[=+\-@＝＋－＠'.,(#\p{Nd}\p{Sc}]|(?:true|false|infinity)\s*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d)/iu.test(
    text,
  );
}

/** The text as it is to be typed into a cell so that it stays text; the stored value itself is never altered. */
export function asCellText(text: string): string {
  return needsTextMark(text) ? `'${text}` : text;
}

/** How long a text like this one may be so that a cell holds all of it. */
export const longestCellText = (text: string): number => CELL_CHARACTERS - (needsTextMark(text) ? 1 : 0);

const ERROR_WORD = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|ERROR!?|SPILL!|CALC!)$/i;

/** What a broken formula leaves in an export. As a text it stays, but nobody and nothing is called that. */
export const isErrorWord = (text: string): boolean => ERROR_WORD.test(text.trim());
