/**
 * Counts every call a script makes to a Google service, and can make one of them fail, as Google's do now and then.
 * A round trip is a read of the document, together with the writes it has to wait for: what makes an add-on slow.
 */

const CUT_OFF = "Exceeded maximum execution time";

export class ServiceCalls {
  count = 0;
  roundTrips = 0;
  readonly byName = new Map<string, number>();
  /** Told of every call, before it is made. */
  onServiceCall: ((name: string) => void) | undefined;
  #failAt: number | undefined;
  #failure = "";
  #cutOffAt: number | undefined;
  #cutOff = false;
  #unsentWrites = false;

  /** Makes the k-th call from now fail, once. */
  failAt(k: number, message = "Service Spreadsheets failed while accessing document."): void {
    this.#failAt = this.count + k;
    this.#failure = message;
  }

  /**
   * Cuts the run off at the k-th call from now, as Google does after six minutes: neither that call nor any later one of
   * the run does anything, whatever the script still tries in order to put things right.
   */
  cutOffAt(k: number): void {
    this.#cutOffAt = this.count + k;
  }

  get isCutOff(): boolean {
    return this.#cutOff;
  }

  reset(): void {
    this.count = 0;
    this.roundTrips = 0;
    this.byName.clear();
    this.#failAt = undefined;
    this.#cutOffAt = undefined;
    this.#cutOff = false;
    this.#unsentWrites = false;
  }

  called(name: string): void {
    this.count += 1;
    this.byName.set(name, (this.byName.get(name) ?? 0) + 1);
    this.onServiceCall?.(name);
    if (this.count === this.#cutOffAt) this.#cutOff = true;
    if (this.#cutOff) throw new Error(CUT_OFF);
    if (this.count !== this.#failAt) return;
    this.#failAt = undefined;
    throw new Error(this.#failure);
  }

  /** The end of a run. One that was cut off ends with Google's error, even where the script caught all of its own. */
  ended(): void {
    const cutOff = this.#cutOff;
    this.#cutOff = false;
    this.#cutOffAt = undefined;
    if (cutOff) throw new Error(CUT_OFF);
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
