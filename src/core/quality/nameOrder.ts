/** Where a key stands, or would stand, among sorted ones: from the first that is equal to the first beyond. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** First position in a rising list, or in a part of it, whose value is not below the wanted one. */
export function position<T extends number | string>(
  rising: ArrayLike<T>,
  wanted: T,
  from = 0,
  until = rising.length,
): number {
  let [low, high] = [from, until];
  while (low < high) {
    const middle = (low + high) >> 1;
    const stands = rising[middle] as T;
    if (stands < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Records by the alphabet of their names; those without a name stand first. */
export class NameOrder {
  /** The records in that order. */
  readonly order: Int32Array;
  /** Of each record its place in it. */
  readonly places: Int32Array;
  /** The place of the first that has a name. */
  readonly named: number;
  private readonly distinct: readonly string[];
  /** Of each distinct name the place of its first record; behind the last, where the order ends. */
  private readonly starts: Int32Array;
  /** Of each record which of the distinct names it bears. */
  private readonly ranks: Int32Array;
  /** Of what has no name: before all others, up to the first that has one. */
  private readonly unnamed: Stretch;

  constructor(names: readonly string[]) {
    // Few distinct texts are sorted without a comparison of ours, and equal names are told by a number from there on.
    const distinct = [...new Set(names)].sort();
    const rankOf = new Map<string, number>();
    distinct.forEach((name, rank) => {
      rankOf.set(name, rank);
    });
    this.distinct = distinct;
    this.ranks = Int32Array.from(names, (name) => rankOf.get(name) as number);
    this.starts = new Int32Array(distinct.length + 1);
    for (const rank of this.ranks) this.starts[rank + 1] = (this.starts[rank + 1] as number) + 1;
    for (let rank = 0; rank < distinct.length; rank++) {
      this.starts[rank + 1] = (this.starts[rank + 1] as number) + (this.starts[rank] as number);
    }
    this.named = distinct[0] === "" ? (this.starts[1] as number) : 0;
    this.unnamed = { from: -1, until: this.named };
    this.order = new Int32Array(names.length);
    this.places = new Int32Array(names.length);
    const next = this.starts.slice();
    this.ranks.forEach((rank, index) => {
      const place = next[rank] as number;
      next[rank] = place + 1;
      this.order[place] = index;
      this.places[index] = place;
    });
  }

  /** Of any name, by halving. */
  stretchOf(name: string): Stretch {
    if (name === "") return this.unnamed;
    const rank = position(this.distinct, name);
    const stands = this.distinct[rank] === name;
    return { from: this.starts[rank] as number, until: this.starts[stands ? rank + 1 : rank] as number };
  }

  /** Of a record's own name. */
  stretchOfOwn(index: number): Stretch {
    const rank = this.ranks[index] as number;
    if (this.distinct[rank] === "") return this.unnamed;
    return { from: this.starts[rank] as number, until: this.starts[rank + 1] as number };
  }
}
