/** Cell notes as Google Sheets shows them: a small corner on the cell, the text when the pointer rests on it. */
import { companionOf } from "../engine/companionPlugin";
import { engine, type Model } from "./engine.js";

type DrawingContext = Parameters<Model["drawLayer"]>[0];
type Position = { readonly sheetId: string; readonly col: number; readonly row: number };

const CORNER_PX = 7;
const COLOR = "#8a5a00";

/** Before the model is made: its plugins are fixed from then on. */
export function showNotes(): void {
  engine.registries.featurePluginRegistry.add("workbench_notes", notesPlugin());
  class NoteText extends owl.Component {
    static override template = owl.xml`<div class="wb-note" t-esc="props.text"/>`;
    static override props = { text: String, onClosed: { type: Function, optional: true } };
    static maxSize = { maxHeight: 320 };
  }
  engine.registries.cellPopoverRegistry.add("workbench_note", {
    onHover(position: Position, getters: Model["getters"]) {
      const text = companionOf({ getters } as Model).getCellNote(position);
      if (text === "") return { isOpen: false };
      return { isOpen: true, props: { text }, Component: NoteText as never, cellCorner: "top-right" };
    },
  });
}

function notesPlugin() {
  return class NotesPlugin extends engine.UIPlugin {
    static override getters = [] as const;
    static override layers = ["Autofill"] as const;

    override drawLayer({ ctx, viewports, sheetId }: DrawingContext): void {
      const notes = companionOf({ getters: this.getters } as Model);
      ctx.fillStyle = COLOR;
      for (const row of viewports.getSheetViewVisibleRows(sheetId)) {
        for (const col of viewports.getSheetViewVisibleCols(sheetId)) {
          if (notes.getCellNote({ sheetId, col, row }) === "") continue;
          const zone = this.getters.expandZone(sheetId, { left: col, right: col, top: row, bottom: row });
          const { x, y, width } = viewports.getVisibleRect(sheetId, zone);
          if (width === 0) continue;
          ctx.beginPath();
          ctx.moveTo(x + width - CORNER_PX, y);
          ctx.lineTo(x + width, y);
          ctx.lineTo(x + width, y + CORNER_PX);
          ctx.fill();
        }
      }
    }
  };
}
