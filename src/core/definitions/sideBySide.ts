/**
 * One metric under several rules, on the same rows. Every rule is a sum over rows divided by another sum over rows, so
 * the difference between two rules can be traced to the rows that make it.
 */

/** What one row adds above and below the line; null where the rule does not count it. */
export interface Part {
  readonly over: number;
  readonly under: number;
}

export interface Rule<Row> {
  readonly definition: string;
  /** How it counts, and who is known to count so. */
  readonly countsSo: string;
  readonly part: (row: Row) => Part | null;
  /** A sentence where the rows cannot bear this rule. */
  readonly objection?: (rows: readonly Row[]) => string | undefined;
}

export interface Compared<Row> {
  readonly definition: string;
  readonly countsSo: string;
  /** Undefined where the rule has no answer; `reason` then says why. */
  readonly value: number | undefined;
  readonly reason: string | undefined;
  readonly counted: number;
  /** Rows that it counts otherwise than the first rule, those that move the figure most first. */
  readonly differs: readonly Row[];
}

interface Applied<Row> {
  readonly rule: Rule<Row>;
  readonly parts: readonly (Part | null)[];
  readonly under: number;
  readonly value: number | undefined;
  readonly reason: string | undefined;
}

/** Parts that differ by less than this of their size differ by rounding only. */
const HAIR = 1e-12;

function apply<Row>(rule: Rule<Row>, rows: readonly Row[]): Applied<Row> {
  const parts = rows.map(rule.part);
  let [over, under] = [0, 0];
  for (const part of parts) {
    over += part?.over ?? 0;
    under += part?.under ?? 0;
  }
  const objection = rule.objection?.(rows);
  const reason = objection ?? (under > 0 ? undefined : "Nothing to divide by: it counts none of these rows.");
  return { rule, parts, under, reason, value: reason === undefined ? over / under : undefined };
}

const close = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) <= HAIR * Math.min(Math.abs(one), Math.abs(other));

const samePart = (one: Part | null, other: Part | null): boolean =>
  one && other ? close(one.over, other.over) && close(one.under, other.under) : one === other;

/**
 * How far a row moves the figure from the first rule's to this one's. Over all rows these add up to the difference
 * between the two figures.
 */
export function influence(
  own: Part | null,
  first: Part | null,
  under: number,
  firstUnder: number,
  firstValue: number,
): number {
  const beyond = (part: Part | null, total: number) =>
    part ? (part.over - firstValue * part.under) / total : 0;
  return beyond(own, under) - beyond(first, firstUnder);
}

/** Equal influences must not be put in order by their last bits. */
const rounded = (moved: number): number => Math.round(Math.abs(moved) * 1e12);

/** The first rule is the one that the others are compared with. */
export function sideBySide<Row>(rules: readonly Rule<Row>[], rows: readonly Row[]): Compared<Row>[] {
  const [first, ...others] = rules.map((rule) => apply(rule, rows));
  if (!first) return [];
  return [first, ...others].map(({ rule, parts, under, value, reason }) => {
    const moves = (at: number) =>
      value === undefined || first.value === undefined
        ? 0
        : rounded(influence(parts[at] ?? null, first.parts[at] ?? null, under, first.under, first.value));
    const differing =
      reason === undefined
        ? rows.map((_, at) => at).filter((at) => !samePart(parts[at] ?? null, first.parts[at] ?? null))
        : [];
    const order = new Map(differing.map((at) => [at, moves(at)]));
    return {
      definition: rule.definition,
      countsSo: rule.countsSo,
      value,
      reason,
      counted: reason === undefined ? parts.filter((part) => part !== null).length : 0,
      differs: differing
        .sort((one, other) => (order.get(other) ?? 0) - (order.get(one) ?? 0) || one - other)
        .map((at) => rows[at] as Row),
    };
  });
}
