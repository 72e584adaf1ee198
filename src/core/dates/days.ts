/**
 * Calendar days between two serial days. The time of day does not count: a deal created in the evening and won
 * the next morning took one day.
 */
export function daysBetween(from: number, to: number): number {
  return Math.floor(to) - Math.floor(from);
}
