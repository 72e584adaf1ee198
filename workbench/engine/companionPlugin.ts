/**
 * Notes, protections and validation help as part of the engine's own document: they follow inserted rows, deleted
 * sheets and undo like everything else on a sheet, but are saved in the companion, not in the workbook data.
 */

import { type Companion, emptyCompanion, type StoredProtection } from "./companion.js";
import type { Engine, EngineRange, Getters, Model, Position, WorkbookData } from "./engine.js";

const COMMAND = "SET_COMPANION";

interface NoteChange extends Position {
  /** An empty text removes the note. */
  readonly text: string;
}

interface CompanionChange {
  readonly notes?: readonly NoteChange[];
  readonly protections?: readonly StoredProtection[];
  readonly validationHelp?: Readonly<Record<string, string>>;
}

interface KeptProtection extends Omit<StoredProtection, "range"> {
  readonly range?: EngineRange;
}

type SheetNotes = Record<string, string>;

interface CompanionGetters {
  getCellNote(position: Position): string;
  getValidationHelp(ruleId: string): string | undefined;
  getCompanion(): Omit<Companion, "properties">;
}

export function companionOf(model: Pick<Model, "getters">): CompanionGetters {
  return model.getters as Getters & CompanionGetters;
}

export function changeCompanion(model: Model, change: CompanionChange): void {
  (model.dispatch as (type: string, payload: CompanionChange) => void)(COMMAND, change);
}

export function addCompanionPlugin(engine: Engine): void {
  const registry = engine.registries.corePluginRegistry;
  if (registry.contains("workbench_companion")) return;
  // Known as a change of the document, the command is recorded for undo.
  (engine.coreTypes as Set<string>).add(COMMAND);
  // Asked for when steps are undone. Former values come back from the record, so there is nothing to invert.
  engine.registries.inverseCommandRegistry.add(COMMAND, (command) => [command]);
  registry.add("workbench_companion", companionPlugin(engine));
}

function companionPlugin(engine: Engine) {
  const { toXC, toCartesian } = engine.helpers;

  return class CompanionPlugin extends engine.CorePlugin {
    static override getters = ["getCellNote", "getCompanion", "getValidationHelp"] as const;
    notes: Record<string, SheetNotes> = {};
    protections: readonly KeptProtection[] = [];
    validationHelp: Readonly<Record<string, string>> = {};

    override import(data: WorkbookData): void {
      const companion = (data as { companion?: Companion }).companion ?? emptyCompanion;
      for (const [sheetId, notes] of Object.entries(companion.notes)) this.notes[sheetId] = { ...notes };
      this.protections = companion.protections.map((stored) => this.kept(stored));
      this.validationHelp = companion.validationHelp;
    }

    override handle(command: { type: string }): void {
      if (command.type === "DELETE_SHEET") {
        const { sheetId } = command as unknown as { sheetId: string };
        this.replace("notes", { ...this.notes, [sheetId]: {} });
        this.replace(
          "protections",
          this.protections.filter((p) => p.sheetId !== sheetId),
        );
      }
      if (command.type !== COMMAND) return;
      const change = command as CompanionChange;
      if (change.notes) this.replace("notes", withNotes(this.notes, change.notes));
      if (change.protections)
        this.replace(
          "protections",
          change.protections.map((stored) => this.kept(stored)),
        );
      if (change.validationHelp)
        this.replace("validationHelp", { ...this.validationHelp, ...change.validationHelp });
    }

    override adaptRanges(adapters: Parameters<InstanceType<Engine["CorePlugin"]>["adaptRanges"]>[0]): void {
      let notesMoved = false;
      const moved: Record<string, SheetNotes> = {};
      for (const [sheetId, notes] of Object.entries(this.notes)) {
        const kept: SheetNotes = {};
        moved[sheetId] = kept;
        for (const [cell, text] of Object.entries(notes)) {
          const { col, row } = toCartesian(cell);
          const zone = { left: col, right: col, top: row, bottom: row };
          const change = adapters.applyChange(this.getters.getRangeFromZone(sheetId, zone));
          if (change.changeType !== "NONE") notesMoved = true;
          if (change.changeType !== "REMOVE")
            kept[toXC(change.range.zone.left, change.range.zone.top)] = text;
        }
      }
      if (notesMoved) this.replace("notes", moved);

      let rangesMoved = false;
      const protections: KeptProtection[] = [];
      for (const protection of this.protections) {
        const change = protection.range && adapters.applyChange(protection.range);
        if (change && change.changeType !== "NONE") rangesMoved = true;
        if (change?.changeType === "REMOVE") continue;
        protections.push(change ? { ...protection, range: change.range } : protection);
      }
      if (rangesMoved) this.replace("protections", protections);
    }

    getCellNote({ sheetId, col, row }: Position): string {
      return this.notes[sheetId]?.[toXC(col, row)] ?? "";
    }

    getValidationHelp(ruleId: string): string | undefined {
      return this.validationHelp[ruleId];
    }

    getCompanion(): Omit<Companion, "properties"> {
      const notes: Record<string, SheetNotes> = {};
      for (const [sheetId, all] of Object.entries(this.notes))
        if (Object.keys(all).length) notes[sheetId] = { ...all };
      return {
        notes,
        protections: this.protections.map(({ range, ...rest }) =>
          range ? { ...rest, range: this.getters.getRangeString(range, rest.sheetId) } : rest,
        ),
        validationHelp: { ...this.validationHelp },
      };
    }

    private kept({ range, ...rest }: StoredProtection): KeptProtection {
      return range ? { ...rest, range: this.getters.getRangeFromSheetXC(rest.sheetId, range) } : rest;
    }

    /** Recorded by the engine, so that undo puts the former value back. */
    private replace(key: "notes" | "protections" | "validationHelp", value: unknown): void {
      (this.history.update as (key: string, value: unknown) => void)(key, value);
    }
  };

  function withNotes(all: Record<string, SheetNotes>, changes: readonly NoteChange[]) {
    const next: Record<string, SheetNotes> = { ...all };
    const copied = new Set<string>();
    for (const { sheetId, col, row, text } of changes) {
      if (!copied.has(sheetId)) {
        next[sheetId] = { ...next[sheetId] };
        copied.add(sheetId);
      }
      const notes = next[sheetId] as SheetNotes;
      if (text === "") delete notes[toXC(col, row)];
      else notes[toXC(col, row)] = text;
    }
    return next;
  }
}
