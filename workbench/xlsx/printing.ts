/** How a sheet comes out on paper. */
import { fixRange, quoteSheet } from "./address.js";
import type { DefinedName } from "./namedRanges.js";
import { element } from "./xml.js";

export interface PrintSetup {
  /** Default false: upright. */
  readonly landscape?: boolean;
  /** Shrinks the sheet to one page's width. Default true. */
  readonly fitToWidth?: boolean;
  /** Also to one page's height. Default false. */
  readonly fitToHeight?: boolean;
  /** Rows repeated on every page, such as "1:3". */
  readonly titleRows?: string;
  /** The part that is printed, such as "A1:H40"; default all of it. */
  readonly area?: string;
  /** Default A4. */
  readonly paper?: "A4" | "letter";
}

export function fitsToPage(print: PrintSetup): boolean {
  return print.fitToWidth !== false || print.fitToHeight === true;
}

export function writePageSetup(print: PrintSetup): string {
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    element("pageSetup", {
      paperSize: print.paper === "letter" ? 1 : 9,
      orientation: print.landscape ? "landscape" : "portrait",
      fitToWidth: print.fitToWidth === false ? 0 : 1,
      fitToHeight: print.fitToHeight ? 1 : 0,
    }) +
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"
  );
}

export function printNames(print: PrintSetup, sheetName: string, sheetIndex: number): DefinedName[] {
  const names: DefinedName[] = [];
  const sheet = quoteSheet(sheetName);
  if (print.titleRows) {
    names.push({ name: "_xlnm.Print_Titles", sheetIndex, range: `${sheet}!${fixRange(print.titleRows)}` });
  }
  if (print.area)
    names.push({ name: "_xlnm.Print_Area", sheetIndex, range: `${sheet}!${fixRange(print.area)}` });
  return names;
}
