/** Text such as 2026-01-31 as a serial day, or undefined where it is no such day. */
export function serialOfIsoText(text: string): number | undefined {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?\s*$/.exec(text)?.[1];
  if (day === undefined) return undefined;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const serial = Date.UTC(year, month - 1, date) / 86_400_000 + 25_569;
  // 30 February would be 2 March, and the year 26 would be 1926.
  return isoTextOfSerial(serial) === day ? serial : undefined;
}

/** A serial day as text such as 2026-01-31. */
export function isoTextOfSerial(serial: number): string {
  return new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
