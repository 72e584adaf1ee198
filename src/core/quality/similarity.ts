import { distance } from "fastest-levenshtein";
import { isText, type PreparedRecord } from "./record.js";

/** 1 − edits ÷ length of the longer text: 1 for equal texts, 0 for texts with nothing in common. */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 1 : 1 - distance(one, other) / longer;
}

/** Likeness below which two names are simply different. */
const UNLIKE = 0.5;
const CONTAINED = 0.8;
const INITIALS = 0.85;
const INITIAL_OF_FIRST_NAME = 0.9;
const OTHER_NUMBER = 0.6;

/** Words that both names have (Software, Group) say little: half of the likeness is that of the words left over. */
function distinctive(like: number, one: readonly string[], other: readonly string[]): number {
  const [p, q] = [one.filter((word) => !other.includes(word)), other.filter((word) => !one.includes(word))];
  if (p.length === one.length || p.length === 0 || q.length === 0) return like;
  return (like + likeness(p.join(""), q.join(""))) / 2;
}

const within = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => word.length > 3) && one.every((word) => other.includes(word));

/**
 * How alike two names are, from 0 to 1: by edit distance, in any order of words; a name that holds the other or
 * abbreviates it counts as alike; names that differ in a number (Store 12, Store 13) count as less so. What is longer
 * than a name is a text, and two texts are the same or they are not.
 */
export function nameSimilarity(one: PreparedRecord, other: PreparedRecord): number {
  if (one.compact === other.compact) return 1;
  if (isText(one) || isText(other)) return one.sorted === other.sorted ? 1 : 0;
  const [a, b] = [one.compact.length, other.compact.length];
  let like = Math.min(a, b) < UNLIKE * Math.max(a, b) ? 0 : likeness(one.compact, other.compact);
  if (one.sorted === other.sorted) like = 1;
  else if (like > 0 && (one.words.length > 1 || other.words.length > 1)) {
    like = Math.max(like, likeness(one.sorted, other.sorted));
  }
  const [p, q] = [one.words, other.words];
  if (like >= UNLIKE && like < 1) like = distinctive(like, p, q);
  if (like < INITIAL_OF_FIRST_NAME && p.length > 1 && q.length > 1 && p[p.length - 1] === q[q.length - 1]) {
    const [first, second] = [p[0] as string, q[0] as string];
    if (Math.min(first.length, second.length) === 1 && first[0] === second[0]) like = INITIAL_OF_FIRST_NAME;
  }
  if (one.initials === other.compact || other.initials === one.compact) like = Math.max(like, INITIALS);
  if (like < CONTAINED && (within(p, q) || within(q, p))) like = CONTAINED;
  if (one.digits !== other.digits) like *= OTHER_NUMBER;
  return like < UNLIKE ? 0 : like;
}

export interface Likeness {
  readonly score: number;
  readonly reason: string;
}

/** Weight of a field where the two agree, and where they do not. */
const WEIGHTS = {
  domain: [30, 20],
  email: [40, 5],
  phone: [25, 5],
  company: [20, 15],
  place: [10, 10],
} as const;
type Field = keyof typeof WEIGHTS;
export const FIELDS = Object.keys(WEIGHTS) as Field[];
const NAME_WEIGHT = 50;
/** A name alone, with nothing beside it to confirm it, is worth this much of its likeness. */
const NAME_ALONE = 0.95;
const HAIR = 1e-9;
/** Names of employers and places are the same from this likeness on. */
const SAME = 0.85;

const agree = (field: Field, one: string, other: string): boolean =>
  one === other || ((field === "company" || field === "place") && likeness(one, other) >= SAME);

/** What spoke for and against, in words. */
function reasonOf(one: PreparedRecord, other: PreparedRecord, like: number | undefined): string {
  const reasons: string[] = [];
  if (like !== undefined) {
    const percent = Math.min(99, Math.floor(like * 100));
    reasons.push(like === 1 ? "same name" : like === 0 ? "other name" : `names ${percent}% alike`);
  }
  for (const field of FIELDS) {
    if (one[field] === "" || other[field] === "") continue;
    reasons.push(
      `${agree(field, one[field], other[field]) ? "same" : "other"} ${field === "email" ? "e-mail" : field}`,
    );
  }
  return reasons.join("; ");
}

const FUZZY = (1 << FIELDS.indexOf("company")) | (1 << FIELDS.indexOf("place"));

/**
 * The highest score that two records could have, if their names, employers and places were as good as the same. The
 * fields that are equal and those that differ are told as bits in the order of `FIELDS`.
 */
export function mostPossible(equal: number, different: number, named: boolean): number {
  let [sum, weight] = [0, 0];
  FIELDS.forEach((field, at) => {
    const bit = 1 << at;
    const [agreed, differ] = WEIGHTS[field];
    if (equal & bit || different & bit & FUZZY) {
      sum += agreed;
      weight += agreed;
    } else if (different & bit) weight += differ;
  });
  const alone = weight === 0 ? NAME_ALONE : 1;
  const score = named
    ? ((sum + NAME_WEIGHT) * alone) / (weight + NAME_WEIGHT)
    : weight === 0
      ? 0
      : sum / weight;
  // The exact score may round up in its last digit.
  return score + HAIR;
}

/**
 * Scores how likely two records are the same company or person: the mean agreement over the fields that both fill,
 * weighted; the reason names each field that spoke for or against. The weights are this add-on's own. Undefined where
 * there is nothing to compare or the score is below `enough`.
 */
export function compareRecords(
  one: PreparedRecord,
  other: PreparedRecord,
  enough: number,
): Likeness | undefined {
  let [sum, weight] = [0, 0];
  for (const field of FIELDS) {
    if (one[field] === "" || other[field] === "") continue;
    const same = agree(field, one[field], other[field]);
    const own = WEIGHTS[field][same ? 0 : 1];
    weight += own;
    if (same) sum += own;
  }
  let like: number | undefined;
  if (one.compact !== "" && other.compact !== "") {
    const alone = weight === 0 ? NAME_ALONE : 1;
    // Comparing names is what takes time: not where even equal names would leave the score too low.
    if (((sum + NAME_WEIGHT) * alone) / (weight + NAME_WEIGHT) < enough) return undefined;
    like = nameSimilarity(one, other);
    sum = (sum + NAME_WEIGHT * like) * alone;
    weight += NAME_WEIGHT;
  }
  if (weight === 0) return undefined;
  const score = sum / weight;
  return score < enough ? undefined : { score, reason: reasonOf(one, other, like) };
}
