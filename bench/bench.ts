import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { measureFunctions } from "./functions.js";
import { measureLargeImport } from "./largeImport.js";
import { measureLoading } from "./loading.js";
import { measureWorkbook } from "./workbook.js";

/** `npm run bench`: prints a table and writes bench/results.json. */

const loading = measureLoading();
const functions = measureFunctions(100_000);
const workbook = measureWorkbook(10_000);
const large = measureLargeImport(100_000);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const rows: readonly (readonly [string, string])[] = [
  ["Code.js", `${Math.round(loading.bytes / 1024)} KB`],
  ["empty script: load and call", ms(loading.emptyScriptMs)],
  ["Code.js: load and first call", ms(loading.firstCallMs)],
  ["MAPE by hand over typed arrays, 100,000 rows", ms(functions.handWrittenMapeMs)],
  ["REVOPS_MAPE, 100,000 rows", ms(functions.mapeMs)],
  ["REVOPS_VELOCITY, 100,000 rows spilled", ms(functions.velocityColumnMs)],
  ["LEAD_SCORE, 100,000 leads × 4 signals", ms(functions.leadScoreMs)],
  [
    "import of 10,000 deals, headless",
    `${ms(workbook.import.ms)}, ${workbook.import.roundTrips} round trips`,
  ],
  [
    "import of 100,000 deals as the dialog does it",
    `${ms(large.ms)}, ${ms(large.cpuMs)} CPU, ${large.steps} steps, ${Math.round(large.mostMegabytes)} MB`,
  ],
  ["weekly review on 10,000 deals", `${ms(workbook.review.ms)}, ${workbook.review.roundTrips} round trips`],
];
const width = Math.max(...rows.map(([label]) => label.length));
console.log(machine);
for (const [label, value] of rows) console.log(`${label.padEnd(width)}  ${value}`);
writeFileSync(
  new URL("results.json", import.meta.url),
  `${JSON.stringify({ machine, loading, functions, workbook, large }, null, 2)}\n`,
);
