/** Makes Google's services global in the realm the bundle runs in. */

import type { Book } from "./book.js";
import { ChartType } from "./enums.js";
import { HtmlServiceService } from "./htmlService.js";
import { type DocumentLock, LockServiceService } from "./lockService.js";
import { PropertiesServiceService } from "./propertiesService.js";
import { SpreadsheetAppService } from "./spreadsheetApp.js";

export type LogLevel = "log" | "info" | "warn" | "error";

export function defineGlobals(book: Book, lock: DocumentLock): void {
  const define = (name: string, service: object) => {
    book.host.realm.define(name, book.guarded(name, service));
  };
  define("SpreadsheetApp", new SpreadsheetAppService(book));
  define("Charts", { ChartType });
  define("PropertiesService", new PropertiesServiceService(book));
  define("LockService", new LockServiceService(book, lock));
  define("HtmlService", new HtmlServiceService(book));
  define("Session", { getScriptTimeZone: () => book.host.timeZone });
  const say =
    (level: LogLevel) =>
    (...args: unknown[]) =>
      book.host.log?.(level, args.map(String).join(" "));
  book.host.realm.define("console", {
    log: say("log"),
    info: say("info"),
    warn: say("warn"),
    error: say("error"),
  });
}
