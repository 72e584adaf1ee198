/**
 * Looks over a part's elements before an XML parser does. A browser's parser gives up on very deep nesting without
 * saying so, jsdom's takes the square of the depth, and either builds a tree of whatever number of elements it is given.
 */
import { UnreadableFile } from "./unpack.js";

/** Charts, the deepest parts there are, stay below 40. */
const DEEPEST = 256;
/** Beside cells and their texts, which no parser is given; the fullest styles that Excel takes stay below a million. */
const MOST_ELEMENTS = 2_000_000;

/** What stands between other marks than an element's, and how far it reaches. */
const PASSED_OVER = [
  { start: "<!--", end: "-->" },
  { start: "<![CDATA[", end: "]]>" },
  { start: "<?", end: "?>" },
] as const;

export function boundXml(path: string, xml: string): void {
  let depth = 0;
  let elements = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const other = PASSED_OVER.find(({ start }) => xml.startsWith(start, at));
    const last = other ? xml.indexOf(other.end, at + other.start.length) : endOfTag(xml, at);
    // What never ends is the parser's to refuse.
    if (last < 0) return;
    if (!other) {
      if (xml[at + 1] === "/") depth = Math.max(0, depth - 1);
      else {
        elements++;
        if (xml[last - 1] !== "/") depth++;
      }
      if (depth > DEEPEST) {
        throw new UnreadableFile(
          `The workbook is damaged: its part ${path} nests elements more than ${DEEPEST} deep, which no workbook does.`,
        );
      }
      if (elements > MOST_ELEMENTS) {
        throw new UnreadableFile(
          `The workbook was not opened: its part ${path} holds more than 2 million elements beside its cells.`,
        );
      }
    }
    at = last + 1;
  }
}

/** Place of the ">" that ends a tag; one within an attribute's value does not. */
function endOfTag(xml: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at] as string;
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return -1;
}
