import { make } from "../elements.js";
import type { FunctionPage } from "./functionPage.js";

/** The functions found: in families while nothing is asked, best first otherwise. Arrow keys walk through them. */

interface Group {
  readonly family: string;
  readonly question: string;
}

export function listFunctions(
  found: readonly FunctionPage[],
  groups: readonly Group[],
  open: (page: FunctionPage) => void,
): HTMLElement {
  const place = make("div");
  if (groups.length === 0) place.append(listOf(found, open));
  for (const { family, question } of groups) {
    const members = found.filter((page) => page.family === family);
    if (members.length === 0) continue;
    const id = `family-${family.replace(/\W+/g, "-")}`;
    place.append(
      make(
        "section",
        { "aria-labelledby": id },
        make("h2", { id }, capitalised(family)),
        make("p", { class: "quiet" }, question),
        listOf(members, open),
      ),
    );
  }
  place.addEventListener("keydown", (event) => {
    const buttons = [...place.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const next = to === undefined ? undefined : buttons[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  return place;
}

function listOf(pages: readonly FunctionPage[], open: (page: FunctionPage) => void): HTMLElement {
  const entries = pages.map((page) => {
    const entry = make(
      "button",
      { type: "button", class: "result", "data-name": page.name },
      make("b", {}, page.name),
      make("span", {}, firstSentence(page.summary)),
    );
    entry.addEventListener("click", () => open(page));
    return make("li", {}, entry);
  });
  return make("ul", { class: "results" }, ...entries);
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
