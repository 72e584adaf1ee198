/** The built add-on as the page takes it: its script and its html files, read anew for each page load. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface AddOnBundle {
  readonly script: string;
  /** Html files by their name without the ending, as HtmlService names them. */
  readonly html: Record<string, string>;
}

export async function readBundle(dist: string): Promise<AddOnBundle> {
  const names = await readdir(dist).catch((): string[] => []);
  if (!names.includes("Code.js")) {
    throw new Error(`The built add-on is missing: ${join(dist, "Code.js")}. Run npm run build, then reload.`);
  }
  const html: Record<string, string> = {};
  for (const name of names.filter((each) => each.endsWith(".html"))) {
    html[name.slice(0, -".html".length)] = await readFile(join(dist, name), "utf8");
  }
  return { script: await readFile(join(dist, "Code.js"), "utf8"), html };
}
