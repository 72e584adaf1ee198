import { Fault, quoted } from "./fault.js";
import type { NumberFormat } from "./numberFormat.js";
import { parseAmount } from "./parseAmount.js";

/** A count with or without grouped thousands: employees, seats, minutes. */
export function parseWhole(text: string, format: NumberFormat): number | null | Fault {
  const figure = parseAmount(text, format);
  if (figure === null || (typeof figure === "number" && Number.isInteger(figure) && figure >= 0))
    return figure;
  return new Fault(
    `${quoted(text)} is not a whole number; write one such as 250 in the export or leave the cell blank`,
  );
}
