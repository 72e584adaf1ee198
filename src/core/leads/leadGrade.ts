import { refuse } from "../refusal/refusal.js";
import { BEHAVIOURAL_CAP, FIRMOGRAPHIC_CAP } from "./signal.js";

/** Thresholds of the RevOps Engine playbook, phase 3. */
export const MQL_FROM = 50;
export const HOT_FROM = 75;

/** Firmographic points from which a lead fits as A, B or C: quarters of the 40 that a perfect fit brings. */
const FITS = [
  ["A", (FIRMOGRAPHIC_CAP * 3) / 4],
  ["B", FIRMOGRAPHIC_CAP / 2],
  ["C", FIRMOGRAPHIC_CAP / 4],
  ["D", Number.NEGATIVE_INFINITY],
] as const;

export const fitGrade = (firmographicPoints: number): string =>
  (FITS.find(([, from]) => firmographicPoints >= from) ?? FITS[3])[0];

/**
 * What a lead's score makes of it: Hot lead, MQL, Nurture, or Disqualified where the negative points outweigh all
 * others. Where the firmographic points are given, the fit stands behind it: "MQL, fit B".
 */
export function leadGrade(score: number, mqlFrom: number, hotFrom: number, fitPoints?: number): string {
  if (hotFrom < mqlFrom) refuse("hot_from", `is ${hotFrom}, below mql_from (${mqlFrom}); swap the two.`);
  const most = BEHAVIOURAL_CAP + FIRMOGRAPHIC_CAP;
  if (score > most) refuse("score", `is ${score}, above ${most}; give a lead score of at most ${most}.`);
  const grade =
    score >= hotFrom ? "Hot lead" : score >= mqlFrom ? "MQL" : score >= 0 ? "Nurture" : "Disqualified";
  return fitPoints === undefined ? grade : `${grade}, fit ${fitGrade(fitPoints)}`;
}
