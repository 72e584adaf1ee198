/**
 * Formulas between the engine and the file. Both speak English A1; they differ in open ranges, in how a quote
 * stands in a text, in the prefix that Excel's newer functions carry in a file, and in arguments Excel insists on.
 */
import { closeRange, fixRange, openRange, quoteSheet, splitSheet } from "./address.js";
import type { Engine, Token } from "./engine.js";
import { ESCAPE_START } from "./xml.js";

/** Functions newer than Excel 2007, which a file spells with a prefix. */
const PREFIXED = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR " +
    "BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT " +
    "CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S " +
    "CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST " +
    "FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV " +
    "GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA " +
    "ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST " +
    "NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC " +
    "PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI " +
    "SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV " +
    "T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S " +
    "VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
/** Of those, the two that carry a longer prefix. */
const WORKSHEET_PREFIXED = new Set(["FILTER", "SORT"]);

/** Arguments that Google Sheets and the engine let one leave out and Excel does not. */
const REQUIRED_SECOND: Record<string, string> = {
  CEILING: "1",
  FLOOR: "1",
  // Google Sheets gives a blank here, the engine 0; the file has to agree with the value it brings.
  IFERROR: "0",
  IFNA: "0",
  ROUND: "0",
  ROUNDDOWN: "0",
  ROUNDUP: "0",
};

export interface FormulaNames {
  /** The row at which open ranges are closed. */
  readonly lastRow: number;
  /** Sheet names that had to change for the file (Excel allows 31 characters). */
  readonly sheetName: (name: string) => string;
  /** The sheet that a link of Google Sheets' form names by its number. */
  readonly sheetOfNumber?: (number: number) => string | undefined;
  /** What stands in the file for a named range: its own name, or its range where Excel refuses the name. */
  readonly rangeName: (name: string) => string;
}

interface OpenCall {
  readonly name: string;
  /** Where the call's arguments begin in the output. */
  commas: number;
  empty: boolean;
}

/** A formula of the engine ("=SUM(A2:A)") as a file writes it ("SUM(A2:A$20000)"). */
export function toFileFormula(engine: Engine, formula: string, names: FormulaNames): string {
  const tokens = mergeRanges(engine.tokenize(formula.startsWith("=") ? formula : `=${formula}`).slice(1));
  const calls: OpenCall[] = [];
  let text = "";
  tokens.forEach((token, index) => {
    const top = calls.at(-1);
    if (top && token.type !== "SPACE" && token.type !== "RIGHT_PAREN") top.empty = false;
    switch (token.type) {
      case "STRING":
        // The engine knows no escape: a backslash that hides a quote from it stays in the text.
        text += fileText(fileLink(token.value.slice(1, -1), names));
        break;
      case "INVALID_REFERENCE":
        text += "#REF!";
        break;
      case "REFERENCE":
        text += fileReference(token.value, names);
        break;
      case "SYMBOL": {
        const name = token.value.toUpperCase();
        if (tokens[index + 1]?.type === "LEFT_PAREN") text += filePrefix(name) + name;
        else text += name === "TRUE" || name === "FALSE" ? name : names.rangeName(token.value);
        break;
      }
      case "LEFT_PAREN": {
        const before = tokens[index - 1];
        calls.push({
          name: before?.type === "SYMBOL" ? before.value.toUpperCase() : "",
          commas: 0,
          empty: true,
        });
        text += "(";
        break;
      }
      case "ARG_SEPARATOR":
        if (top) top.commas++;
        text += ",";
        break;
      case "RIGHT_PAREN": {
        const call = calls.pop();
        const second = call && !call.empty && call.commas === 0 ? REQUIRED_SECOND[call.name] : undefined;
        text += second === undefined ? ")" : `,${second})`;
        break;
      }
      default:
        text += token.value;
    }
  });
  return text;
}

/** Programs differ in whether they read _x0041_ in a formula as an escaped letter: in two parts it is none. */
function fileText(text: string): string {
  const parts = text.replaceAll('"', '""').split(ESCAPE_START);
  return parts.length === 1 ? `"${parts[0]}"` : `(${parts.map((part) => `"${part}"`).join('&"_"&')})`;
}

/** The beginning of a link to a cell: a file names the sheet where Google Sheets gives its number. */
function fileLink(text: string, names: FormulaNames): string {
  const [, number] = /^#gid=(\d+)&range=$/.exec(text) ?? [];
  const sheet = number === undefined ? undefined : names.sheetOfNumber?.(Number(number));
  return sheet === undefined ? text : `#${quoteSheet(names.sheetName(sheet))}!`;
}

function filePrefix(name: string): string {
  if (WORKSHEET_PREFIXED.has(name)) return "_xlfn._xlws.";
  return PREFIXED.has(name) ? "_xlfn." : "";
}

function fileReference(reference: string, names: FormulaNames): string {
  const { sheet, rest } = splitSheet(reference);
  const range = closeRange(rest.toUpperCase(), names.lastRow);
  return sheet === undefined ? range : `${quoteSheet(names.sheetName(sheet))}!${range}`;
}

/** A whole reference as charts and named ranges write it: Data!A2:A → Data!$A$2:$A$20000. */
export function toFileRange(reference: string, names: FormulaNames, ownSheet?: string): string {
  const { sheet = ownSheet, rest } = splitSheet(reference);
  const range = fixRange(closeRange(rest.toUpperCase(), names.lastRow));
  return sheet === undefined ? range : `${quoteSheet(names.sheetName(sheet))}!${range}`;
}

/** A formula of a file, without its equals sign, as the engine writes it. */
export function fromFileFormula(engine: Engine, formula: string, lastRow?: number): string {
  // A file doubles a quote within a text; the engine has no way to write one, so CHAR(34) stands for it.
  const readable = formula.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (text) => {
    if (text.startsWith("'") || text.length === 2 || !text.slice(1, -1).includes('""')) return text;
    return `(${text
      .slice(1, -1)
      .split('""')
      .map((part) => `"${part}"`)
      .join("&CHAR(34)&")})`;
  });
  let text = "=";
  for (const token of mergeRanges(engine.tokenize(`=${readable}`).slice(1))) {
    if (token.type === "SYMBOL") text += token.value.replace(/^(?:_xlfn\.|_xlws\.|_xll\.)+/i, "");
    else if (token.type === "REFERENCE") text += engineReference(token.value, lastRow);
    else if (token.type === "INVALID_REFERENCE") text += "#REF";
    else text += token.value;
  }
  return text.replaceAll("#REF!", "#REF");
}

function engineReference(reference: string, lastRow: number | undefined): string {
  const mark = reference.lastIndexOf("!") + 1;
  return reference.slice(0, mark) + openRange(reference.slice(mark), lastRow);
}

const RANGE_PART = new Set(["REFERENCE", "SYMBOL", "NUMBER"]);

/** The tokenizer hands out "A2", ":", "A"; here they are one reference again. */
function mergeRanges(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const colon = tokens[index + 1];
    const end = tokens[index + 2];
    const isRange =
      RANGE_PART.has(token.type) &&
      colon?.value === ":" &&
      end !== undefined &&
      RANGE_PART.has(end.type) &&
      /^\$?[A-Z]{0,3}\$?\d*$/i.test(splitSheet(token.value).rest) &&
      /^\$?[A-Z]{0,3}\$?\d*$/i.test(end.value);
    if (isRange) {
      merged.push({ type: "REFERENCE", value: `${token.value}:${end.value}` });
      index += 2;
    } else {
      merged.push(token);
    }
  }
  return merged;
}

/** Every function a formula calls, in capitals; nothing for a formula that does not parse. */
export function functionsOf(engine: Engine, formula: string): Set<string> {
  const tokens = engine.tokenize(formula);
  const names = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.type === "SYMBOL" && tokens[index + 1]?.type === "LEFT_PAREN")
      names.add(token.value.toUpperCase());
  });
  return names;
}
