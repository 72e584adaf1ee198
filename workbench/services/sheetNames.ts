/** Which names a tab may have. */

import type { Book } from "./book.js";

const MAX_LENGTH = 100;
/** The engine cannot write references to sheets with these in their names. */
const UNWRITABLE = /['*?/\\[\]]/;

export function checkedSheetName(book: Book, given: unknown, ownId?: string): string {
  const name = String(given);
  if (name.trim() === "") throw new Error("The sheet name cannot be empty.");
  if (name.length > MAX_LENGTH) throw new Error("The sheet name cannot be greater than 100 characters.");
  if (UNWRITABLE.test(name))
    throw new Error(`The workbench's engine takes no sheet name with ' * ? / \\ [ or ]: ${name}`);
  const taken = book.getters
    .getSheetIds()
    .some((id) => id !== ownId && sameName(book.getters.getSheetName(id), name));
  if (taken) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  return name;
}

/** Google tells sheet names apart without regard to case. */
function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
