/**
 * Dice that fall the same way every time: the sample must be identical on every machine, so the platform's own
 * random numbers are out. Only integer arithmetic and additions happen here; no function whose last digit
 * depends on the engine.
 */
export interface Dice {
  /** From 0 up to, but without, 1. */
  unit(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One entry, each as likely as its weight says. */
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T;
  /** `share` of a list, at least one entry of a list that is not empty, in random order. */
  some<T>(list: readonly T[], share: number): T[];
  /** About normal with mean 0 and spread 1, never beyond ±6: no deal of a billion by bad luck. */
  normal(): number;
}

/** Tommy Ettinger's mulberry32: 32 bits of state, a handful of lines, random enough for invented deals. */
export function createDice(seed: number): Dice {
  let state = seed | 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  const pick = <T>(list: readonly T[]) => list[between(0, list.length - 1)] as T;

  return {
    unit,
    between,
    pick,
    chance: (probability) => unit() < probability,
    weighted(list, weight) {
      let left = unit() * list.reduce((sum, entry) => sum + weight(entry), 0);
      return (
        list.find((entry) => {
          left -= weight(entry);
          return left < 0;
        }) ?? pick(list)
      );
    },
    some(list, share) {
      const rest = [...list];
      const taken = [];
      for (let count = Math.ceil(share * list.length); count > 0; count--) {
        taken.push(...rest.splice(between(0, rest.length - 1), 1));
      }
      return taken;
    },
    normal() {
      let sum = -6;
      for (let throws = 0; throws < 12; throws++) sum += unit();
      return sum;
    },
  };
}
