import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeness } from "../../../src/core/quality/completeness.js";
import { findDuplicates } from "../../../src/core/quality/duplicates.js";
import { matchAccounts } from "../../../src/core/quality/matchAccount.js";
import type { RecordFields } from "../../../src/core/quality/record.js";
import { cpuMs } from "../../cpuMs.js";
import { cases } from "../../propertySeed.js";

/** Groups as lists of positions. */
const groupsOf = (records: readonly RecordFields[], threshold?: number) =>
  findDuplicates(records, threshold).groups.map((links) =>
    [...new Set(links.flatMap(({ first, second }) => [first, second]))].sort((one, other) => one - other),
  );

/** Companies by the thousand, of two invented words each; nothing random about them. */
const SYLLABLES =
  "ba co di fe gu ha ki lo mu ne pa ri so tu va we xi yo za ter lan mon dex cor bel sun tra fin gra pol".split(
    " ",
  );
const company = (at: number): RecordFields => {
  let seed = (at * 2_654_435_761 + 1) % 4_294_967_296;
  const syllable = (): string => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return SYLLABLES[Math.floor((seed / 4_294_967_296) * 30)] as string;
  };
  const word = () => `${syllable()}${syllable()}${syllable()}`;
  const first = word();
  return {
    name: `${first} ${word()} ${["Software", "Systems", "Group", "Labs"][at % 4]}`,
    domain: at % 3 ? `${first}${at}.com` : undefined,
    place: ["Berlin", "Paris", "Austin"][at % 3],
  };
};

describe("duplicates", () => {
  it("are grouped, each group told by its strongest pairs", () => {
    const found = findDuplicates([
      { name: "Acme Inc.", domain: "acme.com" },
      { name: "Birch" },
      { name: "ACME Corporation", domain: "www.acme.com" },
      { name: "Acme Incorp", domain: "acme.com" },
      {},
    ]);
    expect(found.groups).toHaveLength(1);
    expect(found.groups[0]?.map(({ first, second }) => [first, second])).toContainEqual([0, 2]);
    expect(found).toMatchObject({ surplus: 2, compared: 4, leftOut: 1 });
  });

  it("stand in groups by their first record, each pair with what spoke for it", () => {
    const names = ["Birch", "Acme", "Acme", "Birch", "Acme"].map((name) => ({ name }));
    const pair = (first: number, second: number) => ({ first, second, score: 0.95, reason: "same name" });
    expect(findDuplicates(names).groups).toEqual([[pair(0, 3)], [pair(1, 2), pair(1, 4)]]);
  });

  it("are told by their strongest pairs, of equal ones by the first", () => {
    const [name, domain] = ["Acme", "acme.com"];
    // The first and the third are the same by domain, too: 1; the second by name alone: 0.95 with either.
    const { groups, surplus } = findDuplicates([{ name, domain }, { name }, { name, domain }]);
    expect(groups).toEqual([
      [
        { first: 0, second: 1, score: 0.95, reason: "same name" },
        { first: 0, second: 2, score: 1, reason: "same name; same domain" },
      ],
    ]);
    expect(surplus).toBe(2);
  });

  it("leave out the pair that two stronger ones make needless", () => {
    // The third shares the domain of the first and the phone of the second, which have their name alone in common.
    const [name, domain, phone] = ["Acme", "acme.com", "030 1234567"];
    const found = findDuplicates([
      { name, domain },
      { name, phone },
      { name, domain, phone },
    ]);
    expect(found.groups).toEqual([
      [
        { first: 0, second: 2, score: 1, reason: "same name; same domain" },
        { first: 1, second: 2, score: 1, reason: "same name; same phone" },
      ],
    ]);
  });

  it("count a field that only one of two fills neither for nor against them", () => {
    const [name, domain] = ["Acme", "acme.com"];
    expect(groupsOf([{ name, domain }, { name }], 0.95)).toEqual([[0, 1]]);
    expect(groupsOf([{ domain }, { name, domain }], 1)).toEqual([[0, 1]]);
  });

  it("are found by their initials where the alphabet keeps the two names apart, from both ends", () => {
    // A dozen names stand between the two, and end in letters between theirs.
    const between = "Lemon Melon Salmon Cotton Raven Ocean Linen Tin Iron Cabin Basin Pen"
      .split(" ")
      .map((word) => ({ name: `Id${word.toLowerCase()} ${word}` }));
    const records = [{ name: "IBM" }, ...between, { name: "International Business Machines" }];
    // Initials count 0.85, a name alone 0.95 of that.
    expect(findDuplicates(records, 0.8).groups).toEqual([
      [{ first: 0, second: 13, score: 0.85 * 0.95, reason: "names 85% alike" }],
    ]);
  });

  it("join two groups where a weaker pair is enough", () => {
    const [one, other] = ["one.com", "other.com"].map((domain) => ({ name: "Acme", domain }));
    const records = [one, other, other, one] as RecordFields[];
    const pairs = (threshold: number) =>
      findDuplicates(records, threshold).groups.map((links) =>
        links.map(({ first, second }) => [first, second]),
      );
    expect(pairs(0.85)).toEqual([[[0, 3]], [[1, 2]]]);
    // The same name under another domain: 50 of 70 is 0.714.
    expect(pairs(0.7)).toEqual([
      [
        [0, 1],
        [0, 3],
        [1, 2],
      ],
    ]);
  });

  it("do not depend on the order of the records", () => {
    const name = fc.constantFrom("Acme", "Acme Inc", "Akme", "Birch", "Birche GmbH", "Cedar", "");
    const record = fc.record({
      name,
      domain: fc.constantFrom(undefined, "acme.com", "birch.de"),
      place: fc.constantFrom(undefined, "Köln", "Paris"),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 14 }), (records) => {
        const turned = groupsOf([...records].reverse()).map((group) =>
          group.map((at) => records.length - 1 - at).sort((one, other) => one - other),
        );
        expect(turned.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(groupsOf(records));
      }),
      { numRuns: cases(500) },
    );
  });

  it("never grow as the threshold rises", () => {
    const records = Array.from({ length: 300 }, (_, at) => company(at % 200));
    const surplus = [0.5, 0.7, 0.85, 0.95, 1].map((threshold) => findDuplicates(records, threshold).surplus);
    expect(surplus).toEqual([...surplus].sort((one, other) => other - one));
    expect(surplus[4]).toBeGreaterThanOrEqual(100);
  });

  it("are found among 50,000 records within seconds: every misspelt copy, and hardly any other pair", () => {
    const originals = Array.from({ length: 49_000 }, (_, at) => company(at));
    const copies = Array.from({ length: 1000 }, (_, at): RecordFields => {
      const { name = "", ...rest } = originals[at * 49] as RecordFields;
      // A letter lost near the end, another legal form.
      return { ...rest, name: `${name.slice(0, -3)}${name.slice(-2)} GmbH` };
    });
    const began = cpuMs();
    const { groups } = findDuplicates([...originals, ...copies]);
    const took = cpuMs() - began;
    const found = new Set(groups.flat().map(({ first, second }) => `${first} ${second}`));
    const missed = copies.filter((_, at) => !found.has(`${at * 49} ${49_000 + at}`)).length;
    expect(missed).toBe(0);
    expect(found.size).toBeLessThan(1050);
    expect(took).toBeLessThan(10_000);
  });

  it("among 1,000 texts in place of names end in time", () => {
    const text = (at: number) =>
      Array.from({ length: 100 }, (_, word) => `word${(at * 31 + word * word) % 977}`).join(" ");
    const texts = Array.from({ length: 1000 }, (_, at) => ({ name: text(at % 977) }));
    const began = cpuMs();
    expect(findDuplicates(texts).surplus).toBe(23);
    expect(cpuMs() - began).toBeLessThan(5_000);
  });

  it("among texts in place of names are only the equal ones, in any order of words", () => {
    const text = (at: number) => Array.from({ length: 100 }, (_, word) => `word${at * 31 + word}`).join(" ");
    const turned = text(0).split(" ").reverse().join(" ");
    expect(findDuplicates([{ name: text(0) }, { name: turned }]).surplus).toBe(1);
    expect(findDuplicates([{ name: text(0) }, { name: `${text(0)}s` }]).surplus).toBe(0);
  });

  it("are found in time where one name stands in 50,000 rows: each but the first is surplus", () => {
    const began = cpuMs();
    expect(findDuplicates(Array.from({ length: 50_000 }, () => ({ name: "Acme" }))).surplus).toBe(49_999);
    // Looking at all equals of each took the square of the rows: ten seconds for 20,000.
    expect(cpuMs() - began).toBeLessThan(10_000);
  });
});

describe("leads matched to accounts", () => {
  const accounts: RecordFields[] = [
    { name: "Acme Holdings", domain: "acme.com" },
    { name: "Acme Germany GmbH", domain: "acme.com" },
    { name: "Globex Corporation", domain: "globex.com", place: "Paris" },
  ];
  const match = (lead: RecordFields) => matchAccounts([lead], accounts, 0.85)[0];

  it("by domain first, the nearest name among several", () => {
    expect(match({ email: "x@mail.acme.com" })).toEqual({
      account: 0,
      score: 1,
      reason: "same domain (2 accounts have it)",
    });
    expect(match({ email: "x@acme.com", name: "ACME Germany" })?.account).toBe(1);
    expect(match({ email: "x@globex.com", name: "Something else" })).toMatchObject({
      account: 2,
      reason: "same domain",
    });
  });

  it("then by name, with the place where both have one", () => {
    expect(match({ name: "Globex", email: "x@gmail.com" })).toEqual({
      account: 2,
      score: 0.95,
      reason: "same name",
    });
    expect(match({ name: "Globex", place: "Paris" })?.score).toBe(1);
    expect(match({ name: "Globex", place: "Rome" })).toBeUndefined();
  });

  it("to the nearest, and of equals to the first", () => {
    const [globex, inParis] = [{ name: "Globex" }, { name: "Globex", place: "Paris" }];
    const to = (lead: RecordFields, among: RecordFields[]) => matchAccounts([lead], among, 0.85)[0]?.account;
    expect(to(globex, [globex, globex])).toBe(0);
    expect(to(inParis, [globex, inParis])).toBe(1);
    expect(to(inParis, [inParis, globex])).toBe(0);
    // By domain, a lead without a name goes to the first, whatever the names.
    const [domain, email] = ["acme.com", "x@acme.com"];
    expect(
      to({ email }, [
        { name: "Acme Holdings Northern Ohio", domain },
        { name: "Acme", domain },
      ]),
    ).toBe(0);
    expect(
      to({ email, name: "Acme" }, [
        { name: "Acme", domain },
        { name: "Acme", domain },
      ]),
    ).toBe(0);
    // The mailbox of a lead is not an account's.
    expect(to({ email: "x@gmail.com" }, [{ name: "Acme", email: "x@gmail.com" }])).toBeUndefined();
  });

  it("not at all where nothing is near", () => {
    expect(match({ name: "Initech" })).toBeUndefined();
    expect(match({})).toBeUndefined();
  });

  it("10,000 of them among 50,000 within seconds", () => {
    const many = Array.from({ length: 50_000 }, (_, at) => company(at));
    const leads = Array.from({ length: 10_000 }, (_, at): RecordFields => {
      const { name = "", domain } = many[at * 5] as RecordFields;
      return at % 2 && domain
        ? { email: `x@${domain}` }
        : { name: `${name.slice(0, 4)}${name.slice(5)} Ltd` };
    });
    const began = cpuMs();
    const found = matchAccounts(leads, many, 0.85);
    const took = cpuMs() - began;
    const right = found.filter((one, at) => one?.account === at * 5).length;
    expect(right).toBeGreaterThan(8500);
    expect(found.filter(Boolean).length - right).toBeLessThan(20);
    expect(took).toBeLessThan(10_000);
  });
});

describe("completeness", () => {
  it("counts filled cells by column and rows that have them all; 0 and FALSE are filled", () => {
    const rows = [
      [1, null],
      [0, false],
      [null, null],
      [null, "x"],
    ];
    expect(completeness(rows, [0, 1])).toEqual({
      rows: 3,
      complete: 1,
      fields: [
        { filled: 2, missing: [3] },
        { filled: 2, missing: [0] },
      ],
    });
  });
});
