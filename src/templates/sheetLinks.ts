import type { TabPlan } from "./plan.js";

/**
 * Links to cells of data tabs. Google Sheets knows a tab in a link by a number only, which a declaration cannot know: a
 * formula holds a place for it until the tab is there.
 */

const PLACE = /\{sheet of (\w+)\}/g;

/** Stands for the number of a data tab until it is known. */
export const sheetPlace = (tabKey: string): string => `{sheet of ${tabKey}}`;

/** A link to the cell in `row` and `column` of a data tab, counted from 1 within its rows and headings. */
export function cellLink(tabKey: string, row: string, column: string): string {
  const cell = `ADDRESS(ROW(INDEX({${tabKey}:rows},${row},1)),COLUMN(INDEX({${tabKey}:headings},1,${column})),4)`;
  return `HYPERLINK("#gid=${sheetPlace(tabKey)}&range="&${cell},${cell})`;
}

/** The plan with each tab's number in its links. */
export function withSheetNumbers(plan: TabPlan, numberOf: (tabKey: string) => number): TabPlan {
  return {
    ...plan,
    content: plan.content.map((row) =>
      row.map((cell) =>
        typeof cell === "string" && cell.startsWith("=")
          ? cell.replace(PLACE, (_, tabKey: string) => String(numberOf(tabKey)))
          : cell,
      ),
    ),
  };
}
