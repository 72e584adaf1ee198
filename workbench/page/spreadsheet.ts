/** Mounts the engine's own spreadsheet component: grid, formula bar, sheet tabs, menus. */
import { byId } from "./elements.js";
import { engine, type Model } from "./engine.js";
import { showMessage } from "./messageDialog.js";
import { showToast } from "./toasts.js";

const PHONE_PX = 640;

export interface MountedSpreadsheet {
  /** Puts the keyboard back on the sheet. */
  focus(): void;
}

export async function mountSpreadsheet(model: Model, templates: string): Promise<MountedSpreadsheet> {
  const place = byId("spreadsheet");
  const app = new owl.App(engine.Spreadsheet as never, {
    templates,
    name: "workbench",
    env: {
      // The engine's layout for phones has no menu bar, and it would begin as soon as a sidebar narrows the sheet.
      get isSmall() {
        return window.innerWidth < PHONE_PX;
      },
    },
    props: {
      model,
      notifyUser: ({ text, sticky }: { text: string; sticky: boolean }) =>
        showToast(text, "", sticky ? -1 : 5),
      raiseError: (text: string, then?: () => void) => {
        void showMessage({ title: "This cannot be done", text }).then(then);
      },
      askConfirmation: (text: string, confirm: () => void, cancel?: () => void) => {
        void showMessage({ title: "Please confirm", text, cancel: "Cancel" }).then((yes) =>
          yes ? confirm() : cancel?.(),
        );
      },
    },
  });
  place.replaceChildren();
  const component = (await app.mount(place)) as unknown as { focusGrid(): void };
  return { focus: () => component.focusGrid() };
}
