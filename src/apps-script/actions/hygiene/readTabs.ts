import type { DataRecord } from "../../../workbook/columns.js";
import { HISTORY } from "../../../workbook/history.js";
import { HYGIENE_TABS, type HygieneData } from "../../../workbook/hygiene/proposal.js";
import { wordKey } from "../../../workbook/hygiene/words.js";
import type { Session } from "../../session.js";
import { findDataTab, type OpenDataTab, readRecords } from "../../sheets/dataTab.js";
import { namedRanges } from "../../sheets/names.js";

export interface StandingTabs {
  /** The tabs that the workbook has; none is made for a check. */
  readonly open: ReadonlyMap<string, OpenDataTab>;
  readonly data: HygieneData;
}

/** Reads the data tabs and lists. History records what was on a day; nothing in it is ever put right. */
export function readTabs({ spreadsheet, zone }: Session, only?: ReadonlySet<string>): StandingTabs {
  const names = namedRanges(spreadsheet);
  const open = new Map<string, OpenDataTab>();
  const data: Record<string, (DataRecord | null)[]> = {};
  for (const tab of HYGIENE_TABS) {
    if (tab === HISTORY || (only && !only.has(tab.key))) continue;
    const found = findDataTab(spreadsheet, tab, names);
    if (!found) continue;
    open.set(tab.key, found);
    data[tab.key] = readRecords(tab, found, zone);
  }
  return { open, data };
}

const PRODUCT = /^(product|product name|name)$/i;
const PRICE = /^(list price|unit price|price)$/i;

/** List prices by product, where the user keeps a tab Products; a product with two prices has none. */
export function readPrices({ spreadsheet }: Session): Map<string, number> {
  const prices = new Map<string, number>();
  const sheet = spreadsheet.getSheetByName("Products");
  if (!sheet || sheet.getLastRow() < 2) return prices;
  const [headings = [], ...rows] = sheet
    .getRange(1, 1, sheet.getLastRow(), sheet.getLastColumn())
    .getValues();
  const columnOf = (wanted: RegExp) => headings.findIndex((heading) => wanted.test(String(heading).trim()));
  const [product, price] = [columnOf(PRODUCT), columnOf(PRICE)];
  if (product < 0 || price < 0) return prices;
  const unsure = new Set<string>();
  for (const row of rows) {
    const [key, value] = [wordKey(String(row[product] ?? "")), row[price]];
    if (key === "" || typeof value !== "number") continue;
    if ((prices.get(key) ?? value) !== value) unsure.add(key);
    prices.set(key, value);
  }
  for (const key of unsure) prices.delete(key);
  return prices;
}
