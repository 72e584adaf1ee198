/**
 * Functions that may grow faster than n log n in rows, each with the reason. n log n fitted from 1,000 to 100,000 rows
 * is 1.11; memory that no longer fits the processor's cache adds to it.
 */
export const MOST_EXPONENT = 1.3;

export const GROWS_FASTER: Readonly<Record<string, string>> = {};
