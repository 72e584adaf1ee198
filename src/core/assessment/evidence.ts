import { counted } from "../pipeline/counted.js";

/**
 * Scores that the workbook's own data speak for, each with its evidence. The assessor decides: a proposal is taken over by
 * hand, never by itself. Bounds are those of the rubric's criteria and levels.
 */

/** What was counted in the workbook; undefined where there is nothing to count. */
export interface WorkbookMeasures {
  readonly accounts?: { readonly compared: number; readonly surplus: number } | undefined;
  readonly openDeals?: { readonly deals: number; readonly complete: number } | undefined;
  readonly stages?: { readonly listed: number; readonly defined: number } | undefined;
  readonly targets?:
    | { readonly team: boolean; readonly reps: number; readonly withQuota: number }
    | undefined;
  readonly wonWithDates?: number | undefined;
  readonly forecast?:
    | { readonly periods: number; readonly mape: number; readonly leftOut: number }
    | undefined;
  readonly routing?:
    | { readonly leads: number; readonly inTime: number; readonly minutes: number }
    | undefined;
  readonly handoffs?: { readonly won: number; readonly documented: number } | undefined;
  readonly weeksWithSnapshot?: number | undefined;
}

export interface Proposal {
  /** Key of the rubric's criterion. */
  readonly key: string;
  /** null where nothing can be measured; `evidence` then says what is missing. */
  readonly score: number | null;
  readonly evidence: string;
}

/** Weeks that are looked back for snapshots. */
export const SNAPSHOT_WEEKS = 4;
/** Days that are looked back for won deals and their handoffs. */
export const HANDOFF_DAYS = 90;

/** From this share on nearly all are right; the rest are the exceptions that every CRM has. */
const NEARLY_ALL = 0.95;
const MOST = 0.8;
const HALF = 0.5;
/** RevOps Engine playbook: duplicates below 2%, MAPE below 15%, above 25% broken. */
const DUPLICATES_BELOW = 0.02;
const MAPE_BELOW = 0.15;
const MAPE_BROKEN = 0.25;

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
/** Shares of counts and errors add up only but for rounding. */
const HAIR = 1e-9;

export function proposals(measures: WorkbookMeasures): Proposal[] {
  return [
    duplicates(measures.accounts),
    required(measures.openDeals),
    stages(measures.stages),
    coverage(measures.targets),
    velocity(measures.wonWithDates),
    accuracy(measures.forecast),
    handoffs(measures.handoffs),
    routing(measures.routing),
    dashboard(measures.weeksWithSnapshot),
  ];
}

function duplicates(accounts: WorkbookMeasures["accounts"]): Proposal {
  const key = "fewDuplicates";
  if (!accounts || accounts.compared === 0) return nothing(key, "Accounts holds no rows to compare.");
  const share = accounts.surplus / accounts.compared;
  return {
    key,
    score: share < DUPLICATES_BELOW ? 2 : 1,
    evidence: `${accounts.surplus} of ${counted(accounts.compared, "account", "accounts")} can be merged into another: ${percent(share)}.`,
  };
}

function required(open: WorkbookMeasures["openDeals"]): Proposal {
  const key = "requiredFields";
  if (!open || open.deals === 0) return nothing(key, "Opportunities holds no open deals.");
  const share = open.complete / open.deals;
  return {
    key,
    score: open.complete === open.deals ? 2 : share > MOST + HAIR ? 1 : 0,
    evidence: `${open.complete} of ${counted(open.deals, "open deal", "open deals")} with amount, expected close, stage and next step: ${percent(share)}.`,
  };
}

function stages(found: WorkbookMeasures["stages"]): Proposal {
  const key = "stages";
  if (!found || found.listed === 0) return nothing(key, "Settings lists no open stages.");
  return {
    key,
    // Owner and exit of a stage stand nowhere in the workbook, so full marks are for the assessor to give.
    score: found.defined > 0 ? 1 : 0,
    evidence: `${found.defined} of ${counted(found.listed, "open stage", "open stages")} with a probability in Settings; owners and exits only you can judge.`,
  };
}

function coverage(targets: WorkbookMeasures["targets"]): Proposal {
  const key = "coverage";
  if (!targets) return nothing(key, "Settings has neither a target nor reps.");
  const { team, reps, withQuota } = targets;
  const all = reps > 0 && withQuota === reps;
  return {
    key,
    score: team && all ? 2 : team || withQuota > 0 ? 1 : 0,
    evidence: `${team ? "The team has a target this quarter" : "The team has no target this quarter"}; ${withQuota} of ${counted(reps, "rep", "reps")} with a quota.`,
  };
}

function velocity(won: number | undefined): Proposal {
  const key = "velocity";
  if (won === undefined || won === 0) {
    return nothing(key, "Opportunities holds no won deal with both dates and an amount.");
  }
  return {
    key,
    // That its levers are worked on no data can show.
    score: 1,
    evidence: `This workbook computes it from ${counted(won, "won deal", "won deals")}; whether its levers are worked on only you can judge.`,
  };
}

function accuracy(forecast: WorkbookMeasures["forecast"]): Proposal {
  const key = "accuracy";
  if (!forecast || forecast.periods === 0) {
    return nothing(key, "Forecasts holds no row with both forecast and actual.");
  }
  const { mape, periods, leftOut } = forecast;
  const without = leftOut > 0 ? ` ${counted(leftOut, "row", "rows")} with an actual of 0 left out.` : "";
  return {
    key,
    score: mape < MAPE_BELOW - HAIR ? 2 : mape <= MAPE_BROKEN + HAIR ? 1 : 0,
    evidence: `MAPE ${percent(mape)} over ${counted(periods, "forecast", "forecasts")}.${without}`,
  };
}

function handoffs(found: WorkbookMeasures["handoffs"]): Proposal {
  const key = "handoffs";
  if (!found || found.won === 0) return nothing(key, `No deal was won in the last ${HANDOFF_DAYS} days.`);
  const share = found.documented / found.won;
  return {
    key,
    score: share >= NEARLY_ALL - HAIR ? 2 : found.documented > 0 ? 1 : 0,
    evidence: `${found.documented} of ${counted(found.won, "deal", "deals")} won in ${HANDOFF_DAYS} days with a handoff document in Activities.`,
  };
}

function routing(found: WorkbookMeasures["routing"]): Proposal {
  const key = "routing";
  if (!found || found.leads === 0) return nothing(key, "Leads holds no row with a time under MQL at.");
  const share = found.inTime / found.leads;
  return {
    key,
    score: share >= NEARLY_ALL - HAIR ? 2 : share >= HALF - HAIR ? 1 : 0,
    evidence: `${found.inTime} of ${counted(found.leads, "MQL", "MQLs")} had an owner within ${found.minutes} minutes: ${percent(share)}.`,
  };
}

function dashboard(weeks: number | undefined): Proposal {
  const key = "dashboard";
  if (weeks === undefined) return nothing(key, "History holds no snapshot yet.");
  return {
    key,
    score: weeks >= SNAPSHOT_WEEKS ? 2 : weeks > 0 ? 1 : 0,
    evidence: `${weeks} of the last ${SNAPSHOT_WEEKS} weeks have a snapshot in History.`,
  };
}

const nothing = (key: string, evidence: string): Proposal => ({ key, score: null, evidence });
