/** Figures that look random and are not: the same row gives the same figure on every machine and at every size. */

/** Between 0 and 1. */
export function drawn(row: number, salt: number): number {
  let mixed = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** What stands in a row of a column. */
export type Draw = (row: number, rows: number) => unknown;

export const between =
  (salt: number, from: number, to: number): Draw =>
  (row) =>
    from + drawn(row, salt) * (to - from);

export const whole =
  (salt: number, from: number, to: number): Draw =>
  (row) =>
    Math.floor(from + drawn(row, salt) * (to - from + 1));

export const oneOf =
  (salt: number, ...values: readonly unknown[]): Draw =>
  (row) =>
    values[Math.floor(drawn(row, salt) * values.length)];

const DAY = 86_400_000;

/** A day so many days from the first one, as Google passes it: a Date. */
export const dayAt = (first: string, days: number): Date => new Date(Date.parse(first) + days * DAY);

export const dayWithin =
  (salt: number, first: string, days: number): Draw =>
  (row) =>
    dayAt(first, Math.floor(drawn(row, salt) * days));

/** A day in some rows, a blank in the others. */
export const dayOrBlank =
  (salt: number, share: number, first: string, days: number): Draw =>
  (row) =>
    drawn(row, salt + 1000) < share ? dayAt(first, Math.floor(drawn(row, salt) * days)) : "";
