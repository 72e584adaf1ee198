import { literalName, textLiteral } from "../../src/templates/formula.js";
import type { WorkbookFacts } from "../../src/templates/template.js";
import { quarterBack, quarterBackEnd, within } from "./period.js";

/**
 * Forecast and result by quarter for the whole team. Where reps forecast, their calls are added up and a manager's or a
 * method's call beside them is left out, since it speaks of the same deals.
 */

interface Called {
  /** Condition on the forecaster for SUMIFS, with its leading comma; "" where everybody counts. */
  readonly extra: string;
  /** Whose calls are added up, for the note below the figures. */
  readonly whose: string;
}

/** Forecasters who are no reps: a manager or a method, whose call covers the same deals as the reps'. */
export function callersBesideReps({ forecasters, reps }: WorkbookFacts): readonly string[] {
  const known = new Set(reps);
  return forecasters.filter((name) => !known.has(name));
}

export function teamForecast(facts: WorkbookFacts): Called {
  const { forecasters } = facts;
  const others = callersBesideReps(facts);
  const [first] = others;
  if (first === undefined || forecasters.length === 1) return { extra: "", whose: '"all forecasters"' };
  if (others.length === forecasters.length) {
    return { extra: `,{Forecasts.forecaster},"="&${literalName(first)}`, whose: textLiteral(first) };
  }
  const without = others.map((name) => `,{Forecasts.forecaster},"<>"&${literalName(name)}`).join("");
  return { extra: without, whose: `"the reps, without "&${textLiteral(others.join(", "))}` };
}

const filled = (column: string) => `{Forecasts.${column}},">-1E+99"`;

/** Sum of a column over a quarter, of the rows that also hold the other column: a pair or nothing. */
export const calledIn = (column: string, back: number, { extra }: Called, also?: string): string => {
  const conditions = `${within("Forecasts.period", quarterBack(back), quarterBackEnd(back))},${filled(also ?? column)}${extra}`;
  return `IF(COUNTIFS(${conditions},${filled(column)})=0,"",SUMIFS({Forecasts.${column}},${conditions}))`;
};
