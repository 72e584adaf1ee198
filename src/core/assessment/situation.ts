import { EARLY_STAGES, type IntakeAnswers, NO_TOOL, PLG_MODEL } from "./intake.js";
import type { MaturityDimension } from "./maturityModel.js";

/**
 * Advice that follows from what a company is rather than from how it scores: the playbook's edge cases, and what the
 * intake says of team and tools.
 */

export interface Situation {
  /** As in Settings: Standard, Pre-$1M ARR, PLG, Usage-based, Multi-product, International or Post-merger. */
  readonly businessCase: string;
  readonly intake: IntakeAnswers;
}

export interface SituationStep {
  readonly step: string;
  /** What the step follows from. */
  readonly because: string;
}

type DimensionKey = MaturityDimension["key"];
interface Advice {
  readonly dimension: DimensionKey;
  readonly step: string;
}

const on = (dimension: DimensionKey, step: string): Advice => ({ dimension, step });

/** RevOps Engine playbook, edge cases. */
export const CASE_ADVICE: Readonly<Record<string, readonly Advice[]>> = {
  "Pre-$1M ARR": [
    on("process", "Leave territories and elaborate pay plans for later; define the funnel first."),
    on("data", "Keep the CRM clean by hand and track the pipeline simply: at this size that is enough."),
    on("enablement", "Let one person carry RevOps part-time, the founder or the first operations hire."),
  ],
  PLG: [
    on("alignment", "Define the PQL in place of the MQL, and get sales and product to sign it."),
    on("technology", "Score leads by what they do in the product, not by what they read."),
    on("analytics", "Follow activation, time to value and conversion from free beside the sales figures."),
  ],
  "Usage-based": [
    on("data", "Record a deal as its expected yearly usage, since no contract fixes the amount."),
    on("analytics", "Forecast from trailing usage and its growth, and follow net dollar expansion apart."),
  ],
  "Multi-product": [
    on("data", "Count a customer's ARR once where several products share it."),
    on("process", "Keep cross-sell pipeline apart from new business."),
    on("analytics", "Report attribution by product line."),
  ],
  International: [
    on("process", "Cut territories by language, time zone and currency."),
    on("analytics", "Compare pipeline and conversion with benchmarks of the same region."),
    on("technology", "Check each tool against local rules, such as GDPR and where data may be stored."),
  ],
  "Post-merger": [
    on("technology", "Audit both CRMs, choose one, and move the other over quickly."),
    on("alignment", "Reconcile the definitions of both companies: their SQL is not your SQL."),
    on("data", "Plan for three to six months of poorer data, and say so on every report."),
  ],
};

/** What a business case asks for; nothing for a word of Settings that names none. */
export const adviceFor = (businessCase: string): readonly Advice[] =>
  Object.entries(CASE_ADVICE).find(([name]) => name === businessCase)?.[1] ?? [];

/** From here on a dimension no longer waits for what the situation asks. */
const SETTLED = 5;

/** The business cases that apply: the one in Settings, and those that the intake tells of. */
export function businessCases({ businessCase, intake }: Situation): readonly string[] {
  const early = (EARLY_STAGES as readonly unknown[]).includes(intake.companyStage);
  const cases = [
    businessCase,
    ...(early ? ["Pre-$1M ARR"] : []),
    ...(intake.model === PLG_MODEL ? ["PLG"] : []),
  ];
  return [...new Set(cases)].filter((name) => adviceFor(name).length > 0);
}

const hasNone = (answer: string | number | undefined): boolean =>
  typeof answer === "string" && answer.toLowerCase() === NO_TOOL;

/** What a dimension of this score needs because of the situation; nothing for one that is settled. */
export function situationSteps(
  dimension: DimensionKey,
  score: number,
  situation: Situation,
): readonly SituationStep[] {
  if (score >= SETTLED) return [];
  const { intake } = situation;
  const steps = businessCases(situation).flatMap((name) =>
    adviceFor(name)
      .filter((advice) => advice.dimension === dimension)
      .map(({ step }) => ({ step, because: name })),
  );
  if (dimension === "data" && hasNone(intake.crm)) {
    steps.unshift({
      step: "Choose a CRM before anything else and put every open deal in it.",
      because: "no CRM",
    });
  }
  if (dimension === "technology" && hasNone(intake.billing)) {
    steps.push({
      step: "Bring invoices into one billing tool, so that retention can be counted.",
      because: "no billing tool",
    });
  }
  if (dimension === "process" && intake.revopsTeam === 0) {
    steps.push({
      step: "Name one person who owns revenue operations, if only part-time.",
      because: "no RevOps team",
    });
  }
  return steps;
}
