/** Puts another document in this one's place. The server keeps the replaced one; the page starts anew with the other. */
import type { Autosave } from "./autosave.js";
import { saveDocument } from "./documentClient.js";
import { dropKeptCopy } from "./keptCopy.js";
import { showMessage } from "./messageDialog.js";
import { announceRevision } from "./otherTabs.js";

export async function replaceDocument(json: string, autosave: Autosave, writer: string): Promise<void> {
  // What is replaced is kept, so it must be complete.
  const state = await autosave.flush();
  const answer =
    state === "saved"
      ? await saveDocument(json, { base: autosave.base(), writer, replaces: true })
      : undefined;
  if (answer?.kind === "saved") {
    autosave.stop();
    dropKeptCopy();
    announceRevision(answer.revision);
    location.reload();
    return;
  }
  const why = answer?.kind === "refused" ? ` ${answer.message}` : "";
  await showMessage({
    title: "The workbook was not replaced",
    text: `The current workbook could not be saved first, so nothing was changed.${why}`,
  });
}
