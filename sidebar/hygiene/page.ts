import type { AppliedFixes } from "../../src/apps-script/actions/hygiene/applyFixes.js";
import type { HygieneCheck } from "../../src/apps-script/actions/hygiene/checkHygiene.js";
import { type CellChange, changesOf } from "../../src/workbook/hygiene/change.js";
import { call, closeWindow } from "../client.js";
import { button, byId, make } from "../elements.js";
import { createStatus, reasonOf } from "../status.js";
import { proposalList } from "./proposalList.js";
import { headlineOf, rulesTable } from "./rulesTable.js";

/** Data hygiene: the rules and how they stand, what could be put right, and after a yes what was, with one way back. */

const step = byId("step");
const buttons = byId("buttons");
const status = createStatus(byId("status"));

const cells = (count: number): string => (count === 1 ? "1 cell" : `${count.toLocaleString("en")} cells`);

async function check(): Promise<void> {
  show([make("h1", {}, "Data hygiene")], [button("Close", "plain", closeWindow)]);
  status.working("Going through the data tabs…");
  try {
    showCheck(await call("checkHygiene"));
  } catch (error) {
    status.failed(reasonOf(error), () => void check());
  }
}

function showCheck({ rules, problem, groups }: HygieneCheck): void {
  const count = make("span", { class: "chosen-count", "aria-live": "polite" });
  const act = button("", "primary", () => {
    const changes = chosen();
    if (changes.length > 0) void apply(changes);
  });
  const lists = groups.map((group) => proposalList(group, update));
  const chosen = () => changesOf(lists.flatMap((list) => list.chosen()));
  function update(): void {
    const changes = chosen();
    count.textContent = changes.length === 0 ? "Nothing is ticked, nothing changes." : "";
    act.textContent = changes.length === 0 ? "Put right" : `Put right ${cells(changes.length)}`;
    act.setAttribute("aria-disabled", String(changes.length === 0));
  }
  const close = button("Close", groups.length > 0 ? "plain" : "primary", closeWindow);
  show(
    [
      make("h1", {}, headlineOf(rules)),
      make(
        "p",
        { class: "quiet" },
        "The tab Data hygiene report lists the rows at fault, each with a link to its cell.",
      ),
      ...(problem === ""
        ? []
        : [make("p", { class: "problem" }, `The rules could not be measured: ${problem}`)]),
      rulesTable(rules),
      make(
        "section",
        {},
        make("h2", {}, groups.length > 0 ? "What could be put right" : "Nothing to propose"),
        make(
          "p",
          { class: "quiet" },
          groups.length > 0
            ? "Tick what you agree with. Each line says what stands in the cell, what would, and why. No row is deleted."
            : "No cell has a fault that could be put right from what the workbook knows.",
        ),
        ...lists.map(({ element }) => element),
      ),
    ],
    groups.length > 0 ? [count, close, act] : [close],
  );
  update();
}

async function apply(changes: readonly CellChange[]): Promise<void> {
  hold(true);
  status.working(`Putting right ${cells(changes.length)}…`);
  try {
    showResult(await call("applyFixes", [...changes]));
  } catch (error) {
    status.failed(reasonOf(error), () => void apply(changes));
  } finally {
    hold(false);
  }
}

function showResult({ applied, skipped, back }: AppliedFixes): void {
  const undo = button("Undo", "plain", () => void takeBack(back));
  show(
    [
      make("h1", {}, applied === 0 ? "Nothing was changed" : `${cells(applied)} put right`),
      ...(applied > 0
        ? [make("p", { class: "quiet" }, "Undo restores every one of them, as long as this window is open.")]
        : []),
      ...skippedView(skipped),
    ],
    [
      ...(applied > 0 ? [undo] : []),
      button("Check again", "plain", () => void check()),
      button("Close", "primary", closeWindow),
    ],
  );
}

async function takeBack(back: readonly CellChange[]): Promise<void> {
  hold(true);
  status.working(`Restoring ${cells(back.length)}…`);
  try {
    const { applied, skipped } = await call("applyFixes", [...back]);
    show(
      [make("h1", {}, `${cells(applied)} restored`), ...skippedView(skipped)],
      [button("Check again", "plain", () => void check()), button("Close", "primary", closeWindow)],
    );
  } catch (error) {
    status.failed(reasonOf(error), () => void takeBack(back));
  } finally {
    hold(false);
  }
}

function skippedView(skipped: AppliedFixes["skipped"]): HTMLElement[] {
  if (skipped.length === 0) return [];
  const items = skipped.map(({ place, change }) =>
    make("li", {}, `${place}: no longer holds ${change.before === null ? "a blank" : `"${change.before}"`}`),
  );
  return [
    make(
      "section",
      {},
      make("h2", {}, `Left as they are: ${cells(skipped.length)}`),
      make("p", { class: "quiet" }, "They were changed, or their rows were moved, after the check."),
      // It scrolls, so the keyboard must be able to reach it.
      make(
        "div",
        { class: "skipped", tabindex: 0, role: "region", "aria-label": "Cells left as they are" },
        make("ul", {}, ...items),
      ),
    ),
  ];
}

function hold(busy: boolean): void {
  step.inert = busy;
  buttons.inert = busy;
}

/** The focus goes to what is new, so that a screen reader begins there. */
function show(content: readonly Node[], actions: readonly Node[]): void {
  const first = step.childElementCount === 0;
  status.clear();
  step.replaceChildren(...content);
  buttons.replaceChildren(...actions);
  step.scrollTop = 0;
  if (!first) step.focus();
}

void check();
