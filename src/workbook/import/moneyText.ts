/** An amount taken apart: what stands around its digits. */
export interface MoneyText {
  readonly negative: boolean;
  /** The figure with its marks as written: `1.234,50`. */
  readonly digits: string;
  /** 1,000 for K, 1,000,000 for M and so on. */
  readonly multiplier: number;
  readonly currency: string;
}

const CODE_OR_SIGN = "[A-Z]{3}|[A-Z]{0,3}\\p{Sc}|[Kk]r\\.?|z[łl]|Kč|Ft|lei|Fr\\.?|SFr\\.?|[Rr]s\\.?";
const SCALE = "thousand|million|billion|tsd\\.?|mio\\.?|mrd\\.?|mln|mm|mn|bn|k|m|b";

const MONEY = new RegExp(
  `^([-+])? ?(${CODE_OR_SIGN})? ?([-+])? ?(\\d[\\d.,' ]*|[.,]\\d+) ?(?:([KkMmBbTt][A-Za-z]*\\.?)(?= |$|\\p{Sc}))? ?(${CODE_OR_SIGN})? ?(-)?$`,
  "u",
);
const SCALE_WORD = new RegExp(`^(?:${SCALE})$`, "i");
const CURRENCY_WORD = new RegExp(`^(?:${CODE_OR_SIGN})$`, "u");

/**
 * Takes `-$1,234.50`, `(1 234,50 €)`, `CHF 1'234.50`, `$117.10K` or `2bn USD` apart; null when a text is no amount.
 * What the marks among the digits mean is decided elsewhere, over the whole column.
 */
export function moneyText(text: string): MoneyText | null {
  let rest = plainMarks(text);
  // Accountants write a negative amount in parentheses, with the currency inside or outside.
  const inParentheses = /^([^()\d]*)\(([^()]+)\)([^()\d]*)$/.exec(rest);
  if (inParentheses) rest = `${inParentheses[1]}${inParentheses[2]}${inParentheses[3]}`.trim();
  const parts = MONEY.exec(rest);
  if (!parts) return null;
  const [, sign, before = "", innerSign, digits = "", word, after = "", trailing] = parts;
  // "500 kr" ends in a currency, not in thousands, so a scale is only what is one.
  let multiplier = 1;
  let currency = before || after;
  if (word !== undefined) {
    if (SCALE_WORD.test(word)) multiplier = scaleOf(word);
    else if (after === "" && CURRENCY_WORD.test(word)) currency = before || word;
    else return null;
  }
  const negative = [sign, innerSign, trailing].includes("-") !== (inParentheses !== null);
  return { negative, digits: digits.trim(), multiplier, currency };
}

function scaleOf(word: string): number {
  const letters = word.toLowerCase().replace(".", "");
  if (letters === "k" || letters === "thousand" || letters === "tsd") return 1e3;
  if (letters === "b" || letters === "bn" || letters === "billion" || letters === "mrd") return 1e9;
  return 1e6;
}

/** What needs no replacing: printable ASCII without doubled spaces, as nearly every cell is. */
const ASCII = /^(?: ?[!-_a-~])*$/;

/** One minus, one apostrophe and one kind of space for the many that programs write. */
function plainMarks(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\u2019\u00B4`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
