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

export function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(outsideQuotes(format)) && !/[#0?]/.test(outsideQuotes(format).replace(/s\.0+/i, ""));
}

function outsideQuotes(format: string): string {
  return format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
}

function mapOutsideQuotes(format: string, change: (part: string) => string): string {
  return format.replace(/("[^"]*"|\[[^\]]*\]|\\.)|([^"[\\]+)/g, (_, kept, part) => kept ?? change(part));
}

/**
 * Built-in format numbers of a file whose meaning the engine's import gets wrong (3 pads to two digits, 16 and 17
 * lose their form, 18 to 21 turn into other times) or drops, with the format they stand for.
 */
export const BUILT_IN_FORMATS: Readonly<Record<string, string>> = {
  "3": "#,##0",
  "11": "0.00E+00",
  "15": "d-mmm-yy",
  "16": "d-mmm",
  "17": "mmm-yy",
  "18": "h:mm AM/PM",
  "19": "h:mm:ss AM/PM",
  "20": "h:mm",
  "21": "h:mm:ss",
  "22": "m/d/yyyy h:mm",
  "37": "#,##0;(#,##0)",
  "38": "#,##0;(#,##0)",
  "39": "#,##0.00;(#,##0.00)",
  "40": "#,##0.00;(#,##0.00)",
};
