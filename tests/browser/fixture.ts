/** A small add-on of the tests' own, so that the page is tested apart from the real one. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SCRIPT = `"use strict";
/**
 * Takes a share of a count.
 * @param {number} count How many there are.
 * @param {number} share A fraction between 0 and 1, such as 25%.
 * @return {number} The product.
 * @customfunction
 */
function FIXTURE_SHARE(count, share) {
  if (typeof share !== "number") throw new Error("share must be a number, such as 25%.");
  return count * share;
}
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu("Fixture")
    .addItem("Write a block", "writeBlock")
    .addSeparator()
    .addSubMenu(ui.createMenu("Windows").addItem("Open the sidebar", "openSidebar").addItem("Open the dialog", "openDialog"))
    .addItem("Show a toast", "showToast")
    .addItem("Fail on purpose", "failOnPurpose")
    .addToUi();
}
function writeBlock() {
  SpreadsheetApp.getActiveSheet().getRange("D1:E2").setValues([["a", 1], ["b", 2]]);
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("panel").setTitle("A fixture sidebar"));
}
function openDialog() {
  var page = HtmlService.createHtmlOutputFromFile("panel").setWidth(420).setHeight(300);
  SpreadsheetApp.getUi().showModalDialog(page, "A fixture dialog");
}
function showToast() {
  SpreadsheetApp.getActiveSpreadsheet().toast("Three rows were written.", "Done", 60);
}
function failOnPurpose() {
  throw new Error("Choose a cell with a deal first.");
}
function double(value) { return { twice: value.count * 2, words: value.words.concat("end") }; }
function today() { return { on: new Date() }; }
function remember(text) { PropertiesService.getDocumentProperties().setProperty("remembered", text); return true; }
function recall() { return PropertiesService.getDocumentProperties().getProperty("remembered"); }
function refuse() { throw new Error("The sheet is full."); }
function hidden_() { return 1; }
function surroundings() {
  return [typeof fetch, typeof XMLHttpRequest, typeof setTimeout, typeof URL, typeof crypto, typeof performance,
    typeof localStorage, typeof addEventListener, typeof WebAssembly].join(" ");
}
`;

const SAMPLE = `
function loadSampleData() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet("Sample");
  sheet.getRange("A1").setValue("sample data");
  sheet.activate();
}
`;

/** Buttons call the script; what comes back stands in the list. */
const PANEL = `<!DOCTYPE html>
<html><head><base target="_top"><style>body { font: 14px sans-serif; padding: 12px } button { display: block; margin: 4px 0 }</style></head>
<body>
<button id="double">Double</button><button id="today">Today</button><button id="refuse">Refuse</button>
<button id="many">Many</button><button id="date">Send a date</button><button id="remember">Remember</button>
<button id="recall">Recall</button><button id="where">Surroundings</button><button id="close">Close</button>
<a id="link" href="https://example.com/">Elsewhere</a>
<p id="hidden"></p><ul id="log"></ul>
<script>
  function log(text) { var li = document.createElement("li"); li.textContent = text; document.getElementById("log").append(li); }
  function run() {
    return google.script.run
      .withSuccessHandler(function (value, user) { log("ok " + JSON.stringify(value) + (user ? " for " + user : "")); })
      .withFailureHandler(function (error) { log("failed " + error.message); });
  }
  function on(id, act) { document.getElementById(id).addEventListener("click", act); }
  on("double", function () { run().withUserObject("me").double({ count: 21, words: ["a", undefined] }); });
  on("today", function () { run().today(); });
  on("refuse", function () { run().refuse(); });
  on("many", function () { for (var i = 0; i < 25; i++) run().double({ count: i, words: [] }); });
  on("date", function () { try { run().double(new Date()); } catch (error) { log("threw " + error.message); } });
  on("remember", function () { run().remember("kept"); });
  on("recall", function () { run().recall(); });
  on("where", function () { run().surroundings(); });
  on("close", function () { google.script.host.close(); });
  document.getElementById("hidden").textContent = typeof google.script.run.hidden_;
</script>
</body></html>`;

/** Writes the fixture's dist folder and says where. */
export function writeFixture({ sample = false } = {}): string {
  const dist = mkdtempSync(join(tmpdir(), "workbench-dist-"));
  writeFileSync(join(dist, "Code.js"), sample ? SCRIPT + SAMPLE : SCRIPT);
  writeFileSync(join(dist, "panel.html"), PANEL);
  return dist;
}
