import { call, type MENU_FUNCTIONS } from "../client.js";
import { button, make } from "../elements.js";
import { createStatus, reasonOf } from "../status.js";

/** A button that draws the result tab for leadership, and says how that stands. */
export function createResultTab(draw: (typeof MENU_FUNCTIONS)[number], title: string): HTMLElement {
  const place = make("div", { class: "result-status" });
  const status = createStatus(place);
  let drawing = false;

  async function run(): Promise<void> {
    if (drawing) return;
    drawing = true;
    status.working(`Drawing ${title}…`);
    try {
      await call(draw);
      status.done(`${title} is drawn.`);
    } catch (error) {
      status.failed(`Not drawn: ${reasonOf(error)}`, () => void run());
    }
    drawing = false;
  }
  const start = button("Show the result tab", "plain", () => void run());
  start.classList.add("wide");
  return make("div", { class: "result-tab" }, start, place);
}
