/** Borders: Google's six switches for a range, as the engine's commands. */

import type { Zone } from "../engine/engine.js";
import type { Book } from "./book.js";
import { BorderStyle, type EnumMember } from "./enums.js";
import { hexColor } from "./styles.js";

/** True draws the line, false removes it, null leaves it as it is. */
export interface BorderSwitches {
  readonly top: boolean | null;
  readonly left: boolean | null;
  readonly bottom: boolean | null;
  readonly right: boolean | null;
  readonly vertical: boolean | null;
  readonly horizontal: boolean | null;
}

type Side = "top" | "left" | "bottom" | "right";

const LINES = new Map<EnumMember, "thin" | "medium" | "thick" | "dashed" | "dotted">([
  [BorderStyle.SOLID, "thin"],
  [BorderStyle.SOLID_MEDIUM, "medium"],
  [BorderStyle.SOLID_THICK, "thick"],
  [BorderStyle.DASHED, "dashed"],
  [BorderStyle.DOTTED, "dotted"],
  // The engine draws no double line.
  [BorderStyle.DOUBLE, "medium"],
]);

const POSITIONS = {
  top: "top",
  left: "left",
  bottom: "bottom",
  right: "right",
  vertical: "v",
  horizontal: "h",
} as const;

export function setBorders(
  book: Book,
  sheetId: string,
  zone: Zone,
  switches: BorderSwitches,
  color: unknown,
  style: unknown,
): void {
  const line = LINES.get((style as EnumMember | null | undefined) ?? BorderStyle.SOLID);
  if (!line) throw new Error(`Invalid border style: ${String(style)}.`);
  const hex = hexColor(color ?? "#000000", book.host.engine);
  if (Object.values(switches).every((on) => on === false)) {
    book.dispatch("SET_ZONE_BORDERS", { sheetId, target: [zone], border: { position: "clear" } });
    return;
  }
  for (const [name, on] of Object.entries(switches) as [keyof BorderSwitches, boolean | null][]) {
    if (on) {
      const border = { position: POSITIONS[name], color: hex, style: line };
      book.dispatch("SET_ZONE_BORDERS", { sheetId, target: [zone], border });
    } else if (on === false) removeLines(book, sheetId, zone, name);
  }
}

function removeLines(book: Book, sheetId: string, zone: Zone, name: keyof BorderSwitches): void {
  const { left, right, top, bottom } = zone;
  if (name === "top") removeSide(book, sheetId, { ...zone, bottom: top }, "top");
  else if (name === "bottom") removeSide(book, sheetId, { ...zone, top: bottom }, "bottom");
  else if (name === "left") removeSide(book, sheetId, { ...zone, right: left }, "left");
  else if (name === "right") removeSide(book, sheetId, { ...zone, left: right }, "right");
  else if (name === "vertical") {
    removeSide(book, sheetId, { ...zone, left: left + 1 }, "left");
    removeSide(book, sheetId, { ...zone, right: right - 1 }, "right");
  } else {
    removeSide(book, sheetId, { ...zone, top: top + 1 }, "top");
    removeSide(book, sheetId, { ...zone, bottom: bottom - 1 }, "bottom");
  }
}

function removeSide(book: Book, sheetId: string, zone: Zone, side: Side): void {
  for (let row = zone.top; row <= zone.bottom; row++)
    for (let col = zone.left; col <= zone.right; col++) {
      const border = book.getters.getCellBorder({ sheetId, col, row });
      if (!border?.[side]) continue;
      const { [side]: _removed, ...rest } = border;
      book.dispatch("SET_BORDER", { sheetId, col, row, border: rest });
    }
}
