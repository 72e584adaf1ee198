import type { Outcome } from "../opportunities.js";
import { Fault } from "./fault.js";

/** What an export says about how a deal ended; null where it says nothing. */
export interface OutcomeSigns {
  readonly status: string;
  readonly isClosed: boolean | null;
  readonly isWon: boolean | null;
  readonly isLost: boolean | null;
  readonly wonTime: number | null;
  readonly lostTime: number | null;
  readonly stage: string;
  /** The stage's probability in Settings: a stage at 100% is a won one whatever its name. */
  readonly stageProbability: number | null;
}

const OPEN_WORDS = new Set([
  "open",
  "active",
  "in progress",
  "inprogress",
  "ongoing",
  "pending",
  "new",
  "working",
]);

/** Won, Lost, Open or Deleted from a status cell; null for a word that says none of them. */
export function statusOutcome(status: string): Outcome | "Deleted" | null {
  const word = status.trim().toLowerCase();
  if (word === "") return null;
  if (word === "deleted") return "Deleted";
  if (OPEN_WORDS.has(word)) return "Open";
  if (word === "canceled" || word === "cancelled" || word === "abandoned") return "Lost";
  return wonOrLost(status);
}

/** Won or Lost when a stage's name says so: "Closed Won", "closedwon", "9 - Lost to competition". */
export function wonOrLost(words: string): "Won" | "Lost" | null {
  const tokens = words
    .toLowerCase()
    .replace(/\b(?:not|to be|won['’]t)\b/g, " not ")
    .split(/[^\p{L}]+/u);
  if (tokens.includes("lost") || tokens.includes("closedlost")) return "Lost";
  if (tokens.includes("not")) return null;
  return tokens.includes("won") || tokens.includes("closedwon") ? "Won" : null;
}

/**
 * A status outranks flags, flags outrank the stage's name: in Pipedrive a lost deal keeps its stage, and in Salesforce
 * a stage may be closed under any name. A Fault when a deal is closed and nothing says how.
 */
export function decideOutcome(signs: OutcomeSigns): Outcome | Fault {
  const status = statusOutcome(signs.status);
  if (status !== null && status !== "Deleted") return status;
  if (signs.isWon === true) return "Won";
  if (signs.isLost === true) return "Lost";
  if (signs.isClosed === false) return "Open";
  const named = wonOrLost(signs.stage);
  if (signs.isClosed === true) {
    if (signs.isWon === false) return "Lost";
    if (signs.isLost === false) return "Won";
  }
  if (named !== null) return named;
  if (signs.wonTime !== null && signs.lostTime === null) return "Won";
  if (signs.lostTime !== null && signs.wonTime === null) return "Lost";
  if (signs.stageProbability === 1) return "Won";
  if (signs.isClosed === true) {
    return new Fault("is closed and nothing says whether it was won; add the CRM's Won column to the export");
  }
  return "Open";
}
