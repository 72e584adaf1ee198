import fc from "fast-check";

/**
 * The same commit gives the same verdict: properties start from a fixed seed. `npm run explore` looks further, from a
 * seed that fast-check prints with whatever it finds.
 */
const asked = process.env.PROPERTY_SEED ?? "20261122";

/** A mutation run asks every property thousands of times: a part of the cases has to do each time. */
const share = Number(process.env.PROPERTY_SHARE ?? 1);

/** How many cases of a property to try, of as many as it takes to rely on it. */
export const cases = (wanted: number): number => Math.ceil(wanted * share);

fc.configureGlobal({ numRuns: cases(100), ...(asked === "any" ? {} : { seed: Number(asked) }) });
