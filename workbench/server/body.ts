/** Reads a request's body, up to a limit: a runaway client must not fill the memory. */
import type { IncomingMessage } from "node:http";

const BODY_LIMIT = 200 * 1024 * 1024;

export class BodyTooLarge extends Error {
  constructor() {
    super(`The workbook is larger than ${BODY_LIMIT / 1024 / 1024} MB.`);
  }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > BODY_LIMIT) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
