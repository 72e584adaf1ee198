/** The eight letters in their order. */
export const MEDDPICC_LETTERS = [
  "Metrics",
  "Economic buyer",
  "Decision criteria",
  "Decision process",
  "Paper process",
  "Identified pain",
  "Champion",
  "Competition",
] as const;

export interface Meddpicc {
  /** 0 to 16. */
  readonly total: number;
  /** Of the 16 points. */
  readonly share: number;
  /** Every letter short of 2 points; half known and unscored ones are told apart. */
  readonly gaps: readonly string[];
}

/** How well a deal is qualified: each letter 0 (unknown), 1 (partly) or 2 (confirmed). An unscored one earns nothing. */
export function meddpicc(scores: readonly (0 | 1 | 2 | null)[]): Meddpicc {
  let total = 0;
  const gaps: string[] = [];
  MEDDPICC_LETTERS.forEach((letter, index) => {
    const score = scores[index] ?? null;
    total += score ?? 0;
    if (score !== 2)
      gaps.push(score === 1 ? `${letter} (partly)` : score === 0 ? letter : `${letter} (blank)`);
  });
  return { total, share: total / (2 * MEDDPICC_LETTERS.length), gaps };
}
