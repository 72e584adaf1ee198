import { Fault, isBlankWord, quoted } from "./fault.js";

/** percent: 25 means 25% · fraction: 0.25 means 25%. A cell with a percent sign is a percentage under both. */
export type ProbabilityScale = "percent" | "fraction";

export interface ProbabilityFormat {
  readonly scale: ProbabilityScale;
  /** False when every value is 0 or 1, which both scales allow. */
  readonly shown: boolean;
}

const FIGURE = /^([+-]?)(\d+(?:[.,]\d+)?|[.,]\d+)\s*(%?)$/;

/** Decides the scale over the whole column: values above 1 are percentages, values between 0 and 1 are fractions. */
export function detectProbabilityFormat(texts: readonly string[], heading: string): ProbabilityFormat {
  let percentages = 0;
  let fractions = 0;
  let ones = 0;
  for (const text of texts) {
    const figure = FIGURE.exec(text);
    if (!figure || figure[3] === "%") continue;
    const value = numberOf(figure[2] ?? "");
    if (value > 1) percentages++;
    else if (value === 1) ones++;
    else if (value > 0) fractions++;
  }
  if (percentages + fractions > 0) {
    return { scale: percentages >= fractions ? "percent" : "fraction", shown: true };
  }
  const inHeading = heading.includes("%");
  return { scale: inHeading ? "percent" : "fraction", shown: inHeading || ones === 0 };
}

/** A chance of winning as a fraction from 0 to 1, null where the cell is blank. */
export function parseProbability(
  text: string,
  scale: ProbabilityScale,
  what = "a probability",
): number | null | Fault {
  if (isBlankWord(text)) return null;
  const figure = FIGURE.exec(text);
  if (!figure) {
    return new Fault(
      `${quoted(text)} is not ${what}; write 25% or 0.25 in the export or leave the cell blank`,
    );
  }
  const value = numberOf(figure[2] ?? "");
  const fraction = figure[3] === "%" || scale === "percent" ? value / 100 : value;
  if (fraction > 1) return new Fault(`${quoted(text)} is above 100%; write 25% or 0.25 in the export`);
  if (figure[1] === "-" && fraction > 0) {
    return new Fault(`${quoted(text)} is below 0%; write 25% or 0.25 in the export`);
  }
  return fraction;
}

function numberOf(figure: string): number {
  return Number(figure.replace(",", "."));
}
