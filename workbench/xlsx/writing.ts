/** What every part of a file being written shares. */

import type { SharedStrings } from "./cellValues.js";
import type { Engine, Model, WorkbookData } from "./engine.js";
import type { FormulaNames } from "./formulas.js";
import { functionsOf, toFileFormula, toFileRange } from "./formulas.js";
import type { OnLoss } from "./losses.js";
import { isExcelName } from "./namedRanges.js";
import type { StyleSheet } from "./styles.js";

export interface Writing {
  readonly engine: Engine;
  readonly model: Model;
  readonly data: WorkbookData;
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
  readonly names: FormulaNames;
  readonly onLoss: OnLoss;
  /** Cells whose text the file cannot hold as it is. */
  readonly changedTexts: { readonly cut: string[]; readonly mended: string[] };
  readonly valuesOnly: boolean;
  /** Help texts of input rules, by rule id. */
  readonly help: Readonly<Record<string, string>>;
  /** True for a formula that only this product, or only the engine, can compute. */
  readonly isForeign: (formula: string) => boolean;
  /** True for a named range of more than one cell. */
  readonly isSeveral: (name: string) => boolean;
}

/** A formula in the file's spelling, or undefined where the file must do without it. */
export function portableFormula(writing: Writing, formula: string): string | undefined {
  if (writing.isForeign(formula)) return undefined;
  return toFileFormula(writing.engine, formula, writing.names);
}

/** Functions of the engine that Excel and LibreOffice have too, though the engine itself does not export them. */
const ALSO_ELSEWHERE = new Set(["OFFSET", "YEARFRAC"]);
/** Functions of Excel 2021 and later, which show #NAME? in LibreOffice up to 7.6 even where a value is cached. */
const EXCEL_ONLY = new Set(
  (
    "CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER HSTACK LET RANDARRAY SEQUENCE SORT SORTBY TAKE TEXTAFTER TEXTBEFORE " +
    "TEXTSPLIT TOCOL TOROW UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH"
  ).split(" "),
);

/** Decides which formulas stay formulas; the answer is kept, as a column repeats its functions. */
export function foreignFormulas(
  engine: Engine,
  isCustomFunction: (name: string) => boolean,
  forExcelOnly: boolean,
): (formula: string) => boolean {
  const content = engine.registries.functionRegistry.content as Record<
    string,
    { isExported?: boolean } | undefined
  >;
  const known = new Map<string, boolean>();
  const isForeignFunction = (name: string): boolean => {
    let answer = known.get(name);
    if (answer === undefined) {
      const isShared = EXCEL_ONLY.has(name)
        ? forExcelOnly
        : content[name]?.isExported === true || ALSO_ELSEWHERE.has(name);
      answer = isCustomFunction(name) || !isShared;
      known.set(name, answer);
    }
    return answer;
  };
  return (formula) => {
    const names = functionsOf(engine, formula);
    for (const name of names) if (isForeignFunction(name)) return true;
    if (names.has("FILTER") && !filtersByOne(engine, formula)) return true;
    try {
      engine.parse(formula);
      return false;
    } catch {
      return true;
    }
  };
}

/** The engine's FILTER takes any number of conditions; Excel's third argument is what to show for none. */
function filtersByOne(engine: Engine, formula: string): boolean {
  let right = true;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, value, args } = node as { type?: string; value?: unknown; args?: unknown[] };
    if (type === "FUNCALL" && String(value).toUpperCase() === "FILTER" && args?.length !== 2) right = false;
    for (const child of Object.values(node)) visit(child);
  };
  try {
    visit(engine.parse(formula));
  } catch {
    return false;
  }
  return right;
}

/** Excel cuts sheet names at 31 characters; two that become alike get a number. */
export function fileSheetNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  for (const name of names) {
    let short = name.slice(0, 31);
    for (let count = 2; taken.has(short.toLowerCase()); count++) {
      short = `${name.slice(0, 30 - String(count).length)} ${count}`;
    }
    taken.add(short.toLowerCase());
    renamed.set(name, short);
  }
  return renamed;
}

export function formulaNames(
  sheetNames: ReadonlyMap<string, string>,
  namedRanges: Readonly<Record<string, string>>,
  sheetNumbers: ReadonlyMap<number, string>,
  lastRow: number,
): FormulaNames {
  const bySpelling = new Map(Object.entries(namedRanges).map(([name, range]) => [name.toLowerCase(), range]));
  const names: FormulaNames = {
    lastRow,
    sheetName: (name) => sheetNames.get(name) ?? name,
    sheetOfNumber: (number) => sheetNumbers.get(number),
    rangeName: (name) => {
      const range = bySpelling.get(name.toLowerCase());
      return range !== undefined && !isExcelName(name) ? toFileRange(range, names) : name;
    },
  };
  return names;
}
