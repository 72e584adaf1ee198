import type { DataRecord, DataTab } from "../workbook/columns.js";
import { OPPORTUNITIES } from "../workbook/opportunities.js";
import { REPS, STAGES } from "../workbook/settings.js";
import type { Session } from "./session.js";
import {
  createDataTab,
  findDataTab,
  type OpenDataTab,
  type RowWrite,
  readRecords,
  writeRecords,
} from "./sheets/dataTab.js";
import {
  createSettings,
  findSettings,
  type OpenSettings,
  readAsOf,
  readSetting,
} from "./sheets/settingsTab.js";

/** The workbook's own tabs, made where they are missing and otherwise found by their named ranges. */
export class Workbook {
  readonly settings: OpenSettings;
  #opportunities: OpenDataTab | undefined;

  constructor(readonly session: Session) {
    const { spreadsheet } = session;
    this.settings = findSettings(spreadsheet) ?? createSettings(spreadsheet);
  }

  get currency(): string {
    return String(readSetting(this.settings, "currency") || "USD");
  }

  get asOf(): number {
    return readAsOf(this.settings, this.session.zone) ?? this.session.today;
  }

  /** The as-of date: a day of the user's choosing stays; otherwise the tab reports for today. */
  moveAsOf(chosen?: number): void {
    const { cells } = this.settings;
    const { zone, today } = this.session;
    if (chosen !== undefined) {
      cells.get("asOf")?.setValue(zone.dateOf(chosen));
      cells.get("followToday")?.setValue(false);
      return;
    }
    const follows = readSetting(this.settings, "followToday") === true;
    const standing = readAsOf(this.settings, zone);
    if (standing === undefined || (follows && standing !== today))
      cells.get("asOf")?.setValue(zone.dateOf(today));
  }

  set(key: string, value: string | number | boolean): void {
    this.settings.cells.get(key)?.setValue(value);
  }

  isBlank(key: string): boolean {
    return readSetting(this.settings, key) === "";
  }

  open(tab: DataTab): OpenDataTab {
    const { spreadsheet } = this.session;
    if (tab === OPPORTUNITIES) {
      this.#opportunities ??= findDataTab(spreadsheet, tab) ?? createDataTab(spreadsheet, tab, this.currency);
      return this.#opportunities;
    }
    const found = findDataTab(spreadsheet, tab);
    if (!found)
      throw new Error(`${tab.title} lacks its list of ${tab.record}s; undo the deletion of its columns.`);
    return found;
  }

  read(tab: DataTab): (DataRecord | null)[] {
    return readRecords(tab, this.open(tab), this.session.zone);
  }

  write(tab: DataTab, standing: readonly (DataRecord | null)[], writes: readonly RowWrite[]): void {
    const { spreadsheet, zone } = this.session;
    writeRecords(spreadsheet, tab, this.open(tab), standing, writes, zone, this.currency);
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
