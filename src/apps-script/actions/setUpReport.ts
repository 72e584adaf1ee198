import type { Repaired } from "../sheets/repairColumns.js";

/** What setting up did to one tab or list; without `repaired` it was made as a whole. */
export interface Change {
  readonly what: string;
  readonly repaired?: Repaired;
}

export const SETTINGS = "Settings";

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;

/** A message that names more than these is not read. */
const MOST_NAMED = 3;

function counted(made: readonly string[]): string {
  const others = made.filter((what) => what !== SETTINGS).length;
  return `${made.length > others ? `${SETTINGS} and ` : ""}${others} data tabs`;
}

/** One message for the person who chose the menu entry: what is new, what was put right, or that all was well. */
export function report(changes: readonly Change[]): string {
  const made = changes.filter(({ repaired }) => !repaired).map(({ what }) => what);
  const sentences: string[] = [];
  if (made.length > 0) sentences.push(`Made ${made.length > MOST_NAMED ? counted(made) : listed(made)}.`);
  for (const { what: title, repaired } of changes) {
    if (!repaired) continue;
    const what = `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
    const { added, named, widened } = repaired;
    if (added.length > 0) sentences.push(`${what}: brought back ${listed(added)}.`);
    if (named.length > 0) sentences.push(`${what}: found ${listed(named)} again.`);
    if (widened) sentences.push(`${what}: rows or columns that no formula reached are counted again.`);
  }
  if (sentences.length === 0) return "Everything is in place; nothing was changed.";
  return sentences.join(" ");
}
