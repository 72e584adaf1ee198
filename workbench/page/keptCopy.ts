/**
 * A copy of unsaved work in the browser, for when the server cannot be reached or the page goes before a save ends.
 * Packed, since browsers give a page about five million characters.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

const KEY = "workbench.unsaved";

export interface KeptCopy {
  readonly base: string | null;
  readonly writer: string;
  readonly json: string;
}

/** Whether there was room for it. */
export function keepCopy({ base, writer, json }: KeptCopy): boolean {
  try {
    const packed = strFromU8(deflateSync(strToU8(json), { level: 1 }), true);
    localStorage.setItem(KEY, JSON.stringify({ base, writer, packed }));
    return true;
  } catch {
    return false;
  }
}

export function readKeptCopy(): KeptCopy | undefined {
  try {
    const { base, writer, packed } = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const json = strFromU8(inflateSync(strToU8(packed, true)));
    JSON.parse(json);
    return { base, writer, json };
  } catch {
    return undefined;
  }
}

export function dropKeptCopy(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}
