import { dayName } from "../dates/dayName.js";
import { refuse } from "../refusal/refusal.js";
import { identityOf, type PipelineDeal } from "./pipelineDeal.js";

/** One row of the history: a deal as it stood on the day of a snapshot. */
export interface SnapshotRow extends PipelineDeal {
  readonly day: number;
}

export interface SnapshotPair {
  readonly openingDay: number;
  readonly closingDay: number;
  readonly before: readonly PipelineDeal[];
  readonly after: readonly PipelineDeal[];
}

/**
 * The pipeline as the history knows it on two days: of each the latest snapshot on or before it. Deals closed between
 * the two stand in whichever snapshot came after their closing, so the snapshots in between are looked at as well.
 */
export function snapshotsAt(rows: readonly SnapshotRow[], from: number, to: number): SnapshotPair {
  if (Math.floor(to) < Math.floor(from)) refuse("to", "lies before from; swap the two.");
  const days = [...new Set(rows.map(({ day }) => Math.floor(day)))].sort((one, other) => one - other);
  const first = days[0] ?? refuse("rows", "hold no snapshot yet; take one from the menu.");
  const latest = (day: number) => days.filter((one) => one <= Math.floor(day)).pop();
  const openingDay =
    latest(from) ?? refuse("from", `lies before the first snapshot (${dayName(first)}); give a later day.`);
  const closingDay = latest(to) as number;
  if (openingDay === closingDay && Math.floor(from) !== Math.floor(to)) {
    refuse(
      "to",
      `has no snapshot after that of ${dayName(openingDay)}; take one, or begin with an earlier day.`,
    );
  }
  return {
    openingDay,
    closingDay,
    before: stateOn(rows, Number.NEGATIVE_INFINITY, openingDay),
    after: stateOn(rows, openingDay, closingDay),
  };
}

/** The latest snapshot on or before a day; undefined where there is none as early as that. */
export function snapshotBefore(
  rows: readonly SnapshotRow[],
  day: number,
): { readonly day: number; readonly deals: readonly SnapshotRow[] } | undefined {
  let latest: number | undefined;
  for (const row of rows) {
    const at = Math.floor(row.day);
    if (at <= Math.floor(day) && (latest === undefined || at > latest)) latest = at;
  }
  if (latest === undefined) return undefined;
  return { day: latest, deals: rows.filter((row) => Math.floor(row.day) === latest) };
}

/** The snapshot of a day, and the deals that closed since `after` and are not in it. */
function stateOn(rows: readonly SnapshotRow[], after: number, day: number): SnapshotRow[] {
  const own = rows.filter((row) => Math.floor(row.day) === day);
  const standing = new Set(own.map(identityOf));
  const latest = new Map<string, { day: number; rows: SnapshotRow[] }>();
  for (const row of rows) {
    const at = Math.floor(row.day);
    if (at <= after || at >= day) continue;
    const identity = identityOf(row);
    if (standing.has(identity)) continue;
    const known = latest.get(identity);
    if (!known || at > known.day) latest.set(identity, { day: at, rows: [row] });
    else if (at === known.day) known.rows.push(row);
  }
  const closed = [...latest.values()].flatMap((last) =>
    last.rows.filter(({ outcome }) => outcome !== "Open"),
  );
  return [...own, ...closed];
}
