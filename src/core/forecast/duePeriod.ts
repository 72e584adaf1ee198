import type { PerDeal } from "../pipeline/outcome.js";
import { refuse } from "../refusal/refusal.js";

export type Due = "within" | "outside" | "undated";

/**
 * Whether a deal is expected to close in a period, both its days included. Without bounds every deal belongs to it;
 * with one, a deal without an expected close may or may not, and is counted as undated rather than guessed.
 */
export function duePeriod(
  expectedClose: PerDeal<number> | undefined,
  from: number | undefined,
  to: number | undefined,
): (deal: number) => Due {
  if (from === undefined && to === undefined) return () => "within";
  if (!expectedClose) {
    refuse("expected_close", "is missing; give the dates that from and to are compared with.");
  }
  if (from !== undefined && to !== undefined && Math.floor(from) > Math.floor(to)) {
    refuse("from", "lies after to; swap the two dates.");
  }
  return (deal) => {
    const day = expectedClose[deal] ?? null;
    if (day === null) return "undated";
    if (from !== undefined && Math.floor(day) < Math.floor(from)) return "outside";
    return to !== undefined && Math.floor(day) > Math.floor(to) ? "outside" : "within";
  };
}
