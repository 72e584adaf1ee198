import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";

const zone = zoneOf("America/New_York");
const call = (...args: unknown[]) =>
  callFunction(findFunction("REVOPS_BREAKDOWN") as FunctionDefinition, args, zone) as unknown[][];

describe("REVOPS_BREAKDOWN", () => {
  it("leaves blank what cannot be had: amounts that were not given, and rates of groups without a closed deal", () => {
    expect(call([["Web"], ["Partner"]], [["Open"], ["Won"]])).toEqual([
      ["Group", "Open deals", "Open amount"].concat(
        ["Won deals", "Won amount", "Lost deals"],
        ["Win rate", "Average won deal", "Cycle days"],
      ),
      ["Partner", 0, "", 1, "", 0, 1, "", ""],
      ["Web", 1, "", 0, "", 0, "", "", ""],
    ]);
  });

  it("says in closing rows how many deals lack an amount or a closed date, or are won before they were created", () => {
    const deals = [
      ["Web", "Won", 100, "2026-01-01", "2026-01-11"],
      ["Web", "Won", "", "2026-01-20", "2026-01-15"],
      ["Web", "Lost", 50, "2026-01-01", ""],
      ["Partner", "Open", 300, "2026-01-01", ""],
    ];
    const inJanuary = (rows: readonly (readonly unknown[])[]) =>
      call(
        ...[0, 1, 2, 3, 4].map((column) => rows.map((row) => [row[column]])),
        ...["2026-01-01", "2026-01-31", "", "", "", false],
      );
    const said = (...sentences: string[]) =>
      sentences.map((sentence) => [sentence, ...Array<string>(8).fill("")]);
    // Two web deals won, one of them of 100 after 10 days; the lost one has no day that could lie in January.
    expect(inJanuary(deals)).toEqual([
      ["Web", 0, 0, 2, 100, 0, 1, 100, 10],
      ["Partner", 1, 300, 0, 0, 0, "", "", ""],
      ...said(
        "1 deal has no amount",
        "1 closed deal has no closed date and stands outside the period",
        "1 won deal is closed before created and not in the cycle; correct one of the dates",
      ),
    ]);
    expect(inJanuary([...deals, ...deals]).slice(2)).toEqual(
      said(
        "2 deals have no amount",
        "2 closed deals have no closed date and stand outside the period",
        "2 won deals are closed before created and not in the cycle; correct one of the dates",
      ),
    );
    expect(inJanuary(deals.slice(0, 1))).toEqual([["Web", 0, 0, 1, 100, 0, 1, 100, 10]]);
  });
});
