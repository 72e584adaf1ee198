import type { HeadlessWorkbench } from "../workbench/headless/openWorkbench.js";

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Imports a CSV step by step, as the dialog does; gives the number of steps. */
export function importAsDialog(workbench: HeadlessWorkbench, csv: string): number {
  let steps = 0;
  let progress = workbench.callEndpoint("beginImport", [csv, "export.csv"]) as Progress;
  for (; progress.done < progress.total; steps++) {
    progress = workbench.callEndpoint("continueImport") as Progress;
  }
  return steps;
}
