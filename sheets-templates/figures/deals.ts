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

const known = '{Opportunities.amount},">-1E+99"';
const dated = '{Opportunities.created},">0"';

/** Won ÷ (won + lost) of the deals closed in the period; "" where none was. */
export function winRate(from: string, to: string, extra = ""): string {
  const [won, lost] = [wonDeals(from, to, extra), lostDeals(from, to, extra)];
  return `IF(${won}+${lost}=0,"",${won}/(${won}+${lost}))`;
}

/** Mean amount of the deals won in the period; those without amount are not in it. */
export const averageWon = (from: string, to: string, extra = ""): string =>
  `IFERROR(${wonAmount(from, to, extra)}/${wonDeals(from, to, `,${known}${extra}`)},"")`;

/** Mean days from created to won of the deals won in the period; those without created date are not in it. */
export function wonCycleDays(from: string, to: string, extra = ""): string {
  const conditions = closedWithin("Won", from, to, `,${dated}${extra}`);
  const total = (column: string) => `SUMIFS({Opportunities.${column}},${conditions})`;
  return `IFERROR((${total("closed")}-${total("created")})/COUNTIFS(${conditions}),"")`;
}
