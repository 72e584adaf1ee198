import { refuse } from "../refusal/refusal.js";
import { type Credits, type Journeys, total } from "./journey.js";

/** Flow that may still be under way when a solution counts as reached, as a part of all paths. */
const UNSETTLED = 1e-14;
/** Steps after which all solutions together are given up: several seconds. */
const MOST_STEPS = 3e9;
const tooLarge = (): never =>
  refuse("order", "makes a chain too large to solve here; take a lower order or merge rare channels.");

/** The chain as arrays: from state s, `count[e]` paths go to `to[e]`, for e from `first[s]` up to `first[s + 1]`. */
interface Chain {
  readonly states: number;
  /** The latest channel of each state. */
  readonly channel: readonly number[];
  /** Share of all paths that begin in each state. */
  readonly start: Float64Array;
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly part: Float64Array;
  readonly stay: Float64Array;
  /** Conversions and value per path that leaves the state, whichever way it leaves. */
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

/** A state is the last `order` channels of a path (fewer at its beginning). */
function chainOf({ channels, paths }: Journeys, order: number, people: number): Chain {
  const base = channels.length + 1;
  const drop = base ** order;
  if (drop * base > Number.MAX_SAFE_INTEGER) tooLarge();
  const known = new Map<number, number>();
  const channel: number[] = [];
  const next: Map<number, number>[] = [];
  const start: number[] = [];
  const leaving: number[] = [];
  const won: number[] = [];
  const worth: number[] = [];
  for (const { touches, conversions, nonConversions, value } of paths) {
    const takers = conversions + nonConversions;
    if (takers === 0) continue;
    let code = 0;
    let before = -1;
    for (const touch of touches) {
      code = (code * base + touch + 1) % drop;
      let state = known.get(code);
      if (state === undefined) {
        state = channel.push(touch) - 1;
        known.set(code, state);
        next.push(new Map());
        for (const sums of [start, leaving, won, worth]) sums.push(0);
      }
      if (before < 0) start[state] = (start[state] as number) + takers;
      else {
        const edges = next[before] as Map<number, number>;
        edges.set(state, (edges.get(state) ?? 0) + takers);
      }
      leaving[state] = (leaving[state] as number) + takers;
      before = state;
    }
    won[before] = (won[before] as number) + conversions;
    worth[before] = (worth[before] as number) + value;
  }
  const states = channel.length;
  const first = new Int32Array(states + 1);
  next.forEach((edges, state) => {
    first[state + 1] = (first[state] as number) + edges.size;
  });
  const to = new Int32Array(first[states] as number);
  const part = new Float64Array(to.length);
  const stay = new Float64Array(states);
  let edge = 0;
  next.forEach((edges, state) => {
    const out = leaving[state] as number;
    for (const [target, count] of edges) {
      to[edge] = target;
      part[edge++] = target === state ? 0 : count / out;
      if (target === state) stay[state] = count / out;
    }
  });
  const per = (sums: readonly number[]) =>
    Float64Array.from(sums, (sum, state) => sum / (leaving[state] as number));
  return {
    states,
    channel,
    start: Float64Array.from(start, (count) => count / people),
    first,
    to,
    part,
    stay,
    conversions: per(won),
    value: per(worth),
  };
}

/**
 * What still converts once a channel is removed, so that every path that would touch it ends there. The linear
 * system of the absorbing chain is solved by passing flow along until less than a rounding error is under way: no
 * random walks, the same answer each time.
 */
function without(chain: Chain, removed: number, mostSteps: number): { conversions: number; value: number } {
  const { states, channel, first, to, part, stay } = chain;
  const flow = chain.start.map((part, state) => (channel[state] === removed ? 0 : part));
  let [conversions, value, steps] = [0, 0, 0];
  const pass = (state: number): number => {
    const amount = flow[state] as number;
    if (amount === 0) return 0;
    flow[state] = 0;
    const through = amount / (1 - (stay[state] as number));
    conversions += through * (chain.conversions[state] as number);
    value += through * (chain.value[state] as number);
    const end = first[state + 1] as number;
    for (let edge = first[state] as number; edge < end; edge++) {
      const target = to[edge] as number;
      if (channel[target] !== removed)
        flow[target] = (flow[target] as number) + through * (part[edge] as number);
    }
    return amount;
  };
  for (let sweep = 0; ; sweep++) {
    let moved = 0;
    if (sweep % 2 === 0) for (let state = 0; state < states; state++) moved += pass(state);
    else for (let state = states - 1; state >= 0; state--) moved += pass(state);
    if (!(moved > UNSETTLED)) return { conversions, value };
    steps += to.length + states;
    if (steps > mostSteps) tooLarge();
  }
}

/**
 * Markov attribution: a channel's removal effect is the share of conversions lost when it is taken out of the chain
 * of the last `order` touches; conversions (and value) are shared out in proportion. Order 1 is the model of Anderl et
 * al. (2016); paths that did not convert lower the chain's odds where they are given.
 */
export function markovCredits(
  journeys: Journeys,
  order: number,
  mostSteps = MOST_STEPS,
): Credits & { readonly removalEffect: number[] } {
  const { channels, paths } = journeys;
  const people = total(paths, "conversions") + total(paths, "nonConversions");
  const chain = chainOf(journeys, order, people);
  const left = channels.map((_, channel) => without(chain, channel, mostSteps / channels.length));
  const effects = (what: "conversions" | "value"): [number[], number[]] => {
    const all = total(paths, what);
    if (!(all > 0)) return [channels.map(() => 0), channels.map(() => 0)];
    const lost = left.map((kept) => Math.max(0, 1 - (kept[what] * people) / all));
    const sum = lost.reduce((one, other) => one + other, 0);
    return [lost, lost.map((effect) => (effect / sum) * all)];
  };
  const [removalEffect, conversions] = effects("conversions");
  return { removalEffect, conversions, value: effects("value")[1] };
}
