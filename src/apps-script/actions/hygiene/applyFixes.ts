import type { DataRecord, DataTab } from "../../../workbook/columns.js";
import type { CellChange } from "../../../workbook/hygiene/change.js";
import { rowMark, tabNamed } from "../../../workbook/hygiene/proposal.js";
import { exclusively, openSession, type Session } from "../../session.js";
import type { OpenDataTab } from "../../sheets/dataTab.js";
import { allOrNothing } from "../../sheets/undo.js";
import { type CellWrite, contentOfValue, readCells, sameContent, writeCells } from "../importCells.js";
import { readTabs } from "./readTabs.js";

export interface SkippedChange {
  readonly change: CellChange;
  /** Where the cell stands: "Opportunities, row 12". */
  readonly place: string;
}

export interface AppliedFixes {
  readonly applied: number;
  /** Cells that by now hold something else than was shown. */
  readonly skipped: readonly SkippedChange[];
  /** The same cells the other way round: applying these takes everything back. */
  readonly back: readonly CellChange[];
}

interface TabWrites {
  readonly tab: DataTab;
  readonly open: OpenDataTab;
  readonly changes: CellChange[];
}

/**
 * Carries out the changes that a person said yes to, all or nothing. A cell that no longer holds what was shown, or
 * whose row has moved, is skipped and reported. `back` takes the rest back by the same way.
 */
export function applyFixes(changes: readonly CellChange[]): AppliedFixes {
  return exclusively(() => {
    const session = openSession();
    const keys = new Set(changes.map(({ tab }) => tab));
    const { open, data } = readTabs(session, keys);
    const skipped: SkippedChange[] = [];
    const writes: TabWrites[] = [];
    for (const key of keys) {
      const wanted = changes.filter(({ tab }) => tab === key);
      const found = open.get(key);
      const tab = tabNamed(key);
      if (!found || !tab) {
        skipped.push(...wanted.map((change) => ({ change, place: `the tab ${tab?.title ?? key}` })));
        continue;
      }
      const sound = standing(session, tab, found, data[key] ?? [], wanted);
      const place = (index: number) => `${found.sheet.getName()}, row ${found.headingRow + 1 + index}`;
      skipped.push(
        ...wanted
          .filter((change) => !sound.has(change))
          .map((change) => ({ change, place: place(change.index) })),
      );
      writes.push({ tab, open: found, changes: [...sound] });
    }
    allOrNothing((undo) => {
      for (const { tab, open: own, changes: some } of writes) {
        undo.later(() => writeCells(own, contents(tab, some, "before"), session.zone));
        writeCells(own, contents(tab, some, "after"), session.zone);
      }
    });
    const back = writes.flatMap(({ tab, changes: some }) => reversed(tab, data[tab.key] ?? [], some));
    return { applied: back.length, skipped, back };
  });
}

/** Of the wanted changes those whose cell is as it was when they were shown. */
function standing(
  { zone }: Session,
  tab: DataTab,
  open: OpenDataTab,
  records: readonly (DataRecord | null)[],
  wanted: readonly CellChange[],
): Set<CellChange> {
  const cells = readCells(tab, open, [0, Math.max(records.length - 1, 0)], zone);
  return new Set(
    wanted.filter(({ index, column, row, before }) => {
      const own = tab.columns.find(({ key }) => key === column);
      const record = records[index];
      if (!own || !record || rowMark(tab, record, column) !== row) return false;
      return sameContent(cells.at(index, column), contentOfValue(before, own.kind));
    }),
  );
}

function contents(tab: DataTab, changes: readonly CellChange[], which: "before" | "after"): CellWrite[] {
  return changes.map((change) => {
    const kind = tab.columns.find(({ key }) => key === change.column)?.kind ?? "text";
    return { index: change.index, key: change.column, content: contentOfValue(change[which], kind) };
  });
}

/** The way back, with rows told apart as they now are. */
function reversed(
  tab: DataTab,
  records: readonly (DataRecord | null)[],
  changes: readonly CellChange[],
): CellChange[] {
  const now = new Map<number, Record<string, CellChange["after"]>>();
  for (const { index, column, after } of changes)
    now.set(index, { ...(now.get(index) ?? records[index]), [column]: after });
  return changes.map((change) => ({
    ...change,
    row: rowMark(tab, now.get(change.index) ?? {}, change.column),
    before: change.after,
    after: change.before,
  }));
}
