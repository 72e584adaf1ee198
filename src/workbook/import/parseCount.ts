import { Fault, isBlankWord, quoted } from "./fault.js";

/** A whole number from 0, such as the people at the customer who take part. */
export function parseCount(text: string): number | null | Fault {
  if (isBlankWord(text)) return null;
  const figure = /^(\d{1,9})(?:[.,]0+)?$/.exec(text);
  if (figure) return Number(figure[1]);
  return new Fault(
    `${quoted(text)} is not a whole number; write one such as 3 in the export or leave the cell blank`,
  );
}
