import { readFileSync, statSync } from "node:fs";
import { UsageError } from "./usageError.js";

/** An export as text. Excel writes CSV in UTF-16 or in Windows' own encoding as often as in UTF-8. */

const LARGEST = 150 * 1024 * 1024;

export function readExport(file: string): string {
  let size: number;
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw new UsageError(`${file} is a folder; name a CSV file.`);
    size = found.size;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be found; check the name of the export.`);
  }
  if (size > LARGEST) {
    throw new UsageError(
      `${file} has ${Math.round(size / 1024 / 1024)} MB, more than the ${LARGEST / 1024 / 1024} MB that fit a workbook; export fewer columns or a shorter period.`,
    );
  }
  const bytes = readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
