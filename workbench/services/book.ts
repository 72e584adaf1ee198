/**
 * The open document as the services share it: the engine's model, who may do what right now, and the two moves every
 * service is made of: change the document, and look at it once it is computed.
 */

import { CellValues } from "../engine/cellValues.js";
import { CellWriter } from "../engine/cellWriter.js";
import type { Engine, Getters, Model } from "../engine/engine.js";
import { computeNow } from "../engine/internals.js";
import { runAsOneStep } from "../engine/scriptStep.js";
import { TimeZone } from "../engine/timeZone.js";
import type { AuthMode, PropertyStore, Realm, UserInterface } from "../host.js";
import type { LogLevel } from "./globals.js";
import { type Gate, guarded } from "./guard.js";
import { ServiceCalls } from "./serviceCalls.js";

export interface BookHost {
  readonly engine: Engine;
  readonly realm: Realm;
  readonly ui: UserInterface;
  readonly properties: PropertyStore;
  /** The html files of the bundle by name, with or without `.html`. */
  readonly html: Readonly<Record<string, string>>;
  readonly timeZone: string;
  /** As Google writes it: `en_US`. */
  readonly locale: string;
  readonly name?: string | undefined;
  /** Caption of the menu that `createAddonMenu` makes. */
  readonly addonName?: string | undefined;
  /** What the script wrote to its console. */
  readonly log?: ((level: LogLevel, text: string) => void) | undefined;
}

export class Book implements Gate {
  readonly host: BookHost;
  readonly values: CellValues;
  readonly calls = new ServiceCalls();
  current = "";
  /** The spreadsheet as scripts see it; set by SpreadsheetApp. */
  spreadsheet: unknown;
  readonly #modes: AuthMode[] = [];
  #model: Model | undefined;
  #writer: CellWriter | undefined;
  #realmError: ErrorConstructor | undefined;
  #inStep = false;
  #uncomputed = false;
  /** Copies of tabs made since: all other tabs show what they showed before. */
  readonly #uncomputedCopies = new Set<string>();
  #askedTooEarly = false;

  constructor(host: BookHost) {
    this.host = host;
    this.values = new CellValues(host.engine, host.realm, new TimeZone(host.timeZone));
  }

  /** The model comes after the services, since loading a document already computes its custom functions. */
  attach(model: Model): void {
    this.#model = model;
    this.#writer = new CellWriter(this.host.engine, model);
    if (this.#askedTooEarly) model.dispatch("EVALUATE_CELLS");
  }

  get model(): Model {
    if (this.#model) return this.#model;
    this.#askedTooEarly = true;
    throw new Error("The document is still being loaded.");
  }

  get getters(): Getters {
    return this.model.getters;
  }

  get mode(): AuthMode {
    return this.#modes.at(-1) ?? "FULL";
  }

  guarded<Service extends object>(typeName: string, service: Service): Service {
    return guarded(this, typeName, service);
  }

  scriptError(error: unknown): unknown {
    this.#realmError ??= this.host.realm.evaluate("Error") as ErrorConstructor;
    if (error instanceof this.#realmError) return error;
    const message = (error as { message?: unknown } | null)?.message;
    return new this.#realmError(typeof message === "string" ? message : String(error));
  }

  /** Runs script code with the permissions of how it was started. */
  inMode<Result>(mode: AuthMode, work: () => Result): Result {
    this.#modes.push(mode);
    try {
      return work();
    } finally {
      this.#modes.pop();
    }
  }

  /** A whole run: one step to undo. */
  step<Result>(work: () => Result): Result {
    if (this.#inStep) return work();
    this.#inStep = true;
    try {
      return runAsOneStep(this.model, () => {
        try {
          return work();
        } finally {
          this.#writer?.flush();
          this.calls.sent();
        }
      });
    } finally {
      this.#inStep = false;
      this.#isComputed();
    }
  }

  requireDocument(): void {
    if (this.mode === "NONE") throw new Error(this.#refusal("The add-on is not yet used in this document."));
  }

  requireChange(): void {
    if (this.mode === "NONE" || this.mode === "CUSTOM_FUNCTION")
      throw new Error(this.#refusal("A custom function can read the document but not change it."));
  }

  requireUserInterface(): void {
    if (this.mode === "CUSTOM_FUNCTION")
      throw new Error(this.#refusal("A custom function cannot show anything."));
  }

  requireFull(): void {
    if (this.mode !== "FULL") throw new Error(this.#refusal("It needs the user's permission."));
  }

  #refusal(because: string): string {
    return `You do not have permission to call ${this.current || "this"}. ${because} (AuthMode ${this.mode})`;
  }

  /** Cell contents, formats and styles: gathered, and written when something has to be read. */
  write(work: (writer: CellWriter) => void): void {
    this.requireChange();
    const writer = this.#writer;
    if (!writer) throw new Error("The document is still being loaded.");
    this.calls.wrote();
    this.#uncomputed = true;
    if (this.#inStep) work(writer);
    else this.step(() => work(writer));
  }

  /** Any other change. A refusal of the engine becomes an error that names the call. */
  dispatch(command: string, payload: object): void {
    this.requireChange();
    this.calls.wrote();
    if (!leavesCellsInPlace(command, payload)) this.applied();
    if (command === "DUPLICATE_SHEET") {
      this.#uncomputedCopies.add((payload as { sheetIdTo: string }).sheetIdTo);
    } else if (!LEAVES_VALUES.has(command)) this.#uncomputed = true;
    const dispatch = this.model.dispatch as (
      type: string,
      payload: object,
    ) => { isSuccessful: boolean; reasons: unknown[] };
    const result = dispatch(command, payload);
    if (result.isSuccessful || result.reasons.every((r) => HARMLESS.has(String(r)))) return;
    throw new Error(`${this.current}: ${result.reasons.join(", ")}.`);
  }

  /** Before looking at contents, formats or styles as they were set. */
  applied(): Getters {
    if (this.#writer?.hasPending && this.#inStep) this.#writer.flush();
    return this.getters;
  }

  /** Before looking at values of a tab: everything written is computed. */
  computed(sheetId: string): Getters {
    this.calls.read();
    this.applied();
    const uncomputed = this.#uncomputed || this.#uncomputedCopies.has(sheetId);
    if (this.#inStep && uncomputed && this.mode !== "CUSTOM_FUNCTION") {
      computeNow(this.model);
      this.#isComputed();
    }
    return this.getters;
  }

  flush(): void {
    this.applied();
    if (this.#inStep && (this.#uncomputed || this.#uncomputedCopies.size > 0)) {
      computeNow(this.model);
      this.#isComputed();
    }
    this.calls.sent();
  }

  #isComputed(): void {
    this.#uncomputed = false;
    this.#uncomputedCopies.clear();
  }

  newId(): string {
    return this.model.uuidGenerator.smallUuid();
  }
}

/** They change where a tab stands, how it is called or whether it is seen, and no figure on it. */
const LEAVES_VALUES = new Set(["COLOR_SHEET", "HIDE_SHEET", "MOVE_SHEET", "RENAME_SHEET", "SHOW_SHEET"]);

/** Gathered cell writes may wait for these: the more that wait, the fewer the updates. */
const LEAVES_CELLS_IN_PLACE = new Set([
  "ADD_CONDITIONAL_FORMAT",
  "COLOR_SHEET",
  "CREATE_CHART",
  "CREATE_NAMED_RANGE",
  "CREATE_SHEET",
  "FREEZE_COLUMNS",
  "FREEZE_ROWS",
  "HIDE_COLUMNS_ROWS",
  "REMOVE_CONDITIONAL_FORMAT",
  "RESIZE_COLUMNS_ROWS",
  "SET_BORDER",
  "SET_GRID_LINES_VISIBILITY",
  "SET_ZONE_BORDERS",
  "UPDATE_NAMED_RANGE",
]);

function leavesCellsInPlace(command: string, payload: object): boolean {
  if (LEAVES_CELLS_IN_PLACE.has(command)) return true;
  // Of the validation rules only the tick box does something to the cells: it centres them.
  if (command !== "ADD_DATA_VALIDATION_RULE") return false;
  return (payload as { rule: { criterion: { type: string } } }).rule.criterion.type !== "isBoolean";
}

/** The document already was as asked. */
const HARMLESS = new Set(["NoChanges", "UnchangedSheetName", "EmptyTarget"]);
