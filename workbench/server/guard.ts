/**
 * Who may talk to the server: only its own page. A page elsewhere on the web can send requests to 127.0.0.1 or point a
 * name of its own there (DNS rebinding); the Host, Origin and Sec-Fetch-Site headers give it away.
 */
import type { IncomingMessage } from "node:http";

/** Why a request is refused, or undefined when it may pass. */
export function refusal(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? ""))
    return "This server answers only to 127.0.0.1 and localhost.";
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return "This server answers only its own page.";
  }
  const site = request.headers["sec-fetch-site"];
  const fromElsewhere = site !== undefined && site !== "same-origin" && site !== "none";
  // Following a link to the page is harmless; anything else from another site is not.
  const openingThePage = request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate";
  if (fromElsewhere && !openingThePage) return "This server answers only its own page.";
  return undefined;
}
