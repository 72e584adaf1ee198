import { refuse } from "../refusal/refusal.js";
import type { WorkingTime } from "./workingTime.js";

export type SlaState = "Met" | "Missed" | "Open" | "Overdue";

export interface SlaStatus {
  readonly state: SlaState;
  /** Serial day and time at which the promise runs out. */
  readonly due: number;
  readonly elapsedHours: number;
  /** Below 0 once the promise is broken. */
  readonly hoursLeft: number;
}

/** Hours within which a serial day's rounding lies: under a hundredth of a second. */
const HAIR = 1e-6;
const rounded = (hours: number): number => Math.round(hours * 1e6) / 1e6 || 0;

/**
 * Whether a promise such as "within 4 business hours" was kept. `shift` days turn the cells' time into that of the
 * place whose working hours count.
 */
export function slaStatus(
  start: number,
  done: number | null,
  slaHours: number,
  asOf: number | undefined,
  time: WorkingTime,
  shift: number,
  row: number,
): SlaStatus {
  if (done !== null && done < start) refuse("done", "lies before start; correct one of the two.", row);
  const end =
    done ?? asOf ?? refuse("as_of", "is missing, but some are not done yet; give the time to look from.");
  if (end < start) refuse("start", "lies after as_of; correct it or give a later as_of.", row);
  const begun = time.until(start + shift);
  const elapsed = (time.until(end + shift) - begun) * 24;
  const late = elapsed > slaHours + HAIR;
  return {
    state: done === null ? (late ? "Overdue" : "Open") : late ? "Missed" : "Met",
    due: time.moment(begun + slaHours / 24) - shift,
    elapsedHours: rounded(elapsed),
    hoursLeft: rounded(slaHours - elapsed),
  };
}

/** Promises kept ÷ promises decided; what is still open and in time does not count. */
export function slaCompliance(states: readonly SlaState[]): number {
  const decided = states.filter((state) => state !== "Open");
  if (decided.length === 0) refuse("start", "holds nothing decided yet, so there is no compliance.");
  return decided.filter((state) => state === "Met").length / decided.length;
}
