import { describe, expect, it } from "vitest";
import { pathJourneys, type TouchRow, touchJourneys } from "../../../src/core/attribution/readJourneys.js";
import { refused } from "../refused.js";

const touch = (person: string | null, channel: string | null, more: Partial<TouchRow> = {}): TouchRow => ({
  row: 1,
  person,
  channel,
  ...more,
});

describe("paths in one cell", () => {
  it("are split at >, -> or →, with milestones in brackets", () => {
    const { channels, paths } = pathJourneys([
      { row: 1, path: "Ads>Webinar [Lead created] -> Demo [opp] → Call [won]" },
    ]);
    expect(channels).toEqual(["Ads", "Webinar", "Demo", "Call"]);
    expect(paths[0]).toMatchObject({
      touches: [0, 1, 2, 3],
      milestones: [undefined, "lead", "opportunity", "close"],
      conversions: 1,
      nonConversions: 0,
    });
  });

  it.each([
    ["lead", ["Lead", "lead created", "LC"]],
    ["opportunity", ["opp", "Opportunity created", "Deal created", "o.c."]],
    ["close", ["Closed won", "close", "WON", "won deal", "cw"]],
    [undefined, ["", "first", "First touch", "FT", "42"]],
  ])("know a milestone by its usual names: %s", (milestone, marks) => {
    for (const mark of marks) {
      const [path] = touchJourneys([
        touch("a", "X", { milestone: mark }),
        touch("a", "Y", { milestone: "lead" }),
      ]).paths;
      expect(path?.milestones, mark).toEqual([milestone, "lead"]);
    }
  });

  it("ask about a milestone by no usual name, quoted by its beginning", () => {
    for (const mark of ["mislead", "flc", "ocean", "cows", "reopened", "disclosed", "ftp", "not won"]) {
      expect(
        refused(() => pathJourneys([{ row: 3, path: `A [${mark}]` }])),
        mark,
      ).toBe(`rows, row 3, has the milestone "${mark}"; write lead, opportunity or close.`);
    }
    expect(refused(() => pathJourneys([{ row: 3, path: `A [${"x".repeat(50)}]` }]))).toContain(
      `"${"x".repeat(40)}"`,
    );
  });

  it("carry no milestones and no days where none are told", () => {
    expect(pathJourneys([{ row: 1, path: "A > B [first]" }]).paths[0]).toEqual({
      touches: [0, 1],
      conversions: 1,
      nonConversions: 0,
      value: 0,
    });
    expect(touchJourneys([touch("a", "A")])).toEqual({
      channels: ["A"],
      paths: [{ touches: [0], conversions: 1, nonConversions: 0, value: 0 }],
      leftOut: 0,
    });
  });

  it("may have brackets and spaces in a channel's name", () => {
    const { channels } = pathJourneys([{ row: 1, path: " Ads [EU] spring  ->Mail [ lead ]→ Call[won]" }]);
    expect(channels).toEqual(["Ads [EU] spring", "Mail", "Call"]);
    // Only what stands in the last brackets, at the end, is a milestone.
    const read = (path: string) => {
      const { channels, paths } = pathJourneys([{ row: 1, path }]);
      return [channels, paths[0]?.milestones];
    };
    expect(read("Ads [EU] [lead]")).toEqual([["Ads [EU]"], ["lead"]]);
    expect(read("Ads [EU][lead]")).toEqual([["Ads [EU]"], ["lead"]]);
    expect(read("Ads [][lead]")).toEqual([["Ads []"], ["lead"]]);
    expect(read("Ads [lead")).toEqual([["Ads [lead"], undefined]);
    expect(read("[lead]")).toEqual([["(no channel)"], ["lead"]]);
    expect(read("Ads]")).toEqual([["Ads]"], undefined]);
    expect(read("Ads []")).toEqual([["Ads"], undefined]);
    expect(read("Ads [lead] late")).toEqual([["Ads [lead] late"], undefined]);
  });

  it("name one channel whatever its case and spacing, and a blank one so that nothing is lost", () => {
    const { channels, paths } = pathJourneys([
      { row: 1, path: "Paid  Search > paid search" },
      { row: 2, path: null, conversions: 2 },
    ]);
    expect(channels).toEqual(["Paid Search", "(no channel)"]);
    expect(paths.map(({ touches }) => touches)).toEqual([[0, 0], [1]]);
    const byTouch = touchJourneys([
      touch("a", " Ads "),
      touch("a", "ads"),
      touch("a", null),
      touch("b", " "),
    ]);
    expect(byTouch.channels).toEqual(["Ads", "(no channel)"]);
  });

  it("take 0 conversions for one path that did not convert, unless such paths are counted", () => {
    const counts = (row: object) => pathJourneys([{ row: 1, path: "A", ...row }]).paths[0];
    expect(counts({ conversions: 0 })).toMatchObject({ conversions: 0, nonConversions: 1 });
    expect(counts({ conversions: 0, nonConversions: 7 })).toMatchObject({
      conversions: 0,
      nonConversions: 7,
    });
    expect(counts({ conversions: 2, nonConversions: null })).toMatchObject({
      conversions: 2,
      nonConversions: 0,
    });
    expect(counts({ conversions: 0, value: 500 })).toMatchObject({ value: 0 });
  });

  it("are refused where a touch or a count makes no sense", () => {
    expect(refused(() => pathJourneys([{ row: 4, path: "A >  > B" }]))).toMatch(
      /^rows, row 4, has a path with nothing between/,
    );
    expect(refused(() => pathJourneys([{ row: 2, path: "A", conversions: -1 }]))).toBe(
      "rows, row 2, has -1 under conversions; give 0 or more.",
    );
    expect(refused(() => pathJourneys([{ row: 2, path: "A", nonConversions: -2 }]))).toBe(
      "rows, row 2, has -2 under non-conversions; give 0 or more.",
    );
    expect(refused(() => pathJourneys([{ row: 2, path: "A", value: -3 }]))).toBe(
      "rows, row 2, has -3 under value; give 0 or more.",
    );
    for (const path of [">", "A >", "> A"]) {
      expect(
        refused(() => pathJourneys([{ row: 1, path }])),
        path,
      ).toMatch(/has a path with nothing between/);
    }
    expect(refused(() => pathJourneys([{ row: 2, path: "A [maybe]" }]))).toBe(
      'rows, row 2, has the milestone "maybe"; write lead, opportunity or close.',
    );
  });
});

describe("one touch a row", () => {
  it("is put together by person and sorted by time, those of one moment as they stand", () => {
    const { channels, paths } = touchJourneys([
      touch("Ada", "Demo", { time: 3 }),
      touch("Ben", "Ads", { time: 1 }),
      touch("Ada", "Ads", { time: 1 }),
      touch("Ada", "Mail", { time: 1 }),
    ]);
    expect(paths.map(({ touches }) => touches.map((at) => channels[at]))).toEqual([
      ["Ads", "Mail", "Demo"],
      ["Ads"],
    ]);
    expect(paths[0]?.times).toEqual([1, 1, 3]);
  });

  it("keeps people apart whatever they are called", () => {
    expect(touchJourneys([touch("__proto__", "A"), touch("constructor", "A")]).paths).toHaveLength(2);
  });

  it("converts by what is said: Converted, else a close, else a value, else all", () => {
    const won = (...rows: TouchRow[]) => touchJourneys(rows).paths.map(({ conversions }) => conversions);
    expect(
      won(touch("a", "X", { converted: 1, value: 0 }), touch("b", "X", { converted: 0, value: 9 })),
    ).toEqual([1, 0]);
    expect(won(touch("a", "X", { milestone: "Closed won" }), touch("b", "X", { milestone: "lead" }))).toEqual(
      [1, 0],
    );
    expect(won(touch("a", "X", { value: 5 }), touch("b", "X", { value: null }))).toEqual([1, 0]);
    expect(won(touch("a", "X"), touch("b", "X"))).toEqual([1, 1]);
    expect(won(touch("a", "X", { value: 0 }), touch("b", "X", { value: 0 }))).toEqual([1, 1]);
    expect(
      won(
        touch("a", "X", { converted: null }),
        touch("a", "Y", { converted: 2 }),
        touch("b", "X", { converted: null, milestone: "won", value: 9 }),
      ),
    ).toEqual([1, 0]);
    const [, lost] = touchJourneys([
      touch("a", "X", { converted: 1 }),
      touch("b", "X", { converted: 0, value: 9 }),
    ]).paths;
    expect(lost).toMatchObject({ conversions: 0, nonConversions: 1, value: 0 });
  });

  it("counts a value repeated on every touch once, and asks which of two holds", () => {
    const twice = (second: number) =>
      touchJourneys([touch("a", "X", { value: 5 }), touch("a", "Y", { value: second, row: 2 })]);
    expect(twice(5).paths[0]?.value).toBe(5);
    const blank = touchJourneys([
      touch("a", "X", { value: 5 }),
      touch("a", "Y", { value: null }),
      touch("a", "Z"),
    ]);
    expect(blank.paths[0]?.value).toBe(5);
    expect(refused(() => twice(-6))).toBe("rows, row 2, has -6 under value; give 0 or more.");
    expect(refused(() => twice(6))).toBe(
      "rows, row 2, has 6 under value, but an earlier touch has 5; give one value a path.",
    );
  });

  it("counts touches without a person apart, and asks for a missing date", () => {
    expect(touchJourneys([touch(null, "X"), touch("a", "X")]).leftOut).toBe(1);
    expect(refused(() => touchJourneys([touch("a", "X", { time: null, row: 9 })]))).toBe(
      "rows, row 9, has no date; give the day of the touch.",
    );
  });
});
