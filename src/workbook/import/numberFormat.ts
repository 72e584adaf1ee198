import { isBlankWord } from "./fault.js";
import { moneyText } from "./moneyText.js";

export type DecimalMark = "." | ",";

/** How the amounts of a column are written. */
export interface NumberFormat {
  readonly decimal: DecimalMark;
  /** values: some cell shows it · assumed: no cell does · chosen: a person said so. */
  readonly decidedBy: "values" | "assumed" | "chosen";
  /** The column holds cells that can only be read the other way round too. */
  readonly mixed: boolean;
  /** A cell that could be read either way, as it is written. */
  readonly ambiguous: string | null;
  /** Currency signs and codes beside the figures, with the number of cells that carry each. */
  readonly currencies: ReadonlyMap<string, number>;
}

/** What a figure shows about its decimal mark. */
export type Evidence = DecimalMark | "either" | "none";

/**
 * `1.234,50` and `12,5` show a decimal comma, `1,234.50` and `1,234,567` a decimal point; `1,234` fits both:
 * one mark before exactly three digits may group thousands.
 */
export function evidenceOf(digits: string): Evidence {
  const dot = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (dot < 0 && comma < 0) return "none";
  if (dot >= 0 && comma >= 0) return dot > comma ? "." : ",";
  const mark: DecimalMark = dot >= 0 ? "." : ",";
  const at = digits.indexOf(mark);
  if (at !== Math.max(dot, comma)) return mark === "." ? "," : ".";
  const before = digits.slice(0, at);
  const groupedAlready = /[ ']/.test(before);
  const couldGroup = digits.length - at - 1 === 3 && /^[1-9]\d{0,2}$/.test(before);
  return couldGroup && !groupedAlready ? "either" : mark;
}

/**
 * Decides the decimal mark over the whole column, because one cell such as `1,234` does not show it. Where no cell
 * shows it, a mark before exactly three digits is taken to group thousands: money is rarely kept to three decimals.
 */
export function detectNumberFormat(texts: readonly string[], chosen?: DecimalMark): NumberFormat {
  const counts = { ".": 0, ",": 0 };
  const either = { ".": 0, ",": 0 };
  let ambiguous: string | null = null;
  const currencies = new Map<string, number>();
  for (const text of texts) {
    if (PLAIN.test(text) || isBlankWord(text)) continue;
    const money = moneyText(text);
    if (money === null) continue;
    const { currency, digits } = money;
    if (currency !== "") currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
    const evidence = evidenceOf(digits);
    if (evidence === "either") {
      ambiguous ??= text;
      either[digits.includes(".") ? "." : ","]++;
    } else if (evidence !== "none") counts[evidence]++;
  }
  const mixed = counts["."] > 0 && counts[","] > 0;
  const common = { mixed, ambiguous, currencies };
  if (chosen !== undefined) return { decimal: chosen, decidedBy: "chosen", ...common };
  if (counts["."] + counts[","] > 0) {
    return { decimal: counts[","] > counts["."] ? "," : ".", decidedBy: "values", ...common };
  }
  const decimal = either["."] > 0 && either[","] === 0 ? "," : ".";
  return { decimal, decidedBy: "assumed", ...common };
}

/** Digits alone say nothing about marks or currencies; most exports hold nothing else. */
const PLAIN = /^-?\d*$/;
