/**
 * Counts every call a script makes to a Google service, and can make one of them fail, as Google's do now and then.
 * A round trip is a read of the document, together with the writes it has to wait for: what makes an add-on slow.
 */

export class ServiceCalls {
  count = 0;
  roundTrips = 0;
  readonly byName = new Map<string, number>();
  /** Told of every call, before it is made. */
  onServiceCall: ((name: string) => void) | undefined;
  #failAt: number | undefined;
  #failure = "";
  #unsentWrites = false;

  /** Makes the k-th call from now fail, once. */
  failAt(k: number, message = "Service Spreadsheets failed while accessing document."): void {
    this.#failAt = this.count + k;
    this.#failure = message;
  }

  reset(): void {
    this.count = 0;
    this.roundTrips = 0;
    this.byName.clear();
    this.#failAt = undefined;
    this.#unsentWrites = false;
  }

  called(name: string): void {
    this.count += 1;
    this.byName.set(name, (this.byName.get(name) ?? 0) + 1);
    this.onServiceCall?.(name);
    if (this.count !== this.#failAt) return;
    this.#failAt = undefined;
    throw new Error(this.#failure);
  }

  wrote(): void {
    this.#unsentWrites = true;
  }

  read(): void {
    this.roundTrips += 1;
    this.#unsentWrites = false;
  }

  /** The end of a run, or SpreadsheetApp.flush(): writes not yet sent go in one round trip. */
  sent(): void {
    if (this.#unsentWrites) this.roundTrips += 1;
    this.#unsentWrites = false;
  }
}
