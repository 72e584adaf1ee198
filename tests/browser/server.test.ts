import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningWorkbench, startWorkbench } from "../../workbench/server/server.js";
import { writeFixture } from "./fixture.js";

interface Answer {
  readonly status: number;
  readonly text: string;
}

describe("the workbench server", () => {
  let server: RunningWorkbench;
  let documentFile: string;

  beforeEach(async () => {
    documentFile = join(mkdtempSync(join(tmpdir(), "workbench-")), "deep", "workbook.json");
    server = await startWorkbench({ dist: writeFixture(), documentFile, ports: [0] });
  });
  afterEach(() => server.close());

  /** Node's own client: fetch would neither send a foreign Host nor keep `..` in an address. */
  const ask = (
    path: string,
    headers: Record<string, string> = {},
    method = "GET",
    body = "",
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: "127.0.0.1", port: server.port, path, method, headers, agent: false },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (part: string) => {
            text += part;
          });
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  const save = (
    body: string,
    base: string | null,
    tab = "one",
    more: Record<string, string> = {},
  ): Promise<Answer> => {
    const headers = { "Content-Type": "application/json", "X-Workbench-Tab": tab, ...more };
    return ask("/api/document", base === null ? headers : { ...headers, "If-Match": base }, "PUT", body);
  };
  const revisionIn = (answer: Answer): string => JSON.parse(answer.text).revision;
  const documentWith = (cell: string): string =>
    JSON.stringify({ name: "x", workbook: { cell }, companion: null });

  it("serves its page", async () => {
    expect((await ask("/")).text).toContain("RevOps Engine workbench");
    expect((await ask("/page.js")).status).toBe(200);
    expect((await ask("/lib/fonts/fontawesome-webfont.woff2?v=4.7.0")).status).toBe(200);
  });

  it("refuses a foreign Host header", async () => {
    expect((await ask("/", { Host: "example.com" })).status).toBe(403);
    expect((await ask("/", { Host: `rebound.example:${server.port}` })).status).toBe(403);
    expect((await ask("/", { Host: `localhost:${server.port}` })).status).toBe(200);
  });

  it("refuses another site's page, and the sandboxed frames of its own", async () => {
    expect((await ask("/api/document", { Origin: "https://example.com" })).status).toBe(403);
    expect((await ask("/api/document", { Origin: "null" })).status).toBe(403);
    expect((await ask("/api/document", { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await ask("/api/document", { "Sec-Fetch-Site": "same-site" })).status).toBe(403);
  });

  it("finds nothing outside its folders", async () => {
    for (const path of [
      "/../package.json",
      "/lib/../../package.json",
      "/lib/%2e%2e/package.json",
      "//etc/passwd",
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it("keeps a document and the copy before the last save", async () => {
    const first = await save(documentWith("one"), null);
    const second = await save(documentWith("two"), revisionIn(first));
    expect(second.status).toBe(200);
    expect(JSON.parse((await ask("/api/document")).text).document.workbook).toEqual({ cell: "two" });
    expect(readFileSync(documentFile.replace(".json", ".previous.json"), "utf8")).toContain('"cell":"one"');
  });

  it("refuses a save that is based on an older revision", async () => {
    const first = await save(documentWith("one"), null);
    await save(documentWith("two"), revisionIn(first));
    const late = await save(documentWith("three"), revisionIn(first), "another");
    expect(late.status).toBe(409);
    expect((await ask("/api/document")).text).toContain('"cell":"two"');
  });

  it("takes a save again whose answer got lost", async () => {
    const first = await save(documentWith("one"), null);
    await save(documentWith("two"), revisionIn(first));
    expect((await save(documentWith("two, again"), revisionIn(first))).status).toBe(200);
  });

  it("keeps what another workbook replaces", async () => {
    const first = await save(documentWith("one"), null);
    const second = await save(documentWith("two"), revisionIn(first), "one", { "X-Workbench-Replace": "1" });
    await save(documentWith("three"), revisionIn(second));
    expect(readFileSync(documentFile.replace(".json", ".replaced.json"), "utf8")).toContain('"cell":"one"');
  });

  it("refuses what is no document", async () => {
    expect((await save('{"workbook":', null)).status).toBe(400);
    expect((await save("[]", null)).status).toBe(400);
    expect((await save(documentWith("x"), null, "")).status).toBe(400);
    expect((await save(documentWith("x"), null, "one", { "Content-Type": "text/plain" })).status).toBe(415);
    expect(existsSync(documentFile)).toBe(false);
  });

  it("refuses a document that says it is larger than 200 MB", async () => {
    const answer = await ask(
      "/api/document",
      {
        "Content-Type": "application/json",
        "X-Workbench-Tab": "one",
        "Content-Length": String(200 * 1024 * 1024 + 1),
        Expect: "100-continue",
      },
      "PUT",
    ).catch((error: Error) => ({ status: 0, text: error.message }));
    expect(answer).toMatchObject({ status: 413, text: expect.stringContaining("200 MB") });
  });

  it("sets a damaged file aside under another name", async () => {
    await save(documentWith("one"), null);
    writeFileSync(documentFile, readFileSync(documentFile, "utf8").slice(0, -9));
    const answer = JSON.parse((await ask("/api/document")).text);
    expect(answer).toMatchObject({ revision: null, document: null });
    expect(answer.notice).toContain("could not be read");
    expect(readdirSync(join(documentFile, "..")).some((name) => name.startsWith("workbook.damaged-"))).toBe(
      true,
    );
    expect((await save(documentWith("new"), null)).status).toBe(200);
  });
});
