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
