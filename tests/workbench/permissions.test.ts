import { describe, expect, it } from "vitest";
import type { AuthMode } from "../../workbench/host.js";
import { open } from "./support.js";

/** Opens a bundle whose onOpen tries something, and says what came of it. */
function onOpen(mode: AuthMode, attempt: string): string {
  const { workbench } = open(
    `var outcome = "not run";
     function onOpen(e) { try { ${attempt}; outcome = "allowed"; } catch (error) { outcome = error.message; } }
     function told() { return outcome; }`,
    { authMode: mode },
  );
  workbench.open();
  return String(workbench.run("told"));
}

const MENU = "SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi()";
const READ = "SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getValue()";
const WRITE = "SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(1)";
const PROPERTIES = "PropertiesService.getDocumentProperties().getProperty('x')";
const SIDEBAR = "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))";

describe("permissions", () => {
  it("lets an add-on not yet used in a document build its menu and nothing else", () => {
    expect(onOpen("NONE", MENU)).toBe("allowed");
    for (const attempt of [READ, WRITE, PROPERTIES, SIDEBAR])
      expect(onOpen("NONE", attempt)).toContain("You do not have permission to call");
  });

  it("lets onOpen of a used add-on read and write but open no window", () => {
    for (const attempt of [MENU, READ, WRITE, PROPERTIES]) expect(onOpen("LIMITED", attempt)).toBe("allowed");
    expect(onOpen("LIMITED", SIDEBAR)).toContain("You do not have permission to call Ui.showSidebar");
  });

  it("tells onOpen the mode", () => {
    expect(onOpen("NONE", "throw new Error(String(e.authMode))")).toBe("NONE");
  });

  it("refuses a bundle that touches the document while it loads", () => {
    expect(() => open("var sheets = SpreadsheetApp.getActive().getSheets();")).toThrow("AuthMode NONE");
  });

  it("has none of the names Google's runtime lacks", () => {
    const { run } = open();
    const absent = [
      "process",
      "require",
      "fetch",
      "setTimeout",
      "setInterval",
      "queueMicrotask",
      "URL",
      "TextEncoder",
      "atob",
      "crypto",
      "performance",
      "window",
      "document",
      "Buffer",
      "structuredClone",
      "Utilities",
      "UrlFetchApp",
      "WebAssembly",
    ];
    expect(run(`return [${absent.map((name) => `typeof ${name}`).join(",")}]`)).toEqual(
      absent.map(() => "undefined"),
    );
    expect(run("return typeof console.log")).toBe("function");
  });

  it("names a service's member that is not offered", () => {
    const { run } = open();
    expect(() => run("book.getOwner()")).toThrow("Spreadsheet.getOwner is not among the Google services");
    expect(() => run("SpreadsheetApp.openById('x')")).toThrow("SpreadsheetApp.openById is not among");
    expect(() => run("sheet.getRange('A1').setRichTextValue")).toThrow("Range.setRichTextValue is not among");
    expect(() => run("PropertiesService.getUserProperties()")).toThrow(
      "PropertiesService.getUserProperties is not among",
    );
    expect(() => run("Charts.ChartType.FANCY")).toThrow("Charts.ChartType.FANCY is not among");
    expect(() => run("sheet.sheetId")).toThrow("Sheet.sheetId is not among");
  });

  it("throws errors of the script's own realm", () => {
    const { run } = open();
    expect(run("try { book.getOwner() } catch (e) { return e instanceof Error; }")).toBe(true);
    expect(run("try { sheet.getRange(0, 0) } catch (e) { return e instanceof Error; }")).toBe(true);
  });
});
