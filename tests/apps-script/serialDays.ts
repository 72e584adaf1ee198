/** Serial days as the spreadsheet counts them, and rows by their days, for expectations computed apart from any formula. */
import { type Customer, customersOf } from "../../src/core/retention/subscriptions.js";
import type { DataRecord } from "../../src/workbook/columns.js";

const SERIAL_DAY_ZERO = Date.UTC(1899, 11, 30);
/** The same day of a month so many months away, at most that month's last; as EDATE. */
export function monthsFrom(day: number, months: number): number {
  const date = new Date(SERIAL_DAY_ZERO + day * 86_400_000);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return (first.getTime() - SERIAL_DAY_ZERO) / 86_400_000;
}
export const isIn = (day: unknown, from: number, to: number) =>
  typeof day === "number" && day >= from && day < to + 1;
export const total = (rows: readonly DataRecord[], column: string) =>
  rows.reduce((sum, row) => sum + (Number(row[column]) || 0), 0);

export function customersIn(subscriptions: readonly DataRecord[]): Customer[] {
  const column = (key: string) => subscriptions.map((row) => row[key] ?? null) as never[];
  const [names, amounts] = [column("account"), column("annualAmount")];
  return customersOf(names, amounts, column("starts"), column("ends"), "included");
}
