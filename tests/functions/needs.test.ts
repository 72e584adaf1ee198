import { expect, it } from "vitest";
import { CATALOGUE } from "../../src/functions/catalogue.js";
import { FAMILIES } from "../../src/functions/definition.js";
import { ASKED_FOR, NEEDS } from "../../src/functions/needs.js";

/** What the function finder knows beside the functions themselves. */

it("every family is asked for by a question and by words, none of them twice", () => {
  expect(Object.keys(NEEDS)).toEqual([...FAMILIES]);
  for (const { question, words } of Object.values(NEEDS)) {
    expect(question).toMatch(/^[A-Z].*\?$/);
    expect(words.length).toBeGreaterThan(3);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[a-z][a-z ]*$/);
  }
});

it("words lead to functions that there are, each once", () => {
  const names = CATALOGUE.map(({ name }) => name);
  for (const [words, asked] of Object.entries(ASKED_FOR)) {
    expect(asked.length, words).toBeGreaterThan(0);
    expect(new Set(asked).size, words).toBe(asked.length);
    for (const name of asked) expect(names, words).toContain(name);
  }
});
