/**
 * The user's document on disk: one JSON file, written whole and swapped in by rename, so that a crash leaves either
 * the old or the new one. The copy before the last save stays beside it.
 */
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export interface StoredDocument {
  /** Names this very save; null before the first one. */
  readonly revision: string | null;
  /** Who saved it, and on which revision it was based: a page can tell a save of its own whose answer got lost. */
  readonly writer: string | null;
  readonly base: string | null;
  /** The document as JSON text, or null when nothing is stored. */
  readonly json: string | null;
  /** One sentence for the user when something had to be set aside. */
  readonly notice: string | null;
}

export type SaveResult =
  | { readonly saved: true; readonly revision: string }
  | { readonly saved: false; readonly revision: string | null };

export interface SaveRequest {
  readonly json: string;
  /** The revision on which the writer's document is based. */
  readonly base: string | null;
  /** The tab that writes. */
  readonly writer: string;
  /** Keep what this save replaces: the user opened another workbook in its place. */
  readonly replaces: boolean;
}

interface Head {
  readonly revision: string;
  readonly writer: string;
  readonly base: string | null;
}

const HEAD_END = ',"document":';
/** The head is far shorter; reading more would be waste, since the file is read at every save. */
const HEAD_BYTES = 1024;

const NOTHING: StoredDocument = { revision: null, writer: null, base: null, json: null, notice: null };

export class DocumentFile {
  /** Saves run one after the other, whatever tabs send. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly path: string) {}

  read(): Promise<StoredDocument> {
    return this.#inTurn(() => this.#read());
  }

  revision(): Promise<string | null> {
    return this.#inTurn(async () => (await this.#head())?.revision ?? null);
  }

  save(request: SaveRequest): Promise<SaveResult> {
    return this.#inTurn(() => this.#save(request));
  }

  async #read(): Promise<StoredDocument> {
    const text = await readIfThere(this.path);
    if (text === undefined) return NOTHING;
    const head = parseHead(text);
    const json = head === undefined ? undefined : documentIn(text);
    if (head === undefined || json === undefined) return { ...NOTHING, notice: await this.#setAside() };
    return { ...head, json, notice: null };
  }

  async #setAside(): Promise<string> {
    const kept = beside(this.path, `damaged-${stamp()}`);
    await rename(this.path, kept);
    return `The stored workbook could not be read. It was kept as ${kept} and a new workbook was started.`;
  }

  async #save({ json, base, writer, replaces }: SaveRequest): Promise<SaveResult> {
    const head = await this.#head();
    // A writer whose last answer got lost repeats its save: its own revision, one step on, is no conflict.
    const repeated = head !== undefined && head.writer === writer && head.base === base;
    if ((head?.revision ?? null) !== base && !repeated) {
      return { saved: false, revision: head?.revision ?? null };
    }
    const revision = nextRevision(head?.revision);
    await mkdir(dirname(this.path), { recursive: true });
    const fresh = `${this.path}.writing`;
    const newHead: Head = { revision, writer, base };
    await writeFile(fresh, `${JSON.stringify(newHead).slice(0, -1)}${HEAD_END}${json}}`, { flush: true });
    if (head !== undefined) {
      await copyFile(this.path, beside(this.path, "previous"));
      if (replaces) await copyFile(this.path, beside(this.path, "replaced"));
    }
    await rename(fresh, this.path);
    return { saved: true, revision };
  }

  /** Read from disk each time: a second server may be running on the same file. */
  async #head(): Promise<Head | undefined> {
    let file: Awaited<ReturnType<typeof open>>;
    try {
      file = await open(this.path, "r");
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return parseHead(buffer.toString("utf8", 0, bytesRead));
    } finally {
      await file.close();
    }
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(task, task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

function parseHead(text: string): Head | undefined {
  const end = text.indexOf(HEAD_END);
  if (end < 0 || end > HEAD_BYTES) return undefined;
  try {
    const head: unknown = JSON.parse(`${text.slice(0, end)}}`);
    if (typeof head !== "object" || head === null) return undefined;
    const { revision, writer, base } = head as Partial<Head>;
    if (typeof revision !== "string" || typeof writer !== "string") return undefined;
    return { revision, writer, base: typeof base === "string" ? base : null };
  } catch {
    return undefined;
  }
}

function documentIn(text: string): string | undefined {
  const json = text.slice(text.indexOf(HEAD_END) + HEAD_END.length, -1);
  return isDocument(json) ? json : undefined;
}

/** Whether a text is a document the page can open: an object with a workbook. */
export function isDocument(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && "workbook" in value;
  } catch {
    return false;
  }
}

/** A counter for people, and random digits so that two histories never share a revision. */
function nextRevision(last: string | undefined): string {
  const count = Number.parseInt(last ?? "0", 10) || 0;
  return `${count + 1}.${randomBytes(4).toString("hex")}`;
}

function beside(path: string, what: string): string {
  return path.endsWith(".json") ? `${path.slice(0, -".json".length)}.${what}.json` : `${path}.${what}`;
}

function stamp(): string {
  return new Date().toISOString().replace(/[:.]/g, "-");
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Removes a save that a crash left half written. */
export async function removeUnfinished(path: string): Promise<void> {
  await rm(`${path}.writing`, { force: true });
}
