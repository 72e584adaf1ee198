import type { Column, DataTab, DataValue } from "../columns.js";
import type { Crm } from "./crms.js";
import type { FieldInfo, ImportField } from "./fields.js";

/** The headings of exports that mean a field, the preferred one first. */
export type Headings = Readonly<Partial<Record<ImportField, readonly string[]>>>;

export type Values = Record<string, DataValue>;

/** What stands in the columns that are not kept; blank or null where the export has none. */
export interface HelperCells {
  readonly text: (field: string) => string;
  readonly amount: (field: string) => number | null;
}

/** What a kind of record has to say so that its exports can be read; all of the reading follows from it. */
export interface ImportKind {
  /** The tab or list that the records go to; its columns say what is read how and what a row cannot do without. */
  readonly tab: DataTab;
  /** What it is called where kinds are listed; without it the tab's name. */
  readonly title?: string;
  /** Several of them, for messages. */
  readonly records: string;
  /** Columns that exports hold beside the tab's own: they help to read a row and are not kept. */
  readonly helpers?: Readonly<Record<string, FieldInfo>>;
  readonly headings: Readonly<Partial<Record<Crm, Headings>>>;
  /** What Pipedrive writes before each heading: "Person - Name". */
  readonly prefixes?: readonly string[];
  /** Headings that together settle the kind, whatever else the export has. */
  readonly settledBy?: readonly (readonly string[])[];
  /**
   * Ways to find a record again, the surest first: two records are the same when all fields of one way agree. The first
   * field of a way has to be filled.
   */
  readonly keys: readonly (readonly [first: string, ...others: string[]])[];
  /** Fields of which an id is made where the export has none; one of them will do. */
  readonly contentKey?: readonly string[];
  /** Fields from which a required one can be made where no column feeds it. */
  readonly insteadOf?: Readonly<Record<string, readonly string[]>>;
  /** Columns that an export must have although single rows may leave them blank. */
  readonly needed?: readonly string[];
  /** Headings to name in the sentence that a needed one was not found. */
  readonly lookedFor?: Readonly<Record<string, readonly string[]>>;
  /** A CRM's words for the choices of a column: letters only, in lower case. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Works out what the row says without a column of its own. */
  readonly complete?: (values: Values, helpers: HelperCells) => void;
  /** HubSpot's columns of the days on which a deal entered each stage. */
  readonly stageDates?: boolean;
}

const IS_DELETED: FieldInfo = {
  label: "Is deleted",
  kind: "flag",
  help: "Records deleted in the CRM are kept out.",
};

/** Rows that are deleted in the CRM can be in an export of any kind. */
export const helpersOf = ({ helpers }: ImportKind): Readonly<Record<string, FieldInfo>> => ({
  ...helpers,
  isDeleted: helpers?.isDeleted ?? IS_DELETED,
});

/** The order in which headings are claimed and in which the mapping dialog lists the fields. */
export const fieldsOf = (kind: ImportKind): readonly ImportField[] => [
  ...kind.tab.columns.map(({ key }) => key),
  ...Object.keys(helpersOf(kind)),
];

export function fieldInfo(kind: ImportKind, field: ImportField): FieldInfo {
  const column = columnOf(kind, field);
  if (column) return { label: column.heading, kind: column.kind, help: column.help };
  return helpersOf(kind)[field] ?? { label: field, kind: "text", help: "" };
}

export const columnOf = ({ tab }: ImportKind, field: ImportField): Column | undefined =>
  tab.columns.find(({ key }) => key === field);

/** The headings of one CRM; the workbook's own lead among those of no CRM, so that a copy of a tab can be imported. */
export function headingsOf(kind: ImportKind, crm: Crm): Headings {
  const declared = kind.headings[crm] ?? {};
  if (crm !== "Other") return declared;
  const own: Record<string, readonly string[]> = { isDeleted: ["is_deleted", "deleted"], ...declared };
  for (const { key, heading } of kind.tab.columns) own[key] = [heading, key, ...(declared[key] ?? [])];
  return own;
}

/** Fields without which nothing can be imported, each with those that would do in its place. */
export function neededFields(kind: ImportKind): (readonly string[])[] {
  const required = kind.tab.columns
    .filter((column) => column.required && !isId(column))
    .map(({ key }) => key);
  return (kind.needed ?? required).map((field) => [field, ...(kind.insteadOf?.[field] ?? [])]);
}

/** An id may be made from what the record is called, so it is no column that has to be there. */
export const isId = ({ key }: Column): boolean => key === "id";

export const hasId = ({ tab }: ImportKind): boolean => tab.columns.some(isId);

/** Whether a record of the export can be found again in the workbook: by its id or by what it is called. */
export function tellsApart(
  { keys, contentKey = [] }: ImportKind,
  mapping: Readonly<Partial<Record<ImportField, number>>>,
): boolean {
  return [...keys.map(([first]) => first), ...contentKey].some((field) => mapping[field] !== undefined);
}
