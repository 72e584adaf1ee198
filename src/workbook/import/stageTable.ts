import { stageKey } from "./knownStages.js";

/** A stage as Settings has it. */
export interface StageSetting {
  readonly stage: string;
  readonly probability: number | null;
  readonly category: string | null;
}

/** The stages of Settings, found without regard to case and punctuation. */
export class StageTable {
  private readonly byKey = new Map<string, StageSetting>();

  constructor(stages: readonly StageSetting[]) {
    for (const setting of stages) {
      const key = stageKey(setting.stage);
      if (key !== "" && !this.byKey.has(key)) this.byKey.set(key, setting);
    }
  }

  of(stage: string): StageSetting | undefined {
    return this.byKey.get(stageKey(stage));
  }
}
