/** The add-on's sidebar: one at a time, 300 px wide, beside the sheet. */
import type { HtmlWindow } from "../host.js";
import { byId, closeButton, make } from "./elements.js";
import { createHtmlFrame, type HtmlFrame, type ScriptEndpoints } from "./htmlFrame.js";

export interface Sidebar {
  show(window_: HtmlWindow): void;
  close(): void;
}

export function createSidebar(endpoints: () => ScriptEndpoints, focusEditor: () => void): Sidebar {
  const panel = byId("sidebar");
  let frame: HtmlFrame | undefined;

  const close = (): void => {
    if (frame === undefined) return;
    frame.dispose();
    frame = undefined;
    panel.replaceChildren();
    panel.hidden = true;
    sheetResized();
    focusEditor();
  };

  const show = (window_: HtmlWindow): void => {
    frame?.dispose();
    // A sidebar's width is Google's to say, not the html's.
    frame = createHtmlFrame(window_, endpoints(), {
      close,
      escape: focusEditor,
      focusEditor,
      resize: () => undefined,
    });
    const title = make("h2", { class: "wb-panel-title", text: window_.title });
    panel.replaceChildren(
      make("header", { class: "wb-panel-head", children: [title, closeButton("Close sidebar", close)] }),
      frame.element,
    );
    panel.setAttribute("aria-label", window_.title);
    panel.hidden = false;
    sheetResized();
  };
  return { show, close };
}

/** The engine measures itself anew only when the window's size changes. */
function sheetResized(): void {
  window.dispatchEvent(new Event("resize"));
}
