/**
 * Why a cell could not be read: the tail of a sentence that begins with row and heading, without its full stop.
 * Returned, not thrown: a bad export can have a fault in each of its 100,000 rows.
 */
export class Fault {
  constructor(readonly problem: string) {}
}

/** Words that exports write where there is no value; in a number or date column they are blanks. */
const BLANK_WORDS = new Set(["", "-", "–", "—", "n/a", "na", "#n/a", "null", "none", "nan", "(blank)"]);

export function isBlankWord(text: string): boolean {
  return text === "" || (text.length <= 7 && BLANK_WORDS.has(text.trim().toLowerCase()));
}

/** A cell as it is quoted in a sentence: long texts cut, line breaks flattened. */
export function quoted(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return `"${flat.length > 40 ? `${flat.slice(0, 39)}…` : flat}"`;
}
