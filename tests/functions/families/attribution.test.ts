import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";
import { cpuMs } from "../../cpuMs.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone) as unknown[][];
const day = (text: string) => new Date(`${text}T12:00:00Z`);

describe("REVOPS_ATTRIBUTION", () => {
  const touches = [
    ["Ada", day("2026-03-09"), "Demo", "Opportunity created", 500],
    ["Ada", day("2026-03-01"), "Ads", "", ""],
    ["", day("2026-03-01"), "Ads", "", ""],
    ["Ada", day("2026-03-05"), "Webinar", "Lead created", ""],
    ["Ben", day("2026-03-05"), "Ads", "", ""],
  ];

  it("puts touches together by person, and says which belong to nobody", () => {
    expect(
      call(
        "REVOPS_ATTRIBUTION",
        [["Contact", "Date", "Channel", "Milestone", "Amount"]],
        touches,
        "w-shaped",
      ),
    ).toEqual([
      ["Channel", "Conversions", "Share", "Value"],
      ["Ads", expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(500 / 3, 9)],
      ["Demo", expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(500 / 3, 9)],
      ["Webinar", expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(500 / 3, 9)],
      ["1 touch has no person and is left out", "", "", ""],
    ]);
  });

  it("takes the model that the recommendation names", () => {
    const model = call("REVOPS_ATTRIBUTION_RECOMMEND", 900, true);
    expect(call("REVOPS_ATTRIBUTION", [["Path"]], [["A > B"]], model, "", "", false)).toEqual([
      ["A", 0.5, 0.5, ""],
      ["B", 0.5, 0.5, ""],
    ]);
  });

  it("asks for the columns it needs, and for readable cells", () => {
    expect(refused(() => call("REVOPS_ATTRIBUTION", [["Route"]], [["A"]]))).toMatch(
      /^headings hold neither Path nor Person and Channel/,
    );
    expect(refused(() => call("REVOPS_ATTRIBUTION", [["Path", "Non-conversions"]], [["A", 1]]))).toMatch(
      /^headings hold non-conversions but no conversions/,
    );
    expect(
      refused(() =>
        call(
          "REVOPS_ATTRIBUTION",
          [["Path", "Conversions"]],
          [
            ["A", 1],
            ["B", "some"],
          ],
        ),
      ),
    ).toBe('rows, row 2, under Conversions is "some"; write TRUE or FALSE.');
    expect(refused(() => call("REVOPS_ATTRIBUTION", [["Path", "Value"]], [["A", -5]]))).toBe(
      "rows, row 1, has -5 under value; give 0 or more.",
    );
  });

  it("answers 100,000 paths over 20 channels in one call", () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => [
      Array.from({ length: 1 + (at % 5) }, (_, step) => `Channel ${(at * 7 + step * step * 3) % 20}`).join(
        " > ",
      ),
      at % 4 === 0,
    ]);
    const began = cpuMs();
    expect(call("REVOPS_ATTRIBUTION", [["Path", "Converted"]], rows, "markov")).toHaveLength(21);
    expect(cpuMs() - began).toBeLessThan(6000);
  });
});

describe("REVOPS_ATTRIBUTION_COMPARE", () => {
  it("gives each model its column, and names the simplified Shapley value beyond 20 channels", () => {
    const rows = Array.from({ length: 21 }, (_, at) => [`C${at} > C${(at + 1) % 21}`, 1]);
    const [head, ...body] = call("REVOPS_ATTRIBUTION_COMPARE", [["Path", "Conversions"]], rows);
    expect(head?.slice(-2)).toEqual(["Markov", "Shapley simplified"]);
    for (let model = 1; model < 10; model++) {
      expect(body.reduce((sum, row) => sum + (row[model] as number), 0)).toBeCloseTo(21, 9);
    }
  });

  it("compares value where there is some, and says so where there is none", () => {
    expect(
      call("REVOPS_ATTRIBUTION_COMPARE", [["Path", "Value"]], [["A > B", 80]], "value", "", "", false)[0],
    ).toEqual(["A", 80, 0, 40, 40, 40, 40, expect.closeTo(80 / 3, 9), 40, 40]);
    expect(refused(() => call("REVOPS_ATTRIBUTION_COMPARE", [["Path"]], [["A"]], "value"))).toMatch(
      /^credit is value, but no converting path has one/,
    );
  });
});
