/**
 * What the cells of a file cannot hold travels in a part of its own, which Excel keeps and others pass over:
 * formulas with our functions, the companion, and the engine's own record of charts, rules and tables. Each thing
 * carries a checksum of what the file showed for it. Whoever edits the file elsewhere changes that, and then what
 * they made wins.
 */
import type { Companion, SheetData } from "./engine.js";
import type { KeptFormula } from "./sheetCells.js";
import { escapeXml, unescapeXml, XML_HEAD } from "./xml.js";

export interface KeptSheet {
  readonly id: string;
  /** The sheet's name in the file. */
  readonly file: string;
  /** Its own name, where the file's is cut. */
  readonly name?: string;
  readonly rows: number;
  readonly columns: number;
  readonly figures?: { readonly check: string; readonly value: SheetData["figures"] };
  readonly conditionalFormats?: { readonly check: string; readonly value: SheetData["conditionalFormats"] };
  readonly dataValidations?: { readonly check: string; readonly value: SheetData["dataValidationRules"] };
  readonly tables?: SheetData["tables"];
}

export interface WayBack {
  readonly version: 1;
  readonly companion: Companion;
  readonly sheets: readonly KeptSheet[];
  readonly formulas: readonly KeptFormula[];
  /** The row at which the file closes open ranges. */
  readonly openRangeEnd: number;
  /** Named ranges whose names Excel refuses. */
  readonly namedRanges: Readonly<Record<string, string>>;
  /** The engine's settings, its locale above all. */
  readonly settings?: unknown;
}

const NAMESPACE = "urn:revops-engine:workbook";

export const WAY_BACK_PART = "customXml/item1.xml";

/** The three parts that make a custom XML part proper: itself, its properties, and the link between them. */
export function wayBackParts(wayBack: WayBack): Record<string, string> {
  return {
    [WAY_BACK_PART]: `${XML_HEAD}<workbook xmlns="${NAMESPACE}">${escapeXml(JSON.stringify(wayBack))}</workbook>`,
    "customXml/itemProps1.xml": `${XML_HEAD}<ds:datastoreItem ds:itemID="{5F0A1C52-3E1B-4D57-9B0E-7A5C1D3E9F42}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    "customXml/_rels/item1.xml.rels": `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  };
}

/** The record of a file, wherever its custom XML part has gone to; undefined for files of other makes. */
export function readWayBack(parts: ReadonlyMap<string, string>): WayBack | undefined {
  for (const [path, xml] of parts) {
    if (!/^customXml\/item\d+\.xml$/.test(path) || !xml.includes(NAMESPACE)) continue;
    const body = /<workbook\s[^<>]*>([^<]*)<\/workbook>/.exec(xml)?.[1];
    if (body === undefined) continue;
    try {
      return checkShape(JSON.parse(unescapeXml(body)));
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function checkShape(record: unknown): WayBack | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const { version, companion, sheets, formulas, namedRanges } = record as Partial<WayBack>;
  const right =
    version === 1 &&
    typeof companion === "object" &&
    Array.isArray(sheets) &&
    Array.isArray(formulas) &&
    typeof namedRanges === "object";
  return right ? (record as WayBack) : undefined;
}
