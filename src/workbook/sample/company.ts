/**
 * The sample company: mid-sized, selling subscriptions to three segments with twelve account executives. Its
 * figures are chosen so that the reviews have something to say: reps differ, one has left, two are still ramping.
 */

/** Its name in Settings tells that a workbook is the sample's. */
export const SAMPLE_COMPANY = "Lanternfold";

export type SegmentName = "SMB" | "Mid-Market" | "Enterprise";

export interface Segment {
  /** The median new deal, and the spread of the logarithm around it. */
  readonly amount: number;
  readonly spread: number;
  /** Median days from created to won. */
  readonly cycleDays: number;
  /** Quota of one rep relative to an SMB rep's. */
  readonly quotaWeight: number;
  readonly products: readonly string[];
}

export const SEGMENTS: Readonly<Record<SegmentName, Segment>> = {
  SMB: { amount: 9000, spread: 0.45, cycleDays: 40, quotaWeight: 1, products: ["Core", "Core", "Insights"] },
  "Mid-Market": {
    amount: 29_000,
    spread: 0.5,
    cycleDays: 66,
    quotaWeight: 2,
    products: ["Core", "Insights", "Automate"],
  },
  Enterprise: {
    amount: 92_000,
    spread: 0.55,
    cycleDays: 105,
    quotaWeight: 3,
    products: ["Insights", "Automate", "Suite"],
  },
};

export interface Stage {
  readonly stage: string;
  readonly probability: number;
  readonly forecastCategory: string;
}

/** The five open stages in order, then the two closed ones; categories follow the probability bands. */
export const STAGES: readonly Stage[] = [
  { stage: "Discovery", probability: 0.1, forecastCategory: "Upside" },
  { stage: "Qualification", probability: 0.2, forecastCategory: "Pipeline" },
  { stage: "Demo", probability: 0.4, forecastCategory: "Pipeline" },
  { stage: "Proposal", probability: 0.6, forecastCategory: "Best Case" },
  { stage: "Negotiation", probability: 0.9, forecastCategory: "Commit" },
  { stage: "Closed Won", probability: 1, forecastCategory: "Commit" },
  { stage: "Closed Lost", probability: 0, forecastCategory: "Omitted" },
];

/** Where deals come from, how often, and how much better or worse than average they close. */
export const SOURCES = [
  { source: "Inbound", weight: 30, factor: 1.15 },
  { source: "Outbound", weight: 32, factor: 0.75 },
  { source: "Referral", weight: 11, factor: 1.45 },
  { source: "Partner", weight: 12, factor: 1.2 },
  { source: "Event", weight: 9, factor: 0.8 },
  { source: "Webinar", weight: 6, factor: 0.85 },
] as const;

export interface Person {
  readonly rep: string;
  readonly role: string;
  readonly segment: SegmentName;
  readonly manager: string;
  /** Days before `asOf` on which the rep was hired. */
  readonly hired: number;
  /** Days before `asOf` on which the rep left. */
  readonly left?: number;
  /** Share of the deals, and win rate relative to the company's. */
  readonly volume: number;
  readonly skill: number;
}

function team(
  segment: SegmentName,
  manager: string,
  ...members: readonly (readonly [string, string, number, number, number, number?])[]
): Person[] {
  return members.map(([rep, role, hired, volume, skill, left]) => ({
    rep,
    role,
    segment,
    manager,
    hired,
    volume,
    skill,
    ...(left === undefined ? {} : { left }),
  }));
}

const AE = "Account Executive";

/** Hired less than half a year ago means still ramping: Yuki is in month 2, Jun-ho in month 4. */
export const PEOPLE: readonly Person[] = [
  ...team(
    "SMB",
    "Ingrid Solvang",
    ["Maya Okonjare", `Senior ${AE}`, 1420, 12, 1.25],
    ["Tomás Rivello", AE, 905, 12, 1],
    ["Priya Nandakar", AE, 640, 11, 1.1],
    ["Declan Farrowby", AE, 330, 12, 0.7],
    ["Yuki Tanemori", AE, 44, 9, 0.75],
  ),
  ...team(
    "Mid-Market",
    "Kwame Adjetey",
    ["Leila Haddanou", `Senior ${AE}`, 1180, 10, 1.3],
    ["Oskar Brandvik", AE, 770, 10, 0.9],
    ["Sofia Marchelli", `${AE} (left)`, 980, 10, 0.8, 81],
    ["Jun-ho Baekson", AE, 113, 8, 0.7],
  ),
  ...team(
    "Enterprise",
    "Nadia Petrovska",
    ["Amélie Garnotte", `Senior ${AE}`, 1530, 5, 1.05],
    ["Rafael Quintela", AE, 860, 5, 0.75],
    ["Chinedu Abaraka", AE, 410, 5, 0.8],
  ),
];
