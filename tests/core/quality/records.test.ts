import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, nameWords } from "../../../src/core/quality/foldName.js";
import { domainOf, isFreeMail, prepareRecord } from "../../../src/core/quality/record.js";
import { compareRecords, likeness, nameSimilarity } from "../../../src/core/quality/similarity.js";

const alike = (one: string, other: string) =>
  nameSimilarity(prepareRecord({ name: one }), prepareRecord({ name: other }));

describe("names without what does not tell them apart", () => {
  it("have no accents, case or punctuation", () => {
    expect(foldText("  Crème-Brûlée Ørsted Łódź  ")).toBe("creme brulee orsted lodz");
    expect(foldText("Straße & Söhne")).toBe("strasse and sohne");
    expect(foldText("株式会社 トヨタ")).toBe("株式会社 トヨタ");
  });

  it("have no legal form and no leading article", () => {
    for (const name of [
      "Acme",
      "ACME, Inc.",
      "Acme Corporation",
      "Acme GmbH & Co. KG",
      "The Acme Company",
      "Acme S.A. de C.V.",
      "Acme Sp. z o.o.",
      "Acme Pty Ltd",
      "Acme A/S",
      "Acme UG (haftungsbeschränkt)",
    ]) {
      expect(nameWords(name), name).toEqual(["acme"]);
    }
  });

  it("keep a name that is nothing but a legal form", () => {
    expect(nameWords("AG")).toEqual(["ag"]);
    expect(nameWords("The Company")).toEqual(["company"]);
  });
});

describe("domains", () => {
  it("are the registered ones, from web sites and addresses alike", () => {
    for (const address of [
      "acme.co.uk",
      "https://www.acme.co.uk/contact?x=1",
      "Ada@Mail.ACME.co.uk",
      "http://acme.co.uk:8080",
    ]) {
      expect(domainOf(address), address).toBe("acme.co.uk");
    }
    expect(domainOf("sub.acme.com")).toBe("acme.com");
    expect(domainOf("no address")).toBe("");
    expect(domainOf("localhost")).toBe("");
  });

  it("of mail providers belong to no company", () => {
    expect(["gmail.com", "yahoo.co.uk", "web.de", "mail.ru"].every(isFreeMail)).toBe(true);
    expect(["acme.com", "gmail-partners.com"].some(isFreeMail)).toBe(false);
    expect(prepareRecord({ email: "ada@gmail.com" }).domain).toBe("");
    expect(prepareRecord({ email: "Ada+News@Acme.com" })).toMatchObject({
      email: "ada@acme.com",
      domain: "acme.com",
    });
  });
});

describe("likeness of texts", () => {
  it("is 1 − edits ÷ length: kitten and sitting are 3 edits apart (Levenshtein's textbook pair)", () => {
    expect(likeness("kitten", "sitting")).toBeCloseTo(4 / 7, 12);
    expect(likeness("saturday", "sunday")).toBeCloseTo(5 / 8, 12);
    expect(likeness("", "")).toBe(1);
  });

  it("takes the textbook pairs of record linkage for near, as Jaro–Winkler does (0.961, 0.840, 0.813)", () => {
    expect(alike("Martha", "Marhta")).toBeCloseTo(4 / 6, 12);
    expect(alike("Dwayne", "Duane")).toBeCloseTo(4 / 6, 12);
    expect(alike("Dixon", "Dicksonx")).toBe(0.5);
  });

  it("sees through order, initials, and a name within the other", () => {
    expect(alike("Smith, John", "John Smith")).toBe(1);
    expect(alike("J. Smith", "John Smith")).toBe(0.9);
    expect(alike("International Business Machines Corp.", "IBM")).toBe(0.85);
    expect(alike("Siemens", "Siemens Healthineers")).toBe(0.8);
    expect(alike("Müller", "Mueller")).toBeCloseTo(6 / 7, 12);
  });

  it("keeps numbered names apart", () => {
    expect(alike("Store 12", "Store 13")).toBeLessThan(0.6);
    expect(alike("Studio 54", "Studio")).toBeLessThan(0.6);
  });

  it("is the same from either side, and 1 with itself", () => {
    const anyName = fc.oneof(
      fc.string(),
      fc.constantFrom("Acme Inc", "IBM", "J Smith", "John Smith", "Store 12"),
    );
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        expect(alike(one, other)).toBe(alike(other, one));
        expect(alike(one, one)).toBe(1);
        expect(alike(one, other)).toBeGreaterThanOrEqual(0);
        expect(alike(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the score of a pair", () => {
  const score = (one: object, other: object) => compareRecords(prepareRecord(one), prepareRecord(other), 0);

  it("weighs what both fill, and says what spoke for and against", () => {
    expect(score({ name: "Acme Inc", domain: "acme.com" }, { name: "ACME", domain: "www.acme.com" })).toEqual(
      {
        score: 1,
        reason: "same name; same domain",
      },
    );
    expect(
      score({ name: "Acme", domain: "acme.com" }, { name: "Acme", domain: "acme-tools.com" })?.score,
    ).toBeCloseTo(50 / 70, 12);
    expect(score({ name: "Acme", place: "Köln" }, { name: "Acme", place: "Berlin" })).toEqual({
      score: 50 / 60,
      reason: "same name; other place",
    });
  });

  it("trusts a name alone a little less", () => {
    expect(score({ name: "Acme" }, { name: "Acme" })?.score).toBeCloseTo(0.95, 12);
  });

  it("takes a phone for the same whatever its country code", () => {
    expect(score({ phone: "+49 (30) 123-45678" }, { phone: "030 12345678" })?.reason).toBe("same phone");
    expect(score({ phone: "112" }, { phone: "112" })).toBeUndefined();
  });

  it("keeps namesakes at different employers apart, and finds one person with two spellings", () => {
    const ada = { name: "Ada Lovelace", company: "Acme", email: "ada@acme.com" };
    const elsewhere = score(ada, { name: "Ada Lovelace", company: "Birch", email: "ada@birch.com" });
    expect(elsewhere?.score).toBeLessThan(0.6);
    const same = score(ada, { name: "A. Lovelace", company: "Acme Ltd", email: "ADA@acme.com" });
    expect(same?.score).toBeGreaterThan(0.95);
  });

  it("has none where there is nothing to compare", () => {
    expect(score({ name: "Acme" }, { domain: "acme.com" })).toBeUndefined();
  });
});
