/**
 * google.script.run and google.script.host as the add-on's html finds them. The function's own text is put into the
 * html's frame, so it may use nothing from outside itself.
 */

export interface ClientSettings {
  /** The page around the frame. */
  readonly origin: string;
  readonly functionNames: readonly string[];
}

/** From the frame to the page. */
export type FrameMessage =
  | {
      readonly workbench: "call";
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  | { readonly workbench: "close" | "escape" }
  | { readonly workbench: "focus-editor" }
  | { readonly workbench: "height" | "width"; readonly pixels: number };

/** From the page to the frame. */
export type AnswerMessage =
  | { readonly workbench: "answer"; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly workbench: "answer"; readonly id: number; readonly ok: false; readonly message: string };

export function installScriptRun(settings: ClientSettings): void {
  interface Handlers {
    readonly success?: (value: unknown, userObject: unknown) => void;
    readonly failure?: (error: Error, userObject: unknown) => void;
    readonly userObject?: unknown;
  }
  const CALLS_AT_ONCE = 10;
  const send = (message: FrameMessage): void => window.parent.postMessage(message, settings.origin);
  const running = new Map<number, Handlers>();
  const waiting: (() => void)[] = [];
  let lastId = 0;

  const refuse = (path: string, what: string): never => {
    throw new TypeError(`Failed due to illegal value in property: ${path} (${what})`);
  };
  const checkPlain = (value: unknown, path: string): void => {
    if (typeof value === "function") refuse(path, "a function");
    if (typeof value !== "object" || value === null) return;
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    if (tag !== "Object" && tag !== "Array") refuse(path, `a ${tag}`);
    for (const [name, each] of Object.entries(value)) checkPlain(each, name);
  };

  const start = (name: string, args: readonly unknown[], handlers: Handlers): void => {
    const id = ++lastId;
    running.set(id, handlers);
    send({ workbench: "call", id, name, args });
  };
  const call = (name: string, args: readonly unknown[], handlers: Handlers): void => {
    for (const [at, arg] of args.entries()) checkPlain(arg, String(at));
    if (running.size < CALLS_AT_ONCE) start(name, args, handlers);
    else waiting.push(() => start(name, args, handlers));
  };

  const runner = (handlers: Handlers): Record<string, unknown> => {
    const calls: Record<string, unknown> = {
      withSuccessHandler: (success: Handlers["success"]) =>
        runner({ ...handlers, ...(success && { success }) }),
      withFailureHandler: (failure: Handlers["failure"]) =>
        runner({ ...handlers, ...(failure && { failure }) }),
      withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
    };
    for (const name of settings.functionNames) {
      calls[name] = (...args: unknown[]): void => call(name, args, handlers);
    }
    return calls;
  };

  window.addEventListener("message", (event: MessageEvent<AnswerMessage | undefined>) => {
    if (event.source !== window.parent || event.data?.workbench !== "answer") return;
    const answer = event.data;
    const handlers = running.get(answer.id);
    if (handlers === undefined) return;
    running.delete(answer.id);
    waiting.shift()?.();
    if (answer.ok) {
      handlers.success?.(answer.value, handlers.userObject);
      return;
    }
    const error = new Error(answer.message);
    error.name = "ScriptError";
    if (handlers.failure === undefined) throw error;
    handlers.failure(error, handlers.userObject);
  });

  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) send({ workbench: "escape" });
  });

  // Without a target a link would replace the sidebar itself.
  window.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link === null || link.getAttribute("href")?.startsWith("#")) return;
      link.setAttribute("target", "_blank");
      link.setAttribute("rel", "noopener noreferrer");
    },
    { capture: true },
  );

  const host = {
    close: () => send({ workbench: "close" }),
    setHeight: (pixels: number) => send({ workbench: "height", pixels }),
    setWidth: (pixels: number) => send({ workbench: "width", pixels }),
    editor: { focus: () => send({ workbench: "focus-editor" }) },
  };
  Object.assign(window, { google: { script: { run: runner({}), host } } });
}
