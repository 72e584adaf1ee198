import type { MenuEntry } from "../src/apps-script/menu.js";
import { CUSTOM_FUNCTION_NAME, type FunctionDefinition } from "../src/functions/definition.js";
import type { Parameter } from "../src/functions/parameters.js";
import { STUDIES } from "../src/functions/studies.js";

/**
 * Google sees only top-level functions of the pushed file, and shows a custom function in its autocomplete box only
 * when a comment with @customfunction stands directly above it and the real parameter names stand in its head.
 * Neither survives a bundler, so both are written here from the catalogue.
 */

/** The modules are built inside functions so that loading the file runs nothing; the first call pays once. */
const CELLS = "revopsCells_";

/**
 * A module whose script stands in an HTML file: Google parses every script file on each formula's call, HTML files
 * only when they are asked for, which a custom function may do as well.
 */
interface PagedModule {
  readonly loader: string;
  /** The HTML file's name. */
  readonly file: string;
}
export const ACTIONS: PagedModule = { loader: "revopsActions_", file: "actions" };
export const STUDIES_MODULE: PagedModule = { loader: "revopsStudies_", file: "studies" };

const oneLine = (text: string) => text.replace(/\s+/g, " ").replace(/\*\//g, "* /").trim();

function parameterType({ shape, kind }: Parameter): string {
  if (shape === "table" || shape === "column" || shape === "headings") return "{Array}";
  const base = /^(number|count|money|days|multiple|share)$/.test(kind) ? "number" : "string";
  return `{${kind === "date" ? "Date" : kind === "TRUE or FALSE" ? "boolean" : base}}`;
}

export function customFunctionStub(definition: FunctionDefinition): string {
  const names = definition.parameters.map(({ name }) => name);
  const lines = [
    `${definition.summary} Formula: ${definition.formula}`,
    ...definition.parameters.map(
      (parameter) =>
        `@param ${parameterType(parameter)} ${parameter.name} ${parameter.optional ? "Optional. " : ""}${parameter.help}`,
    ),
    "@customfunction",
  ].map((line) => ` * ${oneLine(line)}`);
  return [
    "/**",
    ...lines,
    " */",
    `function ${definition.name}(${names.join(", ")}) {`,
    `  return ${STUDIES.includes(definition) ? STUDIES_MODULE.loader : CELLS}().call("${definition.name}", arguments);`,
    "}",
  ].join("\n");
}

/** A function that a menu item, a trigger or a sidebar calls by name. */
export function entryStub(name: string): string {
  return `function ${name}() {\n  return ${ACTIONS.loader}().enter("${name}", arguments);\n}`;
}

/** The everyday functions' module: in the script itself, since most formulas need it. */
export function cellsModule(script: string): string {
  return [
    `function ${CELLS}() {`,
    `  if (!${CELLS}.built) {`,
    "    var module = { exports: {} };",
    "    (function (module, exports) {",
    script.trim(),
    "    })(module, module.exports);",
    `    ${CELLS}.built = module.exports;`,
    "  }",
    `  return ${CELLS}.built;`,
    "}",
  ].join("\n");
}

/** The raw content is taken, so nothing in the page is read as a template. */
export function pagedModule({ loader, file }: PagedModule): string {
  return [
    `function ${loader}() {`,
    `  if (!${loader}.built) {`,
    "    var module = { exports: {} };",
    `    var page = HtmlService.createTemplateFromFile("${file}").getRawContent();`,
    '    var script = page.slice(page.indexOf(">") + 1, page.lastIndexOf("<"));',
    '    new Function("module", "exports", script)(module, module.exports);',
    `    ${loader}.built = module.exports;`,
    "  }",
    `  return ${loader}.built;`,
    "}",
  ].join("\n");
}

export const scriptPage = (script: string): string =>
  // "</script" inside a string would end the element early for whoever reads the file as a page.
  `<script type="text/plain">${script.trim().replace(/<\/script/gi, "<\\/script")}</script>`;

/** `onOpen` and `onInstall`, which build the menu and load nothing. */
export function menuStubs(menu: readonly MenuEntry[]): string {
  const build = (entries: readonly MenuEntry[], start: string): string =>
    entries.reduce((code, entry) => {
      if (entry === null) return `${code}.addSeparator()`;
      const [caption, target] = entry;
      return typeof target === "string"
        ? `${code}.addItem(${JSON.stringify(caption)}, ${JSON.stringify(target)})`
        : `${code}.addSubMenu(${build(target, `ui.createMenu(${JSON.stringify(caption)})`)})`;
    }, start);
  return [
    "function onOpen() {",
    "  var ui = SpreadsheetApp.getUi();",
    `  ${build(menu, "ui.createAddonMenu()")}.addToUi();`,
    "}",
    "function onInstall() {",
    "  onOpen();",
    "}",
  ].join("\n");
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
    if (!CUSTOM_FUNCTION_NAME.test(name)) {
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
