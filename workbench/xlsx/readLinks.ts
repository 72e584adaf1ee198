/** Links of a sheet's cells: cell name → address as the engine writes it. */
import { splitSheet } from "./address.js";
import { relationsOf } from "./relations.js";
import { readAttributes, wholeElements } from "./xml.js";

export function readLinks(
  parts: ReadonlyMap<string, string>,
  path: string,
  idOf: (sheetName: string) => string,
): Map<string, string> {
  const links = new Map<string, string>();
  const body = wholeElements("hyperlinks").exec(parts.get(path) ?? "")?.[0] ?? "";
  const relations = new Map(relationsOf(parts, path).map(({ id, target }) => [id, target]));
  for (const [, tag = ""] of body.matchAll(/<hyperlink\b([^<>]*)>/g)) {
    const { ref, location, ...rest } = readAttributes(tag);
    if (!ref) continue;
    const address = relations.get(rest["r:id"] ?? "");
    const sheet = location === undefined ? undefined : splitSheet(location).sheet;
    if (address !== undefined) links.set(ref, address);
    else if (sheet !== undefined) links.set(ref, `o-spreadsheet://${idOf(sheet)}`);
  }
  return links;
}
