import type { DataRecord, DataTab } from "../workbook/columns.js";
import { REPS, STAGES } from "../workbook/settings.js";
import { DATA_TABS } from "../workbook/tabs/index.js";
import type { Session } from "./session.js";
import { putBackLater } from "./sheets/cellContent.js";
import {
  coversAll,
  findDataTab,
  nameRanges,
  type OpenDataTab,
  type RowWrite,
  readRecords,
  writeRecords,
} from "./sheets/dataTab.js";
import { createDataTab } from "./sheets/makeDataTab.js";
import { createSettings } from "./sheets/makeSettings.js";
import { type ListedNames, listNames, type Names, namedRanges } from "./sheets/names.js";
import { findSettings, type OpenSettings, readAsOf, readSetting } from "./sheets/settingsTab.js";
import type { Undo } from "./sheets/undo.js";

/** The workbook's own tabs, made where they are missing and otherwise found by their named ranges. */
export class Workbook {
  readonly settings: OpenSettings;
  readonly #open = new Map<DataTab, OpenDataTab>();
  /** A tab's own names change only when it is made or laid anew here, and then it is open already. */
  readonly #listed: ListedNames;

  constructor(
    readonly session: Session,
    listed = listNames(session.spreadsheet),
  ) {
    const { spreadsheet, zone, today } = session;
    const standing = findSettings(spreadsheet, listed);
    this.settings = standing ?? createSettings(spreadsheet, zone.dateOf(today));
    this.#listed = standing ? listed : listNames(spreadsheet);
  }

  /** The named ranges whose name begins so. */
  names(prefix: string): Names {
    return namedRanges(this.session.spreadsheet, prefix, this.#listed);
  }

  get currency(): string {
    return String(readSetting(this.settings, "currency") || "USD");
  }

  get asOf(): number {
    return readAsOf(this.settings, this.session.zone) ?? this.session.today;
  }

  /** The as-of date: a day of the user's choosing stays; otherwise the tab reports for today. */
  moveAsOf(chosen?: number, undo?: Undo): void {
    const { cells } = this.settings;
    const { zone, today } = this.session;
    const [asOf, followToday] = [cells.get("asOf"), cells.get("followToday")];
    if (chosen !== undefined) {
      for (const cell of [asOf, followToday]) if (cell && undo) putBackLater(cell, undo);
      asOf?.setValue(zone.dateOf(chosen));
      followToday?.setValue(false);
      return;
    }
    const follows = readSetting(this.settings, "followToday") === true;
    const standing = readAsOf(this.settings, zone);
    if (standing !== undefined && (!follows || standing === today)) return;
    if (asOf && undo) putBackLater(asOf, undo);
    asOf?.setValue(zone.dateOf(today));
  }

  set(key: string, value: string | number | boolean): void {
    this.settings.cells.get(key)?.setValue(value);
  }

  isBlank(key: string): boolean {
    return readSetting(this.settings, key) === "";
  }

  /** A setting's text as it stands, "" where the cell is blank. */
  setting(key: string): string {
    return String(readSetting(this.settings, key) ?? "");
  }

  /**
   * A data tab is made where it is missing; a list in Settings only ever by setting up. `expectedRows` is how many a
   * tab that has to be made will soon hold.
   */
  open(tab: DataTab, expectedRows?: number): OpenDataTab {
    const standing = this.#open.get(tab) ?? this.#find(tab);
    const open = standing ?? createDataTab(this.session.spreadsheet, tab, expectedRows);
    this.#open.set(tab, open);
    return open;
  }

  #find(tab: DataTab): OpenDataTab | undefined {
    const { spreadsheet } = this.session;
    const names = this.names(`${tab.key}_`);
    const found = findDataTab(spreadsheet, tab, names);
    if (!found && !DATA_TABS.includes(tab)) {
      throw new Error(
        `Settings lacks its list of ${tab.record}s; undo its deletion, or choose Set up workbook in the menu to bring it back empty.`,
      );
    }
    // What was typed in rows that the names do not reach would count nowhere.
    if (found && !coversAll(tab, found, names)) nameRanges(spreadsheet, tab, found);
    return found;
  }

  read(tab: DataTab): (DataRecord | null)[] {
    return readRecords(tab, this.open(tab), this.session.zone);
  }

  /** The texts of one column, row by row, without making the tab where it is missing. */
  column(tab: DataTab, key: string): string[] {
    const open = this.#open.get(tab) ?? this.#find(tab);
    if (!open) return [];
    this.#open.set(tab, open);
    const { sheet, headingRow, columnOf } = open;
    const rows = sheet.getLastRow() - headingRow;
    if (rows < 1) return [];
    const cells = sheet.getRange(headingRow + 1, columnOf.get(key) ?? 1, rows, 1).getValues();
    return cells.map(([cell]) => String(cell ?? "").trim());
  }

  write(tab: DataTab, standing: readonly (DataRecord | null)[], writes: readonly RowWrite[]): void {
    const { spreadsheet, zone } = this.session;
    writeRecords(spreadsheet, tab, this.open(tab), standing, writes, zone);
  }

  /** Adds records below the last filled row. */
  append(tab: DataTab, standing: readonly (DataRecord | null)[], records: readonly DataRecord[]): void {
    this.write(
      tab,
      standing,
      records.map((record, index) => ({ index: standing.length + index, record })),
    );
  }

  get stages(): (DataRecord | null)[] {
    return this.read(STAGES);
  }

  get reps(): (DataRecord | null)[] {
    return this.read(REPS);
  }
}
