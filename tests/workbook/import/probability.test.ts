import { describe, expect, test } from "vitest";
import { Fault } from "../../../src/workbook/import/fault.js";
import { parseCount } from "../../../src/workbook/import/parseCount.js";
import { detectProbabilityFormat, parseProbability } from "../../../src/workbook/import/probability.js";

function readColumn(texts: string[], heading = "Probability") {
  const { scale } = detectProbabilityFormat(texts, heading);
  return texts.map((text) => {
    const value = parseProbability(text, scale);
    return value instanceof Fault ? value.problem : value;
  });
}

describe("a probability is a fraction, however the export writes it", () => {
  test("25 among values up to 100 is 25%", () => {
    expect(readColumn(["25", "100", "0", "1", ""])).toEqual([0.25, 1, 0, 0.01, null]);
  });

  test("0.25 among values up to 1 is 25%", () => {
    expect(readColumn(["0.25", "1", "0", "0,9"])).toEqual([0.25, 1, 0, 0.9]);
  });

  test("a percent sign speaks for itself in either column", () => {
    expect(readColumn(["25%", "12.5 %", "0.5"])).toEqual([0.25, 0.125, 0.5]);
  });

  test("a heading with a percent sign decides where the values do not", () => {
    expect(readColumn(["1", "0"], "Probability (%)")).toEqual([0.01, 0]);
    expect(readColumn(["1", "0"])).toEqual([1, 0]);
    expect(detectProbabilityFormat(["1", "0"], "Probability").shown).toBe(false);
  });
});

describe("what cannot be a probability is refused", () => {
  test("1000 in a Salesforce export, with what to write instead", () => {
    expect(readColumn(["1000", "65", "100"])).toEqual([
      '"1000" is above 100%; write 25% or 0.25 in the export',
      0.65,
      1,
    ]);
  });

  test("a lone 25 among fractions", () => {
    expect(readColumn(["0.2", "0.4", "25"])[2]).toBe('"25" is above 100%; write 25% or 0.25 in the export');
  });

  test("a negative value and a word", () => {
    expect(readColumn(["-5", "50"])[0]).toBe('"-5" is below 0%; write 25% or 0.25 in the export');
    expect(readColumn(["high"])[0]).toMatch(/is not a probability; write 25% or 0.25/);
  });
});

test("contacts are whole numbers from 0", () => {
  expect([parseCount("3"), parseCount("3.0"), parseCount("")]).toEqual([3, 3, null]);
  for (const text of ["2.5", "-1", "many"]) {
    expect(parseCount(text)).toEqual(
      new Fault(`"${text}" is not a whole number; write one such as 3 in the export or leave the cell blank`),
    );
  }
});
