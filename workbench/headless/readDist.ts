/** The built files of the add-on, as they are pushed to Google. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export interface Dist {
  readonly code: string;
  /** By name without `.html`. */
  readonly html: Readonly<Record<string, string>>;
}

export function readDist(dir: string): Dist {
  const html: Record<string, string> = {};
  for (const file of readdirSync(dir))
    if (file.endsWith(".html")) html[basename(file, ".html")] = readFileSync(join(dir, file), "utf8");
  return { code: readFileSync(join(dir, "Code.js"), "utf8"), html };
}
