/** Number formats of the engine as Excel spells them, and the built-in ones of a file that the engine misreads. */

/** A format of the engine in Excel's spelling. */
export function toFileFormat(format: string): string {
  // Quarters have no code in Excel: the month is the nearest thing that is not a lie.
  if (/q/i.test(outsideQuotes(format))) return "mmm yyyy";
  if (!isDateFormat(format)) return format;
  return mapOutsideQuotes(format, (part) =>
    part.replace(/h{3,}/gi, "[h]").replace(/(^|[\s:sm])a(?=$|\s)/g, "$1AM/PM"),
  );
}

function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(outsideQuotes(format)) && !/[#0?]/.test(outsideQuotes(format).replace(/s\.0+/i, ""));
}

function outsideQuotes(format: string): string {
  return format.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, "");
}

function mapOutsideQuotes(format: string, change: (part: string) => string): string {
  return format.replace(/("[^"]*"|\[[^[\]]*\]|\\.)|([^"[\\]+)/g, (_, kept, part) => kept ?? change(part));
}

/**
 * A custom format of a file in the engine's spelling. `imported` is what the engine's own import made of it: right
 * for numbers, but it drops hours beyond a day and keeps the backslashes that LibreOffice puts before every sign.
 */
export function fromFileFormat(format: string, imported: string | undefined): string | undefined {
  const plain = format.replace(/^\[\$-[0-9A-F]+\]/i, "");
  if (/^\[h+\]/i.test(plain)) return plain.replace(/\[h+\]/i, "hhhh");
  if (imported === undefined || !isDateFormat(plain)) return imported;
  return imported.replace(/\\([-/ ,.:])/g, "$1");
}

/**
 * Built-in format numbers of a file whose meaning the engine's import gets wrong (3 pads to two digits, 16 and 17
 * lose their form, 18 to 21 turn into other times) or drops, with the format they stand for.
 */
export const BUILT_IN_FORMATS: ReadonlyMap<string, string> = new Map([
  ["3", "#,##0"],
  ["11", "0.00E+00"],
  ["15", "d-mmm-yy"],
  ["16", "d-mmm"],
  ["17", "mmm-yy"],
  ["18", "hh:mm a"],
  ["19", "hh:mm:ss a"],
  ["20", "hh:mm"],
  ["21", "hh:mm:ss"],
  ["22", "m/d/yyyy hh:mm"],
  ["37", "#,##0;(#,##0)"],
  ["38", "#,##0;(#,##0)"],
  ["39", "#,##0.00;(#,##0.00)"],
  ["40", "#,##0.00;(#,##0.00)"],
]);
