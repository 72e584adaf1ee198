/** What a copied block brings along beside contents and cell formats, as in Google: merges, borders, validations. */

import type { Zone } from "../engine/engine.js";
import type { Book } from "./book.js";
import { clearRules, ruleAt, setRule } from "./dataValidation.js";
import { unguarded } from "./guard.js";
import type { Place } from "./zones.js";

export function copyLooks(book: Book, from: Place, to: Place): void {
  const right = to.zone.left - from.zone.left;
  const down = to.zone.top - from.zone.top;
  const moved = ({ top, left, bottom, right: last }: Zone): Zone => ({
    top: top + down,
    left: left + right,
    bottom: bottom + down,
    right: last + right,
  });
  const target = book.getters
    .getMergesInZone(from.sheetId, from.zone)
    .filter((merge) => within(merge, from.zone))
    .map(moved);
  if (target.length > 0) book.dispatch("ADD_MERGE", { sheetId: to.sheetId, target, force: true });
  for (let row = from.zone.top; row <= from.zone.bottom; row++) {
    for (let col = from.zone.left; col <= from.zone.right; col++) {
      const border = book.getters.getCellBorder({ sheetId: from.sheetId, col, row });
      if (!border) continue;
      book.dispatch("SET_BORDER", { sheetId: to.sheetId, col: col + right, row: row + down, border });
    }
  }
  copyRules(book, from, to, moved);
}

function copyRules(book: Book, from: Place, to: Place, moved: (zone: Zone) => Zone): void {
  const placed = (zone: Zone): Place => ({ sheetId: to.sheetId, zone, open: undefined });
  clearRules(book, [placed(moved(from.zone))]);
  for (const { ranges } of [...book.getters.getDataValidationRules(from.sheetId)]) {
    const zones = ranges.flatMap(({ zone }) => common(zone, from.zone) ?? []);
    const [first] = zones;
    if (!first) continue;
    const rule = ruleAt(book, { sheetId: from.sheetId, col: first.left, row: first.top });
    if (rule) setRule(book, zones.map(moved).map(placed), unguarded(rule));
  }
}

const within = (inner: Zone, outer: Zone): boolean =>
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom &&
  inner.left >= outer.left &&
  inner.right <= outer.right;

function common(one: Zone, other: Zone): Zone | undefined {
  const zone = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return zone.top <= zone.bottom && zone.left <= zone.right ? zone : undefined;
}
