import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

/** Every report tab as it stands in the page, drawn in one go on the sample data. */
describe("the report tabs on the sample data", () => {
  let bench: Launched;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    bench = await launch({ dist: "dist" });
    workbench = await bench.open();
    await workbench.idle();
    await workbench.menu("RevOps Engine", "Template tabs", "All of them");
    await workbench.idle();
  });
  afterAll(() => bench?.close());

  it("show every text whole: none is cut off by its cell or by its neighbour", async () => {
    const { looked, cut } = await workbench.page.evaluate(textsOnReportTabs);
    expect(looked).toBeGreaterThan(1000);
    expect(cut).toEqual([]);
  });
});

/** Runs in the page: measures each shown text against the room it has, in the font the grid draws with. */
function textsOnReportTabs(): { looked: number; cut: string[] } {
  const getters = window.workbench?.model.getters;
  const pen = document.createElement("canvas").getContext("2d");
  if (!getters || !pen) throw new Error("The workbench is not ready.");
  const PADDING = 6;
  const reports = getters
    .getNamedRanges()
    .filter(({ name }) => name.startsWith("Tab_"))
    .map(({ range }) => range.sheetId);
  const cut: string[] = [];
  let looked = 0;

  /** How many lines a wrapped text takes in so much room. */
  const linesIn = (text: string, room: number): number => {
    let [lines, filled] = [1, 0];
    for (const word of text.split(/\s+/)) {
      const width = pen.measureText(word).width;
      const wanted = filled === 0 ? width : filled + pen.measureText(" ").width + width;
      if (filled > 0 && wanted > room) lines++;
      filled = filled > 0 && wanted > room ? width : wanted;
    }
    return lines;
  };

  for (const sheetId of reports) {
    const [rows, columns] = [getters.getNumberRows(sheetId), getters.getNumberCols(sheetId)];
    for (let row = 1; row < rows; row++) {
      for (let col = 1; col < columns; col++) {
        const position = { sheetId, col, row };
        const { type, formattedValue: text } = getters.getEvaluatedCell(position);
        const height = getters.getRowSize(sheetId, row);
        const hidden = getters.isRowHidden(sheetId, row) || getters.isColHidden(sheetId, col);
        if (text === "" || hidden) continue;
        looked++;
        const style = getters.getCellComputedStyle(position);
        const size = ((style.fontSize ?? 10) * 4) / 3;
        pen.font = `${style.bold ? "bold " : ""}${size}px Roboto, arial, sans-serif`;
        const last = getters.getMerge(position)?.right ?? col;
        let room = 0;
        for (let at = col; at <= last; at++) room += getters.getColSize(sheetId, at);
        const place = `${getters.getSheetName(sheetId)}, row ${row + 1}, column ${col + 1}: ${text.slice(0, 60)}`;
        if (style.wrapping === "wrap") {
          const tall = linesIn(text, room - PADDING) * size * 1.15;
          if (tall > height + 2) cut.push(`${place} (${Math.round(tall)} high in ${height})`);
          continue;
        }
        // A text at the left flows on over empty cells; a number never does.
        const flows = last === col && type === "text" && (style.align ?? "left") === "left";
        for (let at = col + 1; flows && at < columns; at++) {
          if (getters.getEvaluatedCell({ sheetId, col: at, row }).type !== "empty") break;
          room += getters.getColSize(sheetId, at);
        }
        const { width } = pen.measureText(text);
        if (width + PADDING > room) cut.push(`${place} (${Math.round(width)} wide in ${room})`);
      }
    }
  }
  return { looked, cut };
}
