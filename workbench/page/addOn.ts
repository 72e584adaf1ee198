/** INTERIM */

import { emptyCompanion } from "../engine/companion.js";
import { companionOf } from "../engine/companionPlugin.js";
import { openModel } from "../engine/openModel.js";
import { runAsOneStep } from "../engine/scriptStep.js";
import type { UserInterface } from "../host.js";
import type { AddOnFiles, WorkbenchDocument } from "./documentClient.js";
import { engine, type Model } from "./engine.js";
import type { ScriptEndpoints } from "./htmlFrame.js";
import { createPageRealm, type PageRealm } from "./realm.js";

export interface AddOnPlace {
  /** Something outside the engine's own document changed. */
  changed(): void;
  name(): string;
}

export type DocumentParts = Pick<WorkbenchDocument, "workbook" | "companion">;

export interface AddOn {
  readonly model: Model;
  readonly endpoints: ScriptEndpoints;
  /** Runs the bundle's onOpen, as opening a spreadsheet does. */
  open(): void;
  has(functionName: string): boolean;
  /** As a click in the menu. */
  run(functionName: string): void;
  document(): DocumentParts;
  writeXlsx(): Promise<Uint8Array>;
  readXlsx(content: Uint8Array): Promise<DocumentParts>;
}

export function openAddOn(
  files: AddOnFiles,
  document: DocumentParts | null,
  ui: UserInterface,
  place: AddOnPlace,
): AddOn {
  const realm: PageRealm = createPageRealm();
  void ui;
  void place;
  realm.evaluate(files.script);
  const model = openModel(engine, {
    workbook: document?.workbook ?? undefined,
    companion: document?.companion ?? emptyCompanion,
    evaluation: {},
  });
  const run = (name: string, args: readonly unknown[] = []): unknown => {
    const found = realm.lookup(name);
    if (found === undefined) throw new Error(`Script function not found: ${name}`);
    return runAsOneStep(model, () => found(...args));
  };
  return {
    model,
    endpoints: { names: () => realm.functionNames(), call: run },
    open: () => undefined,
    has: (name) => realm.lookup(name) !== undefined,
    run: (name) => void run(name),
    document: () => {
      const workbook = Object.assign(model._exportData(false), { isNotSquishable: true });
      return { workbook, companion: { ...companionOf(model).getCompanion(), properties: {} } };
    },
    writeXlsx: async () => {
      throw new Error("Not yet.");
    },
    readXlsx: async () => {
      throw new Error("Not yet.");
    },
  };
}
