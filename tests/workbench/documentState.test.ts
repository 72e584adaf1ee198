import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("notes", () => {
  it("are set, read and removed", () => {
    const { run } = open();
    run(
      "sheet.getRange('A1:B1').setNotes([['first', 'second']]); sheet.getRange('C1').setNote('third'); sheet.getRange('B1').setNote(null)",
    );
    expect(run("return sheet.getRange('A1:C1').getNotes()")).toEqual([["first", "", "third"]]);
    run("sheet.getRange('A1').clearNote()");
    expect(run("return sheet.getRange('A1').getNote()")).toBe("");
  });

  it("move with inserted rows and go with deleted ones", () => {
    const { run } = open();
    run(
      "sheet.getRange('A2:A3').setNotes([['two'], ['three']]); sheet.insertRowsAfter(1, 1); sheet.deleteRows(4, 1)",
    );
    expect(run("return sheet.getRange('A1:A5').getNotes()")).toEqual([[""], [""], ["two"], [""], [""]]);
  });
});

describe("protections", () => {
  it("are recorded for ranges and sheets and removed", () => {
    const { run } = open();
    run(
      `sheet.getRange("A1:B2").protect().setDescription("Formulas").setWarningOnly(true); sheet.protect().setDescription("All")`,
    );
    expect(
      run(`var types = SpreadsheetApp.ProtectionType;
        return sheet.getProtections(types.RANGE).concat(sheet.getProtections(types.SHEET)).map(function (p) {
          return [p.getDescription(), p.isWarningOnly(), p.getRange().getNumRows()]; })`),
    ).toEqual([
      ["Formulas", true, 2],
      ["All", false, 1000],
    ]);
    run("sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].remove()");
    expect(run("return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length")).toBe(0);
  });

  it("move with inserted rows", () => {
    const { run } = open();
    run("sheet.getRange('A2:B3').protect(); sheet.insertRowsAfter(1, 5)");
    expect(
      run("return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation()"),
    ).toBe("A7:B8");
  });
});

describe("document properties", () => {
  it("are texts kept with the document", () => {
    const { run, workbench } = open();
    run(
      "var p = PropertiesService.getDocumentProperties(); p.setProperty('a', 1).setProperties({ b: 'x', c: 'y' }); p.deleteProperty('c')",
    );
    expect(
      run(
        "var p = PropertiesService.getDocumentProperties(); return [p.getProperty('a'), p.getProperty('none'), p.getKeys()]",
      ),
    ).toEqual(["1", null, ["a", "b"]]);
    expect(workbench.document().companion.properties).toEqual({ a: "1", b: "x" });
  });

  it.each(["constructor", "__proto__", "toString"])("called %s is one like others", (key) => {
    const { run } = open();
    const get = `PropertiesService.getDocumentProperties().getProperty("${key}")`;
    expect(run(`return ${get}`)).toBeNull();
    run(`PropertiesService.getDocumentProperties().setProperty("${key}", "mine")`);
    expect(run(`return ${get}`)).toBe("mine");
  });

  it("hold 9 KB a value, in bytes, and 500 KB in all", () => {
    const { run } = open();
    const set = (key: string, text: string) =>
      run(`PropertiesService.getDocumentProperties().setProperty("${key}", ${text})`);
    expect(() => set("a", "new Array(9217).join('x')")).not.toThrow();
    expect(() => set("a", "new Array(9218).join('x')")).toThrow("9 KB");
    expect(() => set("a", "new Array(5000).join('é')")).toThrow("9 KB");
    expect(() => {
      for (let i = 0; i < 56; i++) set(`k${i}`, "new Array(9200).join('x')");
    }).toThrow("500 KB");
  });
});

describe("the saved document", () => {
  it("brings back cells, looks, notes, protections, help texts and properties", () => {
    const { run, workbench } = open();
    run(`sheet.getRange("A1").setValue(0.5).setNumberFormat("0%").setBackground("#ff0000").setNote("a note");
      sheet.getRange("A2").setFormula("=A1*2");
      sheet.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).setHelpText("0 to 1").build());
      sheet.getRange("A1:A2").protect().setDescription("both");
      book.setNamedRange("Open", sheet.getRange("B2:B"));
      PropertiesService.getDocumentProperties().setProperty("k", "v")`);
    const saved = JSON.parse(JSON.stringify(workbench.document()));
    const again = open("", { document: saved });
    expect(
      again.run(`var r = sheet.getRange("A1");
        return [r.getDisplayValue(), r.getBackground(), r.getNote(), r.getDataValidation().getHelpText(), sheet.getRange("A2").getValue(),
          sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getDescription(), book.getRangeByName("Open").getA1Notation(),
          PropertiesService.getDocumentProperties().getProperty("k")]`),
    ).toEqual(["50%", "#ff0000", "a note", "0 to 1", 1, "both", "B2:B", "v"]);
    expect(again.workbench.document().companion).toEqual(saved.companion);
  });

  it("holds no trace of formulas that were only tried", () => {
    const { workbench } = open();
    workbench.evaluateFormula("=1+1");
    expect((workbench.document().workbook as { sheets: unknown[] }).sheets).toHaveLength(1);
  });
});

describe("undo", () => {
  it("takes back a whole run in one step, notes and named ranges included", () => {
    const { run, workbench } = open();
    run("sheet.getRange('A1').setValue('before')");
    run(`sheet.getRange("A1:B2").setValues([[1, 2], [3, "=A1+1"]]).setBackground("#ff0000");
      sheet.getRange("A1").getValue(); book.insertSheet("New").getRange("A1").setValue(1);
      sheet.getRange("A1").setNote("n"); book.setNamedRange("N", sheet.getRange("A1"))`);
    workbench.model.dispatch("REQUEST_UNDO");
    expect(
      run(`return [sheet.getRange("A1:B2").getValues(), sheet.getRange("A1").getBackground(), book.getSheets().length,
        sheet.getRange("A1").getNote(), book.getNamedRanges().length]`),
    ).toEqual([
      [
        ["before", ""],
        ["", ""],
      ],
      "#ffffff",
      1,
      "",
      0,
    ]);
    workbench.model.dispatch("REQUEST_REDO");
    expect(
      run(
        "return [sheet.getRange('B2').getValue(), sheet.getRange('A1').getNote(), book.getSheets().length]",
      ),
    ).toEqual([2, "n", 2]);
  });
});

describe("a run", () => {
  it("sees values computed from what it has just written", () => {
    const { run } = open();
    expect(
      run(`sheet.getRange("A1").setValue(1); sheet.getRange("A2").setFormula("=A1+1"); var first = sheet.getRange("A2").getValue();
        sheet.getRange("A1").setValue(10); return [first, sheet.getRange("A2").getValue()]`),
    ).toEqual([2, 11]);
  });

  it("keeps what it wrote before it failed, and the workbook goes on working", () => {
    const { run } = open();
    expect(() => run("sheet.getRange('A1').setValue(1); throw new Error('half way')")).toThrow("half way");
    expect(run("return sheet.getRange('A1').getValue()")).toBe(1);
    expect(run("sheet.getRange('A2').setFormula('=A1+1'); return sheet.getRange('A2').getValue()")).toBe(2);
  });

  it("computes formulas on sheets it has just made", () => {
    const { run } = open();
    expect(
      run(`var s = book.insertSheet("New"); s.getRange("A1:A2").setValues([[2], ["=A1*21"]]); var seen = s.getRange("A2").getValue();
        s.insertRowsAfter(1, 3); return [seen, s.getRange("A5").getValue(), s.getRange("A5").getFormula()]`),
    ).toEqual([42, 42, "=A1*21"]);
  });
});
