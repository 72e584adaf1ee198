/** The add-on's modal dialog: centred over a scrim; the browser's own dialog element keeps the focus inside. */
import type { HtmlWindow } from "../host.js";
import { closeButton, make } from "./elements.js";
import { createHtmlFrame, type ScriptEndpoints } from "./htmlFrame.js";

export interface ModalDialog {
  show(window_: HtmlWindow): void;
}

export function createModalDialog(endpoints: () => ScriptEndpoints, focusEditor: () => void): ModalDialog {
  let closeShown: (() => void) | undefined;

  const show = (window_: HtmlWindow): void => {
    // As in Google Sheets, a second dialog takes the first one's place.
    closeShown?.();
    const dialog = make("dialog", { class: "wb-dialog" });
    const close = (): void => dialog.close();
    const frame = createHtmlFrame(window_, endpoints(), {
      close,
      escape: close,
      focusEditor: close,
      resize: (axis, pixels) => {
        frame.element.style[axis] = `${pixels}px`;
      },
    });
    frame.element.style.width = `${window_.width}px`;
    frame.element.style.height = `${window_.height}px`;
    const title = make("h2", {
      class: "wb-panel-title",
      text: window_.title,
      attributes: { id: "wb-dialog-title" },
    });
    dialog.setAttribute("aria-labelledby", "wb-dialog-title");
    dialog.append(
      make("header", { class: "wb-panel-head", children: [title, closeButton("Close dialog", close)] }),
      frame.element,
    );
    dialog.addEventListener("close", () => {
      frame.dispose();
      dialog.remove();
      if (closeShown === close) closeShown = undefined;
      focusEditor();
    });
    document.body.append(dialog);
    dialog.showModal();
    closeShown = close;
  };
  return { show };
}
