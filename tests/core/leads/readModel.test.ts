import { describe, expect, it } from "vitest";
import { leadScores, signalColumns } from "../../../src/core/leads/leadScore.js";
import { type ModelCell, readLeadModel } from "../../../src/core/leads/readModel.js";
import { refused } from "../refused.js";

const today = 46_111;
const none = () => undefined;
const scoreUnder = (model: ModelCell[][], heading: string, cell: number | boolean | { serial: number }) =>
  leadScores(signalColumns([heading], readLeadModel(model)), [[cell]], today, none)[0];

describe("a scoring model of one's own", () => {
  it("is read by its headings, in any order", () => {
    const [signal] = readLeadModel([
      ["Points", "Signal", "Group"],
      [7, "Trial started", "Behavioral"],
    ]);
    expect(signal).toMatchObject({ name: "Trial started", group: "behavioural", points: 7, threshold: 1 });
  });

  it("takes the first of two columns that mean the same, and does not mind spaces around a name", () => {
    const [signal] = readLeadModel([
      ["Signal", "Group", "Points", "Score", "Notes", "Owner"],
      [" Trial started ", "fit", " 7 ", 99, "new", "Ada"],
    ]);
    expect(signal).toStrictEqual({
      name: "Trial started",
      group: "firmographic",
      points: 7,
      aliases: [],
      threshold: 1,
    });
  });

  it("is no heading row where a signal is only called as a heading is", () => {
    expect(readLeadModel([["Name", "firmographic", 5]])).toHaveLength(1);
  });

  it("may give a signal no points for now", () => {
    const model: ModelCell[][] = [
      ["Trial", "behavioural", 0],
      ["Spam", "negative", 0],
    ];
    expect(readLeadModel(model).map(({ points }) => points)).toEqual([0, 0]);
  });

  it("is read without headings as signal, group, points, decay, threshold", () => {
    const model = readLeadModel([
      ["Trial started", "behavioural", "40", null, null],
      [null, null, null, null, null],
      ["Seats used", "Firmographic", 15, null, 50],
      ["Competitor domain", "NEGATIVE", -60, null, null],
    ]);
    expect(model.map(({ points, threshold }) => [points, threshold])).toEqual([
      [40, 1],
      [15, 50],
      [-60, 1],
    ]);
  });

  it("reads decay as a sentence, short, or as a number of points a week", () => {
    const decayOf = (cell: ModelCell) => readLeadModel([["Trial", "behavioural", 20, cell]])[0]?.decay;
    expect(decayOf("5 points/week after 14 days")).toEqual({ pointsPerWeek: 5, afterDays: 14 });
    expect(decayOf("2.5 pts per week after 7 days")).toEqual({ pointsPerWeek: 2.5, afterDays: 7 });
    expect(decayOf("3 a week")).toEqual({ pointsPerWeek: 3, afterDays: 14 });
    expect(decayOf(4)).toEqual({ pointsPerWeek: 4, afterDays: 14 });
    expect(decayOf(10)).toEqual({ pointsPerWeek: 10, afterDays: 14 });
    expect(decayOf("0.5 a week")).toEqual({ pointsPerWeek: 0.5, afterDays: 14 });
    for (const no of [null, "none", "-", 0]) expect(decayOf(no)).toBeUndefined();
  });

  it("lets points decay accordingly", () => {
    const model: ModelCell[][] = [["Trial", "behavioural", 20, "10 points/week after 7 days"]];
    const after = (days: number) => scoreUnder(model, "Trial", { serial: today - days });
    expect([7, 13, 14, 21].map(after)).toEqual([20, 20, 10, 0]);
  });

  it("lets what counts against a lead fade likewise, and never turn into points for it", () => {
    const model: ModelCell[][] = [["Bounced", "negative", -20, "15 points/week after 7 days"]];
    const after = (days: number) => scoreUnder(model, "Bounced", { serial: today - days });
    expect([7, 13, 14, 21].map(after)).toEqual([-20, -20, -5, 0]);
  });

  it("keeps threshold, window and other headings of a signal that the default model knows", () => {
    const model: ModelCell[][] = [["opened 3+ emails in 7 days", "behavioural", 30]];
    expect(scoreUnder(model, "Emails opened", 2)).toBe(0);
    expect(scoreUnder(model, "Emails opened", 3)).toBe(30);
    expect(scoreUnder(model, "Emails opened", { serial: today - 8 })).toBe(0);
  });

  it("takes threshold and window of a new signal from its own words", () => {
    const model: ModelCell[][] = [["Invited 10+ users in the last 5 days", "behavioural", 30]];
    const [signal] = readLeadModel(model);
    expect(signal).toMatchObject({ threshold: 10, withinDays: 5 });
    expect(readLeadModel([["No log-in within 60 days", "negative", -5]])[0]).toMatchObject({ idleDays: 60 });
    const said = (name: string) => {
      const { threshold, withinDays, idleDays } = readLeadModel([[name, "behavioural", 5]])[0] ?? {};
      return [threshold, withinDays, idleDays];
    };
    expect(said("Invited 10 + users")).toEqual([10, undefined, undefined]);
    expect(said("Came back in  the  last  5  days")).toEqual([1, 5, undefined]);
    expect(said("Came back within 1 day")).toEqual([1, 1, undefined]);
    expect(said("Opened mails, no bounce in 7 days")).toEqual([1, 7, undefined]);
  });

  it("lets a threshold column go before the words", () => {
    expect(readLeadModel([["Invited 10+ users", "behavioural", 30, null, 20]])[0]?.threshold).toBe(20);
  });

  it("knows only its own signals", () => {
    expect(refused(() => scoreUnder([["Trial", "behavioural", 20]], "Requested demo", true))).toMatch(
      /^headings match no signal of the model; .*: Trial\.$/,
    );
  });

  it("keeps the caps of 60 and 40", () => {
    expect(scoreUnder([["Trial", "behavioural", 500]], "Trial", true)).toBe(60);
    expect(scoreUnder([["Fit", "firmographic", 500]], "Fit", true)).toBe(40);
  });
});

describe("a model that cannot be read is asked about by its row", () => {
  const cases: [string, ModelCell[][], RegExp][] = [
    ["no signal at all", [["Signal", "Group", "Points"]], /^model holds no signal/],
    [
      "no group column",
      [
        ["Signal", "Points"],
        ["Trial", 5],
      ],
      /^model has no group column/,
    ],
    [
      "an unknown group",
      [["Trial", "intent", 5]],
      /^model, row 1, has the group "intent"; write behavioural/,
    ],
    ["no group", [["Trial", null, 5]], /^model, row 1, has no group/],
    ["no points", [["Trial", "behavioural", "many"]], /^model, row 1, has no number under points/],
    [
      "points below 0 outside negative",
      [["Trial", "behavioural", -5]],
      /^model, row 1, gives -5 points to a behavioural/,
    ],
    [
      "points above 0 in negative",
      [["Spam", "negative", 5]],
      /^model, row 1, gives 5 points to a negative signal/,
    ],
    [
      "a nameless signal",
      [
        ["Trial", "behavioural", 5],
        [null, "behavioural", 5],
      ],
      /^model, row 2, has no signal/,
    ],
    [
      "a signal twice",
      [
        ["Trial", "behavioural", 5],
        ["TRIAL", "negative", -5],
      ],
      /^model, row 2, repeats the signal of row 1/,
    ],
    [
      "an odd decay",
      [["Trial", "behavioural", 5, "slowly"]],
      /^model, row 1, has a decay that cannot be read/,
    ],
    [
      "a decay that is a date",
      [["Trial", "behavioural", 5, { serial: today }]],
      /^model, row 1, has a decay/,
    ],
    [
      "a threshold of 0",
      [["Trial", "behavioural", 5, null, 0]],
      /^model, row 1, has a threshold that is not/,
    ],
  ];
  it.each(cases)("%s", (_, model, sentence) => {
    expect(refused(() => readLeadModel(model))).toMatch(sentence);
  });
});
