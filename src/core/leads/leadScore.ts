import { daysBetween } from "../dates/days.js";
import { refuse } from "../refusal/refusal.js";
import { BEHAVIOURAL_CAP, bareName, FIRMOGRAPHIC_CAP, type LeadModel, type Signal } from "./signal.js";

/** A cell under a signal: TRUE or FALSE (or a word for it), a count, or the day it last happened. */
export type Evidence = number | string | boolean | { readonly serial: number } | null;

/** A signal and the column (from 0) that its evidence stands in. */
export interface SignalColumn {
  readonly column: number;
  readonly heading: string;
  readonly signal: Signal;
}

const quoted = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

/**
 * Finds the column of each signal. Headings that name no signal (name, company, e-mail …) are passed over; a
 * heading that is a signal's very name goes before one that merely means the same.
 */
export function signalColumns(headings: readonly string[], model: LeadModel): SignalColumn[] {
  const bare = headings.map(bareName);
  const taken = new Set<number>();
  const found: SignalColumn[] = [];
  for (const exact of [true, false]) {
    for (const signal of model) {
      if (found.some((one) => one.signal === signal)) continue;
      const names = exact ? [bareName(signal.name)] : signal.aliases.map(bareName);
      const columns = bare.flatMap((name, column) =>
        names.includes(name) && !taken.has(column) ? [column] : [],
      );
      const [column, second] = columns;
      if (column === undefined) continue;
      if (second !== undefined) {
        refuse(
          "headings",
          `holds ${quoted(headings[column] ?? "")} and ${quoted(headings[second] ?? "")}, which both mean the signal ${quoted(signal.name)}; keep one.`,
        );
      }
      taken.add(column);
      found.push({ column, heading: headings[column] ?? "", signal });
    }
  }
  if (found.length === 0) {
    const names = model.map(({ name }) => name);
    const listed = names.length > 20 ? [...names.slice(0, 20), `and ${names.length - 20} more`] : names;
    refuse(
      "headings",
      `match no signal of the model; name at least one column after a signal: ${listed.join(", ")}.`,
    );
  }
  return found.sort((one, other) => one.column - other.column);
}

const YES = new Set(["true", "yes", "y", "x", "✓", "✔"]);
const NO = new Set(["false", "no", "n", "-", "–", "—"]);
const NUMBER = /^\s*[-+]?(\d+(?:\.\d*)?|\.\d+)\s*$/;

/** Points of a signal for evidence of a given age in days. */
function pointsAtAge({ points, decay, withinDays, idleDays }: Signal, age: number): number {
  if (idleDays !== undefined) return age >= idleDays ? points : 0;
  if (withinDays !== undefined && age > withinDays) return 0;
  if (!decay) return points;
  const lost = decay.pointsPerWeek * Math.max(0, Math.floor((age - decay.afterDays) / 7));
  return points > 0 ? Math.max(0, points - lost) : Math.min(0, points + lost);
}

function evidencePoints(
  evidence: Evidence,
  { signal, heading }: SignalColumn,
  asOf: number | undefined,
  dayOf: (text: string) => number | undefined,
  row: number,
): number {
  if (evidence === null) return 0;
  if (typeof evidence === "boolean") return evidence ? signal.points : 0;
  if (typeof evidence === "number") {
    if (evidence < 0) refuse("rows", `has ${evidence} under ${quoted(heading)}; a count is 0 or more.`, row);
    return evidence >= signal.threshold ? signal.points : 0;
  }
  let day: number | undefined;
  if (typeof evidence === "string") {
    const word = evidence.trim().toLowerCase();
    if (YES.has(word)) return signal.points;
    if (NO.has(word)) return 0;
    if (NUMBER.test(word)) {
      return evidencePoints(Number(word), { signal, heading, column: 0 }, asOf, dayOf, row);
    }
    day = dayOf(evidence);
    if (day === undefined) {
      refuse(
        "rows",
        `has ${quoted(evidence)} under ${quoted(heading)}; write TRUE or FALSE, a count, or the date it last happened.`,
        row,
      );
    }
  } else {
    day = evidence.serial;
  }
  if (asOf === undefined) {
    return refuse("as_of", `is missing, but ${quoted(heading)} holds dates; give the day on which to score.`);
  }
  const age = daysBetween(day, asOf);
  if (age < 0) {
    refuse(
      "rows",
      `has a date after as_of under ${quoted(heading)}; correct the date or give a later as_of.`,
      row,
    );
  }
  return pointsAtAge(signal, age);
}

type GroupSums = Record<Signal["group"], number>;

const isBlank = (cells: readonly Evidence[]): boolean => cells.every((cell) => cell === null);

/** Adds up a lead's points by group and says what each signal brought, or false for a wholly blank row: no lead. */
function addUp(
  sums: GroupSums,
  columns: readonly SignalColumn[],
  cells: readonly Evidence[],
  asOf: number | undefined,
  dayOf: (text: string) => number | undefined,
  row: number,
  each?: (points: number) => void,
): boolean {
  let [behavioural, firmographic, negative] = [0, 0, 0];
  let anything = false;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as SignalColumn;
    const evidence = cells[column.column] ?? null;
    if (evidence !== null) anything = true;
    const own = evidencePoints(evidence, column, asOf, dayOf, row);
    const { group } = column.signal;
    if (group === "behavioural") behavioural += own;
    else if (group === "firmographic") firmographic += own;
    else negative += own;
    each?.(own);
  }
  // Most rows say something under a signal: only then are the other cells of no matter.
  if (!anything && isBlank(cells)) return false;
  sums.behavioural = Math.min(BEHAVIOURAL_CAP, behavioural);
  sums.firmographic = Math.min(FIRMOGRAPHIC_CAP, firmographic);
  sums.negative = negative;
  return true;
}

const scoreOf = ({ behavioural, firmographic, negative }: GroupSums): number =>
  behavioural + firmographic + negative;

export interface LeadPoints extends Readonly<GroupSums> {
  /** Points of each signal, in the order of the columns; the sums by group are those after the caps. */
  readonly points: readonly number[];
  readonly score: number;
}

/** What each signal brought a lead, and what became of it. A wholly blank row has no lead and no score. */
export function leadPoints(
  columns: readonly SignalColumn[],
  cells: readonly Evidence[],
  asOf: number | undefined,
  dayOf: (text: string) => number | undefined,
  row: number,
): LeadPoints | null {
  const points: number[] = [];
  const sums = { behavioural: 0, firmographic: 0, negative: 0 };
  if (!addUp(sums, columns, cells, asOf, dayOf, row, (own) => points.push(own))) return null;
  return { points, ...sums, score: scoreOf(sums) };
}

/**
 * One score a lead: behavioural points up to 60 plus firmographic points up to 40, then the negative points, so
 * that a competitor's lead can end below 0.
 */
export function leadScores(
  columns: readonly SignalColumn[],
  rows: readonly (readonly Evidence[])[],
  asOf: number | undefined,
  dayOf: (text: string) => number | undefined,
): (number | null)[] {
  const sums = { behavioural: 0, firmographic: 0, negative: 0 };
  return rows.map((cells, index) =>
    addUp(sums, columns, cells, asOf, dayOf, index + 1) ? scoreOf(sums) : null,
  );
}
