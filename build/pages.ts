import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * A sidebar or dialog is a folder with page.html and page.ts. Apps Script serves one HTML file each, so script and
 * style are put inside: `<!-- style -->` and `<!-- script -->` mark the places.
 */
export async function buildPages(folder: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const style = readFileSync(join(folder, "theme.css"), "utf8");
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const html = readFileSync(join(folder, entry.name, "page.html"), "utf8");
    const bundled = await build({
      entryPoints: [join(folder, entry.name, "page.ts")],
      bundle: true,
      write: false,
      format: "iife",
      target: "es2019",
      minify: true,
      charset: "utf8",
    });
    // "</script" inside a string of the bundle would end the element early.
    const script = (bundled.outputFiles[0]?.text ?? "").replace(/<\/script/gi, "<\\/script");
    pages.set(
      `${entry.name}.html`,
      html
        .replace("<!-- style -->", () => `<style>${style}</style>`)
        .replace("<!-- script -->", () => `<script>${script}</script>`),
    );
  }
  return pages;
}
