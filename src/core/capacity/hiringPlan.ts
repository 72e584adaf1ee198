import { periodOf } from "../dates/period.js";
import { refuse } from "../refusal/refusal.js";
import { firstDayOf, monthOf, monthsBetween } from "./months.js";
import { type RampProfile, rampShare } from "./ramp.js";

export interface HiringTerms {
  readonly target: number;
  /** Yearly quota of a ramped rep. */
  readonly quota: number;
  readonly attainment: number;
  /** The period whose target is to be covered, in whole calendar months. */
  readonly from: number;
  readonly to: number;
  /** Share of the team that leaves in a year. */
  readonly attrition: number;
  /** First month in which somebody can start; may lie before the period. */
  readonly hiringFrom?: number | undefined;
  readonly maxPerMonth?: number | undefined;
  /** Hire dates of those already there, or already signed. */
  readonly team?: readonly (number | null)[] | undefined;
  readonly profile: RampProfile;
}

export interface HiringMonth {
  readonly month: string;
  readonly hires: number;
  /** Expected team in the month, new hires included. */
  readonly team: number;
  /** How many of them are expected to leave by its end. */
  readonly leavers: number;
  readonly ramped: number;
  /** What the month adds to the target; undefined before the period. */
  readonly capacity: number | undefined;
}

export interface HiringPlan {
  readonly months: readonly HiringMonth[];
  readonly hires: number;
  readonly capacity: number;
}

/** A target met but for rounding is met. */
const HAIR = 1e-9;
const MOST_HIRES = 100_000;

/**
 * The fewest hires that cover the target, and in which months. A rep yields quota ÷ 12 × attainment × ramp in each
 * month of the period, times the chance of still being there: (1 − attrition) to the power of the years since the
 * hire (for the present team, since the plan begins). The months in which a hire yields most are filled first, of
 * equal ones the latest; hence one hire fewer, in whatever months, would miss the target. The last hire then
 * starts as late as the target allows.
 */
export function hiringPlan(terms: HiringTerms): HiringPlan {
  const { target, quota, attainment, from, to, attrition, hiringFrom = from, maxPerMonth, profile } = terms;
  if (!(target > 0)) refuse("target", `is ${target}; give the amount to be booked, above 0.`);
  if (!(quota > 0)) refuse("quota", `is ${quota}; give the yearly quota of a ramped AE, above 0.`);
  if (!(attainment > 0)) refuse("attainment", "is 0; with nothing attained no team is large enough.");
  if (hiringFrom > to)
    refuse("hiring_from", "lies after to; give the first month in which somebody can start.");
  monthsBetween(from, to);
  const months = monthsBetween(Math.min(hiringFrom, from), to);
  const begin = months[0] as number;
  const [opens, opensHiring] = [monthOf(from), monthOf(hiringFrom)];
  const stay = (1 - attrition) ** (1 / 12);
  const perMonth = (quota / 12) * attainment;

  /** Expected worth, in ramped reps, of somebody hired in one month, exposed to leaving since another. */
  const worth = (hired: number, since: number, month: number) =>
    month < hired ? 0 : rampShare(profile, month - hired + 1) * stay ** (month - since);
  const yieldOf = (hired: number, since: number) =>
    months.reduce((sum, month) => sum + (month < opens ? 0 : worth(hired, since, month) * perMonth), 0);

  const team = (terms.team ?? []).flatMap((day) => (day === null ? [] : [monthOf(day)]));
  const staff = team.map((hired) => ({ hired, since: Math.max(hired, begin), people: 1 }));
  const has = staff.reduce((sum, { hired, since }) => sum + yieldOf(hired, since), 0);
  let gap = target - has;

  // Rounded so that months which differ by a rounding error count as equal.
  const slots = months
    .filter((month) => month >= opensHiring)
    .map((month) => ({ month, each: Number(yieldOf(month, month).toPrecision(12)) }))
    .filter(({ each }) => each > 0)
    .sort((a, b) => b.each - a.each || b.month - a.month);
  const hires = new Map<number, number>();
  let last: (typeof slots)[number] | undefined;
  for (const slot of slots) {
    if (gap <= target * HAIR) break;
    const people = Math.min(maxPerMonth ?? MOST_HIRES, Math.ceil((gap - target * HAIR) / slot.each));
    hires.set(slot.month, people);
    gap -= people * slot.each;
    last = slot;
  }
  if (gap > target * HAIR) {
    const end = periodOf(to, "month");
    if (slots.length === 0) {
      refuse("to", `comes before anybody hired would be productive (${end}); hire earlier or plan longer.`);
    }
    const reached = `${Math.round((1 - gap / target) * 1000) / 10}% of the target by ${end}`;
    if (maxPerMonth === undefined)
      refuse("target", `needs more than ${MOST_HIRES} hires; check it and quota.`);
    refuse(
      "max_per_month",
      `of ${maxPerMonth} covers only ${reached}; raise it, hire earlier or lower the target.`,
    );
  }

  if (last) {
    const { month: early, each } = last;
    const late = slots
      .filter(
        (slot) =>
          slot.month > early &&
          (hires.get(slot.month) ?? 0) < (maxPerMonth ?? MOST_HIRES) &&
          gap + each - slot.each <= target * HAIR,
      )
      .reduce((latest, { month }) => Math.max(latest, month), early);
    hires.set(early, (hires.get(early) ?? 0) - 1);
    hires.set(late, (hires.get(late) ?? 0) + 1);
  }
  for (const [month, people] of hires) staff.push({ hired: month, since: month, people });

  const rows = months.map((month): HiringMonth => {
    let people = 0;
    let ramped = 0;
    for (const group of staff) {
      if (month < group.hired) continue;
      people += group.people * stay ** (month - group.since);
      ramped += group.people * worth(group.hired, group.since, month);
    }
    return {
      month: periodOf(firstDayOf(month), "month"),
      hires: hires.get(month) ?? 0,
      team: people,
      leavers: people * (1 - stay),
      ramped,
      capacity: month < opens ? undefined : ramped * perMonth,
    };
  });
  return {
    months: rows,
    hires: rows.reduce((sum, row) => sum + row.hires, 0),
    capacity: rows.reduce((sum, row) => sum + (row.capacity ?? 0), 0),
  };
}
