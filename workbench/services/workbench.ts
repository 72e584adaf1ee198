/**
 * The bundle on the local engine: loads the script, makes its functions known to formulas, and runs its menu items and
 * sidebar endpoints as Google would. The page and headless use differ only in the realm and the user interface
 * they hand in.
 */

import { type Companion, emptyCompanion, type WorkbenchDocument } from "../engine/companion.js";
import { companionOf } from "../engine/companionPlugin.js";
import { evaluationWith, registerCustomFunctions } from "../engine/customFunctions.js";
import { declaredFunctions } from "../engine/declaredFunctions.js";
import type { Engine, Model } from "../engine/engine.js";
import { openModel } from "../engine/openModel.js";
import { VolatileUse } from "../engine/volatile.js";
import type { AuthMode, PropertyStore, Realm, UserInterface } from "../host.js";
import { Book } from "./book.js";
import { AuthModes } from "./enums.js";
import { defineGlobals, type LogLevel } from "./globals.js";
import { DocumentLock } from "./lockService.js";
import { plainData } from "./plainData.js";
import { CompanionProperties } from "./properties.js";
import { type FormulaResult, Scratch } from "./scratch.js";
import type { ServiceCalls } from "./serviceCalls.js";

export interface WorkbenchParts {
  readonly engine: Engine;
  readonly realm: Realm;
  readonly ui: UserInterface;
  /** The text of dist/Code.js. */
  readonly code: string;
  /** The html files of dist by name. */
  readonly html?: Readonly<Record<string, string>> | undefined;
  readonly document?: Partial<WorkbenchDocument> | undefined;
  /** IANA name; the machine's own zone when missing, which is also the one the realm's Date speaks. */
  readonly timeZone?: string | undefined;
  /** As Google writes it. */
  readonly locale?: string | undefined;
  readonly name?: string | undefined;
  readonly addonName?: string | undefined;
  /** How the file was opened: NONE when the add-on was never used in it. */
  readonly authMode?: AuthMode | undefined;
  /** Where document properties are kept; with the document when missing. */
  readonly properties?: PropertyStore | undefined;
  readonly log?: ((level: LogLevel, text: string) => void) | undefined;
  /** Milliseconds, for the time limit of custom functions. */
  readonly clock?: (() => number) | undefined;
  /** Anything else for the engine's constructor. */
  readonly modelConfig?: Record<string, unknown> | undefined;
}

export class Workbench {
  readonly model: Model;
  readonly lock = new DocumentLock();
  readonly #parts: WorkbenchParts;
  readonly #book: Book;
  readonly #topLevel: ReadonlySet<string>;
  readonly #properties: PropertyStore;
  readonly #scratch: Scratch;

  constructor(parts: WorkbenchParts) {
    this.#parts = parts;
    const { engine, realm, document } = parts;
    this.#properties = parts.properties ?? new CompanionProperties(document?.companion);
    const timeZone = parts.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const book = new Book({
      engine,
      realm,
      timeZone,
      ui: parts.ui,
      log: parts.log,
      name: parts.name,
      html: parts.html ?? {},
      properties: this.#properties,
      addonName: parts.addonName,
      locale: parts.locale ?? "en_US",
    });
    this.#book = book;
    defineGlobals(book, this.lock);
    const { customFunctions, topLevel } = declaredFunctions(parts.code);
    this.#topLevel = new Set(topLevel);
    // As strict as the strictest of Google's starts: a script that needs the document to load has no menu there.
    book.inMode("NONE", () => realm.evaluate(parts.code));
    registerCustomFunctions(engine, customFunctions);
    const names = new Set(customFunctions.map(({ name }) => name));
    const evaluation = evaluationWith({
      values: book.values,
      volatile: new VolatileUse(),
      lookup: (name) => (names.has(name) ? realm.lookup(name) : undefined),
      execute: (call) => book.inMode("CUSTOM_FUNCTION", call),
      clock: parts.clock ?? Date.now,
    });
    const { modelConfig: config } = parts;
    this.model = openModel(engine, {
      workbook: document?.workbook,
      companion: document?.companion,
      evaluation,
      config,
    });
    book.attach(this.model);
    this.#scratch = new Scratch(this.model, () => book.newId());
  }

  /** Counts service calls and can make one fail. */
  get serviceCalls(): ServiceCalls {
    return this.#book.calls;
  }

  /** Runs `onOpen`, which shows the menu it builds through the user interface. */
  open(): void {
    if (!this.#topLevel.has("onOpen")) return;
    const authMode = this.#parts.authMode ?? "LIMITED";
    this.#run("onOpen", [{ authMode: AuthModes[authMode] }], authMode);
  }

  /** Whether the bundle has a top-level function of this name. */
  has(functionName: string): boolean {
    return this.#topLevel.has(functionName);
  }

  /** Runs a function as a click on its menu item does. */
  run(functionName: string, ...args: unknown[]): unknown {
    return this.#run(functionName, args, "FULL");
  }

  /** Runs a function as google.script.run does: plain data in, plain data out. */
  callEndpoint(name: string, args: readonly unknown[] = []): unknown {
    if (name.endsWith("_"))
      throw new Error(`${name} is private: google.script.run does not reach names ending in _.`);
    const given = args.map((arg, index) => this.#intoRealm(plainData(arg, `argument ${index + 1}`)));
    return plainData(this.#run(name, given, "FULL"), `the result of ${name}`);
  }

  /** What a formula gives, spilled cells included, computed on a sheet of its own. */
  evaluateFormula(formula: string): FormulaResult {
    return this.#scratch.evaluate(formula);
  }

  /** Everything to save. */
  document(): WorkbenchDocument {
    this.#scratch.drop();
    const companion: Companion = {
      ...emptyCompanion,
      ...companionOf(this.model).getCompanion(),
      properties: this.#properties.read(),
    };
    // The plain form: exportData would build a second workbook to check its packing, which takes seven times as long.
    const workbook = Object.assign(this.model._exportData(false), { isNotSquishable: true });
    return { workbook, companion };
  }

  #run(name: string, args: readonly unknown[], mode: AuthMode): unknown {
    this.#scratch.drop();
    const script = this.#topLevel.has(name) ? this.#parts.realm.lookup(name) : undefined;
    if (!script) throw new Error(`Script function not found: ${name}.`);
    try {
      return this.#book.step(() => this.#book.inMode(mode, () => script(...args)));
    } finally {
      this.lock.held = false;
      this.serviceCalls.ended();
    }
  }

  /** Objects made outside a realm are not `instanceof` its Object or Array. */
  #intoRealm(data: unknown): unknown {
    const parse = this.#parts.realm.evaluate("JSON.parse") as (text: string) => unknown;
    return parse(JSON.stringify(data));
  }
}
