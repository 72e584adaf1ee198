import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openWorkbench } from "../workbench/headless/openWorkbench.js";
import { readDist } from "../workbench/headless/readDist.js";
import { exportOf } from "./workbook.js";

/** The import of the dialog, step by step, in a process of its own: its memory is its own, and its heap is bounded. */

const HEAP_MEGABYTES = 1200;

interface Progress {
  readonly done: number;
  readonly total: number;
}

interface LargeImport {
  readonly deals: number;
  readonly steps: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly mostMegabytes: number;
}

export function measureLargeImport(deals: number): LargeImport {
  const self = fileURLToPath(import.meta.url);
  const said = execFileSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, "--import", "tsx", self, String(deals)],
    { encoding: "utf8" },
  );
  return JSON.parse(said) as LargeImport;
}

function importInSteps(deals: number): LargeImport {
  const csv = exportOf(deals);
  const workbench = openWorkbench({ timeZone: "UTC", ...readDist("dist"), undoable: false });
  const start = performance.now();
  const cpu = process.cpuUsage();
  let steps = 0;
  let progress = workbench.callEndpoint("beginImport", [csv, "big.csv"]) as Progress;
  for (; progress.done < progress.total; steps++) {
    progress = workbench.callEndpoint("continueImport") as Progress;
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    deals,
    steps,
    ms: performance.now() - start,
    cpuMs: (user + system) / 1000,
    mostMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(importInSteps(Number(process.argv[2]))));
}
