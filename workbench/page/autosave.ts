/**
 * Every change goes to the server shortly after it was made. A change is never given up: while a save fails it is tried
 * again, and a copy stays in the browser until the server has it.
 */
import { loadRevision, type SaveAnswer, saveDocument } from "./documentClient.js";
import { dropKeptCopy, keepCopy } from "./keptCopy.js";
import { announceRevision, onRevisionElsewhere } from "./otherTabs.js";

export type SaveState =
  | { readonly kind: "saved" | "saving" | "offline" | "behind" }
  | { readonly kind: "refused"; readonly message: string };

export interface AutosaveOptions {
  /** The document as it stands, as JSON. */
  snapshot(): string;
  /** The revision that the page opened. */
  readonly base: string | null;
  readonly writer: string;
  onState(state: SaveState): void;
}

export interface Autosave {
  changed(): void;
  /** Saves now what is unsaved and says how it went. */
  flush(): Promise<SaveState["kind"]>;
  base(): string | null;
  /** No save after this: another document is taking this one's place. */
  stop(): void;
}

const QUIET_MS = 400;
const LONGEST_QUIET_MS = 2000;
/** Whoever types without a pause is saved all the same. */
const LONGEST_WAIT_MS = 5000;
const RETRY_MS = [1000, 2000, 4000];

export function createAutosave({
  snapshot: takeSnapshot,
  writer,
  onState,
  base: opened,
}: AutosaveOptions): Autosave {
  let base = opened;
  let savedJson: string | undefined;
  let dirty = false;
  /** Of the changes not yet saved. */
  let firstChange = 0;
  let lastChange = 0;
  let stopped = false;
  let failures = 0;
  /** Whether the browser had room for the last copy. */
  let copied = true;
  let state: SaveState = { kind: "saved" };
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let copyTimer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  /** A large workbook takes a while to write out, on the thread that also types: then saves are further apart. */
  let quiet = QUIET_MS;
  const snapshot = (): string => {
    const start = performance.now();
    const json = takeSnapshot();
    quiet = Math.min(Math.max(QUIET_MS, 3 * (performance.now() - start)), LONGEST_QUIET_MS);
    return json;
  };

  const enter = (next: SaveState): void => {
    state = next;
    onState(next);
  };
  const failing = (): boolean => state.kind === "offline" || state.kind === "refused";
  const closed = (): boolean => stopped || state.kind === "behind";

  const keep = (json: string): void => {
    copied = keepCopy({ base, writer, json });
  };
  const copySoon = (): void => {
    clearTimeout(copyTimer);
    copyTimer = setTimeout(() => dirty && !stopped && keep(snapshot()), quiet);
  };
  const cancelSave = (): void => {
    clearTimeout(saveTimer);
    saveTimer = undefined;
  };
  const saveIn = (delay: number): void => {
    cancelSave();
    if (!closed()) saveTimer = setTimeout(saveWhenQuiet, delay);
  };
  /** A script makes thousands of changes at once: they note the time, and only the timer looks at it. */
  const saveWhenQuiet = (): void => {
    const rest = Math.min(lastChange + quiet, firstChange + LONGEST_WAIT_MS) - performance.now();
    if (rest > 0) {
      saveIn(rest);
      return;
    }
    saveTimer = undefined;
    void save();
  };

  const digest = (answer: SaveAnswer, json: string): void => {
    if (stopped) return;
    if (answer.kind === "saved") {
      base = answer.revision;
      savedJson = json;
      failures = 0;
      copied = true;
      dropKeptCopy();
      announceRevision(base);
      enter({ kind: dirty ? "saving" : "saved" });
      if (dirty) saveIn(quiet);
      return;
    }
    dirty = true;
    keep(json);
    if (answer.kind === "behind") {
      enter({ kind: "behind" });
      return;
    }
    enter(answer.kind === "refused" ? answer : { kind: "offline" });
    saveIn(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? QUIET_MS);
  };

  const save = (): Promise<void> => {
    if (running !== undefined) return running;
    if (!dirty || closed()) return Promise.resolve();
    dirty = false;
    const json = snapshot();
    if (json === savedJson && !failing()) {
      // A script that only read: no new revision, so no other tab falls behind.
      enter({ kind: "saved" });
      return Promise.resolve();
    }
    running = saveDocument(json, { base, writer })
      .then((answer) => digest(answer, json))
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  const overtaken = (): void => {
    if (closed()) return;
    cancelSave();
    if (dirty) keep(snapshot());
    enter({ kind: "behind" });
  };

  /** Another browser cannot announce its saves to this one; looking at the tab again is the moment to ask. */
  const lookForNews = async (): Promise<void> => {
    const asked = base;
    const revision = await loadRevision().catch(() => asked);
    if (revision !== asked && base === asked && running === undefined) overtaken();
  };

  onRevisionElsewhere((revision) => revision !== base && overtaken());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void save();
    else void lookForNews();
  });
  window.addEventListener("pagehide", () => {
    if (stopped || (!dirty && running === undefined)) return;
    const json = snapshot();
    keep(json);
    if (!closed()) void saveDocument(json, { base, writer, leaving: true });
  });
  window.addEventListener("beforeunload", (event) => {
    // Leaving loses something only when the browser had no room for a copy.
    if (!stopped && dirty && !copied) event.preventDefault();
  });

  return {
    changed() {
      if (stopped) return;
      lastChange = performance.now();
      if (!dirty) firstChange = lastChange;
      dirty = true;
      if (state.kind === "saved") enter({ kind: "saving" });
      if (failing() || closed()) copySoon();
      else if (running === undefined && saveTimer === undefined) saveIn(quiet);
    },
    async flush() {
      cancelSave();
      await running;
      await save();
      return state.kind;
    },
    base: () => base,
    stop() {
      stopped = true;
      cancelSave();
    },
  };
}
