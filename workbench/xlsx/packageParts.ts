/** The parts of a file and the links between them: an Office file is a zip of these. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { attributes, element, XML_HEAD } from "./xml.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Kinds of parts: the type of the link that leads to one, and its content type. */
const KINDS = {
  workbook: [`${OFFICE}/officeDocument`, `${SPREADSHEET}.sheet.main+xml`],
  sheet: [`${OFFICE}/worksheet`, `${SPREADSHEET}.worksheet+xml`],
  styles: [`${OFFICE}/styles`, `${SPREADSHEET}.styles+xml`],
  strings: [`${OFFICE}/sharedStrings`, `${SPREADSHEET}.sharedStrings+xml`],
  metadata: [`${OFFICE}/sheetMetadata`, `${SPREADSHEET}.sheetMetadata+xml`],
  comments: [`${OFFICE}/comments`, `${SPREADSHEET}.comments+xml`],
  commentDrawing: [`${OFFICE}/vmlDrawing`, undefined],
  drawing: [`${OFFICE}/drawing`, "application/vnd.openxmlformats-officedocument.drawing+xml"],
  chart: [`${OFFICE}/chart`, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  picture: [`${OFFICE}/image`, undefined],
  custom: [`${OFFICE}/customXml`, undefined],
  customProperties: [
    `${OFFICE}/customXmlProps`,
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  ],
  core: [
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "application/vnd.openxmlformats-package.core-properties+xml",
  ],
  app: [
    `${OFFICE}/extended-properties`,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  ],
  link: [`${OFFICE}/hyperlink`, undefined],
} as const satisfies Record<string, readonly [string, string | undefined]>;

export type PartKind = keyof typeof KINDS;

export class PackageParts {
  readonly #parts = new Map<string, string | Uint8Array>();
  readonly #contentTypes: string[] = [];
  readonly #relations = new Map<string, string[]>();

  /** Adds a part; with `from` also a link to it, whose id is returned. `from` "" is the package itself. */
  add(kind: PartKind, path: string, content: string | Uint8Array, from?: string): string {
    this.#parts.set(path, content);
    const contentType = KINDS[kind][1];
    if (contentType)
      this.#contentTypes.push(element("Override", { PartName: `/${path}`, ContentType: contentType }));
    return from === undefined ? "" : this.relate(kind, from, relativePath(from, path));
  }

  /** A link from one part to a path or, outside the file, an address. */
  relate(kind: PartKind, from: string, target: string, isOutside = false): string {
    const relations = this.#relations.get(from) ?? [];
    this.#relations.set(from, relations);
    const id = `rId${relations.length + 1}`;
    relations.push(
      `<Relationship${attributes({ Id: id, Type: KINDS[kind][0], Target: target, TargetMode: isOutside ? "External" : undefined })}/>`,
    );
    return id;
  }

  /** The same parts give the same bytes: the time in the zip is the one given. */
  zip(savedAt: Date): Uint8Array {
    const types =
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      ["png", "jpeg", "gif", "bmp", "webp"]
        .map((extension) => `<Default Extension="${extension}" ContentType="image/${extension}"/>`)
        .join("") +
      this.#contentTypes.join("");
    const files: Zippable = {
      "[Content_Types].xml": strToU8(
        `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`,
      ),
    };
    for (const [from, relations] of this.#relations) {
      files[relationsPath(from)] = strToU8(
        `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
      );
    }
    for (const [path, content] of this.#parts) {
      files[path] = typeof content === "string" ? strToU8(content) : content;
    }
    // A zip holds local times: the same hour is written wherever the file is made.
    const mtime = new Date(
      savedAt.getUTCFullYear(),
      savedAt.getUTCMonth(),
      savedAt.getUTCDate(),
      savedAt.getUTCHours(),
    );
    return zipSync(files, { level: 6, mtime });
  }
}

export function relationsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  return "../".repeat(here.length - shared) + there.slice(shared).join("/");
}
