import { isText, type PreparedRecord } from "./record.js";

/** A block up to this size is compared in full; in a larger one a record meets its neighbours by name. */
const SMALL_BLOCK = 40;
const NEIGHBOURS = 8;
/** Neighbours on each side in the list of all names, read forwards and backwards. */
const WINDOW = 5;
/** So many words of a name are looked up: with each, the records to compare grow, and names have few. */
const MOST_WORDS = 8;

const reversed = (text: string): string => [...text].reverse().join("");

/** First position in a sorted list whose key is not below (or, for `after`, is above) the wanted one. */
function position(list: readonly number[], keys: readonly string[], wanted: string, after: boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const key = keys[list[middle] as number] as string;
    if (key < wanted || (after && key === wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function blocksOf(record: PreparedRecord): string[] {
  const { words, compact, sorted, initials, domain, email, phone } = record;
  const blocks: string[] = [];
  if (domain) blocks.push(`d ${domain}`);
  if (email) blocks.push(`e ${email}`);
  if (phone) blocks.push(`p ${phone}`);
  if (sorted) blocks.push(`s ${sorted}`);
  if (initials) blocks.push(`i ${initials}`);
  if (compact.length > 2 && compact.length < 7) blocks.push(`i ${compact}`);
  if (isText(record)) return blocks;
  const telling = new Set(words.filter((word) => word.length > 2));
  for (const word of [...telling].slice(0, MOST_WORDS)) blocks.push(`w ${word}`);
  return blocks;
}

/**
 * Finds the records worth comparing with a given one, instead of comparing all with all: those that share its
 * domain, e-mail, phone, or a word of the name, and its neighbours in the alphabet from either end of the name.
 */
export class CandidateIndex {
  private readonly records: readonly PreparedRecord[];
  private readonly forwards: string[];
  private readonly backwards: string[];
  private readonly byName: number[];
  private readonly byEnd: number[];
  private readonly blocks = new Map<string, number[]>();
  private readonly met: Int32Array;
  private asked = 0;

  constructor(records: readonly PreparedRecord[]) {
    this.records = records;
    this.forwards = records.map(({ compact }) => compact);
    this.backwards = this.forwards.map(reversed);
    this.byName = this.inOrder(this.forwards);
    this.byEnd = this.inOrder(this.backwards);
    this.met = new Int32Array(records.length);
    // Filled in the order of names, so that each block is sorted too.
    for (const index of this.sortedAll()) {
      for (const key of blocksOf(records[index] as PreparedRecord)) {
        const block = this.blocks.get(key);
        if (block) block.push(index);
        else this.blocks.set(key, [index]);
      }
    }
  }

  private sortedAll(): number[] {
    return [...this.records.keys()].filter((index) => this.forwards[index] === "").concat(this.byName);
  }

  private inOrder(keys: readonly string[]): number[] {
    return [...keys.keys()]
      .filter((index) => keys[index] !== "")
      .sort((one, other) => {
        const [a, b] = [keys[one] as string, keys[other] as string];
        return a < b ? -1 : a > b ? 1 : one - other;
      });
  }

  /** Calls `meet` once for each candidate; a record of the index meets itself too. */
  visit(record: PreparedRecord, meet: (index: number) => void): void {
    this.asked++;
    for (const key of blocksOf(record)) {
      const block = this.blocks.get(key);
      if (!block) continue;
      if (block.length <= SMALL_BLOCK) this.range(block, 0, block.length, meet);
      else this.around(block, this.forwards, record.compact, NEIGHBOURS, meet);
    }
    if (record.compact === "") return;
    this.around(this.byName, this.forwards, record.compact, WINDOW, meet);
    this.around(this.byEnd, this.backwards, reversed(record.compact), WINDOW, meet);
  }

  private range(list: readonly number[], from: number, to: number, meet: (index: number) => void): void {
    const end = Math.min(list.length, to);
    for (let at = Math.max(0, from); at < end; at++) {
      const index = list[at] as number;
      if (this.met[index] === this.asked) continue;
      this.met[index] = this.asked;
      meet(index);
    }
  }

  private around(
    list: readonly number[],
    keys: readonly string[],
    wanted: string,
    width: number,
    meet: (index: number) => void,
  ): void {
    const low = position(list, keys, wanted, false);
    this.range(list, low - width, low + width, meet);
    const high = position(list, keys, wanted, true);
    if (high > low) this.range(list, high, high + width, meet);
  }
}
