import { BlockNumbers } from "./blocks.js";
import { NameOrder, position, type Stretch } from "./nameOrder.js";
import type { PreparedRecord } from "./record.js";

/** A block up to this size is compared in full; in a larger one a record meets its neighbours by name. */
const SMALL_BLOCK = 40;
const NEIGHBOURS = 8;
/** Neighbours on each side in the list of all names, read forwards and backwards. */
const WINDOW = 5;

const reversed = (text: string): string => text.split("").reverse().join("");

/** Lists behind one another in one array: the n-th goes from `starts[n]` to `starts[n + 1]`. */
interface Lists {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/**
 * Finds the records worth comparing with a given one, instead of comparing all with all: those that share its
 * domain, e-mail, phone, or a word of the name, and its neighbours in the alphabet from either end of the name.
 */
export class CandidateIndex {
  private readonly names: NameOrder;
  private readonly ends: NameOrder;
  private readonly numbers = new BlockNumbers();
  /** The blocks that each record stands in. */
  private readonly own: Lists;
  /** The records of each block, in the order of names. */
  private readonly members: Lists;
  /** Their places in that order. */
  private readonly places: Int32Array;
  private readonly met: Int32Array;
  private asked = 0;

  constructor(records: readonly PreparedRecord[]) {
    const forwards = records.map(({ compact }) => compact);
    this.names = new NameOrder(forwards);
    this.ends = new NameOrder(forwards.map(reversed));
    this.met = new Int32Array(records.length);
    const blocks: number[] = [];
    const starts = new Int32Array(records.length + 1);
    records.forEach((record, index) => {
      this.numbers.enter(record, blocks);
      starts[index + 1] = blocks.length;
    });
    this.own = { starts, entries: Int32Array.from(blocks) };
    this.members = this.membersOf();
    this.places = this.members.entries.map((index) => this.names.places[index] as number);
  }

  private membersOf(): Lists {
    const { starts: ownStarts, entries: blocks } = this.own;
    const starts = new Int32Array(this.numbers.count + 1);
    for (const block of blocks) starts[block + 1] = (starts[block + 1] as number) + 1;
    for (let block = 0; block < this.numbers.count; block++) {
      starts[block + 1] = (starts[block + 1] as number) + (starts[block] as number);
    }
    const entries = new Int32Array(blocks.length);
    const next = starts.slice();
    for (const index of this.names.order) {
      for (let at = ownStarts[index] as number; at < (ownStarts[index + 1] as number); at++) {
        const block = blocks[at] as number;
        const free = next[block] as number;
        next[block] = free + 1;
        entries[free] = index;
      }
    }
    return { starts, entries };
  }

  /** Calls `meet` once for each candidate of a record that is not in the index. */
  visit(record: PreparedRecord, meet: (index: number) => void): void {
    const blocks = this.numbers.of(record);
    const byName = this.names.stretchOf(record.compact);
    const byEnd = this.ends.stretchOf(reversed(record.compact));
    this.asked++;
    for (const block of blocks) this.inBlock(block, byName, this.met.length, meet);
    this.byAlphabet(byName, byEnd, this.met.length, meet);
  }

  /** The same for a record of the index: it meets those that stand above it, so that every pair meets once. */
  visitOwn(index: number, meet: (index: number) => void): void {
    const { starts, entries } = this.own;
    const byName = this.names.stretchOfOwn(index);
    this.asked++;
    for (let at = starts[index] as number; at < (starts[index + 1] as number); at++) {
      this.inBlock(entries[at] as number, byName, index, meet);
    }
    this.byAlphabet(byName, this.ends.stretchOfOwn(index), index, meet);
  }

  private inBlock(block: number, byName: Stretch, before: number, meet: (index: number) => void): void {
    const { starts, entries } = this.members;
    const [start, end] = [starts[block] as number, starts[block + 1] as number];
    if (end - start <= SMALL_BLOCK) this.range(entries, start, end, before, meet);
    else {
      const from = position(this.places, byName.from, start, end);
      const until = position(this.places, byName.until, from, end);
      this.around(entries, { from, until }, NEIGHBOURS, { from: start, until: end }, before, meet);
    }
  }

  private byAlphabet(byName: Stretch, byEnd: Stretch, before: number, meet: (index: number) => void): void {
    if (byName.from < 0) return;
    const all = { from: this.names.named, until: this.met.length };
    this.around(this.names.order, byName, WINDOW, all, before, meet);
    this.around(this.ends.order, byEnd, WINDOW, all, before, meet);
  }

  private range(
    list: Int32Array,
    from: number,
    to: number,
    before: number,
    meet: (index: number) => void,
  ): void {
    for (let at = from; at < to; at++) {
      const index = list[at] as number;
      if (index >= before || this.met[index] === this.asked) continue;
      this.met[index] = this.asked;
      meet(index);
    }
  }

  /** Some neighbours on each side of a name and of its equals, within a part of the list. */
  private around(
    list: Int32Array,
    { from, until }: Stretch,
    width: number,
    part: Stretch,
    before: number,
    meet: (index: number) => void,
  ): void {
    const middle = Math.min(part.until, from + width);
    this.range(list, Math.max(part.from, from - width), middle, before, meet);
    if (until > from)
      this.range(list, Math.max(middle, until), Math.min(part.until, until + width), before, meet);
  }
}
