/** A sheet's copy within the document, as Google makes it: at the end, named after its original, charts on its own cells. */

import { changeCompanion, companionOf } from "../engine/companionPlugin.js";
import type { Book } from "./book.js";

/** Gives the id of the copy. Protections stay with the original. */
export function copySheet(book: Book, sheetId: string): string {
  book.requireDocument();
  const { getters } = book;
  const sheetIdTo = book.newId();
  book.dispatch("DUPLICATE_SHEET", {
    sheetId,
    sheetIdTo,
    sheetNameTo: freeName(book, `Copy of ${getters.getSheetName(sheetId)}`),
  });
  const delta = getters.getVisibleSheetIds().length - 1 - getters.getVisibleSheetIds().indexOf(sheetIdTo);
  if (delta > 0) book.dispatch("MOVE_SHEET", { sheetId: sheetIdTo, delta });
  const notes = Object.entries(companionOf(book.model).getCompanion().notes[sheetId] ?? {});
  if (notes.length > 0) {
    changeCompanion(book.model, {
      notes: notes.map(([cell, text]) => ({
        ...book.host.engine.helpers.toCartesian(cell),
        sheetId: sheetIdTo,
        text,
      })),
    });
  }
  return sheetIdTo;
}

function freeName(book: Book, name: string): string {
  const taken = new Set(
    book.getters.getSheetIds().map((id) => book.getters.getSheetName(id).trim().toLowerCase()),
  );
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}
