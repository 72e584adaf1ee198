import type { Crm } from "./crms.js";

export interface KnownStage {
  readonly crm: Crm;
  readonly stage: string;
  /** HubSpot exports may hold the stage's internal name instead of its label. */
  readonly internalName?: string;
  readonly probability: number;
}

function stagesOf(
  crm: Crm,
  rows: readonly (readonly [stage: string, percent: number, internalName?: string])[],
) {
  return rows.map(([stage, percent, internalName]) => ({
    crm,
    stage,
    probability: percent / 100,
    ...(internalName === undefined ? {} : { internalName }),
  }));
}

/**
 * Stages as the CRMs deliver them, with the probabilities they come with: a start for Settings, never used behind the
 * user's back. Companies change them, and learnt ones are better.
 */
export const KNOWN_STAGES: readonly KnownStage[] = [
  // Salesforce: the standard Opportunity Stage picklist of a new org.
  ...stagesOf("Salesforce", [
    ["Prospecting", 10],
    ["Qualification", 10],
    ["Needs Analysis", 20],
    ["Value Proposition", 50],
    ["Id. Decision Makers", 60],
    ["Perception Analysis", 70],
    ["Proposal/Price Quote", 75],
    ["Negotiation/Review", 90],
    ["Closed Won", 100],
    ["Closed Lost", 0],
  ]),
  // HubSpot: the default Sales Pipeline of a new account.
  ...stagesOf("HubSpot", [
    ["Appointment Scheduled", 20, "appointmentscheduled"],
    ["Qualified To Buy", 40, "qualifiedtobuy"],
    ["Presentation Scheduled", 60, "presentationscheduled"],
    ["Decision Maker Bought-In", 80, "decisionmakerboughtin"],
    ["Contract Sent", 90, "contractsent"],
    ["Closed Won", 100, "closedwon"],
    ["Closed Lost", 0, "closedlost"],
  ]),
  // Zoho CRM: the Stage-Probability Mapping of a new account. Seen second-hand only; versions differ by a few points.
  ...stagesOf("Zoho", [
    ["Qualification", 10],
    ["Needs Analysis", 20],
    ["Value Proposition", 40],
    ["Identify Decision Makers", 50],
    ["Proposal/Price Quote", 75],
    ["Negotiation/Review", 90],
    ["Closed Won", 100],
    ["Closed Lost", 0],
    ["Closed-Lost to Competition", 0],
  ]),
];

/** The delivered probability of a stage in one CRM, or null. */
export function knownStageProbability(crm: Crm, stage: string): number | null {
  const key = stageKey(stage);
  const known = KNOWN_STAGES.find(
    (entry) => entry.crm === crm && (stageKey(entry.stage) === key || entry.internalName === key),
  );
  return known?.probability ?? null;
}

/** Stage names are compared without case and punctuation. */
export function stageKey(stage: string): string {
  return stage.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
