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

export function mutationTable({ files }: Found): string {
  const scores = new Map<string, Score>();
  for (const [file, { mutants }] of Object.entries(files)) {
    for (const folder of [dirname(file), "all"]) {
      const score = scores.get(folder) ?? { noticed: 0, survived: 0, uncovered: 0 };
      scores.set(folder, score);
      for (const { status } of mutants) {
        const column = COLUMN[status];
        if (column) score[column]++;
      }
    }
  }
  const all = [...scores].sort(([one], [other]) =>
    one === "all" ? 1 : other === "all" ? -1 : one < other ? -1 : 1,
  );
  return [
    "| folder | noticed | survived | not run by any test | score |",
    "|---|---|---|---|---|",
    ...all.map(([folder, { noticed, survived, uncovered }]) => {
      const score = (100 * noticed) / (noticed + survived + uncovered);
      return `| ${folder} | ${noticed} | ${survived} | ${uncovered} | ${score.toFixed(1)}% |`;
    }),
  ].join("\n");
}

if (process.argv[1]?.endsWith("mutationScores.ts")) {
  const found = JSON.parse(readFileSync(join(root, ".mutation", "incremental.json"), "utf8")) as Found;
  writeFileSync(page, withMarkedPart(readFileSync(page, "utf8"), "scores", mutationTable(found)));
}
