/** The sheet in view stands in the page's address, as Google Sheets has it, so that a reload comes back to it. */
import type { Model } from "./engine.js";

const MARK = "#gid=";

export function keepSheetInAddress(model: Model): void {
  const wanted = location.hash.startsWith(MARK)
    ? decodeURIComponent(location.hash.slice(MARK.length))
    : undefined;
  const current = model.getters.getActiveSheetId();
  if (wanted !== undefined && wanted !== current && model.getters.getVisibleSheetIds().includes(wanted)) {
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: current, sheetIdTo: wanted });
  }
  let shown = "";
  const show = (): void => {
    const active = model.getters.getActiveSheetId();
    if (active === shown) return;
    shown = active;
    history.replaceState(null, "", MARK + encodeURIComponent(active));
  };
  model.on("update", show, show);
  show();
}
