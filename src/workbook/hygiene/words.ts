import type { DataValue } from "../columns.js";

/** Text without spaces at its ends, and with one wherever there were several or a tab or line break. */
export const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** Words that differ by case and spaces only have one key. */
export const wordKey = (text: string): string => tidy(text).toLowerCase();

/** The cell's text as a person reads it; "" for a blank one and for one that holds nothing but spaces. */
export const textOf = (value: DataValue | undefined): string =>
  value === null || value === undefined ? "" : tidy(String(value));

export const cellsCounted = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`);

/** Counts how often each spelling stands; the first seen wins among equals. */
export class Spellings {
  readonly #counts = new Map<string, number>();
  total = 0;

  add(spelling: string): void {
    this.#counts.set(spelling, (this.#counts.get(spelling) ?? 0) + 1);
    this.total++;
  }

  count(spelling: string): number {
    return this.#counts.get(spelling) ?? 0;
  }

  get mostFrequent(): string {
    let best = "";
    for (const [spelling, count] of this.#counts)
      if (best === "" || count > this.count(best)) best = spelling;
    return best;
  }

  /** Most frequent first. */
  get ranked(): string[] {
    return [...this.#counts].sort(([, one], [, other]) => other - one).map(([spelling]) => spelling);
  }
}
