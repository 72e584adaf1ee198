/** The two moments when the user must decide which version of the document counts. */
import type { Autosave } from "./autosave.js";
import { hideBanner, showBanner } from "./banner.js";
import { dropKeptCopy, type KeptCopy } from "./keptCopy.js";
import { replaceDocument } from "./replaceDocument.js";

export type DocumentBanner =
  | { readonly kind: "behind" }
  | {
      readonly kind: "leftover";
      readonly copy: KeptCopy;
      readonly autosave: Autosave;
      readonly writer: string;
    };

export function showDocumentBanner(banner: DocumentBanner): void {
  if (banner.kind === "behind") {
    showBanner("This workbook was changed in another tab. Nothing typed here is saved any more.", [
      { caption: "Reload", run: () => location.reload() },
    ]);
    return;
  }
  const { copy, autosave, writer } = banner;
  showBanner("An earlier visit ended with changes that were not saved, and the workbook has changed since.", [
    { caption: "Open the unsaved version", run: () => void replaceDocument(copy.json, autosave, writer) },
    {
      caption: "Discard it",
      run: () => {
        dropKeptCopy();
        hideBanner();
      },
    },
  ]);
}
