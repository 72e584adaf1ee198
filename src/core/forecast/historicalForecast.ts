import { refuse } from "../refusal/refusal.js";

interface HistoricalStage {
  readonly deals: number;
  readonly closeRate: number;
  readonly dealSize: number;
  readonly expected: number;
}

/**
 * Expected revenue of each stage from history (Revenue Operations guide, section 2): deals now in the stage × the
 * share of deals that used to close from there × average deal size. A stage may have a deal size of its own.
 */
export function historicalForecast(
  counts: readonly (number | null)[],
  closeRates: readonly (number | null)[],
  averageDealSize: number,
  dealSizes: readonly (number | null)[] | undefined,
): HistoricalStage[] {
  return counts.map((deals, index) => {
    const closeRate = closeRates[index] ?? null;
    if (deals === null)
      return refuse("counts", "is blank; give the number of deals in the stage.", index + 1);
    if (closeRate === null) {
      return refuse("close_rates", "is blank; give the share of deals that close from the stage.", index + 1);
    }
    const dealSize = dealSizes?.[index] ?? averageDealSize;
    return { deals, closeRate, dealSize, expected: deals * closeRate * dealSize };
  });
}
