/** Sidebars and dialogs: each is one HTML file of the build. */

export function openImport(): void {
  const html = HtmlService.createHtmlOutputFromFile("import").setWidth(760).setHeight(600);
  SpreadsheetApp.getUi().showModalDialog(html, "Import CRM export");
}

export function openHygiene(): void {
  const html = HtmlService.createHtmlOutputFromFile("hygiene").setWidth(760).setHeight(600);
  SpreadsheetApp.getUi().showModalDialog(html, "Check data hygiene");
}

export function openMaturity(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile("maturity").setTitle("RevOps maturity"),
  );
}

export function openFinder(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile("finder").setTitle("Find a function"),
  );
}

export function openFunnel(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile("funnel").setTitle("Funnel diagnosis"),
  );
}

export function openDefinitions(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile("definitions").setTitle("Definitions side by side"),
  );
}

export function openRubric(): void {
  SpreadsheetApp.getUi().showSidebar(
    HtmlService.createHtmlOutputFromFile("rubric").setTitle("100-point RevOps rubric"),
  );
}
