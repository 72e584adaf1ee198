import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { writeFixture } from "./fixture.js";

const ROOT = join(import.meta.dirname, "../..");

describe("npm start", { timeout: 30_000 }, () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
  });

  const start = (environment: Record<string, string>) => {
    const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, "workbench/server/start.ts")], {
      cwd: ROOT,
      env: { ...process.env, WORKBENCH_DIST: writeFixture(), PORT: "", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    started.push(child);
    const output = { text: "" };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (part: Buffer) => {
        output.text += part.toString();
      });
    }
    return { child, output };
  };
  const newFile = (): string => join(mkdtempSync(join(tmpdir(), "workbench-")), "workbook.json");
  const urlOf = async (output: { text: string }): Promise<string> => {
    await expect.poll(() => output.text, { timeout: 20_000 }).toContain("Workbench: http://127.0.0.1:");
    return output.text.replace(/^[\s\S]*Workbench: (\S+)[\s\S]*$/, "$1");
  };

  it("says its address once it answers, ends cleanly on Ctrl+C and comes back at the same address", async () => {
    const environment = { WORKBENCH_FILE: newFile() };
    const first = start(environment);
    const url = await urlOf(first.output);
    expect((await fetch(url)).status).toBe(200);
    first.child.kill("SIGINT");
    const [code] = await once(first.child, "exit");
    expect(code).toBe(0);
    expect(await urlOf(start(environment).output)).toBe(url);
  });

  it("says what is wrong when the given port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { child, output } = start({ WORKBENCH_FILE: newFile(), PORT: String(port) });
    const [code] = await once(child, "exit");
    other.close();
    expect(code).toBe(1);
    expect(output.text).toContain(`Port ${port} is in use.`);
  });

  it("says so when the add-on has not been built", async () => {
    const { child, output } = start({ WORKBENCH_FILE: newFile(), WORKBENCH_DIST: tmpdir() });
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
    expect(output.text).toContain("Run npm run build first.");
  });
});
