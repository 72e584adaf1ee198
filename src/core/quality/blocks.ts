import { isText, type PreparedRecord } from "./record.js";

/** So many words of a name are looked up: with each, the records to compare grow, and names have few. */
const MOST_WORDS = 8;

/** What two records share that stand in one block. */
const KINDS = ["domain", "email", "phone", "sorted", "initials", "word"] as const;
type Kind = (typeof KINDS)[number];

/** Numbers the blocks that records stand in: those of one domain, one e-mail, one word of the name … */
export class BlockNumbers {
  private readonly known = Object.fromEntries(
    KINDS.map((kind) => [kind, new Map<string, number>()]),
  ) as Record<Kind, Map<string, number>>;
  count = 0;

  /** Adds the numbers of a record's blocks; a block not met before gets the next number. */
  enter(record: PreparedRecord, into: number[]): void {
    eachBlock(record, (kind, key) => {
      const numbers = this.known[kind];
      let block = numbers.get(key);
      if (block === undefined) {
        block = this.count++;
        numbers.set(key, block);
      }
      into.push(block);
    });
  }

  /** The blocks that a record would stand in, of those there are. */
  of(record: PreparedRecord): number[] {
    const found: number[] = [];
    eachBlock(record, (kind, key) => {
      const block = this.known[kind].get(key);
      if (block !== undefined) found.push(block);
    });
    return found;
  }
}

function eachBlock(record: PreparedRecord, meet: (kind: Kind, key: string) => void): void {
  const { words, compact, sorted, initials, domain, email, phone } = record;
  if (domain !== "") meet("domain", domain);
  if (email !== "") meet("email", email);
  if (phone !== "") meet("phone", phone);
  if (sorted !== "") meet("sorted", sorted);
  if (initials !== "") meet("initials", initials);
  if (compact.length > 2 && compact.length < 7) meet("initials", compact);
  if (isText(record)) return;
  let telling = 0;
  for (let at = 0; at < words.length && telling < MOST_WORDS; at++) {
    const word = words[at] as string;
    if (word.length < 3 || words.indexOf(word) < at) continue;
    meet("word", word);
    telling++;
  }
}
