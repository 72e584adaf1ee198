import { describe, expect, it } from "vitest";
import { callFunction } from "../../src/functions/call.js";
import { CATALOGUE, findFunction } from "../../src/functions/catalogue.js";
import { isCellDate } from "../../src/functions/cells.js";
import { zoneOf } from "../../src/functions/zone.js";
import { readFormula } from "./readFormula.js";

const utc = zoneOf("UTC");

/** Dates are compared by their serial day; figures to the fifteen digits that a cell shows. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return { serial: utc.serialOf(value) };
  if (typeof value === "number") return Number(value.toPrecision(13));
  return isCellDate(value) ? { serial: value.serial } : value;
};

describe("every published example gives the answer it promises", () => {
  for (const definition of CATALOGUE) {
    describe(definition.name, () => {
      it("has at least one example, each with the place its figures come from", () => {
        expect(definition.examples.length).toBeGreaterThan(0);
        for (const { from } of definition.examples) expect(from).not.toBe("");
      });
      for (const { formula, answer } of definition.examples) {
        it(formula, () => {
          const { name, args } = readFormula(formula);
          expect(name).toBe(definition.name);
          expect(plain(callFunction(definition, args, utc))).toEqual(plain(answer));
        });
      }
    });
  }
});

describe("the catalogue can be read as help", () => {
  it("names every function and every parameter once", () => {
    const names = CATALOGUE.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, parameters } of CATALOGUE) {
      expect(findFunction(name)?.name).toBe(name);
      const own = parameters.map((parameter) => parameter.name);
      expect(new Set(own).size, name).toBe(own.length);
    }
  });

  it("puts parameters that may be left out after those that may not", () => {
    for (const { name, parameters } of CATALOGUE) {
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      const rest = firstOptional < 0 ? [] : parameters.slice(firstOptional);
      expect(
        rest.every(({ optional }) => optional),
        name,
      ).toBe(true);
    }
  });

  it("says of every function and parameter what it is", () => {
    for (const { name, summary, formula, result, source, parameters } of CATALOGUE) {
      for (const text of [summary, formula, result, source]) expect(text.trim(), name).not.toBe("");
      for (const { help, kind } of parameters) {
        expect(help.trim(), name).toMatch(/[.)]$/);
        expect(kind).not.toBe("");
      }
    }
  });
});
