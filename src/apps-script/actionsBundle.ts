import { runEntry } from "./entries.js";

/** What menu items, sidebars and dialogs load when they are used; a formula never pays for it. */
export function enter(name: string, args: ArrayLike<unknown>): unknown {
  return runEntry(name, Array.from(args));
}
