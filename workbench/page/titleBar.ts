/** The workbook's name, and whether what was typed is safe. */
import type { SaveState } from "./autosave.js";
import { byId } from "./elements.js";

export interface TitleBar {
  name(): string;
  setName(name: string): void;
  showState(state: SaveState): void;
}

const WORDS: Record<SaveState["kind"], string> = {
  saved: "Saved on this computer",
  saving: "Saving…",
  offline: "Not saved: the workbench server does not answer. Trying again",
  behind: "Not saved: changed in another tab",
  refused: "Not saved",
};

export const UNNAMED = "Untitled workbook";

export function createTitleBar(onRename: () => void, focusEditor: () => void): TitleBar {
  const input = byId("workbook-name") as HTMLInputElement;
  const state = byId("save-state");
  let current = UNNAMED;

  const setName = (name: string): void => {
    current = name.trim() || UNNAMED;
    input.value = current;
    document.title = `${current} – RevOps Engine workbench`;
  };
  input.addEventListener("focus", () => input.select());
  input.addEventListener("change", () => {
    if (input.value.trim() === current) return;
    setName(input.value);
    onRename();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") input.value = current;
    if (event.key === "Enter" || event.key === "Escape") focusEditor();
  });
  return {
    name: () => current,
    setName,
    showState(next) {
      state.dataset.state = next.kind;
      state.textContent = next.kind === "refused" ? `${WORDS.refused}: ${next.message}` : WORDS[next.kind];
    },
  };
}
