import type { DataRecord } from "../../workbook/columns.js";
import {
  categoryOfProbability,
  type ImportResult,
  isErrorWord,
  knownStageProbability,
  wonOrLost,
} from "../../workbook/import/index.js";

/** What an export of deals brings for the lists of Settings: stages, reps and loss reasons that they lack. */

/**
 * Open stages, likeliest to be won last, and below them the closed ones with what they mean. A stage counts as closed by
 * its name, or because all its deals ended alike, unless a status of its own says how a deal ended: in Pipedrive a lost
 * deal keeps its stage.
 */
export function newStages(result: ImportResult): DataRecord[] {
  const { crm, mapping } = result.recognised;
  const outcomes = new Map<unknown, Set<unknown>>();
  for (const { stage, outcome } of [...result.added, ...result.changed.map(({ after }) => after)]) {
    outcomes.set(stage ?? null, (outcomes.get(stage ?? null) ?? new Set()).add(outcome ?? "Open"));
  }
  const closedAs = (stage: string): string | null => {
    const seen = [...(outcomes.get(stage) ?? [])];
    if (seen.length !== 1 || seen[0] === "Open") return null;
    return mapping.outcome === undefined || wonOrLost(stage) === seen[0] ? String(seen[0]) : null;
  };
  const missing = result.stagesSeen
    .filter(({ name }) => !isErrorWord(name))
    .map(({ name, inSettings }) => ({
      name,
      inSettings,
      kind: closedAs(name),
    }));
  const open = missing
    .filter(({ name, inSettings }) => !inSettings && outcomes.get(name)?.has("Open"))
    .map(({ name }) => {
      const probability = knownStageProbability(crm, name);
      return { stage: name, probability, category: categoryOfProbability(probability), kind: null };
    })
    .sort((one, other) => (one.probability ?? 2) - (other.probability ?? 2));
  const closed = missing
    .filter(({ inSettings, kind }) => !inSettings && kind !== null)
    .map(({ name, kind }) => ({ stage: name, probability: kind === "Won" ? 1 : 0, category: null, kind }))
    .sort((one, other) => other.probability - one.probability);
  return [...open, ...closed];
}

export function newReps(result: ImportResult, listed: readonly DataRecord[]): DataRecord[] {
  return namesMissing(
    result.ownersSeen.map(({ name }) => name),
    listed,
    "rep",
  );
}

/** Reasons of deals that were lost; other deals may hold anything in that column. */
export function newLossReasons(result: ImportResult, listed: readonly DataRecord[]): DataRecord[] {
  const lost = [...result.added, ...result.changed.map(({ after }) => after)].filter(
    ({ outcome }) => outcome === "Lost",
  );
  return namesMissing(
    lost.map(({ lossReason }) => String(lossReason ?? "").trim()),
    listed,
    "reason",
  );
}

function namesMissing(names: readonly string[], listed: readonly DataRecord[], column: string): DataRecord[] {
  const known = new Set(listed.map((row) => String(row[column] ?? "").toLowerCase()));
  const missing = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (name !== "" && !isErrorWord(name) && !known.has(key) && !missing.has(key)) missing.set(key, name);
  }
  return [...missing.values()]
    .sort((one, other) => one.localeCompare(other))
    .map((name) => ({ [column]: name }));
}
