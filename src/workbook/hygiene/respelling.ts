import type { DataRecord, DataTab } from "../columns.js";
import type { CellChange } from "./change.js";
import { changeOf, type Proposal } from "./proposal.js";

/** Gathers cells to be respelt alike into one proposal each: a person says yes to a spelling, not to a cell. */
export class Respelling {
  readonly #found = new Map<string, { changes: CellChange[]; reason: string }>();

  add(
    tab: DataTab,
    index: number,
    record: DataRecord,
    column: string,
    after: string,
    reason: () => string,
  ): void {
    const before = record[column];
    if (typeof before !== "string" || before === after) return;
    const key = JSON.stringify([before, after]);
    const known = this.#found.get(key) ?? { changes: [], reason: reason() };
    known.changes.push(changeOf(tab, index, record, column, after));
    this.#found.set(key, known);
  }

  /** Those that touch most cells first. */
  proposals(what: string): Proposal[] {
    return [...this.#found.values()]
      .sort((one, other) => other.changes.length - one.changes.length)
      .map(({ changes, reason }) => ({ about: what, changes, reason }));
  }
}
