export const BANT_CRITERIA = ["Budget", "Authority", "Need", "Timeline"] as const;

/** RevOps Engine playbook, phase 3: a lead is sales qualified from three of four. */
const QUALIFIED_FROM = 3;

export interface Bant {
  readonly score: number;
  readonly qualified: boolean;
  readonly missing: readonly string[];
}

/** How many of budget, authority, need and timeline are confirmed. One that nobody has answered is not confirmed. */
export function bant(confirmed: readonly (boolean | null)[]): Bant {
  const missing = BANT_CRITERIA.flatMap((criterion, index) => {
    const answer = confirmed[index] ?? null;
    return answer ? [] : [answer === null ? `${criterion} (blank)` : criterion];
  });
  const score = BANT_CRITERIA.length - missing.length;
  return { score, qualified: score >= QUALIFIED_FROM, missing };
}
