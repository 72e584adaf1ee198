// Installs what is missing, and only then: the first thing that `npm start` and `npm test` do on a fresh clone.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const lock = join(root, "package-lock.json");
const installed = join(root, "node_modules", ".installed-lock.json");

const upToDate = existsSync(installed) && readFileSync(installed, "utf8") === readFileSync(lock, "utf8");
if (!upToDate) {
  console.log("Installing packages, once…");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The packages could not be installed; check the network and run the command again.");
    process.exit(1);
  }
  copyFileSync(lock, installed);
}
