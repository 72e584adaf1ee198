import { Fault, isBlankWord, quoted } from "./fault.js";
import { moneyText } from "./moneyText.js";
import { type DecimalMark, evidenceOf, type NumberFormat } from "./numberFormat.js";

/** A figure in which marks group digits by two or three, the last group by three: 1,234,567 and 12,34,567. */
const GROUPED = /^\d{1,3}(?:([., '])\d{2,3}(?:\1\d{2,3})*)?$/;

/**
 * An amount as a number, null where the cell is blank, a Fault where it is no amount. A cell that shows both marks is
 * read on its own; one that could be read either way follows the column; one that contradicts the column is refused.
 */
export function parseAmount(
  text: string,
  format: Pick<NumberFormat, "decimal" | "decidedBy">,
): number | null | Fault {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  if (isBlankWord(text)) return null;
  // Spreadsheet programs write large figures as 1.2E+05.
  if (/^-?\d(?:\.\d+)?[eE]\+?\d{1,2}$/.test(text)) return Number(text);
  const money = moneyText(text);
  if (money === null) {
    return new Fault(
      `${quoted(text)} is not an amount; write a number such as 12500 in the export or leave the cell blank`,
    );
  }
  const figure = figureOf(money.digits, format);
  if (figure instanceof Fault) return new Fault(`${quoted(text)} ${figure.problem}`);
  // Scaling by a power of ten leaves dust in the last binary digits (117.1 × 1000); cents are what money has.
  const scaled = money.multiplier === 1 ? figure : Math.round(figure * money.multiplier * 100) / 100;
  return money.negative && scaled !== 0 ? -scaled : scaled;
}

function figureOf(digits: string, format: Pick<NumberFormat, "decimal" | "decidedBy">): number | Fault {
  const evidence = evidenceOf(digits);
  let decimal: DecimalMark = format.decimal;
  if (evidence === "." || evidence === ",") {
    const showsBoth = digits.includes(".") && digits.includes(",");
    const groupsOften = !showsBoth && !digits.includes(evidence);
    if (evidence !== decimal && format.decidedBy !== "assumed" && !showsBoth && !groupsOften) {
      return new Fault(
        `has a ${evidence === "," ? "comma" : "point"} where the rest of the column groups thousands; write the decimals after a ${decimal === "," ? "comma" : "point"} in the export`,
      );
    }
    decimal = evidence;
  }
  const at = digits.lastIndexOf(decimal);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? "" : digits.slice(at + 1);
  const wellFormed =
    /^\d*$/.test(fraction) && !whole.includes(decimal) && (/^\d*$/.test(whole) || groupsWell(whole));
  if (!wellFormed) {
    return new Fault("does not group its digits by thousands; write a number such as 12500 in the export");
  }
  return Number(`${whole.replace(/\D/g, "") || "0"}.${fraction || "0"}`);
}

function groupsWell(whole: string): boolean {
  return GROUPED.test(whole) && /\D\d{3}$/.test(whole);
}
