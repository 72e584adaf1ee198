import { daysBetween } from "../dates/days.js";
import { counted } from "./counted.js";

/** What the risk rules look at; null where the cell is blank. Dates are serial days. */
export interface RiskFacts {
  readonly amount: number | null;
  readonly created: number | null;
  readonly expectedClose: number | null;
  readonly previousClose: number | null;
  readonly lastActivity: number | null;
  readonly stageSince: number | null;
  readonly nextStep: string | null;
  readonly contacts: number | null;
}
export type RiskSignal = keyof RiskFacts;

type RiskLevel = "High" | "Medium" | "Low";

export interface DealRisk {
  readonly level: RiskLevel;
  readonly points: number;
  readonly reasons: readonly string[];
  /** What a manager should ask first: it goes with the gravest finding. */
  readonly question: string;
}

interface Finding {
  readonly points: number;
  readonly reason: string;
}

interface RiskRule {
  /** The column it reads. Where nobody fills that column, the rule is not held against a deal. */
  readonly needs: RiskSignal;
  /** What a manager asks the rep about such a finding. */
  readonly question: string;
  readonly find: (facts: RiskFacts, asOf: number) => Finding | undefined;
}

const HIGH_RISK_POINTS = 4;
const MEDIUM_RISK_POINTS = 2;

/** Days without activity from which a deal is stale: RevOps Engine playbook, phase 2. */
const IDLE_DAYS = 14;
/** Contacts from which a deal counts as multi-threaded: RevOps Engine playbook, phase 13. */
const ENOUGH_CONTACTS = 3;
/** A month in one stage is worth a question; 90 days is when a deal should have advanced or closed (guide, section 1). */
const LONG_IN_STAGE_DAYS = 30;
const TOO_LONG_IN_STAGE_DAYS = 90;

/** Asked of a deal that nothing speaks against. */
const OPEN_QUESTION = "What could still stop it, and how would we know?";

const days = (count: number): string => counted(count, "day", "days");

/**
 * The rules in the order in which their reasons are told. Each finds one thing at most, so that its points are
 * counted once. The bounds are those of the playbook; the points are ours, set so that one grave finding (60 days
 * overdue) makes a medium risk and two findings of weight make a high one.
 */
const RISK_RULES: readonly RiskRule[] = [
  {
    needs: "expectedClose",
    question: "What has to happen before they sign, and on which day?",
    find: ({ expectedClose }, asOf) => {
      if (expectedClose === null) return { points: 2, reason: "No expected close" };
      const past = daysBetween(expectedClose, asOf);
      if (past <= 0) return undefined;
      return { points: past >= 60 ? 3 : past >= 30 ? 2 : 1, reason: `${days(past)} past expected close` };
    },
  },
  {
    needs: "lastActivity",
    question: "When did the buyer last do something, and what?",
    find: ({ lastActivity }, asOf) => {
      if (lastActivity === null) return { points: 2, reason: "No activity recorded" };
      const idle = daysBetween(lastActivity, asOf);
      return idle >= IDLE_DAYS ? { points: 2, reason: `No activity for ${days(idle)}` } : undefined;
    },
  },
  {
    needs: "nextStep",
    question: "What is the next step, who takes it, and when?",
    find: ({ nextStep }) => (nextStep === null ? { points: 1, reason: "No next step" } : undefined),
  },
  {
    needs: "amount",
    question: "What is it worth to them, and what will they pay?",
    find: ({ amount }) => (amount === null ? { points: 1, reason: "No amount" } : undefined),
  },
  {
    needs: "contacts",
    question: "Who else decides, and when do we meet them?",
    find: ({ contacts }) => {
      if (contacts === null) return { points: 1, reason: "No contact recorded" };
      if (contacts >= ENOUGH_CONTACTS) return undefined;
      return { points: 1, reason: `Only ${counted(contacts, "contact", "contacts")} engaged` };
    },
  },
  {
    needs: "previousClose",
    question: "Why did the date move, and why does the new one hold?",
    find: ({ previousClose, expectedClose }) => {
      if (previousClose === null || expectedClose === null) return undefined;
      const pushed = daysBetween(previousClose, expectedClose);
      return pushed > 0 ? { points: 1, reason: `Close date pushed by ${days(pushed)}` } : undefined;
    },
  },
  {
    needs: "stageSince",
    question: "What keeps it in this stage, and should it go back or out?",
    find: ({ stageSince }, asOf) => {
      if (stageSince === null) return undefined;
      const unchanged = daysBetween(stageSince, asOf);
      if (unchanged < LONG_IN_STAGE_DAYS) return undefined;
      return {
        points: unchanged >= TOO_LONG_IN_STAGE_DAYS ? 2 : 1,
        reason: `${days(unchanged)} in the same stage`,
      };
    },
  },
];

/** The signals that at least one deal has a value for. */
export function usedSignals(deals: readonly RiskFacts[]): ReadonlySet<RiskSignal> {
  const used = new Set<RiskSignal>();
  for (const { needs } of RISK_RULES) {
    if (deals.some((deal) => deal[needs] !== null)) used.add(needs);
  }
  return used;
}

/** How likely a deal is to slip or be lost, with the reasons in words. */
export function dealRisk(facts: RiskFacts, asOf: number, used: ReadonlySet<RiskSignal>): DealRisk {
  let points = 0;
  const reasons: string[] = [];
  let gravest = { points: 0, question: OPEN_QUESTION };
  for (const { needs, find, question } of RISK_RULES) {
    if (!used.has(needs)) continue;
    const finding = find(facts, asOf);
    if (!finding) continue;
    points += finding.points;
    reasons.push(finding.reason);
    if (finding.points > gravest.points) gravest = { points: finding.points, question };
  }
  const level = points >= HIGH_RISK_POINTS ? "High" : points >= MEDIUM_RISK_POINTS ? "Medium" : "Low";
  return { level, points, reasons, question: gravest.question };
}

const size = ({ amount }: RiskFacts): number => amount ?? Number.NEGATIVE_INFINITY;
const birth = ({ created }: RiskFacts): number => created ?? Number.POSITIVE_INFINITY;

/** Largest amount first, deals without an amount last; among equals the oldest first. */
export function byReviewOrder(one: RiskFacts, other: RiskFacts): number {
  return size(other) - size(one) || birth(one) - birth(other);
}
