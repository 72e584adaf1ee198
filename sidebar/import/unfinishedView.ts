import type { ImportProgress } from "../../src/apps-script/actions/importSteps.js";
import type { Edits, UndoneImport } from "../../src/apps-script/actions/importUndo.js";
import { closeWindow } from "../client.js";
import { button, make } from "../elements.js";
import { countOf, grouped, recordsOf } from "./reportView.js";

/** An import that stopped in the middle, met when the dialog opens again. */
export function unfinishedView(
  progress: ImportProgress,
  finish: () => void,
  takeBack: () => void,
): { readonly content: HTMLElement[]; readonly actions: HTMLElement[] } {
  const { file, done, total } = progress;
  return {
    content: [
      make("h1", {}, "An import was not finished"),
      make(
        "p",
        {},
        `The import of ${file} stopped after ${grouped(done)} of ${recordsOf(total, progress)}. Finish it, or take back what it has written, before you import anything else; the file is not needed for either.`,
      ),
      make("p", { class: "quiet" }, "If somebody else is importing it right now, close this dialog."),
    ],
    actions: [
      button("Close", "plain", closeWindow),
      button("Take it back", "plain", takeBack),
      button("Finish the import", "primary", finish),
    ],
  };
}

/** What was changed by hand since is never overwritten unasked. */
export function editsView(
  { file, edited }: UndoneImport,
  decide: (edits: Edits) => void,
): { readonly content: HTMLElement[]; readonly actions: HTMLElement[] } {
  return {
    content: [
      make("h1", {}, `Take back the import of ${file}`),
      make(
        "p",
        {},
        `${countOf(edited, "cell")} that it wrote ${edited === 1 ? "was" : "were"} changed by hand since.`,
      ),
    ],
    actions: [
      button("Overwrite my changes", "plain", () => decide("overwrite")),
      button("Keep my changes", "primary", () => decide("keep")),
    ],
  };
}
