/** One workbench server with a document of its own, and a browser to visit it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { type RunningWorkbench, startWorkbench } from "../../workbench/server/server.js";
import { launchChromium } from "./chromium.js";
import { WorkbenchPage } from "./workbenchPage.js";

export interface Launched {
  readonly url: string;
  readonly documentFile: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** Opens the workbench in a tab of the same browser window. */
  open(): Promise<WorkbenchPage>;
  stopServer(): Promise<void>;
  /** On the same address and the same document. */
  restartServer(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The folder of the built add-on. */
  readonly dist: string;
  readonly width?: number;
  readonly height?: number;
}

export async function launch({ dist, width = 1400, height = 900 }: LaunchOptions): Promise<Launched> {
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  const documentFile = join(folder, "workbook.json");
  let server: RunningWorkbench | undefined = await startWorkbench({ dist, documentFile, ports: [0] });
  const { port, url } = server;
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width, height } });

  const stopServer = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  return {
    url,
    documentFile,
    browser,
    context,
    open: () => WorkbenchPage.open(context, url),
    stopServer,
    async restartServer() {
      await stopServer();
      server = await startWorkbench({ dist, documentFile, ports: [port] });
    },
    async close() {
      await browser.close();
      await stopServer();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
