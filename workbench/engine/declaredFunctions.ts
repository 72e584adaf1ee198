/**
 * Finds the custom functions of a bundle as Google does: top-level functions whose comment, standing directly above,
 * says @customfunction. The comment is what the autocomplete box shows.
 */

import { type Comment, type FunctionDeclaration, type Pattern, parse } from "acorn";

interface DeclaredParameter {
  readonly name: string;
  readonly description: string;
  readonly optional: boolean;
  /** A rest parameter. */
  readonly repeating: boolean;
}

export interface DeclaredFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly DeclaredParameter[];
}

export interface DeclaredNames {
  readonly customFunctions: readonly DeclaredFunction[];
  /** Every top-level function: what a menu or google.script.run can name. */
  readonly topLevel: readonly string[];
}

export function declaredFunctions(code: string): DeclaredNames {
  const comments: Comment[] = [];
  const program = parse(code, { ecmaVersion: 2019, sourceType: "script", onComment: comments });
  const customFunctions: DeclaredFunction[] = [];
  const topLevel: string[] = [];
  for (const node of program.body) {
    if (node.type !== "FunctionDeclaration") continue;
    topLevel.push(node.id.name);
    const comment = commentAbove(code, comments, node.start);
    if (comment && /@customfunction\b/i.test(comment)) customFunctions.push(described(node, comment));
  }
  return { customFunctions, topLevel };
}

function commentAbove(code: string, comments: readonly Comment[], start: number): string | undefined {
  const above = comments.filter((c) => c.end <= start).at(-1);
  if (above?.type !== "Block" || !above.value.startsWith("*")) return undefined;
  return code.slice(above.end, start).trim() === "" ? above.value : undefined;
}

function described(node: FunctionDeclaration, comment: string): DeclaredFunction {
  const text = comment
    .slice(1)
    .split("\n")
    .map((line) => line.replace(/^\s*\*?\s?/, ""))
    .join("\n");
  const [summary = "", ...tags] = text.split(/^@/m);
  const documented = new Map(tags.flatMap((tag) => parameterTag(tag) ?? []));
  return {
    name: node.id.name,
    description: oneLine(summary),
    parameters: node.params.map((parameter, index) => {
      const name = parameterName(parameter) ?? `argument${index + 1}`;
      const tag = documented.get(name);
      return {
        name,
        description: tag?.description ?? "",
        optional: tag?.optional === true || parameter.type === "AssignmentPattern",
        repeating: parameter.type === "RestElement",
      };
    }),
  };
}

/**
 * `@param {type} name text`. A parameter that may be left out says so: its name in brackets, its type ending in `=`, or
 * its text beginning with "Optional", which is what Google's box leaves readable.
 */
function parameterTag(tag: string): [string, { description: string; optional: boolean }][] | undefined {
  const found = /^param\s+(?:\{([^}]*)\}\s*)?(\[\s*([\w$]+)[^\]]*\]|[\w$]+)\s*(?:-\s+)?([\s\S]*)$/.exec(tag);
  if (!found) return undefined;
  const [, type = "", written = "", bracketed, description = ""] = found;
  const optional =
    bracketed !== undefined || type.trim().endsWith("=") || /^optional\b/i.test(description.trim());
  return [[bracketed ?? written, { description: oneLine(description), optional }]];
}

function parameterName(parameter: Pattern): string | undefined {
  if (parameter.type === "Identifier") return parameter.name;
  if (parameter.type === "AssignmentPattern") return parameterName(parameter.left);
  if (parameter.type === "RestElement") return parameterName(parameter.argument);
  return undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
