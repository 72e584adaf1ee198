import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Compares what clasp would push with what should be pushed. clasp's exit code says nothing here, so its list is
 * read: every file of dist, each once, and no other.
 */
export function filesClaspWouldPush(root: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/@google/clasp/build/src/index.js"), "show-file-status", "--json"],
    { cwd: root, encoding: "utf8" },
  );
  try {
    const { filesToPush } = JSON.parse(stdout) as { filesToPush: string[] };
    return filesToPush.map((file) => file.replace(/\\/g, "/").replace(/^.*dist\//, "")).sort();
  } catch {
    throw new Error(`clasp gave no file list: ${(stderr || stdout).trim().split("\n")[0]}`);
  }
}

export const filesToPush = (root: string): string[] => readdirSync(join(root, "dist")).sort();

if (process.argv[1]?.endsWith("checkPush.ts")) {
  const root = process.cwd();
  const [would, should] = [filesClaspWouldPush(root), filesToPush(root)];
  if (JSON.stringify(would) !== JSON.stringify(should)) {
    console.error(`clasp would push ${would.join(", ")}; it should push ${should.join(", ")}.`);
    process.exit(1);
  }
  console.log(`clasp pushes ${would.length} files: ${would.join(", ")}`);
}
