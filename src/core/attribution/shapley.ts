import { refuse } from "../refusal/refusal.js";
import { add, type Credits, type Journeys, noCredits, total } from "./journey.js";

/** Beyond this many channels the 2^n coalitions no longer fit a call. */
export const MOST_EXACT_CHANNELS = 20;

/**
 * Shapley values of a game of n players: each player's marginal worth, averaged over all orders of joining.
 * `worth[s]` is that of the coalition whose members are the set bits of s.
 */
export function shapleyValues(worth: Float64Array): number[] {
  const players = Math.log2(worth.length);
  // weight[k] = k! (n − k − 1)! ÷ n!, the chance that exactly a given k others came before.
  const weight = [1 / players];
  for (let size = 1; size < players; size++) {
    weight.push(((weight[size - 1] as number) * size) / (players - size));
  }
  const members = new Uint8Array(worth.length);
  for (let set = 1; set < worth.length; set++) members[set] = (members[set >> 1] as number) + (set & 1);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let value = 0;
    for (let set = 0; set < worth.length; set++) {
      if (set & bit) continue;
      value +=
        (weight[members[set] as number] as number) * ((worth[set | bit] as number) - (worth[set] as number));
    }
    return value;
  });
}

/** Turns sums per exact set of channels into sums over all their subsets. */
function overSubsets(sums: Float64Array): Float64Array {
  for (let bit = 1; bit < sums.length; bit <<= 1) {
    for (let set = 0; set < sums.length; set++) {
      if (set & bit) sums[set] = (sums[set] as number) + (sums[set ^ bit] as number);
    }
  }
  return sums;
}

/**
 * Shapley attribution on conversions: a coalition is worth the conversions of the paths that lie wholly within it.
 * Its value has a closed form (Zhao et al. 2018): each path shares its credit equally among its different channels.
 */
export function simplifiedShapleyCredits(journeys: Journeys): Credits {
  const credits = noCredits(journeys);
  for (const { touches, conversions, value } of journeys.paths) {
    const members = new Set(touches);
    for (const channel of members) {
      add(credits.conversions, channel, conversions / members.size);
      add(credits.value, channel, value / members.size);
    }
  }
  return credits;
}

/**
 * Shapley attribution. Where paths that did not convert are given, a coalition is worth the conversion rate (value per
 * path) of the people who met no other channel, over all 2^n coalitions; a channel that goes with fewer conversions
 * then ends below 0. Where none are given every rate would be 1, and conversions themselves are the worth.
 */
export function shapleyCredits(journeys: Journeys): Credits {
  const { channels, paths } = journeys;
  if (total(paths, "nonConversions") === 0) return simplifiedShapleyCredits(journeys);
  if (channels.length > MOST_EXACT_CHANNELS) {
    refuse(
      "model",
      `is shapley, which is exact up to ${MOST_EXACT_CHANNELS} channels; there are ${channels.length}: merge rare channels or take "shapley simplified".`,
    );
  }
  const size = 2 ** channels.length;
  const [people, won, worth] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (const { touches, conversions, nonConversions, value } of paths) {
    let set = 0;
    for (const channel of touches) set |= 1 << channel;
    people[set] = (people[set] as number) + conversions + nonConversions;
    won[set] = (won[set] as number) + conversions;
    worth[set] = (worth[set] as number) + value;
  }
  overSubsets(people);
  const share = (sums: Float64Array): number[] => {
    overSubsets(sums);
    const all = sums[size - 1] as number;
    const rates = sums.map((sum, set) => (sum === 0 ? 0 : sum / (people[set] as number)));
    if (!(all > 0)) return channels.map(() => 0);
    return shapleyValues(rates).map((part) => (part / (rates[size - 1] as number)) * all);
  };
  return { conversions: share(won), value: share(worth) };
}
