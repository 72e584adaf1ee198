import { periodOf } from "../dates/period.js";
import { refuse } from "../refusal/refusal.js";
import { firstDayOf, monthOf, monthsBetween } from "./months.js";
import { type RampProfile, rampShare } from "./ramp.js";

export interface CapacityMonth {
  readonly month: string;
  /** People employed on at least one day of the month. */
  readonly reps: number;
  /** What they are worth in fully ramped reps who work the whole month. */
  readonly ramped: number;
  readonly capacity: number;
}

/**
 * What a team can book, month by month: a twelfth of each rep's yearly quota × attainment × ramp, by the days
 * employed. The month of hire is month 1 of the ramp; the day of leaving is the last one worked.
 */
export function productiveCapacity(
  hired: readonly (number | null)[],
  quotas: readonly (number | null)[],
  from: number,
  to: number,
  attainment: number,
  profile: RampProfile,
  left?: readonly (number | null)[],
): CapacityMonth[] {
  const first = Math.floor(from);
  const last = Math.floor(to);
  const reps = hired.map((day, index) => {
    const row = index + 1;
    const quota = quotas[index] ?? refuse("quotas", "is blank; give the rep's yearly quota.", row);
    const start = Math.floor(day ?? refuse("hire_dates", "is blank; give the day the rep started.", row));
    const end = Math.floor(left?.[index] ?? Number.MAX_SAFE_INTEGER);
    if (end < start) refuse("leave_dates", "lies before the hire date; correct one of the two.", row);
    return { start, end, quota, month: monthOf(start) };
  });
  return monthsBetween(first, last).map((month) => {
    const [begin, next] = [firstDayOf(month), firstDayOf(month + 1)];
    let employed = 0;
    let ramped = 0;
    let capacity = 0;
    for (const rep of reps) {
      const days = Math.min(next - 1, last, rep.end) - Math.max(begin, first, rep.start) + 1;
      if (days <= 0) continue;
      employed++;
      const worth = (days / (next - begin)) * rampShare(profile, month - rep.month + 1);
      ramped += worth;
      capacity += (worth * rep.quota * attainment) / 12;
    }
    return { month: periodOf(begin, "month"), reps: employed, ramped, capacity };
  });
}
