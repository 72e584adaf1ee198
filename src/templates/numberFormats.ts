import type { Format } from "./template.js";

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USD: "$",
    EUR: "€",
    GBP: "£",
    JPY: "¥",
    INR: "₹",
    BRL: "R$",
    CAD: "CA$",
    AUD: "A$",
  }),
);

/** The currency's sign, or its code where it has none of its own; no sign for a word that no format can hold. */
export const currencySign = (currency: string): string =>
  SIGNS.get(currency) ?? (/^[\p{L}\p{Sc}. ]{1,12}$/u.test(currency) ? `${currency} ` : "");

/** Number formats that Google Sheets, Excel and the workbench all read. */
export function numberFormat(format: Format, currency: string): string {
  switch (format) {
    case "money": {
      // Nothing known and nothing there look alike, so a zero amount is a dash and never a confident figure.
      const sign = currencySign(currency);
      const amount = sign === "" ? "#,##0" : `[$${sign}]#,##0`;
      return `${amount};-${amount};"–"`;
    }
    case "count":
      return "#,##0";
    case "share":
      return "0.0%";
    case "multiple":
      return '0.0"x"';
    case "days":
      return "#,##0.0";
    case "date":
      return "d mmm yyyy";
    default:
      return "General";
  }
}
