/** Document properties kept with the document itself, so that they are saved and restored with it. */

import type { Companion } from "../engine/companion.js";
import type { PropertyStore } from "../host.js";

export class CompanionProperties implements PropertyStore {
  #all: Record<string, string>;

  constructor(companion: Companion | undefined) {
    this.#all = { ...companion?.properties };
  }

  read(): Record<string, string> {
    return { ...this.#all };
  }

  write(all: Record<string, string>): void {
    this.#all = { ...all };
  }
}
