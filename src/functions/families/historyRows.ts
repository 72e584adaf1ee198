import type { ListedDeal } from "../../core/history/comparedLists.js";
import { toCents } from "../../core/history/pipelineDeal.js";
import { type SnapshotRow, snapshotBefore } from "../../core/history/snapshots.js";
import { refuse } from "../../core/refusal/refusal.js";
import { date, money, outcome, text } from "../parameters.js";
import { DEAL_HEADINGS } from "./dealRows.js";
import { type FieldNames, fieldReader, isBlankRow, type Row } from "./rowsByHeading.js";

/** Reads deals of the History tab, or of a plain export, by their headings. */

export const HISTORY_HEADINGS = {
  day: ["Snapshot date", "Snapshot"],
  id: DEAL_HEADINGS.id,
  name: DEAL_HEADINGS.name,
  owner: DEAL_HEADINGS.owner,
  stage: DEAL_HEADINGS.stage,
  amount: DEAL_HEADINGS.amount,
  expectedClose: DEAL_HEADINGS.expectedClose,
  category: ["Forecast category"],
  outcome: DEAL_HEADINGS.outcome,
  closed: ["Closed", "Closed date"],
} satisfies FieldNames<string>;

const [word, day, amountOf, outcomeOf] = [text("", ""), date("", ""), money("", ""), outcome("", "")];

function deals(headings: readonly string[], rows: readonly Row[], suffix: string) {
  const [names, cells] = [`headings${suffix}`, `rows${suffix}`];
  const { has, read } = fieldReader(headings, HISTORY_HEADINGS, cells);
  if (!has("id") && !has("name")) refuse(names, "hold neither Deal ID nor Deal; give the row of headings.");
  if (!has("outcome")) refuse(names, "hold no Outcome; name the column that says Open, Won or Lost.");
  return {
    has,
    list: rows.flatMap((row, at) => {
      if (isBlankRow(row)) return [];
      const amount = read(amountOf, "amount", row, at + 1) ?? null;
      const words = (field: "id" | "name" | "owner" | "stage" | "category") =>
        read(word, field, row, at + 1) ?? "";
      return {
        row: at + 1,
        day: read(day, "day", row, at + 1) ?? null,
        id: words("id"),
        name: words("name"),
        owner: words("owner"),
        stage: words("stage"),
        amountCents: amount === null ? null : toCents(amount),
        expectedClose: read(day, "expectedClose", row, at + 1) ?? null,
        category: words("category"),
        outcome: read(outcomeOf, "outcome", row, at + 1) ?? ("Open" as const),
        closed: read(day, "closed", row, at + 1) ?? null,
      };
    }),
  };
}

export function snapshotRows(headings: readonly string[], rows: readonly Row[]): SnapshotRow[] {
  const { has, list } = deals(headings, rows, "");
  if (!has("day")) refuse("headings", "hold no Snapshot date; give the heading row of the History tab.");
  return list.map((deal) => dated(deal, "rows"));
}

const dated = <Deal extends { readonly row: number; readonly day: number | null }>(
  deal: Deal,
  cells: string,
) => {
  const { row, day: known, ...rest } = deal;
  return { ...rest, day: known ?? refuse(cells, "has no snapshot date; fill it in, or clear the row.", row) };
};

/** The earlier of two lists: a plain export of that day, or the History tab, of which the snapshot in force is taken. */
export function earlierDeals(
  headings: readonly string[],
  rows: readonly Row[],
  before: number,
): { readonly snapshotDay: number | undefined; readonly deals: readonly ListedDeal[] } {
  const { has, list } = deals(headings, rows, "_before");
  if (!has("day")) return { snapshotDay: undefined, deals: list };
  const days = list.map((deal) => ({ ...deal, day: dated(deal, "rows_before").day }));
  const snapshot =
    snapshotBefore(days, before) ??
    refuse("before_date", "lies before the first snapshot; take one from the menu, or give a later day.");
  return { snapshotDay: snapshot.day, deals: snapshot.deals as readonly (typeof days)[number][] };
}

/** Deals of a CRM's export, open and closed; `suffix` tells the two lists of a call apart. */
export const listedDeals = (
  headings: readonly string[],
  rows: readonly Row[],
  suffix: string,
): ListedDeal[] => deals(headings, rows, suffix).list;
