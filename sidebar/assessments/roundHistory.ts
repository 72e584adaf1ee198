import type { SavedAssessment } from "../../src/apps-script/actions/assessments/records.js";
import type { RoundResult } from "../../src/core/assessment/roundResult.js";
import type { AssessmentRound } from "../../src/core/assessment/rounds.js";
import { make } from "../elements.js";
import { shownScore } from "./choiceGroup.js";
import { shownTotal } from "./summary.js";
import { drawTrend } from "./trend.js";

/** Saved rounds, the newest first, each with its assessors' spread and what changed since the round before it. */

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

const dayOf = (iso: string): string => dayFormat.format(new Date(`${iso}T00:00:00Z`));

/** A minus sign as wide as the plus. */
export const signed = (change: number): string => {
  const shown = shownTotal(Math.abs(change));
  return shown === "0" ? "±0" : change > 0 ? `+${shown}` : `−${shown}`;
};

export interface HistoryOptions {
  readonly names: readonly string[];
  readonly max: number;
  readonly resultOf: (round: Pick<AssessmentRound, "scores">) => RoundResult;
}

export type Round = AssessmentRound<SavedAssessment>;

/** A longer list is no sentence any more. */
const CHANGES = 4;

export function listHistory(
  rounds: readonly Round[],
  leftOut: readonly string[],
  options: HistoryOptions,
): HTMLElement {
  if (rounds.length === 0 && leftOut.length === 0) {
    return make("p", { class: "quiet" }, "Nothing saved yet. The first one becomes the mark to beat.");
  }
  const totals = rounds.map((round) => ({ name: round.name, total: options.resultOf(round).total }));
  const items = rounds.map((round, index) => itemOf(round, rounds[index - 1], options)).reverse();
  return make(
    "div",
    {},
    ...(rounds.length > 1 ? [drawTrend(totals, options.max, shownTotal)] : []),
    make("ol", { class: "history" }, ...items),
    ...leftOut.map((sentence) => make("p", { class: "quiet" }, sentence)),
  );
}

function itemOf(round: Round, before: Round | undefined, options: HistoryOptions): HTMLElement {
  const { total, result } = options.resultOf(round);
  const change = before ? total - options.resultOf(before).total : undefined;
  const figures = make("span", { class: "history-total" }, make("b", {}, shownTotal(total)));
  if (change !== undefined) {
    figures.append(
      make(
        "span",
        { class: `change ${change > 0 ? "up" : change < 0 ? "down" : ""}` },
        ` ${signed(change)}`,
        make("span", { class: "unseen" }, " since the round before"),
      ),
    );
  }
  const days =
    round.firstDate === round.lastDate
      ? dayOf(round.lastDate)
      : `${dayOf(round.firstDate)} to ${dayOf(round.lastDate)}`;
  return make(
    "li",
    { class: "entry" },
    make("span", { class: "history-label" }, round.name),
    figures,
    make("span", { class: "quiet wide" }, round.name === days ? result : `${days} · ${result}`),
    ...spreadOf(round, options),
    ...changesOf(round, before, options.names),
  );
}

function spreadOf({ entries, lowest, highest }: Round, { names }: HistoryOptions): HTMLElement[] {
  const people = entries.map(({ assessor }) => assessor).filter((name) => name !== "");
  const unnamed = entries.length - people.length;
  if (entries.length === 1) {
    return people.length === 0 ? [] : [make("span", { class: "quiet changes" }, `Scored by ${people[0]}`)];
  }
  const who = [...people, ...(unnamed > 0 ? [`${unnamed} without name`] : [])].join(", ");
  const totals = entries.map(({ total }) => total);
  const widest = Math.max(...names.map((_, at) => (highest[at] ?? 0) - (lowest[at] ?? 0)));
  const apart = names.flatMap((name, at) => {
    const [low, high] = [lowest[at] ?? 0, highest[at] ?? 0];
    return widest > 0 && high - low === widest ? [`${name} ${low} to ${high}`] : [];
  });
  const rest = apart.length > CHANGES ? ` and ${apart.length - CHANGES} more` : "";
  return [
    make(
      "span",
      { class: "quiet changes" },
      `${entries.length} assessors (${who}), ${shownTotal(Math.min(...totals))} to ${shownTotal(Math.max(...totals))}`,
    ),
    make(
      "span",
      { class: "quiet changes" },
      apart.length === 0 ? "All agree." : `Furthest apart: ${apart.slice(0, CHANGES).join(", ")}${rest}`,
    ),
  ];
}

function changesOf(round: Round, before: Round | undefined, names: readonly string[]): HTMLElement[] {
  if (!before) return [];
  const changes = names.flatMap((name, index) => {
    const change = (round.scores[index] ?? 0) - (before.scores[index] ?? 0);
    return shownScore(Math.abs(change)) === "0" ? [] : [`${name} ${signed(change)}`];
  });
  if (changes.length === 0) return [];
  const rest = changes.length > CHANGES ? ` and ${changes.length - CHANGES} more` : "";
  return [make("span", { class: "quiet changes" }, `${changes.slice(0, CHANGES).join(", ")}${rest}`)];
}
