import { refuse } from "../refusal/refusal.js";
import { DEFAULT_LEAD_MODEL } from "./defaultModel.js";
import { bareName, type Decay, type LeadModel, type Signal, type SignalGroup } from "./signal.js";

/** A cell as a model range may hold it. */
export type ModelCell = number | string | boolean | { readonly serial: number } | null;

const ARGUMENT = "model";

/** Which column holds what. A heading row may say so; without one the columns stand in this order. */
const COLUMNS = {
  signal: ["signal", "action", "signalname", "name"],
  group: ["group", "type", "category"],
  points: ["points", "score", "weight"],
  decay: ["decay"],
  threshold: ["threshold", "atleast", "minimum", "min", "count"],
} as const;
type Field = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as Field[];

const textOf = (cell: ModelCell | undefined): string =>
  typeof cell === "string" ? cell.trim() : typeof cell === "number" ? String(cell) : "";

function columnsOf(first: readonly ModelCell[]): { at: Map<Field, number>; headed: boolean } {
  const named = new Map<Field, number>();
  first.forEach((cell, index) => {
    const heading = bareName(textOf(cell));
    const field = FIELDS.find((one) => (COLUMNS[one] as readonly string[]).includes(heading));
    if (field && !named.has(field)) named.set(field, index);
  });
  // A signal called "Demo" is no heading; a row is one only where it names both signal and points.
  if (named.has("signal") && named.has("points")) {
    if (!named.has("group"))
      refuse(ARGUMENT, "has no group column; add one with behavioural, firmographic or negative.");
    return { at: named, headed: true };
  }
  return { at: new Map(FIELDS.map((field, index) => [field, index])), headed: false };
}

function groupOf(cell: ModelCell | undefined, row: number): SignalGroup {
  const word = bareName(textOf(cell));
  if (word.startsWith("behav")) return "behavioural";
  if (word.startsWith("firmo") || word === "fit") return "firmographic";
  if (word.startsWith("neg")) return "negative";
  return refuse(
    ARGUMENT,
    `has ${word === "" ? "no group" : `the group "${textOf(cell)}"`}; write behavioural, firmographic or negative.`,
    row,
  );
}

const NUMBER = /^[-+]?(\d+(?:\.\d*)?|\.\d+)$/;

function numberOf(cell: ModelCell | undefined): number | undefined {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" && NUMBER.test(cell.trim()) ? Number(cell) : undefined;
}

function pointsOf(cell: ModelCell | undefined, group: SignalGroup, row: number): number {
  const points = numberOf(cell);
  if (points === undefined)
    return refuse(ARGUMENT, "has no number under points; give the points of the signal.", row);
  if (group === "negative" && points > 0) {
    refuse(ARGUMENT, `gives ${points} points to a negative signal; write them below 0, such as -20.`, row);
  }
  if (group !== "negative" && points < 0) {
    refuse(
      ARGUMENT,
      `gives ${points} points to a ${group} signal; put signals that cost points in the group negative.`,
      row,
    );
  }
  return points;
}

const DECAY_TEXT =
  /^(\d+(?:\.\d+)?)\s*(?:points?|pts?)?\s*(?:\/|per|a|each)?\s*(?:weeks?|wk)?(?:\s*after\s*(?:day\s*)?(\d+)\s*(?:days?)?)?$/i;
const DECAY_AFTER_DAYS = 14;

/** "5 points/week after 14 days", or the number alone; where no day is named points fall from day 14 on. */
function decayOf(cell: ModelCell | undefined, row: number): Decay | undefined {
  if (cell === null || cell === undefined) return undefined;
  const text = textOf(cell);
  if (/^(none|no|-|–|—|0)$/i.test(text)) return undefined;
  const match = DECAY_TEXT.exec(text);
  if (!match) {
    return refuse(
      ARGUMENT,
      'has a decay that cannot be read; write it as "5 points/week after 14 days".',
      row,
    );
  }
  return { pointsPerWeek: Number(match[1]), afterDays: match[2] ? Number(match[2]) : DECAY_AFTER_DAYS };
}

function thresholdOf(cell: ModelCell | undefined, row: number): number | undefined {
  if ((cell ?? null) === null) return undefined;
  const threshold = numberOf(cell);
  if (threshold === undefined || !(threshold > 0)) {
    return refuse(
      ARGUMENT,
      "has a threshold that is not a number above 0; give the count that fires the signal.",
      row,
    );
  }
  return threshold;
}

/** What a signal's own name says: "3+" is a threshold, "in 7 days" a window, "no … in 30 days" a silence. */
function saidBy(name: string): Pick<Signal, "threshold" | "withinDays" | "idleDays"> {
  const threshold = Number(/(?<!\d)(\d+)\s*\+/.exec(name)?.[1] ?? 1);
  const window = /\b(?:in|within|last)\s+(\d+)\s+days?\b/i.exec(name)?.[1];
  if (!window) return { threshold };
  if (/^no\b/i.test(name)) return { threshold: Number(window), idleDays: Number(window) };
  return { threshold, withinDays: Number(window) };
}

/**
 * Reads a scoring model from a range: signal, group, points and, where wanted, decay and threshold. A signal that
 * bears a name of the default model keeps that one's window, threshold and other headings.
 */
export function readLeadModel(rows: readonly (readonly ModelCell[])[]): LeadModel {
  const { at, headed } = columnsOf(rows[0] ?? []);
  const known = new Map(DEFAULT_LEAD_MODEL.map((signal) => [bareName(signal.name), signal]));
  const seen = new Map<string, number>();
  const model: Signal[] = [];
  rows.forEach((cells, index) => {
    if ((headed && index === 0) || cells.every((cell) => cell === null)) return;
    const row = index + 1;
    const cell = (field: Field): ModelCell | undefined => cells[at.get(field) ?? -1];
    const name = textOf(cell("signal"));
    const bare = bareName(name);
    if (bare === "") refuse(ARGUMENT, "has no signal; give the name of what earns or costs the points.", row);
    const before = seen.get(bare);
    if (before !== undefined)
      refuse(ARGUMENT, `repeats the signal of row ${before}; keep one of the two.`, row);
    seen.set(bare, row);
    const group = groupOf(cell("group"), row);
    const points = pointsOf(cell("points"), group, row);
    const decay = decayOf(cell("decay"), row);
    const threshold = thresholdOf(cell("threshold"), row);
    const like = known.get(bare);
    const { threshold: usual, withinDays, idleDays } = like ?? saidBy(name);
    model.push({
      name,
      group,
      points,
      aliases: like?.aliases ?? [],
      threshold: threshold ?? usual,
      ...(decay && { decay }),
      ...(withinDays !== undefined && { withinDays }),
      ...(idleDays !== undefined && { idleDays: threshold ?? idleDays }),
    });
  });
  if (model.length === 0) refuse(ARGUMENT, "holds no signal; give rows of signal, group, points and decay.");
  return model;
}
