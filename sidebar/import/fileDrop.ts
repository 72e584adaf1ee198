import { make } from "../elements.js";

/** A field that takes one file by button, by keyboard or by drag and drop. */
export interface FileDrop {
  readonly element: HTMLElement;
  setBusy(busy: boolean): void;
}

export function createFileDrop(onFile: (file: File) => void): FileDrop {
  const input = make("input", {
    type: "file",
    id: "file",
    class: "unseen",
    accept: ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain",
  });
  // A label is the button: it opens the input by click, the input itself by keyboard.
  const element = make(
    "div",
    { class: "drop" },
    input,
    make("label", { class: "button primary", for: "file" }, "Choose a CSV file"),
    make("p", {}, "or drop it here"),
  );
  let busy = false;
  let depth = 0;

  function take(file: File | undefined): void {
    if (file && !busy) onFile(file);
  }
  input.addEventListener("change", () => {
    take(input.files?.[0]);
    // Otherwise choosing the same, mended file again would be no change.
    input.value = "";
  });
  // Entering a child fires before leaving its parent, so the two are counted.
  element.addEventListener("dragenter", () => {
    depth++;
    element.classList.add("over");
  });
  element.addEventListener("dragleave", () => {
    depth--;
    if (depth === 0) element.classList.remove("over");
  });
  element.addEventListener("drop", (event) => {
    depth = 0;
    element.classList.remove("over");
    take(event.dataTransfer?.files[0]);
  });
  // Dropped beside the field, a file would replace the dialog itself.
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());

  return {
    element,
    setBusy(now) {
      busy = now;
      // Disabled, it would lose the focus for good.
      input.setAttribute("aria-disabled", String(now));
      element.classList.toggle("busy", now);
    },
  };
}
