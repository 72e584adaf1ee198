/** Follows the links between the parts of a file being read. */
import { relationsPath } from "./packageParts.js";
import { readAttributes } from "./xml.js";

export interface Relation {
  readonly id: string;
  /** The last word of the link's type: worksheet, comments, drawing. */
  readonly kind: string;
  /** Path of the part, or the address outside the file. */
  readonly target: string;
}

export function relationsOf(parts: ReadonlyMap<string, string>, path: string): Relation[] {
  const xml = parts.get(relationsPath(path)) ?? "";
  return [...xml.matchAll(/<Relationship\b([^<>]*)>/g)].map(([, tag = ""]) => {
    const { Id = "", Type = "", Target = "", TargetMode } = readAttributes(tag);
    return {
      id: Id,
      kind: Type.slice(Type.lastIndexOf("/") + 1),
      target: TargetMode === "External" ? Target : resolve(path, Target),
    };
  });
}

function resolve(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

/** The workbook part's path, which a file may put anywhere. */
export function workbookPath(parts: ReadonlyMap<string, string>): string {
  return relationsOf(parts, "").find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml";
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** Sheets in the order of their tabs, which need not be the order of their parts. */
export function sheetParts(parts: ReadonlyMap<string, string>): SheetPart[] {
  const workbook = workbookPath(parts);
  const relations = relationsOf(parts, workbook);
  return [...(parts.get(workbook) ?? "").matchAll(/<sheet\b([^<>]*)>/g)].flatMap(([, tag = ""]) => {
    const attributes = readAttributes(tag);
    const id = Object.entries(attributes).find(([name]) => name === "r:id" || name.endsWith(":id"))?.[1];
    const relation = relations.find((one) => one.id === id && one.kind === "worksheet");
    return relation && attributes.name !== undefined
      ? [{ name: attributes.name, path: relation.target }]
      : [];
  });
}
