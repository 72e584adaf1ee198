import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

/** Every report tab as it stands in the page, drawn in one go on the sample data. */
describe("the report tabs on the sample data", () => {
  let bench: Launched;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    bench = await launch({ dist: "dist" });
    workbench = await bench.open();
    await workbench.idle();
    await workbench.menu("RevOps Engine", "Template tabs", "All of them");
    await workbench.idle();
  });
  afterAll(() => bench?.close());

  it("show every text whole: none is cut off by its cell or by its neighbour", async () => {
    const { texts, cut } = await workbench.page.evaluate(textsOnReportTabs);
    expect(texts.length).toBeGreaterThan(1000);
    expect(cut).toEqual([]);
  });

  it("show a deal with all that can be wrong with one, and every question about a deal, whole", async () => {
    await workbench.menu("RevOps Engine", "Import CRM export…");
    const dialog = workbench.dialog();
    await dialog
      .locator("#file")
      .setInputFiles({ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(graveDeals()) });
    await dialog.getByRole("button", { name: "Import 5 new deals" }).click();
    await dialog.getByRole("heading", { name: "Imported" }).waitFor({ timeout: 60_000 });
    await dialog.getByRole("button", { name: "Close" }).click();
    await workbench.page.locator("dialog[open]").waitFor({ state: "detached" });
    await workbench.menu("RevOps Engine", "Template tabs", "Weekly pipeline review");
    await workbench.idle();
    await workbench.screenshot("weekly-review-grave-deals");

    const { texts, cut } = await workbench.page.evaluate(textsOnReportTabs);
    expect(texts).toContain(
      "120 days past expected close; No activity for 300 days; No next step; Only 2 contacts engaged; Close date pushed by 120 days; 300 days in the same stage",
    );
    for (const question of ASKED_OF_GRAVE_DEALS) expect(texts).toContain(question);
    expect(cut).toEqual([]);
  });
});

/** The questions of REVOPS_DEAL_RISK, in the order of the deals below. */
const ASKED_OF_GRAVE_DEALS = [
  "What has to happen before they sign, and on which day?",
  "When did the buyer last do something, and what?",
  "Why did the date move, and why does the new one hold?",
  "What keeps it in this stage, and should it go back or out?",
  "What could still stop it, and how would we know?",
];

/** Larger than every deal of the sample; days are counted from today, as the workbook counts them. */
function graveDeals(): string {
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const sound = {
    close: ago(-9),
    before: "",
    activity: ago(1),
    since: ago(1),
    next: "Send the contract",
    contacts: 5,
  };
  const deal = (name: string, faults: Partial<typeof sound>) => {
    const { close, before, activity, since, next, contacts } = { ...sound, ...faults };
    return [name, name, "Proposal", 900_000_000, close, before, activity, since, next, contacts].join(",");
  };
  return [
    "Deal ID,Deal,Stage,Amount,Expected close,Previous expected close,Last activity,Stage since,Next step,Contacts engaged",
    deal("Everything", {
      close: ago(120),
      before: ago(240),
      activity: ago(300),
      since: ago(300),
      next: "",
      contacts: 2,
    }),
    deal("Idle", { activity: ago(300) }),
    deal("Pushed", { before: ago(40) }),
    deal("Stuck", { since: ago(300) }),
    deal("Sound", {}),
  ].join("\n");
}

/** Runs in the page: measures each shown text against the room it has, in the font the grid draws with. */
function textsOnReportTabs(): { texts: string[]; cut: string[] } {
  const getters = window.workbench?.model.getters;
  const pen = document.createElement("canvas").getContext("2d");
  if (!getters || !pen) throw new Error("The workbench is not ready.");
  const PADDING = 6;
  const reports = getters
    .getNamedRanges()
    .filter(({ name }) => name.startsWith("Tab_"))
    .map(({ range }) => range.sheetId);
  const texts: string[] = [];
  const cut: string[] = [];

  /** How many lines a wrapped text takes in so much room. */
  const linesIn = (text: string, room: number): number => {
    let [lines, filled] = [1, 0];
    for (const word of text.split(/\s+/)) {
      const width = pen.measureText(word).width;
      const wanted = filled === 0 ? width : filled + pen.measureText(" ").width + width;
      if (filled > 0 && wanted > room) lines++;
      filled = filled > 0 && wanted > room ? width : wanted;
    }
    return lines;
  };

  for (const sheetId of reports) {
    const [rows, columns] = [getters.getNumberRows(sheetId), getters.getNumberCols(sheetId)];
    for (let row = 1; row < rows; row++) {
      for (let col = 1; col < columns; col++) {
        const position = { sheetId, col, row };
        const { type, formattedValue: text } = getters.getEvaluatedCell(position);
        const height = getters.getRowSize(sheetId, row);
        const hidden = getters.isRowHidden(sheetId, row) || getters.isColHidden(sheetId, col);
        if (text === "" || hidden) continue;
        texts.push(text);
        const style = getters.getCellComputedStyle(position);
        const size = ((style.fontSize ?? 10) * 4) / 3;
        pen.font = `${style.bold ? "bold " : ""}${size}px Roboto, arial, sans-serif`;
        const last = getters.getMerge(position)?.right ?? col;
        let room = 0;
        for (let at = col; at <= last; at++) room += getters.getColSize(sheetId, at);
        const place = `${getters.getSheetName(sheetId)}, row ${row + 1}, column ${col + 1}: ${text.slice(0, 60)}`;
        if (style.wrapping === "wrap") {
          const tall = linesIn(text, room - PADDING) * size * 1.15;
          if (tall > height + 2) cut.push(`${place} (${Math.round(tall)} high in ${height})`);
          continue;
        }
        // A text at the left flows on over empty cells; a number never does.
        const flows = last === col && type === "text" && (style.align ?? "left") === "left";
        for (let at = col + 1; flows && at < columns; at++) {
          if (getters.getEvaluatedCell({ sheetId, col: at, row }).type !== "empty") break;
          room += getters.getColSize(sheetId, at);
        }
        const { width } = pen.measureText(text);
        if (width + PADDING > room) cut.push(`${place} (${Math.round(width)} wide in ${room})`);
      }
    }
  }
  return { texts, cut };
}
