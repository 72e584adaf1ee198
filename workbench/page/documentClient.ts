/** The document's way to the server and back. */

import type { Companion } from "../engine/companion.js";

/** What is kept of a workbook: the engine's data, and what the engine has no place for. */
export interface WorkbenchDocument {
  readonly name: string;
  readonly workbook: object | null;
  /** Document properties, notes and the like: the services' own, opaque here. */
  readonly companion: Companion | null;
}

export interface StoredState {
  readonly revision: string | null;
  readonly notice: string | null;
  /** The page load that wrote it, and on what it was based. */
  readonly writer: string | null;
  readonly base: string | null;
  readonly document: WorkbenchDocument | null;
}

export interface AddOnFiles {
  readonly script: string;
  readonly html: Record<string, string>;
}

export type SaveAnswer =
  | { readonly kind: "saved"; readonly revision: string }
  | { readonly kind: "behind"; readonly revision: string | null }
  | { readonly kind: "unreachable" }
  | { readonly kind: "refused"; readonly message: string };

/** Browsers carry at most this much past the end of a page. */
const KEEPALIVE_LIMIT = 60_000;

export async function loadDocument(): Promise<StoredState> {
  return getJson<StoredState>("/api/document");
}

export async function loadAddOn(): Promise<AddOnFiles> {
  return getJson<AddOnFiles>("/api/bundle");
}

export async function loadRevision(): Promise<string | null> {
  return (await getJson<{ revision: string | null }>("/api/revision")).revision;
}

export interface SaveOptions {
  readonly base: string | null;
  /** One page load is one writer: a duplicated tab must not pass for the tab it was made from. */
  readonly writer: string;
  /** The page is about to go: let the browser finish the request if it is small enough. */
  readonly leaving?: boolean;
  /** Another workbook takes this one's place: keep what it replaces. */
  readonly replaces?: boolean;
}

export async function saveDocument(json: string, options: SaveOptions): Promise<SaveAnswer> {
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "X-Workbench-Tab": options.writer,
  };
  if (options.base !== null) headers["If-Match"] = options.base;
  if (options.replaces === true) headers["X-Workbench-Replace"] = "1";
  const keepalive = options.leaving === true && json.length < KEEPALIVE_LIMIT;
  let response: Response;
  try {
    response = await fetch("/api/document", { method: "PUT", headers, body: json, keepalive });
  } catch {
    return { kind: "unreachable" };
  }
  const answer = (await response.json().catch(() => ({}))) as { revision?: string | null; message?: string };
  if (response.ok && typeof answer.revision === "string") return { kind: "saved", revision: answer.revision };
  if (response.status === 409) return { kind: "behind", revision: answer.revision ?? null };
  return { kind: "refused", message: answer.message ?? `The server answered ${response.status}.` };
}

async function getJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `The server answered ${response.status}.`);
  return answer;
}
