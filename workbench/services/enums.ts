/**
 * Google's enumerations: every member is an object of its own, compared by identity and printed by its name.
 */

export class EnumMember {
  readonly #name: string;
  readonly #ordinal: number;

  constructor(name: string, ordinal: number) {
    this.#name = name;
    this.#ordinal = ordinal;
  }

  name(): string {
    return this.#name;
  }

  ordinal(): number {
    return this.#ordinal;
  }

  toString(): string {
    return this.#name;
  }

  toJSON(): string {
    return this.#name;
  }
}

export type EnumOf<Names extends string> = Readonly<Record<Names, EnumMember>>;

function enumeration<Names extends string>(...names: readonly Names[]): EnumOf<Names> {
  const entries = names.map((name, index) => [name, new EnumMember(name, index)] as const);
  return Object.freeze(Object.fromEntries(entries)) as EnumOf<Names>;
}

export const BorderStyle = enumeration("DOTTED", "DASHED", "SOLID", "SOLID_MEDIUM", "SOLID_THICK", "DOUBLE");
export const WrapStrategy = enumeration("WRAP", "OVERFLOW", "CLIP");
export const ProtectionType = enumeration("RANGE", "SHEET");
export const CopyPasteType = enumeration(
  "PASTE_NORMAL",
  "PASTE_NO_BORDERS",
  "PASTE_FORMAT",
  "PASTE_FORMULA",
  "PASTE_DATA_VALIDATION",
  "PASTE_VALUES",
  "PASTE_CONDITIONAL_FORMATTING",
  "PASTE_COLUMN_WIDTHS",
);
export const BooleanCriteria = enumeration(
  "CELL_EMPTY",
  "CELL_NOT_EMPTY",
  "CUSTOM_FORMULA",
  "NUMBER_BETWEEN",
  "NUMBER_GREATER_THAN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  "NUMBER_LESS_THAN",
  "NUMBER_LESS_THAN_OR_EQUAL_TO",
  "TEXT_CONTAINS",
);
export const DataValidationCriteria = enumeration(
  "VALUE_IN_LIST",
  "VALUE_IN_RANGE",
  "CHECKBOX",
  "DATE_IS_VALID_DATE",
  "NUMBER_BETWEEN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
);
export const ChartType = enumeration(
  "TIMELINE",
  "AREA",
  "BAR",
  "BUBBLE",
  "CANDLESTICK",
  "COLUMN",
  "COMBO",
  "GAUGE",
  "GEO",
  "HISTOGRAM",
  "RADAR",
  "LINE",
  "ORG",
  "PIE",
  "SCATTER",
  "SPARKLINE",
  "STEPPED_AREA",
  "TABLE",
  "TREEMAP",
  "WATERFALL",
);
export const Button = enumeration("CLOSE", "OK", "CANCEL", "YES", "NO");
export const ButtonSet = enumeration("OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL");
export const AuthModes = enumeration("NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL");
