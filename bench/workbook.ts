import { openWorkbench } from "../workbench/headless/openWorkbench.js";
import { readDist } from "../workbench/headless/readDist.js";

/** An export of deals without a random number: the same on every machine. */
function exportOf(deals: number): string {
  const lines = ["Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date"];
  const day = (offset: number) => new Date(Date.UTC(2025, 0, 1 + (offset % 400))).toISOString().slice(0, 10);
  const stages = ["Prospecting", "Negotiation/Review", "Closed Won", "Closed Lost"];
  for (let index = 0; index < deals; index++) {
    const created = index % 300;
    lines.push(
      `D${index},Deal ${index},Rep ${index % 12},${stages[index % 4]},${1000 + ((index * 37) % 9000)},${day(created)},${day(created + 20 + (index % 60))}`,
    );
  }
  return lines.join("\n");
}

/** The way of a CRM export through the built add-on: import, review, with the calls to Google's services counted. */
export function measureWorkbook(deals: number) {
  const csv = exportOf(deals);
  const workbench = openWorkbench({ timeZone: "UTC", ...readDist("dist") });
  const timed = (act: () => void) => {
    workbench.serviceCalls.reset();
    const start = performance.now();
    act();
    return { ms: performance.now() - start, roundTrips: workbench.serviceCalls.roundTrips };
  };
  return {
    deals,
    import: timed(() => workbench.callEndpoint("runImport", [csv, { asOf: "2026-03-31" }])),
    review: timed(() => workbench.run("drawWeeklyPipelineReview")),
  };
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The same through the endpoints of the dialog, step by step; the memory is the whole process's so far. */
export function measureImportInSteps(deals: number) {
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
