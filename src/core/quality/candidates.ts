import { isText, type PreparedRecord } from "./record.js";

/** A block up to this size is compared in full; in a larger one a record meets its neighbours by name. */
const SMALL_BLOCK = 40;
const NEIGHBOURS = 8;
/** Neighbours on each side in the list of all names, read forwards and backwards. */
const WINDOW = 5;
/** So many words of a name are looked up: with each, the records to compare grow, and names have few. */
const MOST_WORDS = 8;

const reversed = (text: string): string => [...text].reverse().join("");

/** First position in a rising list whose value is not below the wanted one. */
function position(length: number, valueAt: (at: number) => number | string, wanted: number | string): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < wanted) low = middle + 1;
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

/** Where a key stands, or would stand, among sorted ones: from the first that is equal to the first beyond. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Names in alphabetical order; records without one are left out. */
class NameOrder {
  /** The records by the order of their keys. */
  readonly order: Int32Array;
  /** Of each record its place in that order, −1 where it has no name. */
  readonly places: Int32Array;
  private readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    this.keys = keys;
    const named = Int32Array.from(keys.keys()).filter((index) => keys[index] !== "");
    this.order = named.sort((one, other) => {
      const [a, b] = [keys[one] as string, keys[other] as string];
      return a < b ? -1 : a > b ? 1 : one - other;
    });
    this.places = new Int32Array(keys.length).fill(-1);
    this.order.forEach((index, place) => {
      this.places[index] = place;
    });
  }

  private keyAt = (place: number): string => this.keys[this.order[place] as number] as string;

  /** Of any key, by halving. */
  stretchOf(key: string): Stretch {
    if (key === "") return { from: -1, until: 0 };
    const from = position(this.order.length, this.keyAt, key);
    return { from, until: this.endOf(from, key) };
  }

  /** Of a record's own key: it stands there already. */
  stretchOfOwn(index: number): Stretch {
    const place = this.places[index] as number;
    if (place < 0) return { from: -1, until: 0 };
    const key = this.keyAt(place);
    let from = place;
    while (from > 0 && this.keyAt(from - 1) === key) from--;
    return { from, until: this.endOf(place, key) };
  }

  private endOf(from: number, key: string): number {
    let until = from;
    while (until < this.order.length && this.keyAt(until) === key) until++;
    return until;
  }
}

/**
 * Finds the records worth comparing with a given one, instead of comparing all with all: those that share its
 * domain, e-mail, phone, or a word of the name, and its neighbours in the alphabet from either end of the name.
 */
export class CandidateIndex {
  private readonly names: NameOrder;
  private readonly ends: NameOrder;
  private readonly blocks = new Map<string, number[]>();
  /** The blocks that each record stands in. */
  private readonly blocksOfOwn: number[][][];
  private readonly met: Int32Array;
  private asked = 0;

  constructor(records: readonly PreparedRecord[]) {
    const forwards = records.map(({ compact }) => compact);
    this.names = new NameOrder(forwards);
    this.ends = new NameOrder(forwards.map(reversed));
    this.met = new Int32Array(records.length);
    this.blocksOfOwn = new Array(records.length);
    // Filled in the order of names, so that each block is sorted too; those without a name come first.
    forwards.forEach((name, index) => {
      if (name === "") this.enter(records[index] as PreparedRecord, index);
    });
    for (const index of this.names.order) this.enter(records[index] as PreparedRecord, index);
  }

  private enter(record: PreparedRecord, index: number): void {
    this.blocksOfOwn[index] = blocksOf(record).map((key) => {
      let block = this.blocks.get(key);
      if (!block) {
        block = [];
        this.blocks.set(key, block);
      }
      block.push(index);
      return block;
    });
  }

  /** Calls `meet` once for each candidate of a record that is not in the index. */
  visit(record: PreparedRecord, meet: (index: number) => void): void {
    const blocks = blocksOf(record).flatMap((key) => [this.blocks.get(key) ?? []]);
    const { compact } = record;
    const all = this.met.length;
    this.walk(blocks, this.names.stretchOf(compact), this.ends.stretchOf(reversed(compact)), all, meet);
  }

  /** The same for a record of the index: it meets those that stand above it, so that every pair meets once. */
  visitOwn(index: number, meet: (index: number) => void): void {
    const blocks = this.blocksOfOwn[index] as number[][];
    this.walk(blocks, this.names.stretchOfOwn(index), this.ends.stretchOfOwn(index), index, meet);
  }

  private walk(
    blocks: readonly (readonly number[])[],
    byName: Stretch,
    byEnd: Stretch,
    before: number,
    meet: (index: number) => void,
  ): void {
    this.asked++;
    const { places } = this.names;
    for (const block of blocks) {
      if (block.length <= SMALL_BLOCK) this.range(block, 0, block.length, before, meet);
      else {
        const placeAt = (at: number) => places[block[at] as number] as number;
        const from = position(block.length, placeAt, byName.from);
        const until = position(block.length, placeAt, byName.until);
        this.around(block, { from, until }, NEIGHBOURS, before, meet);
      }
    }
    if (byName.from < 0) return;
    this.around(this.names.order, byName, WINDOW, before, meet);
    this.around(this.ends.order, byEnd, WINDOW, before, meet);
  }

  private range(
    list: ArrayLike<number>,
    from: number,
    to: number,
    before: number,
    meet: (index: number) => void,
  ): void {
    const end = Math.min(list.length, to);
    for (let at = Math.max(0, from); at < end; at++) {
      const index = list[at] as number;
      if (index >= before || this.met[index] === this.asked) continue;
      this.met[index] = this.asked;
      meet(index);
    }
  }

  /** Some neighbours on each side of a name, and of its equals. */
  private around(
    list: ArrayLike<number>,
    { from, until }: Stretch,
    width: number,
    before: number,
    meet: (index: number) => void,
  ): void {
    this.range(list, from - width, from + width, before, meet);
    if (until > from) this.range(list, until, until + width, before, meet);
  }
}
