import { describe, expect, it } from "vitest";
import { CandidateIndex } from "../../../src/core/quality/candidates.js";
import { prepareRecord, type RecordFields } from "../../../src/core/quality/record.js";

/** The records that a record of the list is compared with, of those above it. */
const metBy = (records: readonly RecordFields[], index: number): number[] => {
  const met: number[] = [];
  new CandidateIndex(records.map(prepareRecord)).visitOwn(index, (other) => met.push(other));
  return met.sort((one, other) => one - other);
};
/** Those that a record beside the list is compared with. */
const metFrom = (records: readonly RecordFields[], record: RecordFields): number[] => {
  const met: number[] = [];
  new CandidateIndex(records.map(prepareRecord)).visit(prepareRecord(record), (other) => met.push(other));
  return met.sort((one, other) => one - other);
};
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** In order from either end: "aba" stands before "aca" and, read backwards, still does. */
const LETTERS = [..."bcdefghijklmnopqrstuvwxy"];
const inOrder = LETTERS.flatMap((outer) => ["a", "m", "z"].map((inner) => `${outer}${inner}${outer}`));
const named = (more: RecordFields = {}): RecordFields[] => inOrder.map((name) => ({ ...more, name }));

describe("the records worth comparing with another", () => {
  it("are five names on each side in the alphabet", () => {
    expect(metFrom(named(), { name: inOrder[30] as string })).toEqual(from(25, 35));
    expect(metFrom(named(), { name: "a" })).toEqual(from(0, 4));
    expect(metFrom(named(), { name: "zz" })).toEqual(from(67, 71));
    // Between the thirtieth and the next: five before it and five behind.
    expect(metFrom(named(), { name: `${inOrder[30]}a` }).filter((at) => at > 30)).toEqual(from(31, 35));
  });

  it("are five on each side of the end of a name, too", () => {
    const records = named();
    // Forwards it stands behind all, backwards among those that end alike.
    expect(metFrom(records, { name: `zz${inOrder[30]}` })).toEqual([...from(26, 35), ...from(67, 71)]);
  });

  it("stand above a record of the list, so that each pair meets once", () => {
    expect(metBy(named(), 30)).toEqual(from(25, 29));
    expect(metBy(named().reverse(), 41)).toEqual(from(36, 40));
    expect(metBy(named(), 0)).toEqual([]);
    const index = new CandidateIndex(named().map(prepareRecord));
    const pairs = new Set<string>();
    let met = 0;
    inOrder.forEach((_, second) => {
      index.visitOwn(second, (first) => {
        met++;
        pairs.add(`${first} ${second}`);
      });
    });
    expect(pairs.size).toBe(met);
    // Five each but for the first five, which have fewer above them: 0, 1, 2, 3 and 4.
    expect(met).toBe(5 * 72 - 15);
  });

  it("are all that share a domain with up to 40", () => {
    const domain = "acme.com";
    expect(metBy(named({ domain }).slice(0, 40), 39)).toEqual(from(0, 38));
    expect(metFrom(Array<RecordFields>(40).fill({ domain }), { domain })).toEqual(from(0, 39));
  });

  it("are the eight nearest by name on each side of those that share it with more", () => {
    const domain = "acme.com";
    expect(metBy(named({ domain }), 60)).toEqual(from(52, 59));
    expect(metFrom(named({ domain }), { name: inOrder[30] as string, domain })).toEqual(from(22, 38));
    expect(metFrom(named({ domain }), { name: "a", domain })).toEqual(from(0, 7));
    expect(metFrom(named({ domain }), { name: "zz", domain })).toEqual(from(64, 71));
    // Another domain has neighbours of its own.
    const two = [...named({ domain: "birch.com" }), ...named({ domain })];
    expect(metFrom(two, { name: "zz", domain }).filter((at) => at < 67)).toEqual([]);
  });

  it("are, of many equals, the first and what stands behind the last", () => {
    const equals = Array.from({ length: 50 }, () => ({ name: "mmm" }));
    expect(metBy(equals, 49)).toEqual(from(0, 7));
    const between = [{ name: "lll" }, ...equals, { name: "nnn" }];
    expect(metFrom(between, { name: "mmm" })).toEqual([...from(0, 8), 51]);
  });

  it("are, where none has a name, the first eight of many, and none where nothing is shared", () => {
    const phones = Array.from({ length: 41 }, () => ({ phone: "030 1234567" }));
    expect(metBy(phones, 40)).toEqual(from(0, 7));
    expect(metFrom([...phones, ...named()], {})).toEqual([]);
    expect(metFrom([...phones, ...named()], { phone: "030 7654321" })).toEqual([]);
    // What has no name is no neighbour of what has one.
    expect(metFrom([...phones, ...named()], { name: "a" })).toEqual(from(41, 45));
  });

  it("are none twice, whatever they share", () => {
    const record = {
      name: "Acme Rockets of Ohio",
      domain: "acme.com",
      email: "a@acme.com",
      phone: "030 1234567",
    };
    expect(metFrom([record, record], record)).toEqual([0, 1]);
  });

  it.each<[string, RecordFields, RecordFields]>([
    ["a domain", { name: "aaaaaaaa", domain: "acme.com" }, { name: "zzzzzzzz", domain: "www.acme.com" }],
    ["an e-mail", { name: "aaaaaaaa", email: "a@gmail.com" }, { name: "zzzzzzzz", email: "A@gmail.com" }],
    [
      "a telephone",
      { name: "aaaaaaaa", phone: "030 1234567" },
      { name: "zzzzzzzz", phone: "(030) 123-4567" },
    ],
    ["a word", { name: "aaaa rockets aaaa" }, { name: "zzzz rockets zzzz" }],
    ["all words in another order", { name: "aa zz" }, { name: "zz aa" }],
    ["initials", { name: "amber boats zzzz" }, { name: "abz" }],
    ["the eighth word", { name: "aaa abb acc add aee aff agg rockets aaa" }, { name: "zzz rockets zzz" }],
  ])("share %s, however far apart their names are", (_, one, other) => {
    const far = [one, ...named(), other];
    expect(metBy(far, far.length - 1)).toContain(0);
    expect(metFrom(far.slice(0, -1), other)).toContain(0);
  });

  it.each<[string, RecordFields, RecordFields]>([
    ["a word of two letters", { name: "aaaa of aaaa" }, { name: "zzzz of zzzz" }],
    ["the ninth word", { name: "aaa abb acc add aee aff agg ahh rockets aaaa" }, { name: "zzz rockets zzz" }],
    ["a place", { name: "aaaaaaaa", place: "Paris" }, { name: "zzzzzzzz", place: "Paris" }],
    ["a word of a text", { name: `aaaa rockets ${"a".repeat(200)}` }, { name: "zzzz rockets zzzz" }],
  ])("do not share %s alone", (_, one, other) => {
    const far = [one, ...named(), other];
    expect(metBy(far, far.length - 1)).not.toContain(0);
  });
});
