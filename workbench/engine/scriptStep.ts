/**
 * Runs a whole script as one command of the engine, so that a menu click is one step to undo and formulas are
 * computed once, not after every write.
 */

import type { Engine, Getters, Model } from "./engine.js";

const COMMAND = "RUN_SCRIPT";

const waiting = new WeakMap<Getters, () => void>();

export function addScriptStepPlugin(engine: Engine): void {
  const registry = engine.registries.featurePluginRegistry;
  if (registry.contains("workbench_script_step")) return;

  // A script may be started while a locked sheet is in front; what it does there is checked command by command.
  (engine.lockedSheetAllowedCommands as Set<string>).add(COMMAND);

  class ScriptStepPlugin extends engine.UIPlugin {
    static override getters = [] as const;
    override handle(command: { type: string }): void {
      if (command.type !== COMMAND) return;
      const work = waiting.get(this.getters);
      waiting.delete(this.getters);
      work?.();
    }
  }
  registry.add("workbench_script_step", ScriptStepPlugin);
}

/** An error ends the script, not the step: what was written before it stays, as in Google Sheets. */
export function runAsOneStep<Result>(model: Model, work: () => Result): Result {
  let outcome: { value: Result } | { error: unknown } | undefined;
  waiting.set(model.getters, () => {
    try {
      outcome = { value: work() };
    } catch (error) {
      outcome = { error };
    }
  });
  (model.dispatch as (type: string) => void)(COMMAND);
  if (!outcome) throw new Error("The workbook is read-only or busy: the script was not run.");
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}
