/**
 * Cell notes as real comments. A file needs two parts for them: the texts, and an old-style drawing that says where
 * each box pops up; without the drawing Excel repairs the file and drops the texts.
 */
import { type Cell, parseCell } from "./address.js";
import { element, escapeCellText, readAttributes, unescapeCellText, XML_HEAD } from "./xml.js";

type Notes = Readonly<Record<string, string>>;

/** Notes with a proper place and text, in reading order. */
export function sortedNotes(notes: Notes): [string, Cell, string][] {
  return Object.entries(notes)
    .flatMap(([name, text]): [string, Cell, string][] => {
      const cell = parseCell(name);
      return cell && text !== "" ? [[name, cell, text]] : [];
    })
    .sort(([, a], [, b]) => a.row - b.row || a.col - b.col);
}

export function writeComments(notes: Notes, author: string): string {
  const comments = sortedNotes(notes).map(([name, , text]) =>
    element(
      "comment",
      { ref: name, authorId: 0 },
      `<text><t xml:space="preserve">${escapeCellText(text)}</t></text>`,
    ),
  );
  return (
    `${XML_HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    element("authors", {}, element("author", {}, escapeCellText(author))) +
    element("commentList", {}, comments.join("")) +
    "</comments>"
  );
}

const LINE_CHARACTERS = 32;

export function writeCommentDrawing(notes: Notes): string {
  const shapes = sortedNotes(notes).map(([, { col, row }, text], index) => {
    const lines = text
      .split("\n")
      .reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE_CHARACTERS), 0);
    const height = Math.min(12, Math.max(3, lines + 1));
    return (
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:180pt;height:${height * 13}pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${col + 1}, 15, ${row}, 10, ${col + 3}, 40, ${row + height}, 4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join("")}</xml>`
  );
}

/** Notes of a file's comments part. */
export function readComments(xml: string): Record<string, string> {
  const notes: Record<string, string> = {};
  for (const [, tag = "", body = ""] of xml.matchAll(
    /<comment(\s[^<>]*)>([^<]*(?:<(?!\/?comment[\s>/])[^<]*)*)<\/comment>/g,
  )) {
    const { ref } = readAttributes(tag);
    if (!ref) continue;
    notes[ref] = [...body.matchAll(/<t(?:\s[^<>]*)?>([^<]*)<\/t>/g)]
      .map(([, text = ""]) => unescapeCellText(text))
      .join("");
  }
  return notes;
}
