import { TEMPLATES } from "../../sheets-templates/index.js";
import { drawFunctionName } from "./actions/drawTemplate.js";

type Event = { readonly authMode?: GoogleAppsScript.Script.AuthMode };

/**
 * Builds the menu, and nothing else: when the add-on is installed but not yet used in this file, any other service
 * is refused and would take the whole menu with it.
 */
export function onOpen(_event?: Event): void {
  const ui = SpreadsheetApp.getUi();
  const templates = ui.createMenu("Template tabs");
  for (const template of TEMPLATES) templates.addItem(template.title, drawFunctionName(template));
  ui.createAddonMenu()
    .addSubMenu(templates)
    .addSeparator()
    .addItem("Import CRM export…", "openImport")
    .addItem("Load sample data", "loadSampleData")
    .addSeparator()
    .addItem("Score RevOps maturity", "openMaturity")
    .addToUi();
}
