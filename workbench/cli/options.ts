import { UsageError } from "./usageError.js";

/** The words of `npm run workbook -- …`, read into options or refused in one sentence. */

export interface CommandOptions {
  readonly files: readonly string[];
  readonly out: string;
  readonly templates: readonly string[];
  readonly asOf: string | undefined;
  readonly valuesOnly: boolean;
}

export const USAGE =
  "Usage: npm run workbook -- FILE.csv… --out FILE.xlsx [--template ID…] [--as-of YYYY-MM-DD] [--values]";

export function readOptions(words: readonly string[]): CommandOptions {
  const files: string[] = [];
  const templates: string[] = [];
  let out: string | undefined;
  let asOf: string | undefined;
  let valuesOnly = false;
  for (let index = 0; index < words.length; index++) {
    const [word, inline] = splitOption(words[index] ?? "");
    const value = (what: string): string => {
      const next = inline ?? words[++index];
      if (next === undefined || (inline === undefined && next.startsWith("--"))) {
        throw new UsageError(`${word} is missing ${what}. ${USAGE}`);
      }
      return next;
    };
    if (word === "--out") out = value("the .xlsx file to write");
    else if (word === "--as-of") asOf = day(value("a day such as 2026-01-31"));
    else if (word === "--template") {
      templates.push(value("a template's id"));
      // Several ids may follow one --template; an export, which ends in .csv, is none of them.
      while (words[index + 1] !== undefined && /^[a-z0-9-]+$/.test(words[index + 1] as string)) {
        if ((words[index + 1] as string).startsWith("--")) break;
        templates.push(words[++index] as string);
      }
    } else if (word === "--values") valuesOnly = true;
    else if (word.startsWith("--")) throw new UsageError(`${word} is not an option. ${USAGE}`);
    else files.push(word);
  }
  if (files.length === 0) throw new UsageError(`FILE.csv is missing: name at least one CRM export. ${USAGE}`);
  if (out === undefined) throw new UsageError(`--out is missing: name the .xlsx file to write. ${USAGE}`);
  if (!/\.xlsx$/i.test(out))
    throw new UsageError(`--out ${out} does not end in .xlsx; the workbook is written as .xlsx only.`);
  return { files, out, templates, asOf, valuesOnly };
}

function splitOption(word: string): [string, string | undefined] {
  const match = /^(--[a-z-]+)=(.*)$/s.exec(word);
  return match ? [match[1] as string, match[2]] : [word, undefined];
}

function day(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = match ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new UsageError(`--as-of ${text} is not a day; write it as 2026-01-31.`);
  }
  return text;
}
