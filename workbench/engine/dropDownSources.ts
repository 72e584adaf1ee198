/**
 * A drop-down that takes its entries from cells follows them, as on Google: where their tab is renamed, rows or columns
 * are inserted, or the cells are moved. The engine keeps the range as a text and adapts formulas only.
 */

import type { Engine } from "./engine.js";

type CorePlugin = InstanceType<Engine["CorePlugin"]>;
type Adapters = Parameters<CorePlugin["adaptRanges"]>[0];

interface Rule {
  readonly criterion: { readonly type: string; readonly values: readonly string[] };
}

interface DataValidationPlugin extends CorePlugin {
  readonly rules: Readonly<Record<string, readonly Rule[]>>;
}

const NAME = "dataValidation";
/** What the engine writes for cells that are gone. */
const LOST = "#REF";
const followed = new WeakSet<object>();

export function followDropDownSources(engine: Engine): void {
  const registry = engine.registries.corePluginRegistry;
  if (followed.has(registry)) return;
  followed.add(registry);
  const Plugin = registry.get(NAME) as unknown as new (...args: unknown[]) => DataValidationPlugin;

  class FollowingPlugin extends Plugin {
    override adaptRanges(adapters: Adapters): void {
      super.adaptRanges(adapters);
      for (const [sheetId, rules] of Object.entries(this.rules)) {
        rules.forEach(({ criterion }, at) => {
          const [source] = criterion.values;
          if (criterion.type !== "isValueInRange" || source === undefined) return;
          const { changeType, range } = adapters.adaptRangeString(sheetId, source);
          const adapted = changeType === "REMOVE" ? LOST : range;
          if (adapted !== source) this.update("rules", sheetId, at, "criterion", "values", 0, adapted);
        });
      }
    }

    /** The record of changes is typed for each plugin's own state. */
    private update(...path: unknown[]): void {
      (this.history.update as (...path: unknown[]) => void)(...path);
    }
  }
  registry.replace(NAME, FollowingPlugin as never);
}
