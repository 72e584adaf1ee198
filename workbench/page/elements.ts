/** A short way to write an element with its class, text, attributes and children. */
export interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
  readonly onClick?: () => void;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: Parts = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (parts.class !== undefined) element.className = parts.class;
  if (parts.text !== undefined) element.textContent = parts.text;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) element.setAttribute(name, value);
  if (parts.children !== undefined) element.append(...parts.children);
  if (parts.onClick !== undefined) element.addEventListener("click", parts.onClick);
  if (tag === "button") element.setAttribute("type", "button");
  return element;
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

export function closeButton(label: string, onClick: () => void): HTMLButtonElement {
  return make("button", {
    class: "wb-close",
    text: "×",
    attributes: { "aria-label": label, title: label },
    onClick,
  });
}
