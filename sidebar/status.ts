import { button, make } from "./elements.js";

/** One line that says how a call stands: under way, done, or failed with its reason and a way to try again. */
export interface Status {
  working(text: string): void;
  done(text: string): void;
  /** Without `retry` the reason stands alone: trying again would change nothing. */
  failed(reason: string, retry?: () => void): void;
  clear(): void;
}

const SLOW_AFTER_MS = 8000;

/** `place` must be in the page from the start: screen readers announce changes of a live region, not its arrival. */
export function createStatus(place: HTMLElement, quiet = false): Status {
  // What happens again and again, such as keeping a draft, is not for reading out; a failure always is.
  if (!quiet) place.setAttribute("role", "status");
  place.classList.add("status");
  let slow: ReturnType<typeof setTimeout> | undefined;

  function show(state: string, ...content: readonly (Node | string)[]): void {
    clearTimeout(slow);
    place.dataset.state = state;
    place.replaceChildren(...content);
  }
  return {
    working(text) {
      const words = make("span", {}, text);
      show("working", make("span", { class: "spinner", "aria-hidden": "true" }), words);
      slow = setTimeout(() => words.append(" Google Sheets is slow to answer; it goes on."), SLOW_AFTER_MS);
    },
    done: (text) => show("done", text),
    failed(reason, retry) {
      show(
        "failed",
        make("span", { role: "alert" }, reason),
        ...(retry ? [button("Try again", "link", retry)] : []),
      );
    },
    clear: () => show("idle"),
  };
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
