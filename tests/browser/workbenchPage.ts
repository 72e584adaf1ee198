/** The workbench as a user meets it: keyboard, menus, what stands in a cell. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";

const SCREENSHOTS = join(dirname(fileURLToPath(import.meta.url)), "../../out/screenshots");

export class WorkbenchPage {
  /** Every address the page asked for. */
  readonly requests: string[] = [];
  /** Errors on the console, and exceptions nobody caught. */
  readonly errors: string[] = [];

  private constructor(readonly page: Page) {
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  static async open(context: BrowserContext, url: string): Promise<WorkbenchPage> {
    const opened = new WorkbenchPage(await context.newPage());
    await opened.page.goto(url);
    await opened.ready();
    return opened;
  }

  /** Hosts that the page talked to, data: and the like left out. */
  hosts(): string[] {
    const remote = this.requests.map((url) => new URL(url)).filter((url) => url.host !== "");
    return [...new Set(remote.map((url) => url.hostname))];
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.workbench !== undefined, undefined, { timeout: 60_000 });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Waits for the page that follows when another document takes this one's place. */
  async restarted(act: () => Promise<void>): Promise<void> {
    const loaded = this.page.waitForEvent("load");
    await act();
    await loaded;
    await this.ready();
  }

  /** Milliseconds from the request of the page until it could be used. */
  readyAfterMs(): Promise<number> {
    return this.page.evaluate(() => window.workbench?.readyAfterMs ?? Number.NaN);
  }

  /** Selects a cell of the sheet in view and gives it the keyboard. */
  async select(cell: string): Promise<void> {
    await this.page.evaluate((xc) => {
      const { col, row } = o_spreadsheet.helpers.toCartesian(xc);
      window.workbench?.model.selection.selectCell(col, row);
    }, cell);
    await this.page.locator(".o-grid").evaluate((grid) => {
      // The engine's own reaction to a click beside the cells: the keyboard goes to the sheet.
      grid.closest<HTMLElement>(".o-grid-container")?.click();
    });
  }

  /** Types through the real keyboard, so that autocompletion and the composer take part. */
  async type(cell: string, text: string): Promise<void> {
    await this.select(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** The engine is ready for Tab some milliseconds after it shows its proposals: at a person's pace, not at once. */
  async settle(): Promise<void> {
    await this.page.waitForTimeout(150);
  }

  /** What the cell shows. */
  shown(cell: string, sheetName?: string): Promise<string> {
    return this.read(cell, sheetName, "formattedValue");
  }

  /** The message behind an error cell. */
  message(cell: string, sheetName?: string): Promise<string> {
    return this.read(cell, sheetName, "message");
  }

  private read(
    cell: string,
    sheetName: string | undefined,
    part: "formattedValue" | "message",
  ): Promise<string> {
    return this.page.evaluate(
      ([xc, name, wanted]) => {
        const getters = window.workbench?.model.getters;
        if (getters === undefined) throw new Error("The workbench is not ready.");
        const sheetId = name === undefined ? getters.getActiveSheetId() : getters.getSheetIdByName(name);
        if (sheetId === undefined) throw new Error(`There is no sheet ${name}.`);
        const { col, row } = o_spreadsheet.helpers.toCartesian(xc);
        const evaluated = getters.getEvaluatedCell({ sheetId, col, row }) as unknown as Record<
          string,
          unknown
        >;
        return String(evaluated[wanted] ?? "");
      },
      [cell, sheetName, part] as const,
    );
  }

  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => {
      const getters = window.workbench?.model.getters;
      return getters === undefined ? [] : getters.getSheetIds().map((id) => getters.getSheetName(id));
    });
  }

  activeSheet(): Promise<string> {
    return this.page.evaluate(() => {
      const getters = window.workbench?.model.getters;
      return getters === undefined ? "" : getters.getSheetName(getters.getActiveSheetId());
    });
  }

  /** Clicks through the menu bar: menu("RevOps Engine", "Maturity score"). */
  async menu(root: string, ...path: string[]): Promise<void> {
    await this.page.locator(".o-topbar-menu", { hasText: exactly(root) }).click();
    for (const [depth, caption] of path.entries()) {
      const entry = this.page.locator(".o-menu-item", { hasText: exactly(caption) }).last();
      if (depth < path.length - 1) await entry.hover();
      else await entry.click();
    }
  }

  /** Waits until a menu's action has ended. */
  async idle(): Promise<void> {
    await this.page.locator("#working").waitFor({ state: "hidden", timeout: 120_000 });
  }

  /** The add-on's html in the sidebar or in the dialog on top. */
  sidebar(): FrameLocator {
    return this.page.frameLocator("#sidebar iframe");
  }

  dialog(): FrameLocator {
    return this.page.frameLocator("dialog[open] iframe");
  }

  saveState(): Promise<string | null> {
    return this.page.locator("#save-state").getAttribute("data-state");
  }

  /** Waits until the server has everything. */
  async saved(): Promise<void> {
    await this.page.locator('#save-state[data-state="saved"]').waitFor({ timeout: 30_000 });
  }

  async screenshot(name: string): Promise<string> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}
