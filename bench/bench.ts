import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { GROUPS } from "./groups.js";
import { type Line, machine, printed, withPerformance } from "./report.js";

/**
 * `npm run bench`: measures all that is declared, prints it and writes bench/results.json. `-- --readme` writes the
 * README's table as well; `-- --only LEAD_SCORE` measures only lines whose name holds that text.
 */

const { values: asked } = parseArgs({ options: { readme: { type: "boolean" }, only: { type: "string" } } });
if (asked.readme && asked.only !== undefined) {
  console.error("--readme writes the whole table; leave out --only.");
  process.exit(2);
}

console.log(`${machine()}; CPU time, medians of several runs`);
const lines: Line[] = [];
for (const [group, all] of Object.entries(GROUPS)) {
  for (const declared of all) {
    if (asked.only !== undefined && !declared.what.includes(asked.only)) continue;
    const line = { group, declared, found: declared.measure() };
    if (line.group !== lines[lines.length - 1]?.group) console.log(`\n${group}`);
    lines.push(line);
    console.log(printed(line));
  }
}

if (asked.only === undefined) {
  const results = lines.map(({ declared: { what, target }, found: { result, against, met, figures } }) => ({
    ...{ what, result, against, target, met, ...figures },
  }));
  writeFileSync(
    new URL("results.json", import.meta.url),
    `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`,
  );
}
if (asked.readme) {
  const readme = new URL("../README.md", import.meta.url);
  writeFileSync(readme, withPerformance(readFileSync(readme, "utf8"), lines));
}
const missed = lines.filter(({ declared, found }) => declared.target && !found.met);
console.log(
  missed.length === 0
    ? "\nEvery target is met."
    : `\nMissed: ${missed.map(({ declared }) => declared.what).join("; ")}.`,
);
