import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("user interface", () => {
  it("records the menu onOpen builds, submenus and separators included", () => {
    const { workbench } = open(
      `function onOpen() {
        var ui = SpreadsheetApp.getUi();
        ui.createAddonMenu().addItem("Start", "start").addSeparator()
          .addSubMenu(ui.createMenu("More").addItem("Help", "help")).addToUi();
      }`,
      { addonName: "RevOps Engine" },
    );
    workbench.open();
    expect(workbench.ui.menus).toEqual([
      {
        kind: "menu",
        caption: "RevOps Engine",
        children: [
          { kind: "item", caption: "Start", functionName: "start" },
          { kind: "separator" },
          {
            kind: "menu",
            caption: "More",
            children: [{ kind: "item", caption: "Help", functionName: "help" }],
          },
        ],
      },
    ]);
  });

  it("opens without a menu when the bundle has no onOpen", () => {
    const { workbench } = open();
    workbench.open();
    expect(workbench.ui.menus).toEqual([]);
  });

  it("answers alerts as scripted, in all of their forms", () => {
    const { run, workbench } = open();
    workbench.ui.answers.push("NO", "CANCEL");
    expect(run("return ui.alert('Title', 'Sure?', ui.ButtonSet.YES_NO) === ui.Button.NO")).toBe(true);
    expect(run("return ui.alert('Sure?', ui.ButtonSet.OK_CANCEL) === ui.Button.CANCEL")).toBe(true);
    expect(run("return ui.alert('Done') === ui.Button.OK")).toBe(true);
    expect(workbench.ui.alerts).toEqual([
      { title: "Title", message: "Sure?", buttons: "YES_NO", answer: "NO" },
      { title: "", message: "Sure?", buttons: "OK_CANCEL", answer: "CANCEL" },
      { title: "", message: "Done", buttons: "OK", answer: "OK" },
    ]);
  });

  it("shows sidebars 300 wide, dialogs as large as asked, and toasts", () => {
    const { run, workbench } = open("", { html: { sidebar: "<p>Hello</p>" } });
    run(`ui.showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Guide").setWidth(900));
      ui.showModalDialog(HtmlService.createHtmlOutput("<b>x</b>").setWidth(700).setHeight(500), "Import");
      book.toast("Saved", "RevOps", 3); book.toast("Just so")`);
    expect(workbench.ui.sidebars).toEqual([
      { html: "<p>Hello</p>", title: "Guide", width: 300, height: 400 },
    ]);
    expect(workbench.ui.dialogs).toEqual([{ html: "<b>x</b>", title: "Import", width: 700, height: 500 }]);
    expect(workbench.ui.toasts).toEqual([
      { message: "Saved", title: "RevOps", seconds: 3 },
      { message: "Just so", title: "", seconds: 5 },
    ]);
    expect(() => run("HtmlService.createHtmlOutputFromFile('none')")).toThrow("No HTML file named none");
  });

  it("keeps what the script writes to its console", () => {
    const { run, workbench } = open();
    run("console.log('a', 1); console.error('b')");
    expect(workbench.logged).toEqual([
      { level: "log", text: "a 1" },
      { level: "error", text: "b" },
    ]);
  });
});
