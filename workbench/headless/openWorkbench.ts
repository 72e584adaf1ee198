/** The built bundle on the local engine without a page: for tests and the command line. */

import { keepNothingToUndo } from "../engine/internals.js";
import type { LogLevel } from "../services/globals.js";
import { Workbench, type WorkbenchParts } from "../services/workbench.js";
import { nodeEngine } from "./nodeEngine.js";
import { nodeRealm } from "./nodeRealm.js";
import { RecordedInterface } from "./recordedInterface.js";

export interface HeadlessOptions extends Omit<WorkbenchParts, "engine" | "realm" | "ui" | "log"> {
  readonly log?: WorkbenchParts["log"];
  /** False where nobody will ask the engine itself to undo: large imports take far less memory. */
  readonly undoable?: boolean;
}

export interface HeadlessWorkbench extends Workbench {
  /** What the script showed, and the answers it gets. */
  readonly ui: RecordedInterface;
  /** What the script wrote to its console. */
  readonly logged: readonly { readonly level: LogLevel; readonly text: string }[];
}

export function openWorkbench(options: HeadlessOptions): HeadlessWorkbench {
  const ui = new RecordedInterface();
  const logged: { level: LogLevel; text: string }[] = [];
  const log = (level: LogLevel, text: string) => {
    logged.push({ level, text });
    options.log?.(level, text);
  };
  const workbench = new Workbench({ ...options, engine: nodeEngine(), realm: nodeRealm(), ui, log });
  if (options.undoable === false) keepNothingToUndo(workbench.model);
  return Object.assign(workbench, { ui, logged });
}
