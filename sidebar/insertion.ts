import type { ActiveCell } from "../src/apps-script/actions/finder/activeCell.js";
import type { Insertion as Outcome, WantedFormula } from "../src/apps-script/actions/finder/insertFormula.js";
import type { Spill } from "../src/apps-script/actions/finder/spill.js";
import { call } from "./client.js";
import { button, make } from "./elements.js";
import { createStatus, reasonOf } from "./status.js";

/** The last step of every form: the formula as it will stand in the sheet, where it goes, and the button. */

export interface Wanted {
  readonly formula: string;
  /** The size of its answer, where it is known. */
  readonly rows?: number;
  readonly columns?: number;
  /** What must be done before it can be inserted; "" where nothing must. */
  readonly lacks: string;
}

export interface FormulaInsertion {
  readonly element: HTMLElement;
  show(wanted: Wanted): void;
  /** What a trial found out about the active cell and the room below it. */
  tell(target: ActiveCell, spill: Spill | null): void;
  clear(): void;
}

interface Options {
  /** Whether a filled cell may be replaced after asking. */
  readonly mayReplace: boolean;
  /** Goes to what is lacking, when the button is pressed too early. */
  readonly goToLack: () => void;
}

export function createInsertion({ mayReplace, goToLack }: Options): FormulaInsertion {
  const preview = make("code", { class: "formula" });
  const room = make("p", { class: "room quiet" });
  const insert = button("Insert at the active cell", "primary", () => void press());
  insert.classList.add("wide");
  const question = make("div", { class: "question-box", role: "group", hidden: true });
  const place = make("div", { class: "insert-status" });
  const element = make("div", { class: "insertion" }, preview, room, insert, question, place);
  const status = createStatus(place);

  let wanted: Wanted = { formula: "", lacks: "" };
  let target: ActiveCell | undefined;
  let busy = false;
  let reading = false;

  function aim(cell: ActiveCell): void {
    target = cell;
    insert.textContent = `Insert into ${cell.cell}`;
    insert.setAttribute("aria-label", `Insert into ${cell.cell} of ${cell.sheet}`);
  }

  /** Where a person stands in the sheet is not told to a sidebar; it asks whenever they come back to it. */
  async function look(): Promise<void> {
    if (reading || busy || !element.isConnected) return;
    reading = true;
    try {
      const cell = await call("readActiveCell");
      if (target && (cell.cell !== target.cell || cell.sheet !== target.sheet)) {
        room.textContent = "";
        closeQuestion();
      }
      aim(cell);
    } catch {
      // The button then asks again itself, and says why it cannot.
    }
    reading = false;
  }

  async function press(replaces?: string): Promise<void> {
    if (busy) return;
    closeQuestion();
    if (wanted.lacks !== "") {
      status.failed(wanted.lacks);
      goToLack();
      return;
    }
    busy = true;
    insert.setAttribute("aria-disabled", "true");
    status.working("Inserting…");
    try {
      const into = target ?? (await call("readActiveCell"));
      aim(into);
      const { formula, rows, columns } = wanted;
      const request: WantedFormula = {
        formula,
        into: { sheet: into.sheet, cell: into.cell },
        ...(replaces === undefined ? {} : { replaces }),
        ...(rows && columns ? { rows, columns } : {}),
      };
      told(await call("insertFormula", request));
    } catch (error) {
      status.failed(`Not inserted: ${reasonOf(error)}`, () => void press(replaces));
    }
    busy = false;
    insert.removeAttribute("aria-disabled");
  }

  function told(outcome: Outcome): void {
    const { target: cell } = outcome;
    aim(cell);
    if (outcome.state === "inserted") {
      room.textContent = "";
      const fills = outcome.range === cell.cell ? "" : ` It fills ${outcome.range}.`;
      status.done(`Inserted into ${cell.cell} of ${cell.sheet}.${fills}`);
    } else if (outcome.state === "moved") {
      status.failed(`${cell.cell} of ${cell.sheet} is the active cell by now; press again to insert there.`);
    } else if (outcome.state === "blocked") {
      status.failed(roomSentence(outcome.spill));
    } else if (mayReplace) ask(cell);
    else status.failed(`${cell.cell} holds “${shortened(cell.holds)}”; click an empty cell, then insert.`);
  }

  function ask(cell: ActiveCell): void {
    status.clear();
    const keep = button("Keep it", "plain", () => {
      closeQuestion();
      insert.focus();
    });
    const replace = button(`Replace ${cell.cell}`, "plain", () => {
      insert.focus();
      void press(cell.holds);
    });
    const words = make(
      "p",
      { id: "replace-question" },
      `${cell.cell} holds “${shortened(cell.holds)}”. Replace it?`,
    );
    question.setAttribute("aria-labelledby", words.id);
    question.replaceChildren(words, keep, replace);
    question.hidden = false;
    keep.focus();
  }

  function closeQuestion(): void {
    question.hidden = true;
    question.replaceChildren();
  }

  question.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    closeQuestion();
    insert.focus();
  });
  window.addEventListener("focus", () => void look());
  document.documentElement.addEventListener("mouseenter", () => void look());

  return {
    element,
    show(next) {
      if (next.formula !== wanted.formula) {
        status.clear();
        closeQuestion();
        room.textContent = "";
      }
      wanted = next;
      preview.textContent = next.formula;
      preview.classList.toggle("unfinished", next.lacks !== "");
      if (!target) void look();
    },
    tell(cell, spill) {
      aim(cell);
      room.classList.toggle("in-the-way", (spill?.inTheWay.length ?? 0) > 0);
      room.textContent = spill ? roomSentence(spill) : "";
    },
    clear() {
      status.clear();
      closeQuestion();
    },
  };
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Where the answer will stand, and what is in the way. */
export function roomSentence({ range, inTheWay, lacksRows, lacksColumns }: Spill): string {
  if (inTheWay.length > 0) {
    const found = inTheWay.map(({ cell, holds }) => `${cell} (“${shortened(holds)}”)`).join(", ");
    return `The answer needs ${range}, but ${found} ${inTheWay.length === 1 ? "is" : "are"} in the way; clear that or choose another cell.`;
  }
  const more = [
    ...(lacksRows > 0 ? [`${lacksRows} more rows`] : []),
    ...(lacksColumns > 0 ? [`${lacksColumns} more columns`] : []),
  ];
  const grown = more.length > 0 ? ` and ${more.join(" and ")}, which are added` : "";
  return range.includes(":") || grown !== "" ? `The answer will fill ${range}${grown}.` : "";
}
