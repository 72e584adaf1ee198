import { describe, expect, test } from "vitest";
import { WEEKLY_PIPELINE_REVIEW } from "../../sheets-templates/weeklyPipelineReview.js";
import { planIn } from "../apps-script/planIn.js";
import { difference, type Photograph } from "./photograph.js";
import { type ServiceCall, sampledPoints, tellingPoints } from "./points.js";
import { byHand, MATURITY, NEWER_CSV, type Prepared } from "./prepared.js";
import { EVERYTHING } from "./prove.js";
import { type Outcome, Trial } from "./run.js";

/** Two people in one workbook: the second acts at every service call of the first. */

interface Act {
  readonly entry: string;
  readonly args?: readonly unknown[];
}

interface Pair {
  readonly what: string;
  readonly from: Prepared;
  readonly first: Act;
  readonly second: Act;
  /** Takes long: left to `npm run test:faults`. */
  readonly slow?: true;
}

const SEED = 20_261_123;
const SAMPLED = 1;
const limit = EVERYTHING ? 6 * 3_600_000 : 240_000;
const pointsOf = (calls: readonly ServiceCall[]): number[] =>
  EVERYTHING ? tellingPoints(calls) : sampledPoints(calls, SAMPLED, SEED);

const draw: Act = { entry: "drawWeeklyPipelineReview" };
const snapshot: Act = { entry: "takeSnapshot" };
const step: Act = { entry: "continueImport" };
const begin: Act = { entry: "beginImport", args: [NEWER_CSV, "march.csv", {}] };
const copies: Act = { entry: "copyForLeadership" };
const save = (assessor: string): Act => ({
  entry: "saveAssessment",
  args: ["maturity", { ...MATURITY, round: "Q2", assessor }],
});
const fixes: Act = {
  entry: "applyFixes",
  args: [
    [
      {
        tab: "Opportunities",
        column: "source",
        index: 0,
        row: "D1",
        before: "Web",
        after: "Partner",
      },
    ],
  ],
};

const PAIRS: readonly Pair[] = [
  { what: "two imports", from: "deals", first: begin, second: begin, slow: true },
  { what: "an import's step and the same step", from: "begun", first: step, second: step },
  { what: "an import's step and a snapshot", from: "begun", first: step, second: snapshot },
  { what: "a snapshot and an import's step", from: "begun", first: snapshot, second: step, slow: true },
  { what: "two drawings of one tab", from: "deals", first: draw, second: draw },
  { what: "two refreshes of one tab", from: "reports", first: draw, second: draw, slow: true },
  { what: "a drawing and an import's step", from: "begun", first: draw, second: step, slow: true },
  { what: "fixes and an import's step", from: "begun", first: fixes, second: step, slow: true },
  { what: "an import's step and fixes", from: "begun", first: step, second: fixes, slow: true },
  {
    what: "two people who set the workbook up",
    from: "own",
    first: { entry: "setUpWorkbook" },
    second: { entry: "setUpWorkbook" },
    slow: true,
  },
  { what: "two assessors", from: "assessed", first: save("Ben"), second: save("Cleo"), slow: true },
  { what: "a copy for leadership and a refresh", from: "reports", first: copies, second: draw, slow: true },
  {
    what: "an undo and a snapshot",
    from: "imported",
    first: { entry: "undoImport" },
    second: snapshot,
    slow: true,
  },
];

/** Who was in front last sees their own tab; that is nobody's loss. */
const apart = (photograph: Photograph): Photograph =>
  new Map([...photograph].filter(([key]) => key !== "front"));

const WAITS = /^(?:Error: )?Somebody else is changing this workbook .*try again/;

describe.each(PAIRS.filter(({ slow }) => EVERYTHING || !slow))("$what", ({ from, first, second }) => {
  test(
    `come to the same as one after the other, at ${EVERYTHING ? "every telling call" : "a sample of calls"}`,
    async () => {
      const trial = new Trial({ what: "", from, entry: first.entry, args: () => first.args ?? [] });
      const { calls, outcome } = await trial.record();
      expect(outcome.error).toBeUndefined();
      trial.run(second.entry, second.args ?? []);
      const firstThenSecond = apart(trial.photograph());
      await trial.restore();
      trial.run(second.entry, second.args ?? []);
      trial.run();
      const secondThenFirst = apart(trial.photograph());
      await trial.restore();

      for (const point of pointsOf(calls)) {
        const where = `at call ${point} of ${calls.length}, ${calls[point - 1]?.name}`;
        let done: Outcome | undefined;
        let count = 0;
        trial.calls.onServiceCall = () => {
          if (++count !== point) return;
          done = trial.meanwhile(second.entry, second.args ?? []);
        };
        const mine = trial.run();
        // The second is told to wait, and does so.
        if (done?.error !== undefined && WAITS.test(done.error)) trial.run(second.entry, second.args ?? []);
        const now = apart(trial.photograph());
        if (difference(firstThenSecond, now) !== "")
          expect(
            difference(secondThenFirst, now),
            `${where}: ${mine.error ?? "done"}; ${done?.error ?? "done"}`,
          ).toBe("");
        await trial.restore();
      }
    },
    limit,
  );
});

const BLOCK = ["Range.getFormulas", "Range.getValues", "Range.setValues"] as const;

interface Typing {
  readonly what: string;
  readonly from: Prepared;
  readonly act: Act;
  /** Cell of the tab, and whether the text may be found anywhere on it afterwards. */
  readonly tab: string;
  readonly cell: string | ((trial: Trial) => string);
  readonly anywhere?: true;
  /** The calls that read a block, and the one that writes it: in between, nothing can be seen. */
  readonly blind?: typeof BLOCK;
  readonly slow?: true;
}

const firstInput = (trial: Trial): string => {
  const input = planIn(trial.workbench, WEEKLY_PIPELINE_REVIEW).inputs.at(-1);
  return `${String.fromCharCode(64 + (input?.column ?? 0))}${input?.row}`;
};

const TYPED = "typed by somebody else";

const TYPINGS: readonly Typing[] = [
  { what: "on a tab of their own during an import", from: "begun", act: step, tab: "My notes", cell: "A5" },
  {
    what: "on a tab of their own during a refresh",
    from: "reports",
    act: draw,
    tab: "My notes",
    cell: "A5",
    slow: true,
  },
  {
    what: "on a tab of their own while the workbook is set up",
    from: "own",
    act: { entry: "setUpWorkbook" },
    tab: "My notes",
    cell: "A5",
    slow: true,
  },
  { what: "in Settings during an import", from: "begun", act: step, tab: "Settings", cell: "B75" },
  { what: "beside a deal during an import", from: "begun", act: step, tab: "Opportunities", cell: "Z3" },
  { what: "in a deal that the import leaves", from: "begun", act: step, tab: "Opportunities", cell: "C4" },
  {
    what: "as a new deal during an import",
    from: "begun",
    act: step,
    tab: "Opportunities",
    cell: "B6",
    anywhere: true,
    blind: BLOCK,
  },
  {
    what: "in a field of a report tab that is drawn anew",
    from: "reports",
    act: draw,
    tab: WEEKLY_PIPELINE_REVIEW.title,
    cell: firstInput,
    anywhere: true,
    blind: BLOCK,
  },
  {
    what: "below a report tab that is drawn anew",
    from: "reports",
    act: draw,
    tab: WEEKLY_PIPELINE_REVIEW.title,
    cell: "C200",
    slow: true,
  },
];

/** Calls that a block takes from its reading to its writing, at the most. */
const BLIND_CALLS = 40;

describe.each(TYPINGS.filter(({ slow }) => EVERYTHING || !slow))(
  "what a person types $what",
  ({ from, act, tab, cell, anywhere, blind }) => {
    test(
      "is still there afterwards",
      async () => {
        const trial = new Trial({ what: "", from, entry: act.entry, args: () => act.args ?? [] });
        const place = typeof cell === "string" ? cell : cell(trial);
        const { calls } = await trial.record();
        await trial.restore();
        const names = calls.map(({ name }) => name);
        const [first, last, next] = blind ?? [];
        const begin = first ? names.lastIndexOf(first) + 1 : 0;
        const read = last ? names.indexOf(last, begin) + 1 : 0;
        const write = next ? names.indexOf(next, read) + 1 : 0;
        const edges = blind ? [begin, read, write + 1] : [];
        const lost: number[] = [];
        for (const point of new Set([...edges, ...pointsOf(calls)])) {
          let count = 0;
          trial.calls.onServiceCall = () => {
            if (++count !== point) return;
            byHand(
              trial.workbench,
              `var sheet = book.getSheetByName("${tab}"); if (sheet) sheet.getRange("${place}").setValue("${TYPED}");`,
            );
          };
          const { error } = trial.run();
          const now = trial.photograph();
          const kept = anywhere
            ? [...now].some(([key, value]) => key.startsWith(`${tab}!`) && value.includes(TYPED))
            : now.get(`${tab}!${place}`)?.includes(TYPED);
          if (!kept) lost.push(point);
          expect(error, `at call ${point}`).toBeUndefined();
          await trial.restore();
        }
        expect(write - read).toBeLessThan(BLIND_CALLS);
        const unexcused = lost.filter((point) => !blind || point <= read || point > write);
        expect(unexcused.map((point) => `${point} ${calls[point - 1]?.name}`)).toEqual([]);
      },
      limit,
    );
  },
);
