/** Number formats: Google's patterns are the engine's, but for a few names and the conditions it cannot show. */

import type { Engine } from "../engine/engine.js";

/** Google's name for "as it comes". */
const AUTOMATIC = new Set(["", "General", "0.###############"]);

export function engineFormat(pattern: unknown, engine: Engine): string {
  if (typeof pattern !== "string") throw new Error(`A number format is text, not ${String(pattern)}.`);
  if (AUTOMATIC.has(pattern)) return "";
  const format = pattern.replace(/\[h+\]/gi, ELAPSED_HOURS).replace(/AM\/PM/gi, "a");
  try {
    engine.helpers.parseFormat(format);
  } catch {
    throw new Error(`The workbench's engine cannot show the number format ${pattern}.`);
  }
  return format;
}

/** How the engine writes Google's `[h]`. */
const ELAPSED_HOURS = "hhhh";

export function googleFormat(format: string | undefined): string {
  return format ? format.replaceAll(ELAPSED_HOURS, "[h]") : "General";
}
