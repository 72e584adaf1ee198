import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError } from "./usageError.js";

/** Writes a file; one that stands there, perhaps with somebody's notes in it, is kept under another name. */
export function writeKeepingPrevious(file: string, bytes: Uint8Array): string | undefined {
  const free = (): string => {
    for (let number = 1; ; number++) {
      const name = file.replace(/\.xlsx$/i, number === 1 ? ".previous.xlsx" : `.previous-${number}.xlsx`);
      if (!existsSync(name)) return name;
    }
  };
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    const previous = existsSync(file) ? free() : undefined;
    if (previous) renameSync(file, previous);
    writeFileSync(file, bytes);
    return previous;
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}.`);
  }
}
