/** Which document to start with: the server's, or unsaved work that the browser kept from an earlier visit. */
import type { StoredState, WorkbenchDocument } from "./documentClient.js";
import type { KeptCopy } from "./keptCopy.js";

export interface Opening {
  readonly document: WorkbenchDocument | null;
  readonly base: string | null;
  readonly writer: string;
  /** The document holds work that the server has not got. */
  readonly unsaved: boolean;
  /** Unsaved work that does not follow from the server's document: the user must choose. */
  readonly leftover: KeptCopy | null;
}

export function chooseOpening(stored: StoredState, kept: KeptCopy | undefined, freshWriter: string): Opening {
  const server = { document: stored.document, base: stored.revision, writer: freshWriter };
  if (kept === undefined) return { ...server, unsaved: false, leftover: null };
  const answerWasLost = stored.writer === kept.writer && stored.base === kept.base;
  const follows = kept.base === stored.revision || answerWasLost;
  if (!follows) return { ...server, unsaved: false, leftover: kept };
  // It goes on as the same writer: a save of the page that left may still be on its way, and is no other tab's.
  const document = JSON.parse(kept.json) as WorkbenchDocument;
  return { document, base: kept.base, writer: kept.writer, unsaved: true, leftover: null };
}
