/** "Working…" while the bundle runs. It runs on the page's own thread, so the note must be painted before. */
import { byId } from "./elements.js";

export async function whileWorking<T>(task: () => T | Promise<T>, words = "Working…"): Promise<T> {
  const note = byId("working");
  byId("working-words").textContent = words;
  note.hidden = false;
  document.body.classList.add("wb-busy");
  try {
    await painted();
    return await task();
  } finally {
    note.hidden = true;
    document.body.classList.remove("wb-busy");
  }
}

/** After the second frame the first one is on the screen. A hidden tab paints no frames, so time must do there. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 200);
  });
}
