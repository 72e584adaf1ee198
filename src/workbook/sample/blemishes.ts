import { dayAndMonth, isWorkday, workday } from "./calendar.js";
import { STAGES } from "./company.js";
import type { Deal } from "./deal.js";
import type { Dice } from "./random.js";
import { buyers, nextSteps } from "./words.js";

/** The workdays of the seven days that end with `asOf`: what a weekly review calls this week. */
export function lastWeek(asOf: number): number[] {
  return [6, 5, 4, 3, 2, 1, 0].map((back) => asOf - back).filter(isWorkday);
}

/**
 * What real exports look like: neglected deals, dates gone by, blanks, words in the wrong case, one account
 * twice. Each fault hits a fixed share of the deals, so that every check and report has something to find.
 */
export function blemish(dice: Dice, asOf: number, deals: readonly Deal[]): void {
  const stageIndex = (name: string) => STAGES.findIndex(({ stage }) => stage === name);
  const open = deals.filter(({ outcome }) => outcome === "Open");
  const lost = deals.filter(({ outcome }) => outcome === "Lost");
  const early = open.filter(({ stage }) => stageIndex(stage) < 2);
  const old = open.filter(({ created }) => asOf - created > 30);
  const steps = nextSteps();
  const names = buyers();

  // Neglect: the rep has not touched the deal for weeks.
  for (const deal of dice.some(old, 0.22)) {
    deal.lastActivity = Math.max(deal.created, workday(asOf - dice.between(15, 75)));
  }
  // Overdue: the expected close has passed and nobody has moved it, longest ago on the oldest deals.
  const overdue = dice.some(old, 0.13).sort((a, b) => a.created - b.created);
  overdue.forEach((deal, index) => {
    const daysAgo = [66, 43, 33, 21, 13, 6, 2][Math.floor((index * 7) / overdue.length)] as number;
    deal.expectedClose = Math.max(deal.created + 9, workday(asOf - daysAgo - dice.between(0, 8)));
    deal.previousClose = deal.closeMoved = null;
    if (asOf - deal.expectedClose > 60) deal.forecastCategory = "Omitted";
  });
  // Moved this week: mostly pushed, sometimes pulled in.
  const due = old.filter((deal) => deal.expectedClose > asOf + 9);
  dice.some(due, Math.min(1, 8 / due.length)).forEach((deal, index) => {
    const day = dice.pick(lastWeek(asOf));
    deal.closeMoved = day;
    deal.previousClose = workday(index < 2 ? deal.expectedClose + 21 : day + dice.between(0, 8));
  });
  // A next step is dated a few days after the last activity, so the steps of neglected deals are out of date.
  for (const deal of open) {
    const day = workday((deal.lastActivity ?? asOf) + dice.between(5, 16));
    const step = dice.pick(steps[stageIndex(deal.stage)] as string[]);
    const [name, date] = [dice.pick(names), dayAndMonth(day)];
    deal.nextStep = step.replace("@", name).replace("#", date);
  }
  // Judgement: a rep is less sure than the stage says.
  for (const deal of dice.some(open, 0.07)) {
    deal.probability = Math.max(5, Math.round(deal.probability * 100) - 15) / 100;
    if (deal.forecastCategory !== "Omitted") {
      deal.forecastCategory = { 0.75: "Best Case", 0.05: "Upside" }[deal.probability] ?? "Pipeline";
    }
  }

  for (const deal of dice.some(early, 0.08)) deal.amount = null;
  for (const deal of dice.some(lost, 0.015)) deal.amount = null;
  for (const deal of dice.some(open, 0.1)) deal.nextStep = null;
  for (const deal of dice.some(open, 0.03)) deal.lastActivity = null;
  for (const deal of dice.some(lost, 0.07)) deal.lossReason = null;
  for (const deal of dice.some(deals, 0.05)) deal.contacts = null;
  for (const deal of dice.some(deals, 0.05)) {
    const source = deal.source as string;
    deal.source = dice.chance(0.7) ? source.toLowerCase() : source.toUpperCase();
  }
  for (const deal of dice.some(deals, 0.02)) deal.source = null;

  // One company under two spellings, each with an open deal of another rep.
  const first = dice.pick(open);
  const second = dice.pick(
    open.filter(({ segment, owner, type }) => {
      return segment === first.segment && owner !== first.owner && type !== "Expansion";
    }),
  );
  const spelling = `${first.account}, Inc.`;
  second.name = second.name.replace(second.account, spelling);
  second.account = spelling;
}
