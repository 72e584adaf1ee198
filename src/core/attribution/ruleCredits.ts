import { add, type Credits, type Journey, type Journeys, type Milestone, noCredits } from "./journey.js";

export const RULES = ["first", "last", "linear", "u-shaped", "w-shaped", "full path", "time decay"] as const;
export type Rule = (typeof RULES)[number];

/** Shares of the touches that a position rule singles out; what is left belongs to all other touches alike. */
const SHARES: Readonly<Partial<Record<Rule, Readonly<Partial<Record<"first" | Milestone, number>>>>>> = {
  first: { first: 1 },
  "u-shaped": { first: 0.4, lead: 0.4 },
  "w-shaped": { first: 0.3, lead: 0.3, opportunity: 0.3 },
  "full path": { first: 0.225, lead: 0.225, opportunity: 0.225, close: 0.225 },
};

/** Half-lives where none is asked for: Google Analytics' 7 days and, where no days are known, one touch. */
const HALF_LIFE_DAYS = 7;
const HALF_LIFE_TOUCHES = 1;

/**
 * The share of the credit that a rule gives to each touch of a path; the shares add up to 1. A path that carries no
 * milestone has its last touch stand for lead creation. The share of a touch that is missing is spread over those
 * present in proportion to theirs.
 */
export function touchShares(
  { touches, milestones, times }: Pick<Journey, "touches" | "milestones" | "times">,
  rule: Rule,
  halfLife?: number,
): number[] {
  const last = touches.length - 1;
  if (rule === "last") return touches.map((_, at) => (at === last ? 1 : 0));
  if (rule === "linear") return touches.map(() => 1 / touches.length);
  let weights: number[];
  if (rule === "time decay") {
    const life = halfLife ?? (times ? HALF_LIFE_DAYS : HALF_LIFE_TOUCHES);
    const age = (at: number) => (times ? (times[last] as number) - (times[at] as number) : last - at);
    weights = touches.map((_, at) => 2 ** (-age(at) / life));
  } else {
    weights = touches.map(() => 0);
    const named = new Set<number>();
    let rest = 1;
    for (const [role, share = 0] of Object.entries(SHARES[rule] ?? {})) {
      rest -= share;
      const at =
        role === "first"
          ? 0
          : milestones
            ? milestones.indexOf(role as Milestone)
            : role === "lead"
              ? last
              : -1;
      if (at < 0) continue;
      add(weights, at, share);
      named.add(at);
    }
    const others = touches.length - named.size;
    weights = weights.map((weight, at) => (named.has(at) ? weight : rest / others));
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Credits under a rule: each converting path hands its conversions and value to its own touches. */
export function ruleCredits(journeys: Journeys, rule: Rule, halfLife?: number): Credits {
  const credits = noCredits(journeys);
  // Without milestones and days the shares depend on nothing but the number of touches.
  const byLength = new Map<number, number[]>();
  for (const path of journeys.paths) {
    if (path.conversions === 0 && path.value === 0) continue;
    const plain = !path.milestones && !path.times;
    const shares = (plain && byLength.get(path.touches.length)) || touchShares(path, rule, halfLife);
    if (plain) byLength.set(path.touches.length, shares);
    for (let at = 0; at < shares.length; at++) {
      const channel = path.touches[at] as number;
      const share = shares[at] as number;
      add(credits.conversions, channel, share * path.conversions);
      add(credits.value, channel, share * path.value);
    }
  }
  return credits;
}
