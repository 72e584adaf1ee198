const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Serial day of 1 January 1970. */
const UNIX_EPOCH = 25_569;

/** A serial day as the workbook shows dates: 31 Mar 2026. */
export function dayName(serial: number): string {
  const date = new Date((Math.floor(serial) - UNIX_EPOCH) * 86_400_000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
