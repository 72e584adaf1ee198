import type { SavedMaturity } from "../../src/apps-script/actions/maturity.js";
import { MATURITY_DIMENSIONS } from "../../src/core/assessment/maturityModel.js";
import { make } from "../elements.js";

/** Saved assessments, the newest first, each with what changed since the one before it. */

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

const dayOf = (iso: string): string => dayFormat.format(new Date(`${iso}T00:00:00Z`));

/** A minus sign as wide as the plus. */
const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : "±0");

export function listHistory(history: readonly SavedMaturity[], leftOut: readonly string[]): HTMLElement {
  if (history.length === 0 && leftOut.length === 0) {
    return make("p", { class: "quiet" }, "Nothing saved yet. The first one becomes the mark to beat.");
  }
  const entries = history.map((entry, index) => itemOf(entry, history[index - 1])).reverse();
  return make(
    "div",
    {},
    make("ol", { class: "history" }, ...entries),
    ...leftOut.map((sentence) => make("p", { class: "quiet" }, sentence)),
  );
}

function itemOf(entry: SavedMaturity, before: SavedMaturity | undefined): HTMLElement {
  const { date, label, total, stage } = entry;
  const change = before ? total - before.total : undefined;
  const figures = make("span", { class: "history-total" }, make("b", {}, String(total)));
  if (change !== undefined) {
    figures.append(
      make(
        "span",
        { class: `change ${change > 0 ? "up" : change < 0 ? "down" : ""}` },
        ` ${signed(change)}`,
        make("span", { class: "unseen" }, " since the time before"),
      ),
    );
  }
  return make(
    "li",
    { class: "entry" },
    make("span", { class: "history-label" }, label === "" ? dayOf(date) : label),
    figures,
    make("span", { class: "quiet" }, label === "" ? stage : `${dayOf(date)} · ${stage}`),
    ...changesOf(entry, before),
  );
}

function changesOf(entry: SavedMaturity, before: SavedMaturity | undefined): HTMLElement[] {
  if (!before) return [];
  const changes = MATURITY_DIMENSIONS.flatMap(({ name }, index) => {
    const change = (entry.scores[index] ?? 0) - (before.scores[index] ?? 0);
    return change === 0 ? [] : [`${name} ${signed(change)}`];
  });
  return changes.length > 0 ? [make("span", { class: "quiet changes" }, changes.join(", "))] : [];
}
