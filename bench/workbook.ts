import { openWorkbench } from "../workbench/headless/openWorkbench.js";
import { readDist } from "../workbench/headless/readDist.js";

/** An export of deals without a random number: the same on every machine. */
export function exportOf(deals: number): string {
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
