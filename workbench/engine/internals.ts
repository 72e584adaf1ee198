/**
 * The engine's private parts that the workbench needs, all in one place so that an upgrade has one file to check.
 *
 * Why at all: one UPDATE_CELL asks and tells some sixty plugins, which makes 225,000 of them take seven seconds;
 * a script that reads after it wrote needs its formulas computed in the middle of a step; and the engine packs every
 * revision for collaborators the workbench does not have.
 */

import type { Model, Position, Style } from "./engine.js";

export interface CellUpdate extends Position {
  readonly type: "UPDATE_CELL";
  content?: string;
  style?: Style | null;
  format?: string;
}

/** A plugin that commands are passed to. */
export interface Handler {
  beforeHandle(command: unknown): void;
  handle(command: unknown): void;
}

/** What the engine notes of each change, to undo it. */
interface StateObserver {
  changes: unknown[] | undefined;
  commands: unknown[];
  addCommand(command: unknown): void;
  recordChanges(work: () => void): { changes: unknown[]; commands: unknown[] };
}

interface ModelInternals {
  handlers: Handler[];
  status: number;
  readonly state: StateObserver;
  readonly session: { commandSquisher: { squish(c: unknown): unknown; unsquish(c: unknown): unknown } };
  dispatchToHandlers(handlers: Handler[], command: unknown): void;
  finalize(): void;
}

/** The engine's status while commands run inside another command. */
const RUNNING = 1;

export function internalsOf(model: Model): ModelInternals {
  return model as unknown as ModelInternals;
}

/** Class names are lost in the minified build; the getters a plugin offers are not. */
export function offers(handler: Handler, getter: string): boolean {
  const { getters } = handler.constructor as unknown as { getters?: readonly string[] };
  return getters?.includes(getter) ?? false;
}

/** Computes formulas in the middle of a running step, which the engine itself only does at its end. */
export function computeNow(model: Model): void {
  const internals = internalsOf(model);
  try {
    internals.finalize();
  } finally {
    internals.status = RUNNING;
  }
}

/** Nobody else edits this workbook, so packing each revision for sending (a second for 225,000 cells) is left out. */
export function skipPackingForCollaborators(model: Model): void {
  internalsOf(model).session.commandSquisher = { squish: (all) => all, unsquish: (all) => all };
}

/**
 * Keeps nothing to undo by. For 100,000 imported deals the engine would note some ten million changes, a gigabyte and
 * more, and where there is no page nobody can press undo.
 */
export function keepNothingToUndo(model: Model): void {
  const { state } = internalsOf(model);
  state.addCommand = () => {};
  state.recordChanges = (work) => {
    state.changes = undefined;
    work();
    return { changes: [], commands: [] };
  };
}
