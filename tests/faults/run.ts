import { ENDPOINTS } from "../../src/apps-script/entries.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { difference, type Photograph, photograph } from "./photograph.js";
import type { ServiceCall } from "./points.js";
import { byHand, documentOf, openPrepared, type Prepared } from "./prepared.js";
import type { Scenario } from "./scenarios.js";

/** Runs scenarios again and again from the same workbook, brought back by the engine's own undo after each run. */

interface Opened {
  readonly workbench: HeadlessWorkbench;
  readonly front: string;
  readonly properties: string;
}

const opened = new Map<Prepared, Opened>();

/** After a run that was not what it should be, the next begins with the saved form. */
export function forgetOpened(): void {
  for (const { workbench } of opened.values()) dismantle(workbench.model);
  opened.clear();
}

/** Contexts of node:vm outlive their use now and then, and a workbook's history of changes is far larger than they are. */
function dismantle(model: object): void {
  for (const part of Object.keys(model)) Reflect.set(model, part, undefined);
}

function openedFrom(state: Prepared): Opened {
  const present = opened.get(state);
  if (present) return present;
  const workbench = openPrepared(documentOf(state));
  const { companion } = workbench.document();
  // The others would only take up room.
  forgetOpened();
  const made = {
    workbench,
    front: workbench.model.getters.getActiveSheetId(),
    properties: JSON.stringify(companion.properties),
  };
  opened.set(state, made);
  return made;
}

/** What a run came to: its answer, or the error that a person reads. */
export interface Outcome {
  readonly answer?: unknown;
  readonly error?: string;
}

export class Trial {
  readonly before: Photograph;
  readonly #args: readonly unknown[];
  #opened: Opened;
  #runs = 0;

  constructor(readonly scenario: Scenario) {
    this.#opened = openedFrom(scenario.from);
    this.#goToPlace();
    this.#args = scenario.args?.(this.workbench) ?? [];
    this.before = photograph(this.workbench);
  }

  get workbench(): HeadlessWorkbench {
    return this.#opened.workbench;
  }

  get calls() {
    return this.workbench.serviceCalls;
  }

  run(entry = this.scenario.entry, args = this.#args): Outcome {
    const { workbench } = this;
    workbench.ui.answers.length = 0;
    workbench.ui.toasts.length = 0;
    try {
      return { answer: this.#call(entry, args) };
    } catch (error) {
      return { error: messageOf(error) };
    } finally {
      this.calls.onServiceCall = undefined;
      this.calls.reset();
    }
  }

  /** What somebody else does in the middle of a run: the document is the same, the lock is another's. */
  meanwhile(entry: string, args: readonly unknown[]): Outcome {
    const { lock } = this.workbench;
    const { held } = lock;
    lock.heldByOthers = held;
    lock.held = false;
    try {
      return { answer: this.#call(entry, args) };
    } catch (error) {
      return { error: messageOf(error) };
    } finally {
      lock.heldByOthers = false;
      lock.held = held;
    }
  }

  #call(entry: string, args: readonly unknown[]): unknown {
    this.#runs++;
    return isMenu(entry) ? this.workbench.run(entry) : this.workbench.callEndpoint(entry, args);
  }

  /** All calls that a run makes which nothing disturbs, and which is not the first: that asks for what later ones know. */
  async record(): Promise<{ readonly calls: readonly ServiceCall[]; readonly outcome: Outcome }> {
    this.run();
    await this.restore();
    const calls: ServiceCall[] = [];
    const usual = Error.stackTraceLimit;
    Error.stackTraceLimit = 60;
    this.calls.onServiceCall = (name) => calls.push({ name, place: placeInBundle() });
    const outcome = this.run();
    Error.stackTraceLimit = usual;
    return { outcome, calls };
  }

  photograph(): Photograph {
    return photograph(this.workbench);
  }

  /** The workbook as it was at first. */
  async restore(): Promise<void> {
    await letGo();
    for (let steps = 0; steps < MOST_STEPS && !this.#isHeavy(); steps++) {
      this.#goToPlace();
      if (difference(this.before, this.photograph()) === "") return;
      (this.workbench.model.dispatch as (type: string) => unknown)("REQUEST_UNDO");
    }
    // Undo has its limits; opening the saved form again has none.
    this.#openAgain();
  }

  /** After a run that has left the workbook as it was. */
  async settle(): Promise<void> {
    await letGo();
    if (this.#isHeavy()) this.#openAgain();
  }

  /** The engine remembers each change for ever: up to 30 MB a run, and of the sample data ten times as much. */
  #isHeavy(): boolean {
    return this.#runs >= MOST_RUNS || (this.#runs > 1 && process.memoryUsage().heapUsed > MOST_BYTES);
  }

  #openAgain(): void {
    this.#runs = 0;
    forgetOpened();
    this.#opened = openedFrom(this.scenario.from);
    this.#goToPlace();
  }

  /** Undo of the engine leaves alone what is no part of its document: properties, the tab in front, the cell. */
  #goToPlace(): void {
    const { front, properties, workbench } = this.#opened;
    const { model } = workbench;
    const from = model.getters.getActiveSheetId();
    if (from !== front && model.getters.tryGetSheet(front))
      model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: from, sheetIdTo: front });
    byHand(workbench, `PropertiesService.getDocumentProperties().setProperties(${properties}, true);`);
    if (this.scenario.ready) this.scenario.ready(workbench);
    else byHand(workbench, `book.getActiveSheet().getRange("A1").activate();`);
    this.calls.reset();
  }
}

/** Runs that may have left a step to undo since the workbook was last as at first. */
const MOST_STEPS = 4;
const MOST_RUNS = 25;
const MOST_BYTES = 1_200_000_000;

/** What the engine has put off until later holds on to workbooks that are closed long since. */
const letGo = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Where in the bundle the call came from, function by function. */
const placeInBundle = (): string =>
  [...(new Error().stack ?? "").matchAll(/Code\.js:(\d+:\d+)/g)].map(([, at]) => at).join(" ");

const messageOf = (error: unknown): string =>
  String((error as { message?: unknown } | null)?.message ?? error);

const isMenu = (entry: string): boolean => !Object.hasOwn(ENDPOINTS, entry);
