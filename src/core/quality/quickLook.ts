import type { PreparedRecord } from "./record.js";
import { FIELDS, mostPossible } from "./similarity.js";

/** Nothing is known of a field. */
const BLANK = 0;
/** The name and the fields, side by side. */
const WIDTH = FIELDS.length + 1;

/**
 * Tells pairs that cannot reach a score from those worth comparing. Of a thousand candidates hardly one is: so the
 * fields of all records are kept as numbers, equal ones alike, in one array.
 */
export class QuickLook {
  private readonly facts: Int32Array;
  /** Scores that were possible so far, by the fields that agree and differ as bits; looked up millions of times. */
  private readonly possible = new Float64Array(1 << (2 * WIDTH));
  private readonly numbers = FIELDS.map(() => new Map<string, number>());

  constructor(records: readonly PreparedRecord[]) {
    this.facts = new Int32Array(records.length * WIDTH);
    records.forEach((record, at) => {
      this.note(record, this.facts, at * WIDTH);
    });
  }

  /** Those of a record that is among ours. */
  ownFacts(place: number): Int32Array {
    return this.facts.subarray(place * WIDTH, (place + 1) * WIDTH);
  }

  factsOf(record: PreparedRecord): Int32Array {
    const facts = new Int32Array(WIDTH);
    this.note(record, facts, 0);
    return facts;
  }

  private note(record: PreparedRecord, into: Int32Array, start: number): void {
    into[start] = record.compact === "" ? BLANK : 1;
    for (let at = 1; at < WIDTH; at++) {
      const text = record[FIELDS[at - 1] as (typeof FIELDS)[number]];
      if (text === "") continue;
      const numbers = this.numbers[at - 1] as Map<string, number>;
      let own = numbers.get(text);
      if (own === undefined) {
        own = numbers.size + 1;
        numbers.set(text, own);
      }
      into[start + at] = own;
    }
  }

  /** Whether a record with these facts could score `enough` with the record at that place. */
  mayMatch(facts: Int32Array, place: number, enough: number): boolean {
    const start = place * WIDTH;
    const named = facts[0] !== BLANK && this.facts[start] !== BLANK;
    let agreeing = 0;
    let differing = 0;
    for (let at = 1; at < WIDTH; at++) {
      const own = facts[at] as number;
      const its = this.facts[start + at] as number;
      if (own === BLANK || its === BLANK) continue;
      if (own === its) agreeing |= 1 << at;
      else differing |= 1 << at;
    }
    // The first bit stands for no field, and tells whether both have a name.
    const key = (agreeing << WIDTH) | differing | (named ? 1 : 0);
    let most = this.possible[key] as number;
    if (most === 0) {
      most = mostPossible(agreeing >> 1, differing >> 1, named);
      this.possible[key] = most;
    }
    return most >= enough;
  }
}
