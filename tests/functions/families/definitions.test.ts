import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { CATALOGUE } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";

const definitions = CATALOGUE.find(({ name }) => name === "REVOPS_DEFINITIONS") as FunctionDefinition;
const netRetention = (rows: unknown[][], from: string, to: string) => () =>
  callFunction(
    definitions,
    ["NRR", [["Account", "Annual amount", "Starts", "Ends"]], rows, from, to],
    zoneOf("Europe/Berlin"),
  );
const ash = ["Ash", 40_000, "2025-01-01", ""];
const blank = ["", "", "", ""];

describe("NRR side by side", () => {
  it("names its own arguments where the closing day lies before the opening day", () => {
    expect(netRetention([ash], "2026-03-31", "2025-12-31")).toThrow(/^to lies before from; swap the two\.$/);
  });

  it("names the row in the table and its heading, blank rows counted, where a subscription contradicts itself", () => {
    const birch = (amount: number, ends: string) => ["Birch", amount, "2025-06-01", ends];
    const between = (row: unknown[]) => netRetention([ash, blank, row], "2025-12-31", "2026-03-31");
    expect(between(birch(1, "2025-05-01"))).toThrow(/^rows, row 3, under Ends lies before its start/);
    expect(between(birch(-1, ""))).toThrow(/^rows, row 3, under Annual amount is -1, below 0/);
  });
});
