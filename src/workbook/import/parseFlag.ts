const YES = new Set(["true", "1", "yes", "y", "t", "x", "checked"]);
const NO = new Set(["false", "0", "no", "n", "f", "unchecked"]);

/** A checkbox as exports write it; null when the cell is blank or no flag. */
export function parseFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
