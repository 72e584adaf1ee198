import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningWorkbench, startWorkbench } from "../../workbench/server/server.js";
import { writeFixture } from "../browser/fixture.js";

/** The workbench server against whoever else is on the machine or on the web; raw sockets send what no client would. */

describe("the workbench server", () => {
  let server: RunningWorkbench;
  let folder: string;
  const SECRET = "nobody else's business";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "hostile-"));
    const dist = writeFixture();
    writeFileSync(join(folder, "secret.txt"), SECRET);
    symlinkSync(join(folder, "secret.txt"), join(dist, "secret.txt"));
    mkdirSync(join(folder, "deep"));
    server = await startWorkbench({ dist, documentFile: join(folder, "deep", "workbook.json"), ports: [0] });
  });
  afterAll(() => server.close());

  /** Sends exactly these bytes and gives all that comes back until the connection ends or is silent. */
  const raw = (request: string, silence = 500, host = "127.0.0.1"): Promise<string> =>
    new Promise((resolve, reject) => {
      let text = "";
      const socket = connect({ host, port: server.port }, () => socket.write(request));
      socket.setEncoding("utf8");
      socket.setTimeout(silence, () => socket.destroy());
      socket.on("data", (part: string) => {
        text += part;
      });
      socket.on("error", reject);
      socket.on("close", () => resolve(text));
    });
  const ask = (target: string, more = "", method = "GET"): Promise<string> =>
    raw(`${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n${more}\r\n`);
  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

  it("listens on this machine's own address only", async () => {
    const others = Object.values(networkInterfaces()).flatMap((each) =>
      (each ?? [])
        .filter(({ internal, family }) => !internal && family === "IPv4")
        .map(({ address }) => address),
    );
    for (const host of [...others, "127.0.0.2"])
      await expect(raw("GET / HTTP/1.0\r\n\r\n", 500, host)).rejects.toThrow();
  });

  it.each([
    "/../secret.txt",
    "/../../../../../../../../etc/passwd",
    "/lib/../../package.json",
    "/lib/%2e%2e/%2e%2e/package.json",
    "/%2e%2e%2f%2e%2e%2fetc/passwd",
    "/..%5c..%5cpackage.json",
    "/....//....//etc/passwd",
    "/%00/etc/passwd",
    "/secret.txt",
    "/dist/secret.txt",
    "/api/bundle/../../secret.txt",
    "//etc/passwd",
    "/lib",
    "/lib/",
    "/lib/fonts/",
    "/page.js/",
    "/.workbench/workbook.json",
    "/api",
    "*",
    "/__proto__",
    "/constructor",
    `/${"a/".repeat(4000)}`,
  ])("finds nothing under %s, and lists no folder", async (target) => {
    const answer = await ask(target);
    expect([400, 404, 414, 431]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/root:|nobody else|"name": "revops-engine"|<html/);
  });

  it("answers an address in full only as one of its own", async () => {
    expect(statusOf(await ask(`http://127.0.0.1:${server.port}/../package.json`))).toBe(404);
    expect(statusOf(await ask("http://attacker.example/api/document"))).toBe(404);
  });

  it("does not hand out what a link in its folder points to", async () => {
    expect(await ask("/api/bundle")).not.toContain(SECRET);
  });

  it.each([
    "Host: attacker.example",
    "Host: 127.0.0.1.attacker.example",
    "Host: 127.0.0.1:1",
    "Host: 127.0.0.1",
    "Host: [::1]",
    "Host:",
    "X: y",
  ])("refuses a request that says %s", async (line) => {
    const answer = await raw(`GET /api/document HTTP/1.1\r\n${line}\r\nConnection: close\r\n\r\n`);
    expect([400, 403]).toContain(statusOf(answer));
    expect(answer).not.toContain("revision");
  });

  it.each([
    "http://attacker.example",
    "null",
    "http://127.0.0.1",
    "https://127.0.0.1:PORT",
    "http://127.0.0.1:PORT.attacker.example",
    "file://",
  ])("refuses a save that comes from %s", async (origin) => {
    const body = '{"workbook":{}}';
    const answer = await ask(
      "/api/document",
      `Origin: ${origin.replace("PORT", String(server.port))}\r\nContent-Type: application/json\r\nX-Workbench-Tab: one\r\nContent-Length: ${body.length}\r\n`,
      "PUT",
    );
    expect(statusOf(answer)).toBe(403);
    expect(existsSync(join(folder, "deep", "workbook.json"))).toBe(false);
  });

  it.each(["POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "PROPFIND"])(
    "does nothing for %s",
    async (method) => {
      for (const target of ["/api/document", "/", "/api/bundle"]) {
        expect([400, 404, 405, 501]).toContain(statusOf(await ask(target, "Content-Length: 0\r\n", method)));
      }
      expect(existsSync(join(folder, "deep", "workbook.json"))).toBe(false);
    },
  );

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/json",
    "",
  ])("takes no document as %s, which a form of another site could send", async (type) => {
    const body = '{"workbook":{}}';
    const answer = await raw(
      `PUT /api/document HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n${type && `Content-Type: ${type}\r\n`}X-Workbench-Tab: one\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(statusOf(answer)).toBe(415);
  });

  it("sends its page's policy and no leave for other sites with every answer, refusals too", async () => {
    for (const answer of [
      await ask("/"),
      await ask("/nothing"),
      await raw("GET / HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n"),
    ]) {
      expect(answer).toMatch(/Content-Security-Policy: default-src 'none'/);
      expect(answer).toMatch(/X-Content-Type-Options: nosniff/);
      expect(answer).toMatch(/Referrer-Policy: no-referrer/);
      expect(answer).toMatch(/Cross-Origin-Resource-Policy: same-origin/);
      expect(answer).not.toMatch(/Access-Control-Allow/i);
    }
  });

  it("reads no more than 200 MB of a body that does not say how long it is", async () => {
    const piece = Buffer.alloc(4 * 1024 * 1024, " ");
    let sent = 0;
    const status = await new Promise<number | undefined>((resolve) => {
      const upload = request(
        {
          ...{ host: "127.0.0.1", port: server.port, path: "/api/document", method: "PUT" },
          headers: { "Content-Type": "application/json", "X-Workbench-Tab": "one" },
        },
        (response) => resolve(response.statusCode),
      );
      // The connection may be cut before the answer is read.
      upload.on("error", () => resolve(413));
      const send = (): void => {
        if (sent > 300 * 1024 * 1024) return void upload.end();
        sent += piece.length;
        upload.write(piece, (error) => error ?? send());
      };
      send();
    });
    expect(status).toBe(413);
    // Neither refused at once for another reason, nor read to its end.
    expect(sent).toBeGreaterThanOrEqual(200 * 1024 * 1024);
    expect(sent).toBeLessThan(250 * 1024 * 1024);
    expect(existsSync(join(folder, "deep", "workbook.json"))).toBe(false);
  });

  it("goes on answering while somebody sends a body that never ends", async () => {
    const slow = connect({ host: "127.0.0.1", port: server.port }, () =>
      slow.write(
        `PUT /api/document HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nX-Workbench-Tab: one\r\nContent-Length: 1000\r\n\r\n{`,
      ),
    );
    slow.on("error", () => undefined);
    expect(statusOf(await ask("/"))).toBe(200);
    slow.destroy();
  });
});
