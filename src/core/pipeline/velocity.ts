import { refuse } from "../refusal/refusal.js";

/**
 * Sales velocity: revenue that the pipeline yields per day.
 * velocity = opportunities × win rate × average deal size ÷ sales cycle in days.
 * A cycle of zero days or less has no velocity and is refused.
 */
export function salesVelocity(
  opportunities: number,
  winRate: number,
  averageDealSize: number,
  cycleDays: number,
): number {
  if (!(cycleDays > 0)) {
    refuse("cycle_days", "must be above 0; give the average number of days from created to won.");
  }
  return (opportunities * winRate * averageDealSize) / cycleDays;
}
