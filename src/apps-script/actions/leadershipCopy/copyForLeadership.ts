import { dayName } from "../../../core/dates/dayName.js";
import { counted } from "../../../core/pipeline/counted.js";
import { exclusively, openSession, type Session } from "../../session.js";
import { requireRoom } from "../../sheets/cellLimit.js";
import { takeBackNewTabs } from "../../sheets/newTabs.js";
import { findSettings, readAsOf } from "../../sheets/settingsTab.js";
import { allOrNothing } from "../../sheets/undo.js";
import { finishTab } from "../../sheets/unfinishedTabs.js";
import { type Copied, copyTab } from "./copyTab.js";
import { type ReportTab, reportTabs } from "./reportTabs.js";

/** Menu: every report tab as dated values, to be read without the add-on and never to change again. */
export function copyForLeadership(): void {
  copyReports((tabs) => {
    if (tabs.length === 0) {
      throw new Error("There is no report tab to copy yet; make one with Template tabs in the menu.");
    }
    return tabs;
  });
}

/** Menu: the same for the tab in front. */
export function copyTabForLeadership(): void {
  copyReports((tabs, { spreadsheet }) => {
    const front = spreadsheet.getActiveSheet();
    const tab = tabs.find(({ sheet }) => sheet.getSheetId() === front.getSheetId());
    if (tab) return [tab];
    throw new Error(
      `${front.getName()} is no report tab; go to one that was made with Template tabs in the menu, or copy all of them.`,
    );
  });
}

function copyReports(choose: (tabs: readonly ReportTab[], session: Session) => readonly ReportTab[]): void {
  exclusively(() => {
    const session = openSession();
    const { spreadsheet, zone, today } = session;
    const tabs = choose(reportTabs(spreadsheet), session);
    const cells = tabs.reduce((sum, { sheet }) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
    requireRoom(spreadsheet, cells, "the copy");
    const settings = findSettings(spreadsheet);
    const asOf = dayName((settings && readAsOf(settings, zone)) ?? today);
    const copies = allOrNothing((undo) => {
      takeBackNewTabs(spreadsheet, undo);
      const made = tabs.map((tab) => {
        const title = tab.sheet.getName();
        const footer = `Source: workbook "${spreadsheet.getName()}", tab "${title}". Figures as of ${asOf}, copied on ${dayName(today)}; values only, nothing here changes any more.`;
        return {
          ...copyTab(spreadsheet, tab, footer, undo),
          name: `${title.slice(0, LONGEST_TITLE)} – ${asOf}`,
        };
      });
      for (const { sheet, name } of made) finishTab(sheet, freeName(session, name), undo);
      made[0]?.sheet.activate();
      return made;
    });
    spreadsheet.toast(reportOf(copies), "Copy for leadership", 8);
  });
}

/** Google takes names of 100 characters; a date and a number must still fit. */
const LONGEST_TITLE = 70;

function freeName({ spreadsheet }: Session, name: string): string {
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

function reportOf(copies: readonly Copied[]): string {
  const [first] = copies;
  const errors = copies.reduce((sum, copy) => sum + copy.errors, 0);
  const charts = copies.reduce((sum, copy) => sum + copy.foreignCharts, 0);
  return [
    copies.length === 1
      ? `Made "${first?.sheet.getName()}".`
      : `${counted(copies.length, "report", "reports")} copied, beginning with "${first?.sheet.getName()}".`,
    errors > 0
      ? `${counted(errors, "cell shows", "cells show")} an error in the original and so in the copy.`
      : "",
    charts > 0
      ? `${counted(charts, "chart draws", "charts draw")} from another tab and will go on changing.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}
