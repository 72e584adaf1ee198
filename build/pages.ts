import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { computedModules } from "./computedModules.js";

/**
 * A sidebar or dialog is a folder with page.html and page.ts. Apps Script serves one HTML file each, so script and
 * style are put inside: `<!-- style -->` and `<!-- script -->` mark the places. `<!-- style forms -->` adds forms.css.
 */
export async function buildPages(folder: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const style = styleSheet(folder, "theme");
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // A folder without a page holds what several windows share.
    if (!entry.isDirectory() || !existsSync(join(folder, entry.name, "page.html"))) continue;
    const html = readFileSync(join(folder, entry.name, "page.html"), "utf8");
    const bundled = await build({
      entryPoints: [join(folder, entry.name, "page.ts")],
      bundle: true,
      write: false,
      format: "iife",
      target: "es2019",
      minify: true,
      charset: "utf8",
      plugins: [computedModules],
    });
    // "</script" inside a string of the bundle would end the element early.
    const script = (bundled.outputFiles[0]?.text ?? "").replace(/<\/script/gi, "<\\/script");
    pages.set(
      `${entry.name}.html`,
      html
        .replace("<!-- style -->", () => `<style>${style}</style>`)
        .replace(/<!-- style (\w+) -->/g, (_, own: string) => `<style>${styleSheet(folder, own)}</style>`)
        .replace("<!-- script -->", () => `<script>${script}</script>`),
    );
  }
  return pages;
}

const styleSheet = (folder: string, name: string): string =>
  readFileSync(join(folder, `${name}.css`), "utf8");
