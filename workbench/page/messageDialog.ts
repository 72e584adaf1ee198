/** A message the user must read, or a question with a yes and a no. */
import { make } from "./elements.js";

export interface Message {
  readonly title: string;
  readonly text: string;
  /** The button that agrees; "OK" unless told. */
  readonly confirm?: string;
  /** With a second button the dialog is a question. */
  readonly cancel?: string;
}

/** Resolves to whether the user agreed. */
export function showMessage(message: Message): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = make("dialog", { class: "wb-dialog wb-message" });
    const finish = (agreed: boolean) => (): void => dialog.close(agreed ? "yes" : "no");
    const agree = make("button", {
      class: "wb-button wb-primary",
      text: message.confirm ?? "OK",
      onClick: finish(true),
    });
    const buttons = [agree];
    if (message.cancel !== undefined) {
      buttons.unshift(make("button", { class: "wb-button", text: message.cancel, onClick: finish(false) }));
    }
    dialog.append(
      make("h2", { class: "wb-panel-title", text: message.title, attributes: { id: "wb-message-title" } }),
      make("p", { text: message.text }),
      make("footer", { class: "wb-buttons", children: buttons }),
    );
    dialog.setAttribute("aria-labelledby", "wb-message-title");
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
    agree.focus();
  });
}
