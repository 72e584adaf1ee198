/** One line of the table: declared first, measured when the bench runs. */
export interface Declared {
  /** What is measured, on how much. The README names it in these words. */
  readonly what: string;
  /** What is to be reached, in words; nothing where there is only something to see. */
  readonly target?: string;
  readonly measure: () => Found;
}

export interface Found {
  /** The figure with its unit. */
  readonly result: string;
  /** The references measured in the same run, by name. */
  readonly against?: string;
  /** Whether the target is reached. */
  readonly met?: boolean;
  /** All that was measured, for bench/results.json. */
  readonly figures: Readonly<Record<string, unknown>>;
}

export const inMs = (value: number): string =>
  value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export const counted = (value: number): string => Math.round(value).toLocaleString("en-US");

const short = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** "2.1 times (0.53 ms)", or "1/216 (777 s)" where ours is faster: our time in those of a reference. */
export const timesOf = (ours: number, reference: number): string =>
  `${ours >= reference ? `${short(ours / reference)} times` : `1/${short(reference / ours)}`} (${inMs(reference)})`;
