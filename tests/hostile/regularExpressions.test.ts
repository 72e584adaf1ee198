import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import ts from "typescript";
import { expect, test } from "vitest";
import { cpuMs } from "../cpuMs.js";

/**
 * A text of a cell has up to 50,000 characters and an import 100,000 rows: a regular expression whose time grows with the
 * square of the text would take for ever. Every one in the product is tried on long runs of what it is made of, which is
 * what such an expression stumbles over, with an end that does not match.
 */

const LENGTH = 30_000;
/** One that grows with the square of the text takes a second and more for this length; one that does not, a millisecond. */
const MOST_MS = 150;

/** Never meet a text from outside. */
const OUR_OWN = new Map([
  [String.raw`/\B(?=(\d{3})+$)/g`, "groups the digits of a count of ours"],
  [String.raw`/<head(\s[^>]*)?>/i`, "reads the pages of the add-on's own build"],
]);

interface Found {
  readonly source: string;
  readonly place: string;
  readonly expression: RegExp;
}

function expressions(): Found[] {
  const found = new Map<string, Found>();
  for (const folder of ["src", "sidebar", "workbench", "sheets-templates"]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const path = join(folder, file);
      const tree = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
      const visit = (node: ts.Node): void => {
        ts.forEachChild(node, visit);
        if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return;
        const source = node.getText();
        const [, pattern = "", flags = ""] = /^\/([\s\S]*)\/([a-z]*)$/.exec(source) ?? [];
        if (!found.has(source))
          found.set(source, { source, place: path, expression: new RegExp(pattern, flags) });
      };
      visit(tree);
    }
  }
  return [...found.values()];
}

/** What an expression is made of: each of its signs, its words, and what may stand between them. */
function stumblingBlocks({ expression: { source } }: Found): string[] {
  const plain = source
    .replace(/\\[sS]/g, " ")
    .replace(/\\d/g, "0")
    .replace(/\\w/g, "a")
    .replace(/\\p\{\w+\}/g, "é")
    .replace(/\\(.)/g, "$1");
  const words = [...plain.matchAll(/[A-Za-z</:]{2,}/g)].map(([word]) => word);
  return [
    ...new Set([
      ...plain,
      " ",
      "\t",
      "0",
      "a",
      "A",
      "0,",
      "a ",
      ...words,
      ...words.map((word) => `${word}>`),
    ]),
  ];
}

/** Nothing but the machine itself can end one that is at it for ever. */
const PATIENCE_MS = 3000;
const trial = createContext({ expression: /x/, text: "" });
const attempt = new Script("expression.global ? text.replace(expression, '') : expression.test(text)");

function isTriedInTime(expression: RegExp, text: string): boolean {
  Object.assign(trial, { expression, text });
  try {
    attempt.runInContext(trial, { timeout: PATIENCE_MS });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return false;
    throw error;
  }
}

function slowest(found: Found): { readonly ms: number; readonly unit: string } {
  const { expression } = found;
  let worst = { ms: 0, unit: "" };
  for (const unit of stumblingBlocks(found)) {
    const text = `${unit.repeat(Math.ceil(LENGTH / unit.length))}\u0001!`;
    const measure = (): number => {
      const before = cpuMs();
      return isTriedInTime(expression, text) ? cpuMs() - before : Number.POSITIVE_INFINITY;
    };
    // A second time for what was slow: a pause to collect garbage is none of the expression's.
    const first = measure();
    const ms = first > MOST_MS && Number.isFinite(first) ? Math.min(first, measure()) : first;
    if (ms > worst.ms) worst = { ms, unit };
    if (ms > MOST_MS) break;
  }
  return worst;
}

test("the way of trying finds an expression that takes the square of the time", () => {
  const slow = { source: "", place: "", expression: /\s+$/ };
  expect(slowest(slow).ms).toBeGreaterThan(MOST_MS);
});

test("one that doubles its time with every letter is given up, and named like the others", () => {
  const endless = { source: "", place: "", expression: /^(\s*a\s*)*$/ };
  expect(slowest(endless).ms).toBe(Number.POSITIVE_INFINITY);
});

test("no regular expression of the product takes long over a long text", () => {
  const all = expressions();
  expect(all.length).toBeGreaterThan(200);
  const slow = all
    .filter(({ source }) => !OUR_OWN.has(source))
    .flatMap((found) => {
      const { ms, unit } = slowest(found);
      return ms > MOST_MS
        ? [`${found.place}: ${found.source} takes ${Math.round(ms)} ms over ${JSON.stringify(unit)}`]
        : [];
    });
  expect(slow).toEqual([]);
});

test("each exception stands in the code", () => {
  const all = new Set(expressions().map(({ source }) => source));
  for (const source of OUR_OWN.keys()) expect(all).toContain(source);
});
