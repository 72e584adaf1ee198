import type { DataRecord, DataTab } from "../../workbook/columns.js";
import { OPPORTUNITIES } from "../../workbook/opportunities.js";
import { REPS, STAGES } from "../../workbook/settings.js";
import type { OpenDataTab } from "../sheets/dataTab.js";
import type { Workbook } from "../workbook.js";
import { type CellWrite, readCells, stretchesOf, writeCells } from "./importCells.js";
import { type ImportPart, type ListRows, unpacked } from "./importPlan.js";

/**
 * Writing what was planned. Deals are found by their id, so a part that was cut off, or a tab that somebody sorted
 * meanwhile, can be written again: what stands there already is written to its own row once more.
 */

export function applyLists(workbook: Workbook, { stages, reps }: ListRows): void {
  extend(STAGES, "stage", stages);
  extend(REPS, "rep", reps);

  function extend(list: DataTab, key: string, rows: readonly DataRecord[]): void {
    if (rows.length === 0) return;
    const standing = workbook.read(list);
    const listed = new Set(standing.map((row) => row?.[key]));
    workbook.append(
      list,
      standing,
      rows.filter((row) => !listed.has(row[key] ?? null)),
    );
  }
}

export function applyPart(workbook: Workbook, { changed, added }: ImportPart): void {
  const { zone } = workbook.session;
  const open = workbook.open(OPPORTUNITIES);
  const places = placesOfIds(open);
  const writes: CellWrite[] = [];
  for (const [id, hint, cells] of changed) {
    const index = places.of(id, hint);
    // Somebody deleted the row while the import ran.
    if (index === undefined) continue;
    for (const [key, , content] of cells) writes.push({ index, key, content });
  }
  writeCells(open, writes, zone);
  if (added.length === 0) return;
  let next = rowsFilled(workbook, open, places);
  const records = new Map<number, DataRecord>();
  for (const values of added) {
    const record = unpacked(values);
    records.set(places.of(String(record.id)) ?? next++, record);
  }
  // Rows between the stretches are somebody's and are not written.
  for (const [from, to] of stretchesOf([...records.keys()])) {
    const rows = [];
    for (let index = from; index <= to; index++) rows.push({ index, record: records.get(index) ?? {} });
    workbook.write(OPPORTUNITIES, [], rows);
  }
}

interface Places {
  /** Place of the deal below the heading; the hint is preferred, since an id may stand in several rows. */
  of(id: string, hint?: number): number | undefined;
  /** Rows down to the last one with an id. */
  readonly withId: number;
}

/** Rows in use. Below the last id there may be deals that somebody is typing; only those rows are looked at. */
function rowsFilled({ session }: Workbook, open: OpenDataTab, { withId }: Places): number {
  const last = open.sheet.getLastRow() - open.headingRow - 1;
  const below = readCells(OPPORTUNITIES, open, [withId, last], session.zone);
  for (let index = last; index >= withId; index--) {
    if (OPPORTUNITIES.columns.some(({ key }) => below.at(index, key) !== null)) return index + 1;
  }
  return withId;
}

export function placesOfIds({ sheet, columnOf, headingRow }: OpenDataTab): Places {
  const rows = sheet.getLastRow() - headingRow;
  const cells = rows > 0 ? sheet.getRange(headingRow + 1, columnOf.get("id") ?? 1, rows, 1).getValues() : [];
  const ids = cells.map(([cell]) => String(cell ?? "").trim());
  const first = new Map<string, number>();
  let withId = 0;
  ids.forEach((id, index) => {
    if (id === "") return;
    withId = index + 1;
    if (!first.has(id)) first.set(id, index);
  });
  return {
    withId,
    of: (id, hint) => (hint !== undefined && ids[hint] === id.trim() ? hint : first.get(id.trim())),
  };
}
