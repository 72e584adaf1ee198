/** One window of the add-on without a spreadsheet: the test answers its calls, late, out of order or not at all. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { buildPages } from "../../build/pages.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

interface Pending {
  readonly name: string;
  readonly args: readonly unknown[];
  settled: boolean;
  succeed(value: unknown): void;
  fail(message: string): void;
}

declare global {
  interface Window {
    pendingCalls: Pending[];
  }
}

/** Runs in the page before its own script, so it may use nothing from outside itself. */
function installStub(): void {
  window.pendingCalls = [];
  const runnerOf = (succeed: (value: unknown) => void, fail: (error: { message: string }) => void): unknown =>
    new Proxy(
      {},
      {
        get(_, name: string) {
          if (name === "withSuccessHandler") return (handler: typeof succeed) => runnerOf(handler, fail);
          if (name === "withFailureHandler") return (handler: typeof fail) => runnerOf(succeed, handler);
          return (...args: unknown[]) => {
            window.pendingCalls.push({
              name,
              args,
              settled: false,
              succeed,
              fail: (message) => fail({ message }),
            });
          };
        },
      },
    );
  const run = runnerOf(
    () => undefined,
    () => undefined,
  );
  Object.assign(window, { google: { script: { run, host: { close: () => undefined } } } });
}

export class WindowAlone {
  private constructor(readonly page: Page) {}

  static async open(
    browser: Browser,
    name: "maturity" | "rubric" | "import" | "finder" | "funnel" | "definitions" | "hygiene",
    { width = 300, height = 900, dark = false } = {},
  ): Promise<WindowAlone> {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
    });
    await context.addInitScript(installStub);
    const page = await context.newPage();
    const pages = await buildPages(join(root, "sidebar"));
    await page.setContent(pages.get(`${name}.html`) ?? "");
    return new WindowAlone(page);
  }

  /** Arguments of all calls of that name so far. */
  calls(name: string): Promise<(readonly unknown[])[]> {
    return this.page.evaluate(
      (wanted) => window.pendingCalls.filter((call) => call.name === wanted).map(({ args }) => args),
      name,
    );
  }

  /** Waits for the oldest call of that name that has no answer yet, and answers it. */
  answer(name: string, value: unknown): Promise<void> {
    return this.settle(name, { value });
  }

  /** Answers every call of a name until the first of another: how many drafts typing makes depends on its pace. */
  async answerUntil(name: string, value: unknown, next: string): Promise<void> {
    await this.page.waitForFunction(
      ([wanted, until, result]) => {
        for (const call of window.pendingCalls) {
          if (call.name !== wanted || call.settled) continue;
          call.settled = true;
          call.succeed(result);
        }
        return window.pendingCalls.some((call) => call.name === until && !call.settled);
      },
      [name, next, value] as const,
    );
  }

  fail(name: string, message: string): Promise<void> {
    return this.settle(name, { message });
  }

  private async settle(
    name: string,
    outcome: { readonly value: unknown } | { readonly message: string },
  ): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => window.pendingCalls.some((call) => call.name === wanted && !call.settled),
      name,
    );
    await this.page.evaluate(
      ([wanted, how]) => {
        const call = window.pendingCalls.find((each) => each.name === wanted && !each.settled);
        if (!call) return;
        call.settled = true;
        if ("message" in how) call.fail(how.message);
        else call.succeed(how.value);
      },
      [name, outcome] as const,
    );
  }

  async screenshot(name: string, fullPage = true): Promise<void> {
    const folder = join(root, "out/screenshots");
    mkdirSync(folder, { recursive: true });
    // A sticky header would otherwise stand in the middle of the picture.
    await this.page.evaluate(() => scrollTo(0, 0));
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
