import { refuse } from "../refusal/refusal.js";

/** From which month in the job a rep yields which share of full productivity. The month of hire is month 1. */
export interface RampStep {
  readonly fromMonth: number;
  readonly share: number;
}
export type RampProfile = readonly RampStep[];

const steps = (...pairs: readonly (readonly [number, number])[]): RampProfile =>
  pairs.map(([fromMonth, share]) => ({ fromMonth, share }));

/** The two published schedules: RevOps Engine playbook, phase 6, and Revenue Operations guide, section 4. */
export const RAMP_PROFILES: Readonly<Record<"A" | "B", RampProfile>> = {
  A: steps([1, 0], [3, 0.25], [4, 0.5], [6, 1]),
  B: steps([1, 0], [3, 0.25], [4, 0.5], [5, 0.75], [6, 1]),
};

/** Share of full productivity in a month of the job. Before the first step it is 0, after the last it stays. */
export function rampShare(profile: RampProfile, month: number): number {
  let share = 0;
  for (const step of profile) if (step.fromMonth <= month) share = step.share;
  return share;
}

/** Refuses a schedule whose months do not rise or whose productivity falls: nobody unlearns the job by plan. */
export function checkedRamp(profile: RampProfile, rows: readonly number[]): RampProfile {
  if (profile.length === 0) refuse("profile", "holds no step; give rows of month and share.");
  profile.forEach((step, index) => {
    const before = profile[index - 1];
    if (!before) return;
    const row = rows[index];
    if (step.fromMonth <= before.fromMonth) {
      refuse("profile", `gives month ${step.fromMonth} after month ${before.fromMonth}; sort by month.`, row);
    }
    if (step.share < before.share) {
      refuse("profile", "lets productivity fall; give shares that rise or stay.", row);
    }
  });
  return profile;
}
