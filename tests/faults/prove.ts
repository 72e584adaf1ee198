import { expect } from "vitest";
import { RUN_NOTES } from "../../src/apps-script/sheets/runNote.js";
import { UNFINISHED } from "../../src/apps-script/sheets/tabTitle.js";
import { difference, neither, type Photograph } from "./photograph.js";
import { type ServiceCall, sampledPoints, tellingPoints } from "./points.js";
import type { Outcome, Trial } from "./run.js";

/** What is promised of a run that fails at a service call, and of one that is cut off there. */

/** "all", or of how many calls of each action; nothing where a small sample will do. */
export const ASKED = process.env.FAULTS;
export const EVERYTHING = ASKED === "all";

const SEED = 20_261_122;

export interface Proven {
  readonly calls: number;
  readonly runs: number;
}

interface Undisturbed {
  readonly calls: readonly ServiceCall[];
  readonly outcome: Outcome;
  readonly after: Photograph;
}

const known = new Map<Trial["scenario"], Undisturbed>();

async function undisturbed(trial: Trial): Promise<Undisturbed> {
  const present = known.get(trial.scenario);
  if (present) return present;
  const { calls, outcome } = await trial.record();
  const after = trial.photograph();
  await trial.restore();
  expect(outcome.error, "undisturbed").toBeUndefined();
  // Nothing in the finished workbook still speaks of the tab as it was called while it was made.
  expect([...after].filter((fact) => fact.join().includes(UNFINISHED))).toEqual([]);
  const found = { calls, outcome, after };
  known.clear();
  known.set(trial.scenario, found);
  return found;
}

const pointsOf = (trial: Trial, calls: readonly ServiceCall[], wanted: number, salt: number): number[] =>
  EVERYTHING ? tellingPoints(calls, trial.scenario.composed) : sampledPoints(calls, wanted, SEED + salt);

/** A note that a run makes for itself: the next one drops it. */
const isNote = (key: string): boolean => RUN_NOTES.some((note) => key === `property ${note}`);

/** A sentence that begins with what is at fault and says what to do. */
const SENTENCE = /^(?:Error: )?[A-Z"“].{10,}[;:,.].*(?:try again|choose|undo|delete|close|wait|open|give)/s;

/**
 * One call fails, as Google's do now and then, and the run goes on to put everything right: the workbook is as before or
 * as after, and the person reads a sentence.
 */
export async function proveFaults(trial: Trial, wanted: number): Promise<Proven> {
  const { calls, outcome, after } = await undisturbed(trial);
  const points = pointsOf(trial, calls, wanted, 1);
  for (const point of points) {
    const where = `call ${point} of ${calls.length}, ${calls[point - 1]?.name}`;
    trial.calls.failAt(point);
    const { error, answer } = trial.run();
    const now = trial.photograph();
    if (error === undefined) expect(difference(after, now, isNote), `${where} went unnoticed`).toBe("");
    else expect(error, where).toMatch(SENTENCE);
    if (error === undefined) expect(answer, where).toEqual(outcome.answer);
    const changed = difference(trial.before, now);
    if (changed === "") {
      await trial.settle();
      continue;
    }
    if (difference(after, now, isNote) !== "") {
      if (!trial.scenario.resumes) expect.fail(`${where}: neither as before nor as after\n${changed}`);
      expect(
        neither(now, trial.before, after, () => false),
        where,
      ).toBe("");
    }
    expectNextRunToFinish(trial, after, where);
    await trial.restore();
  }
  return { calls: calls.length, runs: points.length };
}

/**
 * The run is cut off, and nothing of it can put anything right: every fact of the workbook is as before or as after but
 * for tabs whose name says that they are unfinished, and the next run leaves the workbook as after.
 */
export async function proveCutOffs(trial: Trial, wanted: number): Promise<Proven> {
  const { calls, after } = await undisturbed(trial);
  const points = pointsOf(trial, calls, wanted, 2);
  for (const point of points) {
    const where = `cut off at call ${point} of ${calls.length}, ${calls[point - 1]?.name}`;
    trial.calls.cutOffAt(point);
    expect(trial.run().error, where).toContain("Exceeded maximum execution time");
    const now = trial.photograph();
    if (difference(trial.before, now) === "") {
      await trial.settle();
      continue;
    }
    expect(neither(now, trial.before, after, allowedMeanwhile(trial, now)), where).toBe("");
    // Which tab is in front is nobody's data: where the run was cut off, the one that it made last.
    expectNextRunToFinish(trial, after, where, (key) => key === "front");
    await trial.restore();
  }
  return { calls: calls.length, runs: points.length };
}

/**
 * Half-made tabs that say so, the names of their cells, notes and the journal of our own; a formula as a text for as long as another is
 * put in its place; the looks of a report tab being drawn anew; columns that are brought back; a tab that another is
 * about to take the place of, as long as it is all there under the name of an unfinished one.
 */
const allowedMeanwhile = ({ before, scenario: { redraws: redrawn, adds } }: Trial, now: Photograph) => {
  const aside = setAside(before, now);
  const isItsText = (key: string, value: string): boolean =>
    before.get(key)?.startsWith('"=') === true && value === before.get(key)?.replace("=", "'=");
  return (key: string, value: string): boolean =>
    isItsText(key, value) ||
    aside.some((start) => key.startsWith(start)) ||
    key === "tabs" ||
    key === "front" ||
    key.startsWith(UNFINISHED) ||
    key.startsWith("Copy of ") ||
    /^RevOps undo( \||!)/.test(key) ||
    isNote(key) ||
    (key.startsWith("name ") && value.startsWith(UNFINISHED)) ||
    key.startsWith(`protected ${UNFINISHED}`) ||
    adds?.test(key) === true ||
    (redrawn !== undefined && key.startsWith(redrawn) && !/![A-Z]+\d+$/.test(key));
};

const tabsOf = (photograph: Photograph): string[] => JSON.parse(photograph.get("tabs") ?? "[]");

/** How the facts begin of tabs whose name is an unfinished one's for now, and which hold all that they held. */
function setAside(before: Photograph, now: Photograph): string[] {
  const standing = tabsOf(now);
  return tabsOf(before)
    .filter((tab) => !standing.includes(tab))
    .flatMap((tab) => {
      const starts = [`${tab}!`, `${tab} | `];
      const facts = [...before].filter(([key]) => starts.some((start) => key.startsWith(start)));
      // A formula puts some names between quotes.
      const unquoted = (fact: string | undefined, name: string) =>
        fact?.replaceAll(name, tab).replaceAll("'", "");
      const isWholeIn = (other: string) =>
        facts.every(
          ([key, fact]) =>
            unquoted(now.get(`${other}${key.slice(tab.length)}`), other) === unquoted(fact, tab),
        );
      const isThere = standing.some((other) => other.startsWith(UNFINISHED) && isWholeIn(other));
      return isThere ? starts : [];
    });
}

function expectNextRunToFinish(
  trial: Trial,
  after: Photograph,
  where: string,
  passedOver: (key: string) => boolean = () => false,
): void {
  const remaining = () => difference(after, trial.photograph(), passedOver);
  // A step or a copy that is done: the next one would be another.
  if ((trial.scenario.resumes || trial.scenario.makesAnother) && remaining() === "") return;
  const again = trial.run();
  const { done } = trial.scenario;
  // It was done already, and says so.
  const isDone = again.error !== undefined && done?.test(again.error);
  if (!isDone) expect(again.error, `${where}, then again`).toBeUndefined();
  expect(remaining(), `${where}, then again`).toBe("");
}
