import { dayName } from "../dates/dayName.js";
import { daysBetween } from "../dates/days.js";
import {
  counted,
  leftOut,
  notThat,
  outcomeOf,
  type Quarter,
  type ReceiptDeal,
  type Verdict,
} from "./verdict.js";

/** Won revenue of a quarter: the amount of every deal won in it. */
export function wonRevenueReceipt(deal: ReceiptDeal, quarter: Quarter | undefined): Verdict {
  const { amount, closed } = deal;
  if (outcomeOf(deal) !== "Won") return notThat(deal);
  if (!quarter) return leftOut("Won, but the workbook has no as-of date");
  if (closed === null) return leftOut("Won, but has no closed date");
  const day = Math.floor(closed);
  if (day < quarter.from) return leftOut(`Won on ${dayName(day)}, before the quarter`);
  if (day > quarter.to) return leftOut(`Won on ${dayName(day)}, after the quarter`);
  if (amount === null) return leftOut(`Won on ${dayName(day)}, but has no amount`);
  return counted(amount, `Won on ${dayName(day)}`);
}

/** Won cycle: days from created to won; the figure is their median. */
export function wonCycleReceipt(deal: ReceiptDeal): Verdict {
  const { created, closed } = deal;
  if (outcomeOf(deal) !== "Won") return notThat(deal);
  if (created === null)
    return leftOut(closed === null ? "Won, but has neither date" : "Won, but has no created date");
  if (closed === null) return leftOut("Won, but has no closed date");
  const days = daysBetween(created, closed);
  if (days < 0) return leftOut("Won before it was created; correct one of the dates");
  return counted(days, `Created ${dayName(created)}, won ${dayName(closed)}`);
}
