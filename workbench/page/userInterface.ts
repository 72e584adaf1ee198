/** The services' user interface on this page. */
import type { AlertAnswer, AlertButtons, HtmlWindow, Menu, UserInterface } from "../host.js";
import { showToast } from "./toasts.js";

export interface Surfaces {
  showMenu(menu: Menu): void;
  showSidebar(window_: HtmlWindow): void;
  showModalDialog(window_: HtmlWindow): void;
}

export function createUserInterface(surfaces: Surfaces): UserInterface {
  return {
    showMenu: surfaces.showMenu,
    showSidebar: surfaces.showSidebar,
    showModalDialog: surfaces.showModalDialog,
    toast: showToast,
    alert: askAndWait,
  };
}

/** The script waits for the answer, so only the browser's own blocking boxes will do; they know just OK and Cancel. */
function askAndWait(title: string, message: string, buttons: AlertButtons): AlertAnswer {
  const text = [title, message].filter((part) => part !== "").join("\n\n");
  switch (buttons) {
    case "OK":
      window.alert(text);
      return "OK";
    case "OK_CANCEL":
      return window.confirm(text) ? "OK" : "CANCEL";
    case "YES_NO":
      return window.confirm(`${text}\n\nOK means Yes, Cancel means No.`) ? "YES" : "NO";
    case "YES_NO_CANCEL":
      if (window.confirm(`${text}\n\nOK means Yes. For No, choose Cancel.`)) return "YES";
      return window.confirm(`${text}\n\nOK means No, Cancel leaves everything as it is.`) ? "NO" : "CANCEL";
  }
}
