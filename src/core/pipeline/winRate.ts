import { type PeriodLength, periodOf } from "../dates/period.js";
import { refuse } from "../refusal/refusal.js";
import { counted } from "./counted.js";
import type { DealOutcome, PerDeal } from "./outcome.js";

/** Win rate by count: won ÷ (won + lost). Open deals never count, neither above nor below the line. */
export function winRate(outcomes: PerDeal<DealOutcome>): number {
  let won = 0;
  let lost = 0;
  for (const outcome of outcomes) {
    if (outcome === "Won") won++;
    else if (outcome === "Lost") lost++;
  }
  if (won + lost === 0) refuse("outcomes", "holds no won or lost deal, so there is no win rate yet.");
  return won / (won + lost);
}

/**
 * Win rate by amount: amount won ÷ (amount won + amount lost). A decided deal without an amount is refused, since
 * leaving it out would give a figure that looks right and is not.
 */
export function winRateByAmount(outcomes: PerDeal<DealOutcome>, amounts: PerDeal<number>): number {
  let won = 0;
  let lost = 0;
  let decided = 0;
  let lostDeals = 0;
  for (let deal = 0; deal < outcomes.length; deal++) {
    const outcome = outcomes[deal];
    if (outcome !== "Won" && outcome !== "Lost") continue;
    const amount = amounts[deal] ?? null;
    if (amount === null) {
      refuse(
        "amounts",
        "is blank on a decided deal; fill it in, or count deals instead of amounts.",
        deal + 1,
      );
    }
    if (amount < 0) {
      refuse("amounts", `is ${amount}, below 0; give what the deal was worth as 0 or more.`, deal + 1);
    }
    decided++;
    if (outcome === "Won") {
      won += amount;
    } else {
      lost += amount;
      lostDeals++;
    }
  }
  if (decided === 0) refuse("outcomes", "holds no won or lost deal, so there is no win rate yet.");
  if (won + lost === 0) {
    refuse("amounts", "adds up to 0 over the decided deals; count deals instead of amounts.");
  }
  // Some CRMs set a lost deal to 0. The rate would be 100% whatever happened.
  if (lostDeals > 0 && lost === 0) {
    refuse(
      "amounts",
      "is 0 on every lost deal; give what they would have been worth, or count deals instead.",
    );
  }
  return won / (won + lost);
}

export interface WinRateCohort {
  readonly cohort: string;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  /** Undefined where nothing in the cohort is decided yet. */
  readonly winRate: number | undefined;
}

/**
 * Win rate by the period in which deals were created, oldest first. Young cohorts still have open deals, so their
 * rate will move: the open count stands beside it. Deals without a created date come last, named as such.
 */
export function winRateByCohort(
  outcomes: PerDeal<DealOutcome>,
  created: PerDeal<number>,
  length: PeriodLength,
): WinRateCohort[] {
  const tallies = new Map<string, [won: number, lost: number, open: number]>();
  const undated: [number, number, number] = [0, 0, 0];
  outcomes.forEach((outcome, deal) => {
    const day = created[deal] ?? null;
    let tally = undated;
    if (day !== null) {
      const cohort = periodOf(day, length);
      tally = tallies.get(cohort) ?? [0, 0, 0];
      tallies.set(cohort, tally);
    }
    tally[outcome === "Won" ? 0 : outcome === "Lost" ? 1 : 2]++;
  });
  const row = (cohort: string, [won, lost, open]: [number, number, number]): WinRateCohort => ({
    cohort,
    won,
    lost,
    open,
    winRate: won + lost === 0 ? undefined : won / (won + lost),
  });
  const rows = [...tallies]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([cohort, tally]) => row(cohort, tally));
  const without = undated[0] + undated[1] + undated[2];
  if (without > 0) {
    rows.push(row(counted(without, "deal without a created date", "deals without a created date"), undated));
  }
  return rows;
}
