/**
 * Several people may score the same round. A round's scores are the means of its assessors', and their spread says where
 * they see things differently.
 */

export interface AssessmentEntry {
  /** As 2026-01-31. */
  readonly date: string;
  readonly round: string;
  readonly assessor: string;
  readonly scores: readonly number[];
}

export interface AssessmentRound<Entry extends AssessmentEntry = AssessmentEntry> {
  readonly name: string;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly entries: readonly Entry[];
  /** Mean of each score. */
  readonly scores: readonly number[];
  /** Lowest and highest score of each question. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

/** Upper and lower case make no other round: a spreadsheet's formulas compare names so, too. */
export const roundKey = (name: string): string => name.trim().toLowerCase();

/** The entries, oldest first, as rounds in the order of their newest entry. */
export function roundsOf<Entry extends AssessmentEntry>(entries: readonly Entry[]): AssessmentRound<Entry>[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = roundKey(entry.round);
    const group = [...(groups.get(key) ?? []), entry];
    // Set anew, a key moves to the end of the map.
    groups.delete(key);
    groups.set(key, group);
  }
  return [...groups.values()].map(roundOf);
}

function roundOf<Entry extends AssessmentEntry>(entries: readonly Entry[]): AssessmentRound<Entry> {
  const dates = entries.map(({ date }) => date).sort();
  const questions = (entries[0] as Entry).scores.map((_, question) =>
    entries.map(({ scores }) => scores[question] as number),
  );
  return {
    name: (entries[entries.length - 1] as Entry).round,
    firstDate: dates[0] as string,
    lastDate: dates[dates.length - 1] as string,
    entries,
    scores: questions.map((scores) => scores.reduce((sum, score) => sum + score, 0) / scores.length),
    lowest: questions.map((scores) => Math.min(...scores)),
    highest: questions.map((scores) => Math.max(...scores)),
  };
}
