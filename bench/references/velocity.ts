/** A column of sales velocities by hand. */

export function velocitiesOfNumbers(
  opportunities: Float64Array,
  winRate: Float64Array,
  size: Float64Array,
  days: Float64Array,
): Float64Array {
  const out = new Float64Array(opportunities.length);
  for (let row = 0; row < out.length; row++) {
    out[row] =
      ((opportunities[row] as number) * (winRate[row] as number) * (size[row] as number)) /
      (days[row] as number);
  }
  return out;
}

type Cells = readonly (readonly unknown[])[];

export function velocitiesOfCells(
  opportunities: Cells,
  winRate: Cells,
  size: Cells,
  days: Cells,
): number[][] {
  const out: number[][] = [];
  for (let row = 0; row < opportunities.length; row++) {
    const [count, rate, amount, length] = [
      opportunities[row]?.[0],
      winRate[row]?.[0],
      size[row]?.[0],
      days[row]?.[0],
    ];
    if (typeof count !== "number" || !(count >= 0)) throw new Error(`opportunities, row ${row + 1}`);
    if (typeof rate !== "number" || !(rate >= 0 && rate <= 1)) throw new Error(`win_rate, row ${row + 1}`);
    if (typeof amount !== "number" || !Number.isFinite(amount)) throw new Error(`size, row ${row + 1}`);
    if (typeof length !== "number" || !(length > 0)) throw new Error(`cycle_days, row ${row + 1}`);
    out.push([(count * rate * amount) / length]);
  }
  return out;
}
