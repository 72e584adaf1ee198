/** The bundle at work in the page: the services all places share, with this page's scope, engine and windows. */
import { companionOf } from "../engine/companionPlugin.js";
import type { UserInterface } from "../host.js";
import { CompanionProperties } from "../services/properties.js";
import { Workbench } from "../services/workbench.js";
import { writeXlsx } from "../xlsx/writeXlsx.js";
import type { AddOnFiles, WorkbenchDocument } from "./documentClient.js";
import { engine, type Model } from "./engine.js";
import type { ScriptEndpoints } from "./htmlFrame.js";
import { createPageRealm } from "./realm.js";

export const ADD_ON_NAME = "RevOps Engine";

export interface AddOnParts {
  readonly files: AddOnFiles;
  readonly document: WorkbenchDocument | null;
  readonly ui: UserInterface;
  /** What a script changes does not always pass through the engine's own events. */
  changed(): void;
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
  /** `onLoss` is told, one sentence each, what the file could not carry. */
  writeXlsx(title: string, onLoss: (sentence: string) => void): Uint8Array;
}

export function openAddOn({ files, document, ui, changed }: AddOnParts): AddOn {
  const realm = createPageRealm();
  const companion = document?.companion ?? undefined;
  const properties = new CompanionProperties(companion);
  const workbench = new Workbench({
    engine,
    realm,
    ui,
    properties,
    code: files.script,
    html: files.html,
    name: document?.name,
    addonName: ADD_ON_NAME,
    document: { ...(document?.workbook && { workbook: document.workbook }), ...(companion && { companion }) },
    log: (level, text) => console[level](text),
  });
  const { model } = workbench;
  const thenChanged = <T>(work: () => T): T => {
    try {
      return work();
    } finally {
      changed();
    }
  };
  const allOfCompanion = () => ({ ...companionOf(model).getCompanion(), properties: properties.read() });

  return {
    model,
    endpoints: {
      names: () => realm.functionNames(),
      call: (name, args) => thenChanged(() => workbench.callEndpoint(name, args)),
    },
    open: () => workbench.open(),
    has: (name) => realm.lookup(name) !== undefined,
    run: (name) => void thenChanged(() => workbench.run(name)),
    document: () => ({ workbook: plainExport(model), companion: allOfCompanion() }),
    writeXlsx: (title, onLoss) =>
      writeXlsx(model, engine, { title, onLoss, companion: { ...allOfCompanion() }, savedAt: new Date() }),
  };
}

/** The engine's exportData builds a second workbook to check its packing: seven times as long, at every save. */
function plainExport(model: Model): object {
  return Object.assign(model._exportData(false), { isNotSquishable: true });
}
