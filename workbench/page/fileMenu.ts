/** The workbench's own entries in the File menu. */
import { engine } from "./engine.js";

export interface FileActions {
  newWorkbook(): void;
  openXlsx(): void;
  saveXlsx(): void;
}

export function addFileMenu(actions: FileActions): void {
  const always = { isEnabledOnLockedSheet: true };
  engine.registries.topbarMenuRegistry
    .addChild("workbench-new", ["file"], {
      ...always,
      name: "New workbook",
      sequence: 10,
      execute: actions.newWorkbook,
    })
    .addChild("workbench-open", ["file"], {
      ...always,
      name: "Open .xlsx…",
      sequence: 20,
      execute: actions.openXlsx,
    })
    .addChild("workbench-save", ["file"], {
      ...always,
      name: "Save as .xlsx",
      sequence: 30,
      separator: true,
      execute: actions.saveXlsx,
    });
}
