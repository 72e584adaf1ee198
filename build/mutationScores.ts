import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withMarkedPart } from "./markedPart.js";

/** The table of docs/mutation.md, written from what `npm run mutation` has found so far. */

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const page = join(root, "docs", "mutation.md");

interface Found {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

interface Score {
  noticed: number;
  survived: number;
  uncovered: number;
}

/** What a change that makes the tests fail or never end is: noticed. Changes not asked about are in no column. */
const COLUMN: Readonly<Record<string, keyof Score>> = {
  Killed: "noticed",
  Timeout: "noticed",
  Survived: "survived",
  NoCoverage: "uncovered",
};

/** The rows of a table that an earlier run wrote. */
function rowsOf(table: string): [string, Score][] {
  return [...table.matchAll(/^\| (src\/\S+) \| (\d+) \| (\d+) \| (\d+) \|/gm)].map(
    ([, folder = "", ...counts]) => {
      const [noticed = 0, survived = 0, uncovered = 0] = counts.map(Number);
      return [folder, { noticed, survived, uncovered }];
    },
  );
}

/** What was found, folder by folder; folders that were not asked about this time stand as they did `before`. */
export function mutationTable({ files }: Found, before = ""): string {
  const found = new Map<string, Score>();
  for (const [file, { mutants }] of Object.entries(files)) {
    const score = found.get(dirname(file)) ?? { noticed: 0, survived: 0, uncovered: 0 };
    found.set(dirname(file), score);
    for (const { status } of mutants) {
      const column = COLUMN[status];
      if (column) score[column]++;
    }
  }
  const folders = [...new Map([...rowsOf(before), ...found])].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const total: Score = { noticed: 0, survived: 0, uncovered: 0 };
  for (const [, score] of folders) {
    total.noticed += score.noticed;
    total.survived += score.survived;
    total.uncovered += score.uncovered;
  }
  return [
    "| folder | noticed | survived | not run by any test | score |",
    "|---|---|---|---|---|",
    ...[...folders, ["all", total] as const].map(([folder, { noticed, survived, uncovered }]) => {
      const score = (100 * noticed) / (noticed + survived + uncovered);
      return `| ${folder} | ${noticed} | ${survived} | ${uncovered} | ${score.toFixed(1)}% |`;
    }),
  ].join("\n");
}

if (process.argv[1]?.endsWith("mutationScores.ts")) {
  const found = JSON.parse(readFileSync(join(root, ".mutation", "incremental.json"), "utf8")) as Found;
  const text = readFileSync(page, "utf8");
  writeFileSync(page, withMarkedPart(text, "scores", mutationTable(found, text)));
}
