/** A path to (or past) a conversion: its touches, oldest first, and how many people took it. */
export interface Journey {
  /** Index of each touch's channel. */
  readonly touches: readonly number[];
  /** Milestone of each touch, where any touch carries one. */
  readonly milestones?: readonly (Milestone | undefined)[];
  /** Serial day of each touch, where days are known. */
  readonly times?: readonly number[];
  readonly conversions: number;
  readonly nonConversions: number;
  readonly value: number;
}

export interface Journeys {
  readonly channels: readonly string[];
  readonly paths: readonly Journey[];
  /** Touches without a person: they belong to no path. */
  readonly leftOut: number;
}

export const MILESTONES = ["lead", "opportunity", "close"] as const;
export type Milestone = (typeof MILESTONES)[number];

/** What each channel is credited with, in the order of the channels. */
export interface Credits {
  readonly conversions: number[];
  readonly value: number[];
}

export const noCredits = ({ channels }: Journeys): Credits => ({
  conversions: channels.map(() => 0),
  value: channels.map(() => 0),
});

export const add = (sums: number[], at: number, amount: number): void => {
  sums[at] = (sums[at] as number) + amount;
};

export function total(paths: readonly Journey[], what: "conversions" | "nonConversions" | "value"): number {
  return paths.reduce((sum, path) => sum + path[what], 0);
}
