/**
 * Of the calls that a run makes, those (counted from 1) at which a failure could leave a trace: of every kind of write
 * the first and the last. Failing at each of hundreds would tell no more and take minutes.
 */
export function firstAndLastWrites(calls: readonly string[]): number[] {
  const kinds = new Map<string, number[]>();
  calls.forEach((name, index) => {
    if (!/\.(set|insert|delete|remove|copyTo|clear|activate)/.test(name)) return;
    kinds.set(name, [kinds.get(name)?.[0] ?? index + 1, index + 1]);
  });
  return [...new Set([...kinds.values()].flat())].sort((one, other) => one - other);
}
