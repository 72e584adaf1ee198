import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, nameWords } from "../../../src/core/quality/foldName.js";
import { domainOf, isFreeMail, isKnown, isText, prepareRecord } from "../../../src/core/quality/record.js";
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
    expect(nameWords("The")).toEqual(["the"]);
    expect(nameWords("The The")).toEqual(["the"]);
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

  it("end where the address ends, and are none where a label is blank", () => {
    for (const address of [
      " acme.com ",
      "acme.com.",
      "acme.com/about",
      "acme.com#top",
      "acme.com?x=1",
      "acme.com (old site)",
      "ftp://acme.com",
      "acme.com/go?to=https://birch.com",
    ]) {
      expect(domainOf(address), address).toBe("acme.com");
    }
    expect(["acme..com", ".com", "@acme", "acme.", ""].map(domainOf)).toEqual(["", "", "", "", ""]);
    // .au has a second level of its own, .com has none, and a company may be registered under .de itself.
    expect(["shop.acme.com.au", "acme.co.com", "www.acme.de"].map(domainOf)).toEqual([
      "acme.com.au",
      "co.com",
      "acme.de",
    ]);
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

describe("a record made ready", () => {
  it("takes an e-mail address only where it is one, without the part behind a plus", () => {
    const mail = (email: string) => prepareRecord({ email }).email;
    expect([" Ada@Acme.com ", "ada+a+b@acme.com"].map(mail)).toEqual(["ada@acme.com", "ada@acme.com"]);
    for (const none of ["ada", "ada@", "@acme.com", "a da@acme.com", "ada@acme.com x", "ada@b@acme.com"]) {
      expect(mail(none), none).toBe("");
    }
  });

  it("takes the last nine digits of a telephone number that has seven or more", () => {
    const phone = (number: string) => prepareRecord({ phone: number }).phone;
    expect(["123 456", "123-4567", "+49 30 1234567890"].map(phone)).toEqual(["", "1234567", "234567890"]);
  });

  it("prefers the web site to the address, and the address to a mailbox provider's", () => {
    expect(prepareRecord({ domain: "acme.com", email: "ada@birch.com" }).domain).toBe("acme.com");
    expect(prepareRecord({ domain: "none", email: "ada@birch.com" }).domain).toBe("birch.com");
    expect(prepareRecord({ domain: "gmail.com" }).domain).toBe("");
  });

  it("has initials from three words on, and the words that hold a digit", () => {
    expect(prepareRecord({ name: "International Business Machines" }).initials).toBe("ibm");
    expect(prepareRecord({ name: "Business Machines" }).initials).toBe("");
    expect(prepareRecord({ name: "Store 12 Route 66 North" }).digits).toBe("12 66");
  });

  it("is a text beyond 200 letters, and unknown without name, domain, e-mail and phone", () => {
    expect([200, 201].map((letters) => isText(prepareRecord({ name: "x".repeat(letters) })))).toEqual([
      false,
      true,
    ]);
    const known = [
      { name: "Acme" },
      { domain: "acme.com" },
      { email: "ada@gmail.com" },
      { phone: "030 1234567" },
    ];
    expect(known.map((fields) => isKnown(prepareRecord(fields)))).toEqual([true, true, true, true]);
    expect(isKnown(prepareRecord({ place: "Paris", company: "Acme" }))).toBe(false);
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
    // 9 of 10 letters are the same, and the number is another: 0.9 × 0.6.
    expect(alike("Warehouse1", "Warehouse2")).toBeCloseTo(0.54, 12);
  });

  it("weighs the words that names have apart from those that they share", () => {
    // 12 of 13 letters and spaces, 3 of 4 without Software: the mean.
    expect(alike("Acme Software", "Acne Software")).toBeCloseTo((12 / 13 + 3 / 4) / 2, 12);
    // 8 of 13 letters, none without Software: 4 of 13 is too little to be alike.
    expect(alike("Acme Software", "Birch Software")).toBe(0);
    // Nothing is left over of the shorter one, so what they share says all: 10 of 15 letters, but one holds the other.
    expect(alike("Acme Rocket", "Acme Rocket Labs")).toBe(0.8);
    // 16 of 18 letters, and nothing left over of the one name, whichever stands first.
    expect(alike("Northwind Traders", "Northwind Traders UK")).toBeCloseTo(16 / 18, 12);
    expect(alike("Northwind Traders UK", "Northwind Traders")).toBeCloseTo(16 / 18, 12);
  });

  it("takes a first letter for a first name only before the same last name", () => {
    expect(alike("Jane Smith", "J Smith")).toBe(0.9);
    expect(alike("K Smith", "Jane Smith")).toBeLessThan(0.9);
    expect(alike("J Smith", "Jane Sands")).toBeLessThan(0.9);
    expect(alike("Jo Smith", "Jane Smith")).toBeLessThan(0.9);
    // A letter alone is no last name to go by.
    expect(alike("J", "John J")).toBe(0);
    expect(alike("John J", "J")).toBe(0);
  });

  it("takes a name for part of another only by a word of more than three letters", () => {
    expect(alike("Acme", "Acme Rockets of Ohio")).toBe(0.8);
    expect(alike("SAP", "SAP Labs of Walldorf")).toBe(0);
    expect(alike("Acme Ohio", "Acme Rockets of Utah")).toBe(0);
    // One such word is enough, whatever stands beside it.
    expect(alike("Acme UK", "Acme Holdings International UK")).toBe(0.8);
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

  it("says how alike names are, in whole per cent below 100, and which fields differ", () => {
    // 12 of 13 letters and spaces, and 3 of 4: 0.8365.
    expect(score({ name: "Acme Software" }, { name: "Acne Software" })?.reason).toBe("names 83% alike");
    expect(score({ name: "Acme", domain: "acme.com" }, { name: "Birch", domain: "acme.com" })).toEqual({
      score: 30 / 80,
      reason: "other name; same domain",
    });
    expect(
      score({ email: "a@acme.com", phone: "030 1234567" }, { email: "a@acme.com", phone: "030 7654321" }),
    ).toEqual({
      // The domain of the address agrees as well: 30 and 40 of 75.
      score: 70 / 75,
      reason: "same domain; same e-mail; other phone",
    });
  });

  it("takes employers and places for the same that are spelt a little differently, and no phone", () => {
    const place = (one: string, other: string) =>
      score({ name: "A", place: one }, { name: "A", place: other });
    expect(place("Frankfurt am Main", "Frankfurt a Main")).toEqual({
      score: 1,
      reason: "same name; same place",
    });
    // 6 of 7 letters are 0.857, 5 of 6 are 0.833; the bound is 0.85.
    expect(place("Hamburg", "Hamborg")?.reason).toBe("same name; same place");
    expect(place("Berlin", "Merlin")?.reason).toBe("same name; other place");
    expect(score({ name: "A", company: "Acme Systems" }, { name: "A", company: "Acme System" })?.reason).toBe(
      "same name; same company",
    );
    expect(score({ phone: "123456789" }, { phone: "123456788" })).toEqual({
      score: 0,
      reason: "other phone",
    });
  });

  it("is none below what is asked for, and there where it just reaches it", () => {
    const pair = [
      { name: "Acme", place: "Köln" },
      { name: "Acme", place: "Berlin" },
    ].map(prepareRecord);
    const [one, other] = pair as [(typeof pair)[0], (typeof pair)[0]];
    expect(compareRecords(one, other, 50 / 60)?.score).toBe(50 / 60);
    expect(compareRecords(one, other, 50 / 60 + 1e-9)).toBeUndefined();
  });

  it("trusts a name alone a little less", () => {
    expect(score({ name: "Acme" }, { name: "Acme" })?.score).toBeCloseTo(0.95, 12);
  });

  it("asks nothing of a field that one of the two lacks, and no name where one has none", () => {
    const [bare, full] = [
      { name: "Acme", phone: "030 1234567" },
      { name: "Acme", phone: "030 1234567", domain: "acme.com", place: "Ulm" },
    ];
    for (const [one, other] of [
      [bare, full],
      [full, bare],
    ] as const)
      expect(score(one, other)).toEqual({ score: 1, reason: "same name; same phone" });
    const [nameless, named] = [{ domain: "acme.com" }, { name: "Acme", domain: "acme.com" }];
    expect(score(nameless, named)).toEqual({ score: 1, reason: "same domain" });
    expect(score(named, nameless)).toEqual({ score: 1, reason: "same domain" });
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
