import { ImportRefusal } from "./importRefusal.js";

/** A text above this size would not fit a spreadsheet of 10 million cells in any case. */
const MOST_CHARACTERS = 150_000_000;

/** How much of the file is looked at; what is not a CSV shows it in its first bytes. */
const LOOKED_AT = 4096;

/** How files that people pick by mistake begin. */
const STARTS: readonly (readonly [start: string, sentence: string])[] = [
  ["PK\u0003\u0004", "is an Excel workbook (.xlsx) or another zip file; open it and save it as CSV UTF-8"],
  ["ÐÏ\u0011à", "is an old Excel workbook (.xls); open it and save it as CSV UTF-8"],
  ["\uFFFD\uFFFD\u0011\uFFFD", "is an old Excel workbook (.xls); open it and save it as CSV UTF-8"],
  ["%PDF", "is a PDF; export the list as CSV instead"],
];
const MARKUP = /^\s*<(?:!doctype|html|head|body|table|\?xml|script|div|!--)/i;
const JSON_TEXT = /^\s*(?:\{\s*["}]|\[\s*[[{\]])/;

/** Throws one sentence when a text cannot be a CSV; a text that may be one passes. */
export function refuseNonCsv(text: string): void {
  if (text.length > MOST_CHARACTERS) {
    const millions = Math.round(text.length / 1_000_000);
    throw new ImportRefusal(
      `The file has ${millions} million characters and the import takes up to ${MOST_CHARACTERS / 1_000_000} million; export fewer columns or a shorter period.`,
    );
  }
  const start = text.slice(0, LOOKED_AT);
  if (start.trim() === "") throw new ImportRefusal("The file is empty; export the list again as CSV.");
  for (const [begin, sentence] of STARTS) {
    if (text.startsWith(begin)) throw new ImportRefusal(`The file ${sentence}.`);
  }
  if (MARKUP.test(start)) {
    throw new ImportRefusal(
      "The file is a web page or XML, not a CSV; export the list again with CSV as the format.",
    );
  }
  if (JSON_TEXT.test(start)) {
    throw new ImportRefusal("The file is JSON, not a CSV; export the list again with CSV as the format.");
  }
  const controls = countControls(start);
  // Every second character a NUL is UTF-16 that was read as if it were UTF-8, a CSV in the wrong encoding.
  if (controls.nul > start.length / 4) {
    throw new ImportRefusal(
      "The file is text in UTF-16 that was read in another encoding; choose UTF-16, or save it as CSV UTF-8.",
    );
  }
  if (controls.nul > 0 || controls.other > start.length / 100) {
    throw new ImportRefusal("The file is binary, not a CSV; export the list again with CSV as the format.");
  }
}

function countControls(text: string): { nul: number; other: number } {
  let nul = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) nul++;
    else if (code < 32 && (code < 9 || code > 13)) other++;
  }
  return { nul, other };
}
