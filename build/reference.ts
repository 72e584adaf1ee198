import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { TEMPLATES } from "../sheets-templates/index.js";
import { CATALOGUE } from "../src/functions/catalogue.js";
import { FAMILIES, type FunctionDefinition } from "../src/functions/definition.js";
import { withMarkedPart } from "./markedPart.js";

/** The README's reference of functions and templates, written from the declarations and checked for drift. */

const readme = join(dirname(fileURLToPath(import.meta.url)), "..", "README.md");

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A bar inside a table cell would end it. */
const cell = (text: string) => text.replace(/\|/g, "\\|");

function shownAnswer({ answer }: FunctionDefinition["examples"][number]): string {
  if (!Array.isArray(answer)) return String(answer);
  const rows = answer as readonly (readonly unknown[])[];
  const text = rows.map((row) => row.map(String).join(", ")).join("; ");
  return `{${text.length > 120 ? `${text.slice(0, 120)}…` : text}}`;
}

function functionEntry(definition: FunctionDefinition): string {
  const { name, summary, formula, parameters, result, notes = [], source, examples } = definition;
  const signature = parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(", ");
  return [
    `#### ${name}`,
    "",
    `\`${name}(${signature})\``,
    "",
    summary,
    "",
    `Formula: ${formula}. Gives: ${result}`,
    "",
    "| argument | holds | meaning |",
    "|---|---|---|",
    ...parameters.map(
      (one) => `| ${one.name}${one.optional ? " (optional)" : ""} | ${cell(one.kind)} | ${cell(one.help)} |`,
    ),
    "",
    ...notes.map((note) => `- ${note}`),
    ...examples.map((example) => `- \`${example.formula}\` gives ${shownAnswer(example)} (${example.from})`),
    `- Source: ${source}`,
    "",
  ].join("\n");
}

export function functionReference(): string {
  return FAMILIES.flatMap((family) => {
    const members = CATALOGUE.filter((definition) => definition.family === family);
    if (members.length === 0) return [];
    return [`### ${capitalised(family)}`, "", ...members.map(functionEntry)];
  }).join("\n");
}

const functionIndex = (): string =>
  [
    "| family | functions |",
    "|---|---|",
    ...FAMILIES.flatMap((family) => {
      const members = CATALOGUE.filter((definition) => definition.family === family);
      if (members.length === 0) return [];
      const links = members.map(({ name }) => `[${name}](docs/functions.md#${name.toLowerCase()})`);
      return [`| ${family} | ${links.join(", ")} |`];
    }),
  ].join("\n");

const templateIndex = (): string =>
  [
    "| tab | id | what it shows |",
    "|---|---|---|",
    ...TEMPLATES.map(({ title, id, summary }) => `| ${title} | \`${id}\` | ${summary} |`),
  ].join("\n");

export const REFERENCE_HEAD =
  "# Function reference\n\nGenerated from the catalogue in `src/functions` by `npm run reference`; change it there.\n\n";

export function withDerivedParts(text: string): string {
  const parts: Readonly<Record<string, string>> = { functions: functionIndex(), templates: templateIndex() };
  return Object.entries(parts).reduce((whole, [name, part]) => withMarkedPart(whole, name, part), text);
}

if (process.argv[1]?.endsWith("reference.ts")) {
  writeFileSync(readme, withDerivedParts(readFileSync(readme, "utf8")));
  writeFileSync(join(dirname(readme), "docs", "functions.md"), REFERENCE_HEAD + functionReference());
  console.log(
    `README.md and docs/functions.md: ${CATALOGUE.length} functions, ${TEMPLATES.length} templates`,
  );
}
