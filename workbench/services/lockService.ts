/** The global `LockService`: one lock for the document, held by a run until it releases it or ends. */

import type { Book } from "./book.js";
import type { Offers } from "./offers.js";

/** Who holds the document's lock: this run, somebody else, or nobody. */
export class DocumentLock {
  /** Another user's run holds the lock: scripts have to cope with that, so tests must be able to bring it about. */
  heldByOthers = false;
  held = false;
}

export class LockServiceService implements Offers<GoogleAppsScript.Lock.LockService, "getDocumentLock"> {
  readonly #book: Book;
  readonly #lock: DocumentLock;

  constructor(book: Book, lock: DocumentLock) {
    this.#book = book;
    this.#lock = lock;
  }

  getDocumentLock() {
    this.#book.requireDocument();
    return this.#book.guarded("Lock", new LockOfDocument(this.#lock));
  }
}

class LockOfDocument
  implements Offers<GoogleAppsScript.Lock.Lock, "hasLock" | "releaseLock" | "tryLock" | "waitLock">
{
  readonly #lock: DocumentLock;

  constructor(lock: DocumentLock) {
    this.#lock = lock;
  }

  /** Nobody else can let go while this run holds the only thread, so there is no waiting. */
  tryLock(timeout: unknown): boolean {
    checkTimeout(timeout);
    if (this.#lock.heldByOthers) return false;
    this.#lock.held = true;
    return true;
  }

  waitLock(timeout: unknown): void {
    if (!this.tryLock(timeout))
      throw new Error("Lock timeout: another process was holding the lock for too long.");
  }

  hasLock(): boolean {
    return this.#lock.held;
  }

  releaseLock(): void {
    this.#lock.held = false;
  }
}

function checkTimeout(timeout: unknown): void {
  if (typeof timeout !== "number" || !(timeout >= 0))
    throw new Error("The lock's timeout must be given in milliseconds.");
}
