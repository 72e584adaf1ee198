/** Within so many standard deviations of its mean lies 95% of a normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95% interval of a rate learnt from counts, by Wilson's score method (1927). Unlike rate ± error it stays within
 * 0 and 1 and is honest about small counts: 3 of 3 is no certainty.
 */
export function wilsonInterval(successes: number, trials: number): readonly [low: number, high: number] {
  const rate = successes / trials;
  const square = Z ** 2;
  const centre = rate + square / (2 * trials);
  const half = Z * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials ** 2));
  const scale = 1 + square / trials;
  return [successes === 0 ? 0 : (centre - half) / scale, successes === trials ? 1 : (centre + half) / scale];
}
