import { refuse } from "../refusal/refusal.js";

/** What makes a territory heavy, in the order of the weights: RevOps Engine playbook, phase 9. */
export const FACTORS = ["addressable", "revenue", "pipeline", "effort"] as const;
export type Factor = (typeof FACTORS)[number];
export const FACTOR_WEIGHTS: readonly number[] = [30, 30, 20, 20];

export type FactorColumns = { readonly [K in Factor]?: readonly (number | null)[] | undefined };

/** The columns that are there, with their weights scaled to add up to 1. A blank cell is asked about by its row. */
function weighted(columns: FactorColumns, weights: readonly number[], skip?: (row: number) => boolean) {
  const given = FACTORS.flatMap((factor, index) => {
    const cells = columns[factor];
    if (!cells) return [];
    const values = cells.map((cell, row) => {
      if (skip?.(row)) return 0;
      const value = cell ?? refuse(factor, "is blank; give 0 where there is none.", row + 1);
      if (value < 0) refuse(factor, `is ${value}, below 0; give 0 or more.`, row + 1);
      return value;
    });
    return [{ factor, values, weight: weights[index] ?? 0 }];
  });
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) refuse("weights", "gives no weight to the factors at hand; give one a weight above 0.");
  return given.map((one) => ({ ...one, weight: one.weight / total }));
}

const nothing = (factor: Factor): never => refuse(factor, "is 0 in every row; leave the factor out.");

/** Score of each row between 0 and 1: each factor as a share of its largest value, then weighted. */
export function territoryScores(
  columns: FactorColumns,
  weights: readonly number[] = FACTOR_WEIGHTS,
  skip?: (row: number) => boolean,
): number[] {
  const scores: number[] = [];
  for (const { factor, values, weight } of weighted(columns, weights, skip)) {
    const largest = values.reduce((most, value) => Math.max(most, value), 0);
    if (largest === 0) nothing(factor);
    values.forEach((value, row) => {
      scores[row] = (scores[row] ?? 0) + (value / largest) * weight;
    });
  }
  return scores;
}

/** Each row's share of the whole load, all rows together being 1: its share of each factor's total, weighted. */
export function territoryLoads(
  columns: FactorColumns,
  weights: readonly number[] = FACTOR_WEIGHTS,
): number[] {
  const loads: number[] = [];
  for (const { factor, values, weight } of weighted(columns, weights)) {
    // Summed by size, so that the order of the rows cannot change the last digit.
    const total = [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
    if (total === 0) nothing(factor);
    if (!Number.isFinite(total)) refuse(factor, "adds up to more than a number can hold; check the cells.");
    values.forEach((value, row) => {
      loads[row] = (loads[row] ?? 0) + (value / total) * weight;
    });
  }
  return loads;
}
