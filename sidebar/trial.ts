import type { Trial, TriedArgument } from "../src/apps-script/actions/finder/tryFunction.js";
import { call } from "./client.js";
import { reasonOf } from "./status.js";

/** Tries a function out on the sheet a moment after the last change; only the newest answer counts. */

const PAUSE_MS = 450;

export interface Trials {
  /** Forgets what is under way. */
  stop(): void;
  later(name: string, args: readonly TriedArgument[]): void;
}

export interface Told {
  working(): void;
  answered(trial: Trial): void;
  failed(reason: string, again: () => void): void;
}

export function createTrials(told: Told): Trials {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(name: string, args: readonly TriedArgument[], own: number): Promise<void> {
    told.working();
    try {
      const trial = await call("tryFunction", name, args);
      if (own === turn) told.answered(trial);
    } catch (error) {
      if (own === turn) told.failed(reasonOf(error), () => void run(name, args, own));
    }
  }

  return {
    stop() {
      turn++;
      clearTimeout(timer);
    },
    later(name, args) {
      const own = ++turn;
      clearTimeout(timer);
      timer = setTimeout(() => void run(name, args, own), PAUSE_MS);
    },
  };
}
