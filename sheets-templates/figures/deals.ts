import { within } from "./period.js";

/** Figures of the Opportunities tab as native formulas. Extra conditions begin with a comma: `,{Opportunities.owner},…`. */

const amount = "{Opportunities.amount}";
const outcome = (word: "Open" | "Won" | "Lost") => `{Opportunities.outcome},"${word}"`;

export const openDeals = (extra = ""): string => `COUNTIFS(${outcome("Open")}${extra})`;
export const openAmount = (extra = ""): string => `SUMIFS(${amount},${outcome("Open")}${extra})`;

const closedWithin = (word: "Won" | "Lost", from: string, to: string, extra: string) =>
  `${outcome(word)},${within("Opportunities.closed", from, to)}${extra}`;

export const wonDeals = (from: string, to: string, extra = ""): string =>
  `COUNTIFS(${closedWithin("Won", from, to, extra)})`;
export const lostDeals = (from: string, to: string, extra = ""): string =>
  `COUNTIFS(${closedWithin("Lost", from, to, extra)})`;
export const wonAmount = (from: string, to: string, extra = ""): string =>
  `SUMIFS(${amount},${closedWithin("Won", from, to, extra)})`;

export const createdDeals = (from: string, to: string, extra = ""): string =>
  `COUNTIFS(${within("Opportunities.created", from, to)}${extra})`;
export const createdAmount = (from: string, to: string, extra = ""): string =>
  `SUMIFS(${amount},${within("Opportunities.created", from, to)}${extra})`;

/** Open deals due up to a day, for coverage of what is still to win by then. */
export const dueAmount = (to: string, extra = ""): string =>
  `SUMIFS(${amount},${outcome("Open")},{Opportunities.expectedClose},"<"&${to}+1${extra})`;

/** Amount × probability, deal by deal; a deal that lacks one of them adds nothing. */
export const weightedAmount = (condition = ""): string =>
  `SUMPRODUCT(({Opportunities.outcome}="Open")${condition}*${amount}*{Opportunities.probability})`;
