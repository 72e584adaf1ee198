import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cpuMs } from "../tests/cpuMs.js";
import { openWorkbench } from "../workbench/headless/openWorkbench.js";
import { readDist } from "../workbench/headless/readDist.js";
import { importAsDialog } from "./importAsDialog.js";
import { exportOf } from "./inputs/dealExport.js";

/** The import of the dialog, step by step, in a process of its own: its memory is its own, and its heap is bounded. */

const HEAP_MEGABYTES = 1200;

export interface MeasuredImport {
  readonly deals: number;
  readonly steps: number;
  readonly roundTrips: number;
  readonly ms: number;
  readonly mostMegabytes: number;
}

export function measureImport(deals: number): MeasuredImport {
  const self = fileURLToPath(import.meta.url);
  const said = execFileSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, "--import", "tsx", self, String(deals)],
    { encoding: "utf8" },
  );
  return JSON.parse(said) as MeasuredImport;
}

function importInSteps(deals: number): MeasuredImport {
  const csv = exportOf(deals);
  const workbench = openWorkbench({ timeZone: "UTC", ...readDist("dist"), undoable: false });
  const before = cpuMs();
  const steps = importAsDialog(workbench, csv);
  return {
    deals,
    steps,
    roundTrips: workbench.serviceCalls.roundTrips,
    ms: cpuMs() - before,
    mostMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(importInSteps(Number(process.argv[2]))));
}
