/**
 * What was typed into a field of a function's form, as it stands in the formula. Whoever types need not know where
 * quotes go: text is quoted, ranges, numbers and formulas are taken as they are.
 */

export type Scalar = string | number | boolean | { readonly day: string };

/** What the add-on can look at without a cell: a range to read, a value, or rows of values. */
export type Given =
  | { readonly range: string }
  | { readonly value: Scalar }
  | { readonly rows: readonly (readonly Scalar[])[] };

export interface Argument {
  /** As it stands in the formula. */
  readonly formula: string;
  /** Undefined for a formula of its own, which only the sheet can compute. */
  readonly given: Given | undefined;
}

/** What a field needs to know of its parameter. */
export interface FieldKind {
  readonly kind: string;
  readonly what: string;
  readonly shape: string;
}

export class ArgumentProblem extends Error {}

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const RANGE = new RegExp(
  `^(?:${SHEET})?(?:${CELL}(?::(?:${CELL}|\\$?[A-Za-z]{1,3}|\\$?[0-9]{1,7}))?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[0-9]{1,7}:\\$?[0-9]{1,7})$`,
  "u",
);
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?:\s*(%))?$/i;
const GROUPED_NUMBER = /^[-+]?\d{1,3}(?:[,.'\u00a0 ]\d{3})+(?:[.,]\d+)?%?$|^[-+]?\d+,\d+%?$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_CALL = /^DATE\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/i;
/** Capitals right before the bracket: "Acme (UK)" is a name. */
const FORMULA = /^[A-Z][A-Z0-9_.]*\(.*\)$/s;
const ARITHMETIC = new RegExp(`^(?:${SHEET})?${CELL}\\s*[-+*/&^].*$`, "u");

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
const two = (value: string): string => value.padStart(2, "0");

export const isRange = (text: string): boolean => RANGE.test(text);

const takesNumber = ({ kind }: FieldKind) => /^(number|count|money|days|multiple|share)$/.test(kind);
const isList = ({ shape }: FieldKind) => shape === "column" || shape === "headings" || shape === "table";

function scalarOf(text: string): { formula: string; value: Scalar } | undefined {
  const number = NUMBER.exec(text);
  if (number) {
    const value = Number(text.replace("%", "").trim());
    return { formula: text.replace(/\s+/g, ""), value: number[1] ? value / 100 : value };
  }
  if (/^(true|false)$/i.test(text)) return { formula: text.toUpperCase(), value: /^true$/i.test(text) };
  const day = ISO_DAY.exec(text) ?? DATE_CALL.exec(text);
  if (day) {
    const [, year = "", month = "", date = ""] = day;
    const iso = `${year}-${two(month)}-${two(date)}`;
    return Number.isNaN(Date.parse(iso))
      ? undefined
      : { formula: `DATE(${year},${Number(month)},${Number(date)})`, value: { day: iso } };
  }
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
    const inner = text.slice(1, -1).replace(/""/g, '"');
    if (quoted(inner) === text) return { formula: text, value: inner };
  }
  return undefined;
}

/** Splits at a sign that stands neither in quotes nor in brackets. */
export function splitOutside(text: string, sign: string): string[] {
  const parts = [""];
  let [inQuotes, depth] = [false, 0];
  for (const letter of text) {
    if (letter === '"') inQuotes = !inQuotes;
    else if (!inQuotes && /[({]/.test(letter)) depth++;
    else if (!inQuotes && /[)}]/.test(letter)) depth--;
    if (letter === sign && !inQuotes && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** Rows of typed cells as they stand in a formula. */
export const arrayLiteral = (rows: readonly (readonly string[])[]): string =>
  `{${rows.map((row) => row.map((cell) => scalarOf(cell)?.formula ?? quoted(cell)).join(",")).join(";")}}`;

/** `{1,2;3,4}` with plain values inside. */
function arrayOf(text: string): Argument | undefined {
  if (!text.startsWith("{") || !text.endsWith("}")) return undefined;
  const rows = splitOutside(text.slice(1, -1), ";").map((row) => splitOutside(row, ",").map(scalarOf));
  const plain = rows.every(
    (row) => row.length === rows[0]?.length && row.every((cell) => cell !== undefined),
  );
  return {
    formula: text,
    given: plain ? { rows: rows.map((row) => row.map((cell) => cell?.value ?? "")) } : undefined,
  };
}

/** `names` are the workbook's named ranges, in small letters. Undefined for a field that is left blank. */
export function readField(typed: string, field: FieldKind, names: ReadonlySet<string>): Argument | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  if (text.startsWith("=")) {
    const own = text.slice(1).trim();
    if (own === "") throw new ArgumentProblem(`is only an equals sign; give ${field.what}, or a range.`);
    return isRange(own) || names.has(own.toLowerCase())
      ? { formula: own, given: { range: own } }
      : (arrayOf(own) ?? { formula: own, given: undefined });
  }
  if (isRange(text) || names.has(text.toLowerCase())) return { formula: text, given: { range: text } };
  const array = arrayOf(text);
  if (array) return array;
  if (isList(field) && text.includes(";")) return listOf(splitOutside(text, ";"), field);
  return cellOf(text, field);
}

/** Values with semicolons between them, as a person writes a short list. */
function listOf(texts: readonly string[], field: FieldKind): Argument {
  const cells = texts.map((each) => cellOf(each, field));
  const across = field.shape === "headings";
  const values = cells.flatMap(({ given }) => (given && "value" in given ? [given.value] : []));
  return {
    formula: `{${cells.map(({ formula }) => formula).join(across ? "," : ";")}}`,
    given:
      values.length < cells.length ? undefined : { rows: across ? [values] : values.map((value) => [value]) },
  };
}

function cellOf(text: string, field: FieldKind): Argument {
  const scalar = scalarOf(text);
  if (scalar) return { formula: scalar.formula, given: { value: scalar.value } };
  const isMeasure = takesNumber(field) || field.kind === "date";
  if (FORMULA.test(text) || (isMeasure && ARITHMETIC.test(text))) {
    return { formula: text, given: undefined };
  }
  if (takesNumber(field)) {
    throw new ArgumentProblem(
      GROUPED_NUMBER.test(text)
        ? `is "${text}"; write the number without thousands separators, decimals after a point.`
        : `is "${text}"; give ${field.what}, or a range such as B2:B.`,
    );
  }
  if (field.kind === "date") {
    throw new ArgumentProblem(`is "${text}"; write the date as 2026-01-31, or give a range.`);
  }
  return { formula: quoted(text), given: { value: text } };
}
