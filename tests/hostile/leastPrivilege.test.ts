import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type BuiltScript, builtScripts, read } from "./builtScripts.js";

/**
 * Two permissions are all that the add-on asks for: the spreadsheet at hand (spreadsheets.currentonly) and its own windows
 * (script.container.ui). Each thing that it takes from Google's services is listed here with the reason why it needs no
 * more; whoever adds one has to look up its "Authorization" in Google's Apps Script reference first.
 */
const SERVICES: Readonly<Record<string, ReadonlySet<string>>> = {
  SpreadsheetApp: new Set([
    // The spreadsheet at hand; openById, openByUrl and create need the scope for all spreadsheets.
    "getActive",
    "flush",
    // Menus, sidebars, dialogs: script.container.ui.
    "getUi",
    // Builders and enumerations: no data, no permission.
    "newDataValidation",
    "newConditionalFormatRule",
    "BooleanCriteria",
    "BorderStyle",
    "CopyPasteType",
    "ProtectionType",
  ]),
  // Html of the add-on's own files: no permission until shown, then script.container.ui.
  HtmlService: new Set(["createHtmlOutputFromFile", "createTemplateFromFile"]),
  // Both need no permission; user and script stores are not asked for, so nothing follows a person elsewhere.
  LockService: new Set(["getDocumentLock"]),
  PropertiesService: new Set(["getDocumentProperties"]),
  // Enumerations.
  Charts: new Set(["ChartType"]),
};

/** Members that need more than the spreadsheet at hand, of whatever object they are asked for. */
const WIDER =
  /^(?:openById|openByUrl|openByName|getActiveUser|getEffectiveUser|getOAuthToken|newTrigger|getEmail|getOwner|getEditors|getViewers|addEditors?|addViewers?|removeEditor|removeViewer|getBlob|getAs|moveTo|getFormUrl|setCellImageBuilder|newCellImage|insertImage|refreshAllDataSources|enableAllDataSourcesExecution)$/;

/** Google's other services by name: a mere mention, even in a comment, can add a scope. */
const OTHER_SERVICES =
  /\b(?:UrlFetchApp|DriveApp|DocsList|GmailApp|MailApp|CalendarApp|ContactsApp|DocumentApp|SlidesApp|FormApp|SitesApp|GroupsApp|LanguageApp|LinkedDataApp|Maps\.newGeocoder|ScriptApp|Jdbc|ContentService|CardService|CacheService|XmlService|ConferenceDataService|DataStudioApp|AdminDirectory|BigQuery|AnalyticsData|Session\.get\w+|Sheets\.Spreadsheets|People\.People|Drive\.Files|Gmail\.Users)\b/;

const LANGUAGE =
  "arguments Array Boolean Date Error Float64Array Function Infinity Intl JSON Map Math NaN Number Object Promise RangeError RegExp Set String Symbol TypeError Uint8Array Uint32Array WeakMap WeakSet Int32Array decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt undefined";
/** Of the loader: what an action's file is called with, and the everyday functions. */
const LOADER = "module exports require revopsCells_ revopsStudies_";
/** Papa Parse asks for these before it would use them, and Apps Script has none: it is only ever given a text. */
const PAPA_PARSE = "define self window Blob File FileReader FileReaderSync setTimeout PAPA_BROWSER_CONTEXT";
/** A window shows, listens, waits and reads the file it was given. */
const BROWSER =
  "document window google setTimeout clearTimeout queueMicrotask scrollTo TextDecoder HTMLSelectElement HTMLElement Node Event";

const words = (text: string) => new Set(text.split(" "));
const scripts = builtScripts().map((script) => ({ ...script, ...read(script) }));
const isWindow = ({ file }: BuiltScript) =>
  file.endsWith(".html") && !readFileSync(`dist/${file}`, "utf8").startsWith('<script type="text/plain">');
const ofServer = scripts.filter((script) => !isWindow(script));
const ofWindows = scripts.filter(isWindow);

test("the manifest asks for exactly two permissions", () => {
  const manifest = JSON.parse(readFileSync("dist/appsscript.json", "utf8"));
  expect(manifest.oauthScopes).toEqual([
    "https://www.googleapis.com/auth/spreadsheets.currentonly",
    "https://www.googleapis.com/auth/script.container.ui",
  ]);
  expect(Object.keys(manifest).sort()).toEqual(
    ["exceptionLogging", "oauthScopes", "runtimeVersion", "timeZone"].filter((key) => key in manifest),
  );
  expect(manifest.dependencies).toBeUndefined();
});

test("both sides of the add-on are looked at", () => {
  expect(ofServer.map(({ file }) => file)).toContain("Code.js");
  expect(ofServer.length).toBeGreaterThan(1);
  expect(ofWindows.length).toBeGreaterThan(5);
  expect(new Set(scripts.map(({ file }) => file)).size).toBe(
    readdirSync("dist").filter((file) => file !== "appsscript.json").length,
  );
});

describe.each(ofServer.map((script) => [script.file, script] as const))(
  "%s",
  (_, { taken, members, bare, called, text }) => {
    test("takes nothing from its surroundings but the language and the services listed here", () => {
      const known = new Set([
        ...words(LANGUAGE),
        ...words(LOADER),
        ...words(PAPA_PARSE),
        ...Object.keys(SERVICES),
      ]);
      expect([...taken].filter((name) => !known.has(name))).toEqual([]);
    });

    test("asks each service only for what the two permissions cover, and passes none on", () => {
      const asked = members.filter(({ object }) => object in SERVICES);
      expect(asked.filter(({ object, member }) => !SERVICES[object]?.has(member ?? ""))).toEqual([]);
      expect([...bare].filter((name) => name in SERVICES)).toEqual([]);
    });

    test("calls nothing that needs more, whatever it is called on", () => {
      expect([...called].filter((name) => WIDER.test(name))).toEqual([]);
    });

    test("mentions no other service, not even in a comment or a text", () => {
      expect(OTHER_SERVICES.exec(text)?.[0]).toBeUndefined();
    });
  },
);

describe.each(ofWindows.map((script) => [script.file, script] as const))(
  "the window %s",
  (_, { file, taken, members, called, kinds, text }) => {
    const page = readFileSync(`dist/${file}`, "utf8");

    test("takes from the browser what it needs to show and to listen, and nothing that reaches a network or keeps anything", () => {
      const known = new Set([...words(LANGUAGE), ...words(BROWSER)]);
      expect([...taken].filter((name) => !known.has(name))).toEqual([]);
      const wider =
        /^(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|Worker|SharedWorker|serviceWorker|importScripts|localStorage|sessionStorage|indexedDB|caches|cookie|open|postMessage|location|navigator)$/;
      expect(
        members.filter(
          ({ object, member }) => ["window", "document"].includes(object) && wider.test(member ?? ""),
        ),
      ).toEqual([]);
      expect(
        [...called].filter((name) =>
          /^(?:sendBeacon|XMLHttpRequest|WebSocket|EventSource|cookie|localStorage|indexedDB)$/.test(name),
        ),
      ).toEqual([]);
      expect(kinds.has("ImportExpression")).toBe(false);
    });

    test("makes no element out of text", () => {
      const parsing =
        /^(?:innerHTML|outerHTML|insertAdjacentHTML|write|writeln|createContextualFragment|parseFromString|setHTMLUnsafe|srcdoc)$/;
      expect([...called].filter((name) => parsing.test(name))).toEqual([]);
      expect(taken.has("eval") || taken.has("Function")).toBe(false);
    });

    test("loads nothing: no address in its html, its style or its script", () => {
      const own = page.replace(text, "");
      expect(
        /\b(?:src|href|action|formaction|poster|background|data|ping|srcset)\s*=/i.exec(own)?.[0],
      ).toBeUndefined();
      expect(/@import|url\(/i.exec(page)?.[0]).toBeUndefined();
      expect(
        /<(?:iframe|object|embed|link|base|meta[^>]+http-equiv)\b/i.exec(
          own.replace(/<base target="_\w+" ?\/?>/, ""),
        )?.[0],
      ).toBeUndefined();
      expect(/\b(?:https?|wss?|ftp):\/\//i.exec(own)?.[0]).toBeUndefined();
    });
  },
);

test("nothing of a workbook is written to a log: the add-on has no logging at all", () => {
  for (const { file, taken, text } of scripts) {
    expect([file, ...["console", "Logger"].filter((name) => taken.has(name))]).toEqual([file]);
    expect(/\b(?:console\.\w+|Logger\.\w+)\s*\(/.exec(text)?.[0]).toBeUndefined();
  }
});
