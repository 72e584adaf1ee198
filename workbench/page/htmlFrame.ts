/** A frame with html of the add-on's own: sealed off from the page, it can only send messages. */
import type { HtmlWindow } from "../host.js";
import { type AnswerMessage, type FrameMessage, installScriptRun } from "./scriptRunClient.js";

/** The bundle's functions as its html reaches them. */
export interface ScriptEndpoints {
  names(): readonly string[];
  /** Plain data in, plain data out. */
  call(name: string, args: readonly unknown[]): unknown;
}

export interface FrameEvents {
  close(): void;
  /** Escape was pressed inside the frame, where the page does not hear it. */
  escape(): void;
  focusEditor(): void;
  resize(axis: "width" | "height", pixels: number): void;
}

export interface HtmlFrame {
  readonly element: HTMLIFrameElement;
  dispose(): void;
}

/** Own links open in a tab of their own; the frame can neither navigate the page nor read from it. */
const SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox";

/** The page's policy applies in the frame too; beyond it the add-on's html fetches nothing at all. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'; frame-src 'none'">`;

export function createHtmlFrame(
  window_: HtmlWindow,
  endpoints: ScriptEndpoints,
  events: FrameEvents,
): HtmlFrame {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", SANDBOX);
  element.title = window_.title;
  element.className = "html-frame";
  // Before the html is there, focus given to the frame is lost again, and with it the Escape key.
  element.addEventListener("load", () => element.contentWindow?.focus(), { once: true });
  element.srcdoc = withScriptRun(window_.html, endpoints.names());
  const onMessage = (event: MessageEvent<FrameMessage | undefined>): void => {
    if (event.source !== element.contentWindow || event.source === null) return;
    const message = event.data;
    switch (message?.workbench) {
      case "call":
        void answer(message.id, message.name, message.args);
        break;
      case "close":
        events.close();
        break;
      case "escape":
        events.escape();
        break;
      case "focus-editor":
        events.focusEditor();
        break;
      case "width":
      case "height":
        if (Number.isFinite(message.pixels)) events.resize(message.workbench, message.pixels);
        break;
    }
  };

  /** Each call is a task of its own, so that the frame can paint "Saving…" before the bundle runs. */
  const answer = async (id: number, name: string, args: readonly unknown[]): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    let reply: AnswerMessage;
    try {
      if (!endpoints.names().includes(name)) throw new Error(`Script function not found: ${name}`);
      reply = { workbench: "answer", id, ok: true, value: endpoints.call(name, args) };
    } catch (error) {
      reply = { workbench: "answer", id, ok: false, message: messageOf(error) };
    }
    // The frame's origin is opaque and has no name to address.
    element.contentWindow?.postMessage(reply, "*");
  };

  window.addEventListener("message", onMessage);
  return { element, dispose: () => window.removeEventListener("message", onMessage) };
}

function withScriptRun(html: string, functionNames: readonly string[]): string {
  const settings = JSON.stringify({ origin: location.origin, functionNames }).replaceAll("<", "\\u003c");
  const start = `${POLICY}<script>(${installScriptRun.toString()})(${settings});</script>`;
  const head = /<head(\s[^>]*)?>/i.exec(html);
  if (head === null) return start + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + start + html.slice(at);
}

/** Errors come from the bundle's own scope, where `instanceof Error` of the page does not hold. */
export function messageOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}
