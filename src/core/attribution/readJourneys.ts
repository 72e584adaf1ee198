import { refuse } from "../refusal/refusal.js";
import type { Journey, Journeys, Milestone } from "./journey.js";

/** One row a path. `row` counts from 1 in the user's range; null is a blank cell, undefined a column not there. */
export interface PathRow {
  readonly row: number;
  readonly path: string | null;
  readonly conversions?: number | null;
  readonly nonConversions?: number | null;
  readonly value?: number | null;
}

/** One row a touch. */
export interface TouchRow {
  readonly row: number;
  readonly person: string | null;
  readonly channel: string | null;
  readonly time?: number | null;
  readonly milestone?: string | null;
  readonly value?: number | null;
  readonly converted?: number | null;
}

/** A conversion nobody knows the channel of still counts, under this name. */
const NO_CHANNEL = "(no channel)";

/** Names that differ in case or spacing are one channel, shown as first met. */
function channelList() {
  const channels: string[] = [];
  const known = new Map<string, number>();
  const spelt = new Map<string | null, number>();
  const indexOf = (name: string | null): number => {
    let index = spelt.get(name);
    if (index === undefined) {
      index = add(name);
      spelt.set(name, index);
    }
    return index;
  };
  const add = (name: string | null): number => {
    const shown = name?.trim().replace(/\s+/g, " ") || NO_CHANNEL;
    const key = shown.toLowerCase();
    let index = known.get(key);
    if (index === undefined) {
      index = channels.push(shown) - 1;
      known.set(key, index);
    }
    return index;
  };
  return { channels, indexOf };
}

function milestoneOf(text: string, row: number): Milestone | undefined {
  const word = text.toLowerCase().replace(/[^a-z]/g, "");
  if (word === "" || word.startsWith("first") || word === "ft") return undefined;
  if (word.startsWith("lead") || word === "lc") return "lead";
  if (word.startsWith("opp") || word.startsWith("deal") || word === "oc") return "opportunity";
  if (word.startsWith("clos") || word.startsWith("won") || word === "cw") return "close";
  return refuse("rows", `has the milestone "${text.slice(0, 40)}"; write lead, opportunity or close.`, row);
}

const atLeast0 = (value: number | null | undefined, what: string, row: number): number =>
  (value ?? 0) < 0 ? refuse("rows", `has ${value} under ${what}; give 0 or more.`, row) : (value ?? 0);

const STEP = /->|→|>/;

/** "Webinar [lead]" → the channel and what stands in the brackets at its end. */
function marked(step: string): readonly [name: string, mark: string] {
  if (!step.endsWith("]")) return [step, ""];
  const open = step.indexOf("[", step.lastIndexOf("]", step.length - 2) + 1);
  return open < 0 ? [step, ""] : [step.slice(0, open), step.slice(open + 1, -1)];
}

/**
 * Paths written in one cell: "Ads > Webinar [lead] > Demo [opportunity]". Without a conversions column each row is one
 * conversion; without a non-conversions column a row with 0 conversions is one path that did not convert. What a path
 * that did not convert might have been worth is nobody's credit.
 */
export function pathJourneys(rows: readonly PathRow[]): Journeys {
  const { channels, indexOf } = channelList();
  const read = new Map<string, Pick<Journey, "touches" | "milestones">>();
  const paths = rows.map(({ row, path, conversions, nonConversions, value }): Journey => {
    const text = path ?? "";
    let steps = read.get(text);
    if (!steps) {
      const milestones: (Milestone | undefined)[] = [];
      const touches = text.split(STEP).map((step, at, all) => {
        const [name, mark] = marked(step.trim());
        if (name === "" && all.length > 1) {
          refuse("rows", 'has a path with nothing between two ">"; name the channel or take one out.', row);
        }
        milestones[at] = milestoneOf(mark, row);
        return indexOf(name);
      });
      steps = milestones.some((one) => one) ? { touches, milestones } : { touches };
      read.set(text, steps);
    }
    const won = conversions === undefined ? 1 : atLeast0(conversions, "conversions", row);
    const lost =
      nonConversions === undefined ? (won === 0 ? 1 : 0) : atLeast0(nonConversions, "non-conversions", row);
    const worth = atLeast0(value, "value", row);
    return { ...steps, conversions: won, nonConversions: lost, value: won > 0 ? worth : 0 };
  });
  return { channels, paths, leftOut: 0 };
}

/** What one person's touches say when they differ: a value is that of the path, so there can be only one. */
function oneValue(touches: readonly TouchRow[]): number {
  let found: number | undefined;
  for (const { value, row } of touches) {
    if (value === null || value === undefined) continue;
    const given = atLeast0(value, "value", row);
    if (found !== undefined && given !== found) {
      refuse(
        "rows",
        `has ${given} under value, but an earlier touch has ${found}; give one value a path.`,
        row,
      );
    }
    found = given;
  }
  return found ?? 0;
}

/**
 * One touch a row, put together by person (or deal) and sorted by time, those of one moment as the rows stand. A path
 * converted where its Converted cell says so; without that column where it holds a close, or else a value, if any
 * path does; failing all of these every path counts as converted.
 */
export function touchJourneys(rows: readonly TouchRow[]): Journeys {
  const { channels, indexOf } = channelList();
  const people = new Map<string, TouchRow[]>();
  let leftOut = 0;
  for (const touch of rows) {
    if (touch.person === null) {
      leftOut++;
      continue;
    }
    if (touch.time === null) refuse("rows", "has no date; give the day of the touch.", touch.row);
    const own = people.get(touch.person);
    if (own) own.push(touch);
    else people.set(touch.person, [touch]);
  }
  const read = [...people.values()].map((touches) => {
    touches.sort((one, other) => (one.time ?? 0) - (other.time ?? 0));
    const milestones = touches.map(({ milestone, row }) => milestoneOf(milestone ?? "", row));
    return {
      touches: touches.map(({ channel }) => indexOf(channel)),
      ...(milestones.some((one) => one) && { milestones }),
      ...(touches[0]?.time !== undefined && { times: touches.map(({ time }) => time as number) }),
      value: oneValue(touches),
      converted: touches.some(({ converted }) => (converted ?? 0) > 0),
    };
  });
  const closes = (path: (typeof read)[number]) => path.milestones?.includes("close") ?? false;
  const test = rows.some(({ converted }) => converted !== undefined)
    ? (path: (typeof read)[number]) => path.converted
    : read.some(closes)
      ? closes
      : read.some(({ value }) => value > 0)
        ? ({ value }: (typeof read)[number]) => value > 0
        : () => true;
  const paths = read.map(({ converted: _, ...path }, at): Journey => {
    const won = test(read[at] as (typeof read)[number]);
    return { ...path, value: won ? path.value : 0, conversions: won ? 1 : 0, nonConversions: won ? 0 : 1 };
  });
  return { channels, paths, leftOut };
}
