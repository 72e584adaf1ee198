/**
 * Every file the page may ask for, by its exact address. A request for anything else finds nothing, so no address can
 * lead outside these folders.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPage } from "./buildPage.js";

export interface PageFile {
  readonly type: string;
  read(): Promise<Uint8Array>;
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const PAGE = join(ROOT, "workbench/page");

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  woff: "font/woff",
  woff2: "font/woff2",
  ttf: "font/ttf",
};

/** Libraries by their place in node_modules. owl-page is the framework's version that is right in a browser. */
const LIBRARIES: Record<string, string> = {
  "/lib/owl.js": "owl-page/dist/owl.iife.min.js",
  "/lib/chart.js": "chart.js/dist/chart.umd.min.js",
  "/lib/spreadsheet.js": "@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js",
  "/lib/spreadsheet.css": "@odoo/o-spreadsheet/dist/o_spreadsheet.css",
  "/lib/spreadsheet.xml": "@odoo/o-spreadsheet/dist/o_spreadsheet.xml",
  "/lib/bootstrap.css": "bootstrap/dist/css/bootstrap.min.css",
  "/lib/css/font-awesome.css": "font-awesome/css/font-awesome.min.css",
  "/lib/fonts/fontawesome-webfont.woff2": "font-awesome/fonts/fontawesome-webfont.woff2",
  "/lib/fonts/fontawesome-webfont.woff": "font-awesome/fonts/fontawesome-webfont.woff",
  "/lib/fonts/fontawesome-webfont.ttf": "font-awesome/fonts/fontawesome-webfont.ttf",
};

export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const script = await buildPage(join(PAGE, "main.ts"));
  const files = new Map<string, PageFile>([
    ["/", fromDisk(join(PAGE, "index.html"))],
    ["/page.css", fromDisk(join(PAGE, "page.css"))],
    ["/page.js", { type: TYPES.js ?? "", read: async () => script }],
  ]);
  for (const [address, path] of Object.entries(LIBRARIES)) {
    files.set(address, fromDisk(join(ROOT, "node_modules", path)));
  }
  return files;
}

function fromDisk(path: string): PageFile {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return { type: TYPES[ending] ?? "application/octet-stream", read: () => readFile(path) };
}
