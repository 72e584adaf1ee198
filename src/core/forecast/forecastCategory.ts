import { refuse } from "../refusal/refusal.js";

/** RevOps Engine playbook, phase 4: the confidence from which a deal belongs to a category, surest first. */
const CATEGORY_BOUNDS = [
  { category: "Commit", from: 0.9 },
  { category: "Best Case", from: 0.6 },
  { category: "Pipeline", from: 0.2 },
] as const;

/** Probabilities are often computed (0.7 + 0.2), so a hair below a bound still reaches it. */
const HAIR = 1e-9;

/**
 * The forecast category that a win probability stands for. A deal that is expected to close after the period ends
 * is omitted from it, however likely.
 */
export function forecastCategory(
  probability: number,
  expectedClose: number | undefined,
  periodEnd: number | undefined,
): "Commit" | "Best Case" | "Pipeline" | "Upside" | "Omitted" {
  if (expectedClose !== undefined) {
    const end =
      periodEnd ??
      refuse(
        "period_end",
        "is missing; give the last day of the period that expected_close is compared with.",
      );
    if (Math.floor(expectedClose) > Math.floor(end)) return "Omitted";
  }
  for (const { category, from } of CATEGORY_BOUNDS) if (probability >= from - HAIR) return category;
  return probability > 0 ? "Upside" : "Omitted";
}
