/** One cell of Settings. */
export interface Setting {
  /** Stable name; the cell's named range is `Settings_<key>`. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly kind: "date" | "text" | "money" | "count" | "share" | "multiple" | "flag";
  /**
   * A value, a formula that names other settings and the columns of the lists in braces, or blank where only the user
   * can know.
   */
  readonly initial: string | number | boolean;
  readonly choices?: readonly string[];
  /** Least and greatest number that makes sense. */
  readonly between?: readonly [least: number, greatest: number];
  /** Worked out from other settings; not for typing. */
  readonly derived?: boolean;
}

/** Settings that stand together under a heading. */
export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting[];
}
