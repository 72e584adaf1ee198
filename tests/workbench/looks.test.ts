import { describe, expect, it } from "vitest";
import { open } from "./support.js";

const { run, workbench } = open();

describe("looks of cells", () => {
  it("sets and reads colours, weights, sizes, alignments and wrapping", () => {
    run(`sheet.getRange("A1:B1").setBackground("#1A73E8").setFontColor("white").setFontWeight("bold").setFontStyle("italic")
      .setFontSize(14).setFontFamily("Roboto").setHorizontalAlignment("center").setVerticalAlignment("middle")
      .setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP)`);
    expect(
      run(`var r = sheet.getRange("B1");
        return [r.getBackground(), r.getFontWeight(), r.getFontStyle(), r.getFontSize(), r.getHorizontalAlignment(),
          r.getVerticalAlignment(), r.getWrap(), r.getWrapStrategy() === SpreadsheetApp.WrapStrategy.WRAP]`),
    ).toEqual(["#1a73e8", "bold", "italic", 14, "center", "middle", true, true]);
  });

  it("takes a look away with null and normal", () => {
    run(`sheet.getRange("A1").setBackground(null).setFontWeight("normal").setHorizontalAlignment(null)`);
    expect(
      run(`var r = sheet.getRange("A1"); return [r.getBackground(), r.getFontWeight(), r.getFontStyle()]`),
    ).toEqual(["#ffffff", "normal", "italic"]);
  });

  it("sets each cell of a range by arrays", () => {
    run(`sheet.getRange("C1:D1").setBackgrounds([["#ff0000", null]]).setFontWeights([["bold", null]])
      .setFontColors([["#00ff00", "black"]]).setFontSizes([[8, 9]]).setHorizontalAlignments([["left", "right"]])
      .setNumberFormats([["0%", "yyyy-mm-dd"]]).setWraps([[true, false]])`);
    expect(run("return sheet.getRange('C1:D1').getBackgrounds()")).toEqual([["#ff0000", "#ffffff"]]);
    expect(run("return sheet.getRange('C1:D1').getNumberFormats()")).toEqual([["0%", "yyyy-mm-dd"]]);
    expect(run("return sheet.getRange('C1:D1').getFontSizes()")).toEqual([[8, 9]]);
  });

  it("keeps the elapsed-hours format as Google writes it", () => {
    run("sheet.getRange('E1').setValue(1.5).setNumberFormat('[h]:mm:ss')");
    expect(
      run("return [sheet.getRange('E1').getNumberFormat(), sheet.getRange('E1').getDisplayValue()]"),
    ).toEqual(["[h]:mm:ss", "36:00:00"]);
  });

  it("refuses a number format the engine cannot show, by name", () => {
    expect(() => run("sheet.getRange('E1').setNumberFormat('[Red]0')")).toThrow("[Red]0");
  });

  it("refuses words Google does not know", () => {
    expect(() => run("sheet.getRange('A1').setBackground('no colour')")).toThrow("Invalid color");
    expect(() => run("sheet.getRange('A1').setFontWeight('heavy')")).toThrow("font weight");
    expect(() => run("sheet.getRange('A1').setHorizontalAlignment('middle')")).toThrow("alignment");
  });

  it("draws borders, leaves others alone and removes them", () => {
    const border = (cell: string) => {
      const { col, row } = { A: { col: 0, row: 9 }, B: { col: 1, row: 9 } }[cell] ?? { col: 0, row: 0 };
      const sheetId = workbench.model.getters.getSheetIds()[0] as string;
      return workbench.model.getters.getCellBorder({ sheetId, col, row });
    };
    run(
      `sheet.getRange("A10:B11").setBorder(true, true, true, true, null, null, "#ff0000", SpreadsheetApp.BorderStyle.SOLID_MEDIUM)`,
    );
    expect(border("A")).toMatchObject({
      top: { style: "medium", color: "#FF0000" },
      left: { style: "medium" },
    });
    expect(border("A")?.bottom).toBeUndefined();
    run(`sheet.getRange("A10:B11").setBorder(false, null, null, null, null, null)`);
    expect(border("A")?.top).toBeUndefined();
    expect(border("A")?.left).toBeDefined();
    run(`sheet.getRange("A10:B11").setBorder(false, false, false, false, false, false)`);
    expect(border("A")).toBeNull();
  });

  it("dresses several ranges at once with a range list", () => {
    run(`sheet.getRangeList(["G1", "H2:H3"]).setBackground("#00ff00").setFontWeight("bold").setNumberFormat("0.0").setWrap(true)
      .setHorizontalAlignment("left").setBorder(true, true, true, true, true, true)`);
    expect(
      run("return [sheet.getRange('G1').getBackground(), sheet.getRange('H3').getFontWeight()]"),
    ).toEqual(["#00ff00", "bold"]);
  });
});
