/** Collects, while something is being made, how to take each step of it back. */
export interface Undo {
  later(step: () => void): void;
}

/**
 * Runs an action that leaves everything as it was when it fails: its steps are taken back, the latest first, and the
 * error that stopped it is the one that is told.
 */
export function allOrNothing<T>(act: (undo: Undo) => T): T {
  const steps: (() => void)[] = [];
  try {
    return act({ later: (step) => steps.push(step) });
  } catch (error) {
    for (const step of steps.reverse()) {
      try {
        step();
      } catch {
        // One step that cannot be taken back must not keep the others from being.
      }
    }
    throw error;
  }
}
