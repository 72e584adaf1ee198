/** MAPE by hand: what one would write for this one purpose. */

export function percentageErrorOfNumbers(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < actual.length; row++) {
    const value = actual[row] as number;
    sum += Math.abs((value - (forecast[row] as number)) / value);
  }
  return sum / actual.length;
}

export function percentageErrorOfCells(
  actual: readonly (readonly unknown[])[],
  forecast: readonly (readonly unknown[])[],
): number {
  let sum = 0;
  let pairs = 0;
  for (let row = 0; row < actual.length; row++) {
    const came = actual[row]?.[0];
    const told = forecast[row]?.[0];
    if (came === "" || told === "") continue;
    if (typeof came !== "number" || !Number.isFinite(came) || came === 0)
      throw new Error(`actual, row ${row + 1}`);
    if (typeof told !== "number" || !Number.isFinite(told)) throw new Error(`forecast, row ${row + 1}`);
    sum += Math.abs((came - told) / came);
    pairs++;
  }
  return sum / pairs;
}
