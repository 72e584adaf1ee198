/** Conversions credited to the last channel of each path, by hand: reads every path and does nothing else with it. */
export function lastTouchByHand(rows: readonly (readonly unknown[])[]): number[] {
  const credits = new Map<string, number>();
  for (const [path, conversions] of rows) {
    const touches = String(path).split(" > ");
    const last = touches[touches.length - 1] as string;
    credits.set(last, (credits.get(last) ?? 0) + (conversions as number));
  }
  return [...credits.values()];
}
