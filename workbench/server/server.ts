/** The workbench's server: the page, the built add-on and the user's document, on 127.0.0.1 and nowhere else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BodyTooLarge, readBody } from "./body.js";
import { readBundle } from "./bundle.js";
import { DocumentFile, isDocument, removeUnfinished } from "./documentFile.js";
import { refusal } from "./guard.js";
import { type PageFile, pageFiles } from "./pageFiles.js";
import { SECURITY_HEADERS } from "./securityHeaders.js";

export interface WorkbenchOptions {
  /** The folder of the built add-on: Code.js and its html files. */
  readonly dist: string;
  /** Where the user's document is kept. */
  readonly documentFile: string;
  /** Tried in turn; 0 is any free port. */
  readonly ports: readonly number[];
}

export interface RunningWorkbench {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export async function startWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
  const files = await pageFiles();
  const document = new DocumentFile(options.documentFile);
  await removeUnfinished(options.documentFile);
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    answer(request, response, { port, files, document, dist: options.dist }).catch((error: unknown) => {
      fail(response, error instanceof BodyTooLarge ? 413 : 500, sentence(error));
    });
  });
  const port = await listen(server, options.ports);
  return { url: `http://127.0.0.1:${port}/`, port, close: () => close(server) };
}

interface Place {
  readonly port: number;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly document: DocumentFile;
  readonly dist: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, place: Place): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const refused = refusal(request, place.port);
  if (refused !== undefined) return fail(response, 403, refused);
  const address = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const call = `${request.method} ${address}`;
  if (call === "GET /api/document") return sendDocument(response, place.document);
  if (call === "GET /api/revision")
    return sendJson(response, 200, { revision: await place.document.revision() });
  if (call === "PUT /api/document") return saveDocument(request, response, place.document);
  if (call === "GET /api/bundle") return sendBundle(response, place.dist);
  const file = request.method === "GET" ? place.files.get(address) : undefined;
  if (file === undefined) return fail(response, 404, "There is nothing here.");
  send(response, 200, file.type, await file.read());
}

async function sendDocument(response: ServerResponse, document: DocumentFile): Promise<void> {
  const { json, ...about } = await document.read();
  const head = JSON.stringify(about).slice(0, -1);
  send(response, 200, "application/json", `${head},"document":${json ?? "null"}}`);
}

async function saveDocument(
  request: IncomingMessage,
  response: ServerResponse,
  document: DocumentFile,
): Promise<void> {
  if (request.headers["content-type"] !== "application/json")
    return fail(response, 415, "A document is JSON.");
  const writer = request.headers["x-workbench-tab"];
  if (typeof writer !== "string" || writer === "")
    return fail(response, 400, "The writing tab is not named.");
  const json = await readBody(request);
  if (!isDocument(json)) return fail(response, 400, "This is not a workbook document.");
  const base = request.headers["if-match"] ?? null;
  const replaces = request.headers["x-workbench-replace"] === "1";
  const result = await document.save({ json, base, writer, replaces });
  sendJson(response, result.saved ? 200 : 409, { revision: result.revision });
}

async function sendBundle(response: ServerResponse, dist: string): Promise<void> {
  try {
    sendJson(response, 200, await readBundle(dist));
  } catch (error) {
    fail(response, 503, sentence(error));
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, "application/json", JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
}

function fail(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.end();
  // A refused upload is not read to its end; the connection cannot be used again.
  if (status === 413) response.setHeader("Connection", "close");
  sendJson(response, status, { message });
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function listen(server: Server, ports: readonly number[]): Promise<number> {
  let last: unknown = new Error("No port was given.");
  for (const port of ports) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    // Saves under way may end; idle connections of open tabs would hold the server up for ever.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
}
