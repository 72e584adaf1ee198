import type { HygieneRule } from "../../core/quality/hygiene.js";
import type { DataRecord, DataTab, DataValue } from "../columns.js";
import { SETTINGS_LISTS } from "../settingsLists.js";
import { DATA_TABS } from "../tabs/index.js";
import type { CellChange } from "./change.js";

/**
 * What could be put right in the data tabs, for a person to say yes or no to. A proposal changes cells that it names,
 * from what stands there to what it says; nothing is ever changed without a yes, and no row is deleted.
 */

export interface Proposal {
  /** What it is about: a record, or a spelling. */
  readonly about: string;
  readonly changes: readonly CellChange[];
  readonly reason: string;
  /** Where only a person can know: the words to choose from; `after` is blank until one is chosen. */
  readonly choices?: readonly string[];
}

export interface ProposalGroup {
  readonly key: string;
  readonly rule: HygieneRule["key"] | "spelling";
  readonly title: string;
  readonly proposals: readonly Proposal[];
}

/** The records of each data tab or list by its key, in sheet order; a blank row is null. */
export type HygieneData = Readonly<Record<string, readonly (DataRecord | null)[]>>;

export const HYGIENE_TABS: readonly DataTab[] = [...DATA_TABS, ...SETTINGS_LISTS.map(({ tab }) => tab)];

export const tabNamed = (key: string): DataTab | undefined => HYGIENE_TABS.find((tab) => tab.key === key);

export function* filledRows(
  data: HygieneData,
  tab: DataTab,
): Generator<{ readonly index: number; readonly record: DataRecord }> {
  const rows = data[tab.key] ?? [];
  for (let index = 0; index < rows.length; index++) {
    const record = rows[index];
    if (record) yield { index, record };
  }
}

/** The first filled cell of a row beside the one that is to change: its id, wherever it has one. */
export function rowMark({ columns }: DataTab, record: DataRecord, changing: string): string {
  const first = columns.find(({ key }) => key !== changing && (record[key] ?? "") !== "");
  return first ? String(record[first.key]) : "";
}

export function changeOf(
  tab: DataTab,
  index: number,
  record: DataRecord,
  column: string,
  after: DataValue,
): CellChange {
  const before = record[column] ?? null;
  return { tab: tab.key, index, column, row: rowMark(tab, record, column), before, after };
}
