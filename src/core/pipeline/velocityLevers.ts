import { refuse } from "../refusal/refusal.js";
import { salesVelocity } from "./velocity.js";

interface VelocityLever {
  readonly lever: string;
  /** The lever's figure now and improved; undefined on the rows that stand for no single lever. */
  readonly now: number | undefined;
  readonly improved: number | undefined;
  readonly velocity: number;
  readonly gainPerDay: number;
  /** Undefined where the velocity now is 0, of which nothing is a share. */
  readonly gain: number | undefined;
}

/**
 * What improving each lever by the same share does to sales velocity, one at a time and then all four together. A
 * cycle improves by growing shorter, so 10% on it yields 11%. A win rate cannot pass 100% and stops there.
 */
export function velocityLevers(
  opportunities: number,
  winRate: number,
  averageDealSize: number,
  cycleDays: number,
  improvement: number,
): VelocityLever[] {
  if (!(improvement < 1)) {
    refuse("improvement", "is 100%, which would leave a cycle of 0 days; give less, such as 10%.");
  }
  const base = [opportunities, winRate, averageDealSize, cycleDays] as const;
  const better = [
    opportunities * (1 + improvement),
    Math.min(1, winRate * (1 + improvement)),
    averageDealSize * (1 + improvement),
    cycleDays * (1 - improvement),
  ] as const;
  const velocityNow = salesVelocity(...base);
  const row = (lever: string, at: number | "none" | "all"): VelocityLever => {
    const use = (index: 0 | 1 | 2 | 3) => (at === "all" || at === index ? better : base)[index];
    const velocity = salesVelocity(use(0), use(1), use(2), use(3));
    return {
      lever,
      now: typeof at === "number" ? base[at] : undefined,
      improved: typeof at === "number" ? better[at] : undefined,
      velocity,
      gainPerDay: velocity - velocityNow,
      gain: velocityNow === 0 ? undefined : velocity / velocityNow - 1,
    };
  };
  return [
    row("Now", "none"),
    row("More opportunities", 0),
    row("Higher win rate", 1),
    row("Larger deals", 2),
    row("Shorter cycle", 3),
    row("All four", "all"),
  ];
}
