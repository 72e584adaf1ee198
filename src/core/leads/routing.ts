import { foldText, nameWords } from "../quality/foldName.js";
import { domainOf, isFreeMail } from "../quality/record.js";
import { refuse } from "../refusal/refusal.js";
import { MQL_FROM } from "./leadGrade.js";

/** What routing looks at; undefined where nothing is known. */
export interface RoutedLead {
  readonly account?: string | undefined;
  /** A web site or e-mail address of the company. */
  readonly address?: string | undefined;
  readonly employees?: number | undefined;
  readonly tier?: string | undefined;
  readonly score?: number | undefined;
}

export const QUEUES = ["enterprise", "midMarket", "smb", "nurture", "fallback"] as const;
export type Queue = (typeof QUEUES)[number];

export interface NamedAccount {
  /** The account's name or domain. */
  readonly account: string;
  readonly rep: string;
  /** Row in the user's range, from 1. */
  readonly row: number;
}

export interface Route {
  readonly queue: string;
  readonly rep: string;
  readonly rule: string;
  readonly sla: string;
}

/** The routing rules of the RevOps Engine playbook, phase 8. */
const ENTERPRISE_FROM = 500;
const MID_MARKET_FROM = 50;

const ROUTES: Readonly<Record<Queue, Omit<Route, "rep">>> = {
  enterprise: {
    queue: "Enterprise AEs",
    rule: `Enterprise: ${ENTERPRISE_FROM} employees or more, ICP tier A or B`,
    sla: "5 minutes",
  },
  midMarket: {
    queue: "Mid-market SDRs",
    rule: `Mid-market: ${MID_MARKET_FROM} to ${ENTERPRISE_FROM - 1} employees`,
    sla: "5 minutes",
  },
  smb: {
    queue: "SMB SDRs",
    rule: `SMB: below ${MID_MARKET_FROM} employees, score ${MQL_FROM} or more`,
    sla: "15 minutes",
  },
  nurture: { queue: "Nurture campaign", rule: `Low score: below ${MQL_FROM}`, sla: "Automated nurture" },
  fallback: { queue: "Marketing ops", rule: "No rule applies", sla: "30 minutes, then the manager" },
};

/** The queue that a person means by a word such as Enterprise, "Mid-market SDRs" or MM. */
export function queueOf(word: string): Queue | undefined {
  const bare = foldText(word).replace(/ /g, "");
  if (bare.startsWith("ent")) return "enterprise";
  if (bare.startsWith("mid") || bare.startsWith("mm")) return "midMarket";
  if (bare.startsWith("smb") || bare.startsWith("small")) return "smb";
  if (bare.startsWith("nurture") || bare.startsWith("low")) return "nurture";
  if (bare.startsWith("fallback") || bare.startsWith("marketing") || bare.startsWith("ops"))
    return "fallback";
  return undefined;
}

function queueFor({ employees, tier, score }: RoutedLead): Queue {
  if (employees !== undefined) {
    if (employees >= ENTERPRISE_FROM && /^(icp\s*)?(tier\s*)?[ab]$/i.test(tier?.trim() ?? ""))
      return "enterprise";
    if (employees >= MID_MARKET_FROM && employees < ENTERPRISE_FROM) return "midMarket";
    if (employees < MID_MARKET_FROM && score !== undefined && score >= MQL_FROM) return "smb";
  }
  return score !== undefined && score < MQL_FROM ? "nurture" : "fallback";
}

const keyOf = (account: string): string => nameWords(account).join("");

/**
 * Routes leads by the first rule that fits: named account, enterprise, mid-market, SMB, low score, else the fallback
 * queue. Within a queue the reps take turns in the order of the rows, so the same rows always give the same answer.
 */
export function routeLeads(
  leads: readonly RoutedLead[],
  reps: ReadonlyMap<Queue, readonly string[]>,
  namedAccounts: readonly NamedAccount[],
): Route[] {
  const named = new Map<string, string>();
  for (const { account, rep, row } of namedAccounts) {
    for (const key of new Set([keyOf(account), domainOf(account)])) {
      if (key === "") continue;
      const before = named.get(key);
      if (before !== undefined && before !== rep) {
        refuse(
          "named_accounts",
          `gives ${account.slice(0, 40)} to ${rep || "nobody"} as well; keep one.`,
          row,
        );
      }
      named.set(key, rep);
    }
  }
  const turns = new Map<Queue, number>();
  return leads.map((lead) => {
    const domain = domainOf(lead.address ?? "");
    const direct =
      named.get(keyOf(lead.account ?? "")) ?? (isFreeMail(domain) ? undefined : named.get(domain));
    if (direct !== undefined) {
      return { queue: "Assigned AE", rep: direct, rule: "Named account", sla: "Immediate" };
    }
    const queue = queueFor(lead);
    const turn = turns.get(queue) ?? 0;
    turns.set(queue, turn + 1);
    const own = reps.get(queue) ?? [];
    return { ...ROUTES[queue], rep: own[turn % own.length] ?? "" };
  });
}
