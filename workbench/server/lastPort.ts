/**
 * The port of the last run, kept beside the document: a tab that was left open finds a restarted server again, and what
 * the browser keeps for the page's address stays within reach.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const fileFor = (documentFile: string): string => join(dirname(documentFile), "port");

export function lastPort(documentFile: string): number | undefined {
  try {
    const port = Number(readFileSync(fileFor(documentFile), "utf8").trim());
    return Number.isInteger(port) && port > 0 && port < 65536 ? port : undefined;
  } catch {
    return undefined;
  }
}

export function rememberPort(documentFile: string, port: number): void {
  mkdirSync(dirname(documentFile), { recursive: true });
  writeFileSync(fileFor(documentFile), `${port}\n`);
}
