import { describe, expect, it } from "vitest";
import { callFunction } from "../../src/functions/call.js";
import { CATALOGUE } from "../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../src/functions/definition.js";
import { zoneOf } from "../../src/functions/zone.js";
import { readFormula } from "./readFormula.js";

/** What holds for every function of the catalogue, shown on its own examples. */

const zone = zoneOf("Europe/Berlin");
type Grid = unknown[][];
const isGrid = (arg: unknown): arg is Grid => Array.isArray(arg);

const examples = CATALOGUE.flatMap((definition) =>
  definition.examples.map(({ formula }) => ({ definition, formula, args: readFormula(formula).args })),
);

/** The same call with a blank row put into every range of rows. */
const withBlankRow = (args: readonly unknown[], at: (grid: Grid) => number): unknown[] =>
  args.map((arg) => {
    if (!isGrid(arg) || arg.length < 2) return arg;
    const blank = (arg[0] as unknown[]).map(() => "");
    return [...arg.slice(0, at(arg)), blank, ...arg.slice(at(arg))];
  });

const numbersRows = ({ notes }: FunctionDefinition): boolean =>
  notes?.some((note) => note.startsWith("Rows are counted from 1")) ?? false;

/** An answer that names rows of the range, with those below the first moved down by one. */
const rowsMovedDown = (answer: unknown): unknown => {
  if (!isGrid(answer)) return answer;
  const [heads = [], ...rows] = answer;
  const moved = (cell: unknown, at: number) =>
    /row$/i.test(String(heads[at])) && typeof cell === "number" && cell > 1 ? cell + 1 : cell;
  return [heads, ...rows.map((cells) => cells.map(moved))];
};

describe("a blank row changes nothing", () => {
  for (const { definition, formula, args } of examples) {
    if (!args.some((arg) => isGrid(arg) && arg.length > 1)) continue;
    it(formula, () => {
      const answer = callFunction(definition, args, zone);
      expect(
        callFunction(
          definition,
          withBlankRow(args, (grid) => grid.length),
          zone,
        ),
      ).toEqual(answer);
      const between = callFunction(
        definition,
        withBlankRow(args, () => 1),
        zone,
      );
      if (definition.blankRows === "kept" && isGrid(answer) && answer.length > 1) {
        // One answer a row: the blank row is answered with a blank.
        expect((between as Grid)[1]?.every((cell) => cell === "")).toBe(true);
        expect((between as Grid).filter((_, row) => row !== 1)).toEqual(answer);
      } else {
        expect(between).toEqual(numbersRows(definition) ? rowsMovedDown(answer) : answer);
      }
    });
  }
});

describe("a column of answers is what each row gives on its own", () => {
  for (const { definition, formula, args } of examples) {
    if (definition.mode !== "elementwise") continue;
    const height = Math.max(1, ...args.map((arg) => (isGrid(arg) ? arg.length : 1)));
    if (height === 1) continue;
    it(formula, () => {
      const rows = Array.from({ length: height }, (_, row) =>
        callFunction(
          definition,
          args.map((arg) => (isGrid(arg) ? arg[row]?.[0] : arg)),
          zone,
        ),
      );
      expect(callFunction(definition, args, zone)).toEqual(rows.map((answer) => [answer]));
    });
  }
});

describe("an error cell anywhere is named, never swallowed", () => {
  for (const { definition, formula, args } of examples) {
    it(formula, () => {
      args.forEach((arg, index) => {
        if (arg === "") return;
        const spoilt = isGrid(arg)
          ? arg.map((cells, row) =>
              cells.map((cell, at) => (row === arg.length - 1 && at === 0 ? "#N/A" : cell)),
            )
          : "#N/A";
        const call = () => callFunction(definition, args.with(index, spoilt), zone);
        expect(call).toThrow(
          new RegExp(
            `^${definition.parameters[index]?.name}(,.*,)? holds the error #N/A; mend that cell first`,
          ),
        );
      });
    });
  }
});
