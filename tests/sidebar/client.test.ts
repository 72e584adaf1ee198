import { afterEach, describe, expect, it, vi } from "vitest";
import { call, MENU_FUNCTIONS } from "../../sidebar/client.js";
import { ENTRY_NAMES } from "../../src/apps-script/entries.js";

interface Handlers {
  succeed(value: unknown): void;
  fail(error: { readonly message?: string }): void;
}

/** google.script.run with one function, which does as it is told. */
function offer(name: string, act: (handlers: Handlers, args: unknown[]) => void): void {
  const handlers: Handlers = { succeed: () => undefined, fail: () => undefined };
  const runner: Record<string, (...args: never[]) => unknown> = {
    withSuccessHandler(handler: Handlers["succeed"]) {
      handlers.succeed = handler;
      return runner;
    },
    withFailureHandler(handler: Handlers["fail"]) {
      handlers.fail = handler;
      return runner;
    },
    [name]: (...args: unknown[]) => act(handlers, args),
  };
  vi.stubGlobal("google", { script: { run: runner, host: { close() {} } } });
}

describe("call", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("passes the arguments on and answers with the result", async () => {
    offer("saveAssessment", ({ succeed }, args) => succeed({ received: args }));
    const wanted = {
      draft: "d1",
      round: "Q1",
      assessor: "",
      scores: [1, 2, 3, 4, 5, 1],
      intake: {},
      evidence: "",
    };
    expect(await call("saveAssessment", "maturity", wanted)).toEqual({ received: ["maturity", wanted] });
  });

  it.each([
    ["Error: The tab is full.", "The tab is full."],
    ["ImportRefusal: The file is empty.", "The file is empty."],
    ["Refusal: scores must be whole numbers.", "scores must be whole numbers."],
    ["Exception: Service timed out.", "Service timed out."],
    ["Somebody else is changing this workbook.", "Somebody else is changing this workbook."],
    ["Note: this stays.", "Note: this stays."],
    ["NetworkError: Connection failure due to HTTP 0", "The connection was lost; check it and try again."],
    ["", "Google Sheets gave no answer; check the connection and try again."],
    [undefined, "Google Sheets gave no answer; check the connection and try again."],
  ])("rejects %j with a sentence to show", async (message, sentence) => {
    offer("readAssessments", ({ fail }) => fail(message === undefined ? {} : { message }));
    await expect(call("readAssessments", "maturity")).rejects.toThrow(new Error(sentence));
  });

  it("says so when the add-on behind the window has no such function any more", async () => {
    offer("somethingElse", () => undefined);
    await expect(call("readAssessments", "maturity")).rejects.toThrow("another version of the add-on");
  });

  it("knows the add-on's names and arguments when it is compiled", () => {
    const compiled = () => {
      // @ts-expect-error There is no such endpoint.
      void call("readMaturity");
      // @ts-expect-error The scores are missing.
      void call("saveAssessment", "maturity", { round: "Q1" });
      // @ts-expect-error There are two kinds of assessment.
      void call("readAssessments", "audit");
    };
    expect(compiled).toBeTypeOf("function");
  });

  it("names only menu functions that the add-on has", () => {
    for (const name of MENU_FUNCTIONS) expect(ENTRY_NAMES).toContain(name);
  });
});
