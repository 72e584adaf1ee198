/** A: RevOps Engine playbook. B: Revenue Operations guide. */
export type Profile = "A" | "B";
export const PROFILES = ["A", "B"] as const;

/**
 * One band of a metric. Bands stand best first; a value belongs to the first whose condition it meets, which for
 * lower bounds is the highest band it reaches, so gaps in the published bands (2–3%, 4–6%) need no rule of their own.
 * The last band has no condition.
 */
export interface Band {
  readonly name: string;
  readonly atLeast?: number;
  readonly above?: number;
  readonly below?: number;
  readonly upTo?: number;
}

export interface PublishedBands {
  /** Where they are published. */
  readonly source: string;
  readonly bands: readonly Band[];
}

export interface Benchmark {
  /** Stable name used in code. */
  readonly key: string;
  readonly name: string;
  /** Other names people look it up by. */
  readonly aliases: readonly string[];
  readonly unit: "share" | "ratio" | "months" | "minutes";
  readonly better: "higher" | "lower";
  /** A value outside is a slip of the pen (112 for 112%) and is refused: `outside` completes the sentence "value is 112, …". */
  readonly min?: number;
  readonly max?: number;
  readonly outside: string;
  readonly profiles: Partial<Readonly<Record<Profile, PublishedBands>>>;
}
