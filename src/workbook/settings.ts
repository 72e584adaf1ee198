import type { Setting } from "./setting.js";
import { SETTING_GROUPS } from "./settingGroups.js";

/**
 * The Settings tab: everything that a formula needs to know stands in a cell with a name. On the left single settings
 * in groups, with a line of help each; to the right the lists, free to grow downward.
 */

export type { Setting } from "./setting.js";
export { REPS, STAGES } from "./settingsLists.js";

export const SETTINGS: readonly Setting[] = SETTING_GROUPS.flatMap(({ settings }) => settings);

export const settingRangeName = (key: string): string => `Settings_${key}`;

export function settingNamed(key: string): Setting | undefined {
  return SETTINGS.find((setting) => setting.key === key);
}
