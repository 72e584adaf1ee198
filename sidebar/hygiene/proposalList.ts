import type { ShownGroup } from "../../src/apps-script/actions/hygiene/checkHygiene.js";
import type { CellChange } from "../../src/workbook/hygiene/change.js";
import type { Proposal } from "../../src/workbook/hygiene/proposal.js";
import { button, make } from "../elements.js";

/** One group of proposals to tick. Nothing is ticked beforehand. */

export interface ProposalList {
  readonly element: HTMLElement;
  /** Changes of what is ticked. */
  chosen(): { readonly changes: readonly CellChange[] }[];
}

interface Item {
  readonly element: HTMLElement;
  readonly canBeTicked: boolean;
  tick(on: boolean): void;
  readonly chosen: () => readonly CellChange[] | undefined;
}

let made = 0;

export function proposalList(group: ShownGroup, changed: () => void): ProposalList {
  const items = group.proposals.map((proposal) => itemOf(proposal, () => update()));
  const title = make("h3", { id: `group-${++made}` }, group.title);
  const { total } = group;
  const count = make(
    "span",
    { class: "quiet" },
    items.length < total
      ? `the first ${items.length} of ${total.toLocaleString("en")}`
      : `${total === 1 ? "1 proposal" : `${total.toLocaleString("en")} proposals`}`,
  );
  const all = button("", "link", () => {
    const on = !everyTicked();
    for (const item of items) item.tick(on);
    update();
  });
  const tickable = items.filter(({ canBeTicked }) => canBeTicked);
  const everyTicked = () => tickable.every((item) => item.chosen());
  const element = make(
    "section",
    { class: "group", "aria-labelledby": title.id },
    make("div", { class: "group-head" }, title, count, ...(tickable.length > 0 ? [all] : [])),
    // It scrolls, so the keyboard must reach it: the boxes within do.
    make("ul", { class: "proposals" }, ...items.map((item) => item.element)),
  );
  function update(): void {
    all.textContent = everyTicked() ? "Tick none" : "Tick all";
    all.setAttribute("aria-label", `${all.textContent}: ${group.title}`);
    changed();
  }
  all.textContent = "Tick all";
  all.setAttribute("aria-label", `Tick all: ${group.title}`);
  return {
    element,
    chosen: () =>
      items.flatMap((item) => {
        const changes = item.chosen();
        return changes ? [{ changes }] : [];
      }),
  };
}

function itemOf(proposal: Proposal, changed: () => void): Item {
  return proposal.choices ? choiceItem(proposal, proposal.choices, changed) : tickItem(proposal, changed);
}

function tickItem({ about, changes, reason }: Proposal, changed: () => void): Item {
  const id = `proposal-${++made}`;
  const box = make("input", { type: "checkbox", id, "aria-describedby": `${id}-why` });
  const [first] = changes;
  const label = make(
    "label",
    { for: id },
    make(
      "span",
      { class: "about" },
      about,
      ...(changes.length > 1 ? [quiet(` · ${placesOf(changes)}`)] : []),
    ),
    changeLine(first?.before ?? null, first?.after ?? null, variants(changes)),
  );
  const why = make("div", { class: "quiet", id: `${id}-why` }, reason);
  const element = make("li", { class: "proposal" }, box, make("div", {}, label, why));
  const show = () => element.classList.toggle("chosen", box.checked);
  box.addEventListener("change", () => {
    show();
    changed();
  });
  return {
    element,
    canBeTicked: true,
    tick: (on) => {
      box.checked = on;
      show();
    },
    chosen: () => (box.checked ? changes : undefined),
  };
}

/** What only a person knows is chosen, not ticked. */
function choiceItem(
  { about, changes, reason }: Proposal,
  choices: readonly string[],
  changed: () => void,
): Item {
  const id = `proposal-${++made}`;
  const list = make(
    "select",
    { id },
    make("option", { value: "" }, "Leave blank"),
    ...choices.map((choice) => make("option", { value: choice }, choice)),
  );
  const element = make(
    "li",
    { class: "proposal" },
    make("span", {}),
    make(
      "div",
      {},
      make("label", { for: id, class: "about" }, about, ...(reason ? [quiet(` · ${reason}`)] : [])),
      list,
    ),
  );
  list.addEventListener("change", () => {
    element.classList.toggle("chosen", list.value !== "");
    changed();
  });
  return {
    element,
    canBeTicked: false,
    tick: () => undefined,
    chosen: () =>
      list.value === "" ? undefined : changes.map((change) => ({ ...change, after: list.value })),
  };
}

const quiet = (text: string) => make("span", { class: "quiet" }, text);

const shownValue = (value: CellChange["before"]): string =>
  value === null || value === ""
    ? "(blank)"
    : typeof value === "number"
      ? value.toLocaleString("en")
      : // A space at the end of a cell is a fault that nobody sees.
        value.replace(/^\s+|\s+$|\s{2,}|[^\S ]/gu, (gap) => "␣".repeat(gap.length));

const variants = (changes: readonly CellChange[]): number =>
  new Set(changes.map(({ before }) => before)).size;

function changeLine(
  before: CellChange["before"],
  after: CellChange["after"],
  spellings: number,
): HTMLElement {
  const more = spellings > 1 ? ` and ${spellings - 1} more` : "";
  return make(
    "span",
    { class: "change" },
    make("del", {}, shownValue(before)),
    `${more} → `,
    make("ins", {}, shownValue(after)),
  );
}

function placesOf(changes: readonly CellChange[]): string {
  const counts = new Map<string, number>();
  for (const { tab } of changes) counts.set(tab, (counts.get(tab) ?? 0) + 1);
  const cells = changes.length === 1 ? "1 cell" : `${changes.length.toLocaleString("en")} cells`;
  return `${cells} in ${[...counts.keys()].join(", ")}`;
}
