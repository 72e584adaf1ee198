import { columnRangeName, type DataTab } from "../workbook/columns.js";
import { settingNamed, settingRangeName } from "../workbook/settings.js";
import { NATIVE_FUNCTIONS } from "./nativeFunctions.js";

/** Turns the names in a declared formula into what a cell understands, and refuses names that do not exist. */

export interface FormulaScope {
  readonly tabs: readonly DataTab[];
  /** Address of a cell declared under a key in this tab. */
  readonly cell: (key: string) => string | undefined;
  readonly isCustomFunction: (name: string) => boolean;
  readonly self?: string;
  /** Told of every data tab that a formula names. */
  readonly reading?: (tab: DataTab) => void;
}

/** Named range over all rows of a data tab, and over its headings. */
export const rowsRangeName = (tab: DataTab): string => `${tab.key}_rows`;
export const headingsRangeName = (tab: DataTab): string => `${tab.key}_headings`;

function resolve(token: string, formula: string, scope: FormulaScope): string {
  const fail = (what: string): never => {
    throw new Error(`{${token}} in ${formula}: ${what}`);
  };
  if (token === "this") return scope.self ?? fail("there is no cell to stand for {this} here.");
  if (token.startsWith("#")) {
    return scope.cell(token.slice(1)) ?? fail("no cell of this tab has that key.");
  }
  const named = (key: string | undefined): DataTab => {
    const tab = scope.tabs.find((one) => one.key === key) ?? fail("no such data tab.");
    scope.reading?.(tab);
    return tab;
  };
  const whole = /^(\w+):(rows|headings)$/.exec(token);
  if (whole) {
    const tab = named(whole[1]);
    return whole[2] === "rows" ? rowsRangeName(tab) : headingsRangeName(tab);
  }
  const dotted = /^(\w+)\.(\w+)$/.exec(token);
  if (dotted) {
    const tab = named(dotted[1]);
    const column = tab.columns.find(({ key }) => key === dotted[2]) ?? fail("no such column.");
    return columnRangeName(tab, column);
  }
  return settingNamed(token) ? settingRangeName(token) : fail("no such setting.");
}

/**
 * A name as a formula's text. A quote mark within a text literal is not read alike by every spreadsheet, and what stands
 * in braces would be taken for a name of ours.
 */
export const textLiteral = (name: string): string =>
  `"${name.replace(/["{}]/g, (mark) => `"&CHAR(${mark.charCodeAt(0)})&"`)}"`;

/**
 * A condition of COUNTIFS and its like for the cells that hold a formula's text: * and ? would stand for other letters,
 * and a text such as >5 would be a comparison.
 */
export const exactly = (formula: string): string => `"="&${literally(formula)}`;

/** A formula's text as MATCH, or a condition after its sign, is to look for it. */
export const literally = (formula: string): string =>
  `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${formula},"~",CHAR(1)),"?","~?"),"*","~*"),CHAR(1),"?")`;

/** The same for a name that is known when the tab is drawn. A ~ itself is escaped in no common way: ? stands for it. */
export const literalName = (name: string): string =>
  textLiteral(name.replace(/[~?*]/g, (mark) => (mark === "~" ? "?" : `~${mark}`)));

const withoutTexts = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""');

export function functionsOf(formula: string): string[] {
  return [...withoutTexts(formula).matchAll(/(?<![A-Z0-9_.])([A-Z][A-Z0-9_.]*)\s*\(/gi)].map((match) =>
    (match[1] as string).toUpperCase(),
  );
}

export function compileFormula(formula: string, scope: FormulaScope): string {
  // An array literal's braces hold no bare name, so only {name} forms are replaced.
  const compiled = formula.replace(
    /\{(#[\p{L}_][\p{L}\p{N}_.:-]*|[A-Za-z][\w.:-]*)\}/gu,
    (_, token: string) => resolve(token, formula, scope),
  );
  for (const name of functionsOf(compiled)) {
    if (!NATIVE_FUNCTIONS.has(name) && !scope.isCustomFunction(name)) {
      throw new Error(`${name} in ${formula}: not a function that every reader's spreadsheet knows.`);
    }
  }
  return compiled;
}
