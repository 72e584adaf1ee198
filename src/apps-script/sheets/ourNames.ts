import { headingsRangeName, rowsRangeName } from "../../templates/formula.js";
import { columnRangeName } from "../../workbook/columns.js";
import { SETTINGS, settingRangeName } from "../../workbook/settings.js";
import { SETTINGS_LISTS } from "../../workbook/settingsLists.js";
import { DATA_TABS } from "../../workbook/tabs/index.js";

/** Names of report tabs. */
export const TAB_PREFIX = "Tab_";
export const RECEIPTS_PREFIX = "Receipts_";
/** The sheet that tells what the last import wrote. */
export const IMPORT_MARK = "RevOps_Undo";

/** A name that only a finished tab bears: it is the last that is given to it. */
export const isLastName = (name: string): boolean =>
  name.startsWith(TAB_PREFIX) || name === `${RECEIPTS_PREFIX}figure` || name === IMPORT_MARK;

let names: ReadonlySet<string> | undefined;

/** Whether the add-on gives such a name; every other is a person's. */
export function isOurName(name: string): boolean {
  names ??= new Set([
    ...SETTINGS.map(({ key }) => settingRangeName(key)),
    ...[...DATA_TABS, ...SETTINGS_LISTS.map(({ tab }) => tab)].flatMap((tab) => [
      ...tab.columns.map((column) => columnRangeName(tab, column)),
      headingsRangeName(tab),
      rowsRangeName(tab),
    ]),
  ]);
  return names.has(name) || isLastName(name) || name.startsWith(RECEIPTS_PREFIX);
}
