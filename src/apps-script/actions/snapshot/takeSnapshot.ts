import { dayName } from "../../../core/dates/dayName.js";
import { dealsToStore } from "../../../core/history/takenSnapshot.js";
import { counted } from "../../../core/pipeline/counted.js";
import { HISTORY } from "../../../workbook/history.js";
import { OPPORTUNITIES } from "../../../workbook/opportunities.js";
import { exclusively, openSession, type Session } from "../../session.js";
import { findDataTab, readRecords } from "../../sheets/dataTab.js";
import { findSettings, readAsOf, readSetting } from "../../sheets/settingsTab.js";
import { historyRecord, historyRows, standingDeals } from "./dealRecords.js";
import { storeSnapshot } from "./storeSnapshot.js";

/** Menu: keeps the pipeline of the as-of date in the History tab, so that later reviews can say what changed. */
export function takeSnapshot(): void {
  exclusively(() => {
    const session = openSession();
    const { spreadsheet, zone } = session;
    const day = reportDay(session);
    const tab = findDataTab(spreadsheet, OPPORTUNITIES);
    const standing = tab
      ? standingDeals(readRecords(OPPORTUNITIES, tab, zone), OPPORTUNITIES.title, tab.headingRow + 1)
      : [];
    if (standing.length === 0) {
      throw new Error("Opportunities holds no deals yet; import a CRM export before taking a snapshot.");
    }
    const historyTab = findDataTab(spreadsheet, HISTORY);
    const records = historyTab ? readRecords(HISTORY, historyTab, zone) : [];
    const history = historyRows(records, HISTORY.title, historyTab ? historyTab.headingRow + 1 : 2);
    const stored = dealsToStore(standing, history, day);
    if (stored.length === 0) {
      throw new Error(
        "No deal is open and none has closed since the last snapshot, so there is nothing to keep.",
      );
    }
    storeSnapshot(
      session,
      { tab: historyTab, records },
      day,
      stored.map((deal) => historyRecord(deal, day)),
    );

    const open = stored.filter(({ outcome }) => outcome === "Open").length;
    const nameless = stored.filter(({ id }) => id === "").length;
    const closed = stored.length - open;
    const said = [
      `${counted(open, "open deal", "open deals")}${closed > 0 ? ` and ${counted(closed, "deal", "deals")} closed since the last one` : ""} kept in ${HISTORY.title}.`,
      history.some((row) => row.day === day) ? "It replaces the one taken earlier for this day." : "",
      nameless > 0
        ? `${counted(nameless, "deal has", "deals have")} no Deal ID and will be found by name.`
        : "",
    ];
    spreadsheet.toast(said.filter(Boolean).join(" "), `Snapshot of ${dayName(day)}`, 8);
  });
}

/** The day that the workbook reports for, without writing it anywhere: today where the as-of date follows it. */
function reportDay({ spreadsheet, zone, today }: Session): number {
  const settings = findSettings(spreadsheet);
  if (!settings || readSetting(settings, "followToday") === true) return today;
  return Math.floor(readAsOf(settings, zone) ?? today);
}
