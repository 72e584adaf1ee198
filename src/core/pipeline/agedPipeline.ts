import { daysBetween } from "../dates/days.js";
import { refuse } from "../refusal/refusal.js";
import { type DealOutcome, isOpen, type PerDeal } from "./outcome.js";

interface AgeBand {
  readonly age: string;
  /** Days past the expected close from which the band applies. */
  readonly fromDays: number;
  /** Share of the amount that still counts. */
  readonly countedAt: number;
}

/** RevOps Engine playbook, phase 4: what a deal is still worth to the pipeline as its close date slips by. */
const AGE_BANDS: readonly AgeBand[] = [
  { age: "Not yet due", fromDays: Number.NEGATIVE_INFINITY, countedAt: 1 },
  { age: "Under 30 days past", fromDays: 1, countedAt: 1 },
  { age: "30–59 days past", fromDays: 30, countedAt: 0.5 },
  { age: "60 days past or more", fromDays: 60, countedAt: 0.25 },
];

interface AgedBand {
  readonly age: string;
  readonly deals: number;
  readonly amount: number;
  readonly countedAt: number;
  readonly countedAmount: number;
}

export interface AgedPipeline {
  /** One entry a band, youngest first; then the deals without an expected close, which cannot age and count in full. */
  readonly bands: readonly AgedBand[];
  readonly countedAmount: number;
  /** Open deals without an amount: counted nowhere else. */
  readonly withoutAmount: number;
}

/** Open pipeline by days past the expected close, each band counted at its share. Closed deals do not count. */
export function agedPipeline(
  amounts: PerDeal<number>,
  expectedClose: PerDeal<number>,
  asOf: number,
  outcomes?: PerDeal<DealOutcome>,
): AgedPipeline {
  const undated = AGE_BANDS.length;
  const deals = new Array<number>(undated + 1).fill(0);
  const sums = new Array<number>(undated + 1).fill(0);
  let withoutAmount = 0;
  amounts.forEach((amount, deal) => {
    if (!isOpen(outcomes, deal)) return;
    if (amount === null) {
      withoutAmount++;
      return;
    }
    const due = expectedClose[deal] ?? null;
    let band = undated;
    if (due !== null) {
      const past = daysBetween(due, asOf);
      band = AGE_BANDS.length - 1;
      while (past < (AGE_BANDS[band] as AgeBand).fromDays) band--;
    }
    deals[band] = (deals[band] as number) + 1;
    sums[band] = (sums[band] as number) + amount;
  });
  const shares = [...AGE_BANDS, { age: "No expected close", countedAt: 1 }];
  const bands = shares.map(({ age, countedAt }, band) => ({
    age,
    deals: deals[band] as number,
    amount: sums[band] as number,
    countedAt,
    countedAmount: (sums[band] as number) * countedAt,
  }));
  return { bands, countedAmount: bands.reduce((sum, band) => sum + band.countedAmount, 0), withoutAmount };
}

/** The counted amount alone. Open deals of which none has an amount are refused: their sum is unknown, not 0. */
export function agedPipelineAmount({ bands, countedAmount, withoutAmount }: AgedPipeline): number {
  if (withoutAmount > 0 && bands.every(({ deals }) => deals === 0)) {
    refuse("amounts", `is blank on every open deal (${withoutAmount}); fill in what the deals are worth.`);
  }
  return countedAmount;
}
