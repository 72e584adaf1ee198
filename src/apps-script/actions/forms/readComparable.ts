import { isoTextOfSerial } from "../../../functions/serial.js";
import { headingsRangeName, rowsRangeName } from "../../../templates/formula.js";
import type { DataTab } from "../../../workbook/columns.js";
import { OPPORTUNITIES } from "../../../workbook/opportunities.js";
import { FORECASTS } from "../../../workbook/tabs/forecasts.js";
import { SUBSCRIPTIONS } from "../../../workbook/tabs/subscriptions.js";
import { openSession } from "../../session.js";
import { findDataTab, readRecords } from "../../sheets/dataTab.js";
import { findSettings, readAsOf } from "../../sheets/settingsTab.js";

/** A tab whose rows a metric can be compared on. */
export interface ComparableTab {
  readonly metric: "win rate" | "NRR" | "MAPE";
  readonly title: string;
  readonly rows: number;
  /** The named ranges of its headings and rows. */
  readonly headings: string;
  readonly range: string;
}

export interface Comparable {
  readonly tabs: readonly ComparableTab[];
  /** The workbook's as-of day, as 2026-03-31. */
  readonly asOf: string;
}

const TABS: readonly (readonly [ComparableTab["metric"], DataTab])[] = [
  ["win rate", OPPORTUNITIES],
  ["NRR", SUBSCRIPTIONS],
  ["MAPE", FORECASTS],
];

/** Which data tabs hold rows that win rate, NRR and MAPE can be compared on. */
export function readComparable(): Comparable {
  const { spreadsheet, zone, today } = openSession();
  const settings = findSettings(spreadsheet);
  return {
    tabs: TABS.flatMap(([metric, tab]) => {
      const open = findDataTab(spreadsheet, tab);
      const rows = open ? readRecords(tab, open, zone).filter((record) => record !== null).length : 0;
      return open && rows > 0
        ? [
            {
              metric,
              title: open.sheet.getName(),
              rows,
              headings: headingsRangeName(tab),
              range: rowsRangeName(tab),
            },
          ]
        : [];
    }),
    asOf: isoTextOfSerial((settings && readAsOf(settings, zone)) ?? today),
  };
}
