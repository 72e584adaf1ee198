/** Short notes at the bottom right that go away by themselves. */
import { byId, closeButton, make } from "./elements.js";

/** Google's own default. */
const DEFAULT_SECONDS = 5;
const AT_ONCE = 3;

/** Below zero seconds it stays until dismissed, as in Google Sheets. */
export function showToast(message: string, title = "", seconds = DEFAULT_SECONDS): void {
  const list = byId("toasts");
  const toast = make("div", { class: "wb-toast" });
  const dismiss = (): void => toast.remove();
  const words = make("div", { class: "wb-toast-words" });
  if (title !== "") words.append(make("strong", { text: title }));
  words.append(make("span", { text: message }));
  toast.append(words, closeButton("Dismiss", dismiss));
  while (list.childElementCount >= AT_ONCE) list.firstElementChild?.remove();
  list.append(toast);
  if (seconds >= 0) setTimeout(dismiss, (seconds || DEFAULT_SECONDS) * 1000);
}
