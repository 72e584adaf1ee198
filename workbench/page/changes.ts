/** Tells when the document changed: not when the user merely selects or scrolls. */
import { engine, type Model } from "./engine.js";

export function onDocumentChange(model: Model, listener: () => void): void {
  const changing: ReadonlySet<string> = new Set([...engine.coreTypes, "UNDO", "REDO"]);
  model.on("command-dispatched", listener, (command) => {
    if (changing.has((command as { type: string }).type)) listener();
  });
}
