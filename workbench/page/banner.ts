/** A line across the page about the document itself, with what the user can do about it. */
import { byId, make } from "./elements.js";

export interface BannerAction {
  readonly caption: string;
  run(): void;
}

export function showBanner(text: string, actions: readonly BannerAction[]): void {
  const banner = byId("banner");
  const buttons = actions.map(({ caption, run }) =>
    make("button", { class: "wb-button", text: caption, onClick: () => run() }),
  );
  banner.replaceChildren(make("span", { text }), ...buttons);
  banner.hidden = false;
  window.dispatchEvent(new Event("resize"));
}

export function hideBanner(): void {
  byId("banner").hidden = true;
  window.dispatchEvent(new Event("resize"));
}
