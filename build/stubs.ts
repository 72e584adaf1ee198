import type { FunctionDefinition } from "../src/functions/definition.js";
import type { Parameter } from "../src/functions/parameters.js";

/**
 * Google sees only top-level functions of the pushed file, and shows a custom function in its autocomplete box only
 * when a comment with @customfunction stands directly above it and the real parameter names stand in its head.
 * Neither survives a bundler, so both are written here from the catalogue.
 */

/** The module is built inside a function so that loading the file runs nothing; the first call pays once. */
export const MODULE = "revopsEngine_";

const oneLine = (text: string) => text.replace(/\s+/g, " ").replace(/\*\//g, "* /").trim();

function parameterType({ shape, kind }: Parameter): string {
  if (shape === "table" || shape === "column" || shape === "headings") return "{Array}";
  const base = /^(number|count|money|days|multiple|share)$/.test(kind) ? "number" : "string";
  const type = kind === "date" ? "Date" : kind === "TRUE or FALSE" ? "boolean" : base;
  return shape === "one" ? `{${type}}` : `{${type}|Array}`;
}

export function customFunctionStub(definition: FunctionDefinition): string {
  const names = definition.parameters.map(({ name }) => name);
  const lines = [
    `${definition.summary} Formula: ${definition.formula}`,
    ...definition.parameters.map(
      (parameter) =>
        `@param ${parameterType(parameter)} ${parameter.name} ${parameter.optional ? "Optional. " : ""}${parameter.help}`,
    ),
    `@return ${definition.result}`,
    "@customfunction",
  ].map((line) => ` * ${oneLine(line)}`);
  return [
    "/**",
    ...lines,
    " */",
    `function ${definition.name}(${names.join(", ")}) {`,
    `  return ${MODULE}().call("${definition.name}", arguments);`,
    "}",
  ].join("\n");
}

/** A function that a menu item, a trigger or a sidebar calls by name. */
export function entryStub(name: string): string {
  return `function ${name}() {\n  return ${MODULE}().enter("${name}", arguments);\n}`;
}

/** Names that Google would not see, or would read as something else, stop the build. */
export function checkNames(definitions: readonly FunctionDefinition[], entries: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of [...definitions.map((definition) => definition.name), ...entries]) {
    if (seen.has(name.toUpperCase())) throw new Error(`${name}: declared twice; Google's names ignore case.`);
    seen.add(name.toUpperCase());
    if (name.endsWith("_")) throw new Error(`${name}: ends in "_", which Google keeps private; rename it.`);
    if (/^[A-Za-z]{1,3}\d+$/.test(name)) throw new Error(`${name}: reads as a cell reference; rename it.`);
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) throw new Error(`${name}: is not a function name; rename it.`);
  }
  for (const { name, parameters } of definitions) {
    // The prefix also keeps clear of every built-in function, none of which begins with it.
    if (!/^(REVOPS|LEAD)_[A-Z0-9_]+$/.test(name)) {
      throw new Error(`${name}: must be capitals and begin with REVOPS_ or LEAD_.`);
    }
    let optionalSeen = false;
    for (const parameter of parameters) {
      if (!/^[a-z][a-z0-9_]*$/.test(parameter.name))
        throw new Error(`${name}: parameter ${parameter.name} is misspelt.`);
      if (optionalSeen && !parameter.optional) {
        throw new Error(`${name}: ${parameter.name} is required but follows an optional parameter.`);
      }
      optionalSeen ||= parameter.optional;
    }
  }
}
