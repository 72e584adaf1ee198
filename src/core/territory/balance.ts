import { refuse } from "../refusal/refusal.js";
import { FACTORS, type Factor, type FactorColumns, territoryLoads } from "./factors.js";
import { type TwoTimesRule, twoTimesRule } from "./twoTimesRule.js";

export interface TerritoryTotal {
  readonly rep: string;
  readonly accounts: number;
  /** Sum of each factor that was given. */
  readonly totals: Readonly<Partial<Record<Factor, number>>>;
  /** Share of the whole load, the accounts without a rep included. */
  readonly load: number;
}

export interface TerritoryBalance {
  readonly reps: readonly TerritoryTotal[];
  readonly rule: TwoTimesRule;
  readonly withoutRep: number;
}

/** What each rep has: accounts, factors, load; and the two-times rule on the addressable market. */
export function territoryBalance(
  owners: readonly (string | null)[],
  columns: FactorColumns,
  weights?: readonly number[],
  all: readonly string[] = [],
): TerritoryBalance {
  const loads = territoryLoads(columns, weights);
  const byRep = new Map<string, { rep: string; rows: number[] }>();
  const open = (rep: string) => {
    const key = rep.trim().toLowerCase();
    const known = byRep.get(key) ?? { rep: rep.trim(), rows: [] };
    byRep.set(key, known);
    return known;
  };
  for (const rep of all) open(rep);
  let withoutRep = 0;
  owners.forEach((owner, row) => {
    if (owner === null) withoutRep++;
    else open(owner).rows.push(row);
  });
  if (byRep.size === 0) refuse("owners", "names no rep; give who has each account.");
  const reps = [...byRep.values()]
    .sort((a, b) => (a.rep < b.rep ? -1 : 1))
    .map(({ rep, rows }): TerritoryTotal => {
      const sum = (of: readonly (number | null)[]) => rows.reduce((total, row) => total + (of[row] ?? 0), 0);
      const totals: { [K in Factor]?: number } = {};
      for (const factor of FACTORS) {
        const cells = columns[factor];
        if (cells) totals[factor] = sum(cells);
      }
      return { rep, accounts: rows.length, totals, load: sum(loads) };
    });
  const rule = twoTimesRule(reps.map(({ rep, totals }) => ({ rep, market: totals.addressable ?? 0 })));
  return { reps, rule, withoutRep };
}
