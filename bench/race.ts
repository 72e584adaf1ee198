import { type AddOn, type Call, loadAddOn } from "./addOn.js";
import { counted, type Declared, inMs, timesOf } from "./declared.js";
import { medianTimes } from "./measure.js";

/** A custom function against others that do the same work; what they answer must be the same, or the race is void. */
export interface Race {
  readonly what: string;
  readonly rows: number;
  readonly ours: (addOn: AddOn) => Call;
  readonly references: Readonly<Record<string, Call>>;
  /** What our answer and a reference's are compared by; the answer itself where left out. */
  readonly comparable?: (answer: unknown) => readonly number[];
  /** At most so many times the time of that reference. */
  readonly within?: { readonly times: number; readonly reference: string };
  /** At most so many milliseconds. */
  readonly atMostMs?: number;
  readonly rounds?: number;
}

const asFigures = (answer: unknown): readonly number[] =>
  (Array.isArray(answer) || ArrayBuffer.isView(answer)
    ? Array.from(answer as unknown[]).flat()
    : [answer]
  ).map(Number);

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length &&
  one.every((figure, at) => Math.abs(figure - (other[at] as number)) <= 1e-9 * Math.max(1, Math.abs(figure)));

export function race(what: string, prepare: () => Omit<Race, "what">, target?: string): Declared {
  return {
    what,
    ...(target ? { target } : {}),
    measure: () => {
      const { rows, ours, references, comparable = asFigures, within, atMostMs, rounds } = prepare();
      const call = ours(loadAddOn());
      const answer = comparable(call());
      for (const [name, reference] of Object.entries(references)) {
        if (!isSame(answer, asFigures(reference())))
          throw new Error(`${what}: ${name} gives another answer, so its time says nothing.`);
      }
      const { ours: own, ...others } = medianTimes<string>({ ours: call, ...references }, rounds);
      const ms = own as number;
      return {
        result: `${inMs(ms)}, ${counted((rows / ms) * 1000)} rows a second`,
        against: Object.entries(others)
          .map(([name, time]) => `${name}: ${timesOf(ms, time)}`)
          .join("; "),
        ...(within ? { met: ms <= within.times * (others[within.reference] as number) } : {}),
        ...(atMostMs ? { met: ms <= atMostMs } : {}),
        figures: { rows, ms, references: others },
      };
    },
  };
}
