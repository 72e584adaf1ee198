/** What a lead scoring model is made of. */
export type SignalGroup = "behavioural" | "firmographic" | "negative";

export interface Decay {
  /** Points lost for each whole week past `afterDays`; the signal never falls below 0. */
  readonly pointsPerWeek: number;
  readonly afterDays: number;
}

export interface Signal {
  readonly name: string;
  readonly group: SignalGroup;
  readonly points: number;
  /** A count fires the signal from here on. */
  readonly threshold: number;
  readonly decay?: Decay;
  /** A date fires the signal only while it is at most this many days old. */
  readonly withinDays?: number;
  /** For a signal of silence: the date is the last activity and fires once it is this many days old. */
  readonly idleDays?: number;
  /** Other headings under which exports and people keep the same signal. */
  readonly aliases: readonly string[];
}

export type LeadModel = readonly Signal[];

/** The most that each group can bring; negative points are added after the caps. */
export const BEHAVIOURAL_CAP = 60;
export const FIRMOGRAPHIC_CAP = 40;

/** A name as it is compared: case, spaces and punctuation do not matter. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
