import { call } from "../client.js";
import { byId } from "../elements.js";
import type { FunctionPage } from "./functionPage.js";
import { ASKED, FAMILY_QUESTIONS, FAMILY_WORDS, FUNCTION_PAGES } from "./functionPages.computed.js";
import { createFunctionView, type FunctionView } from "./functionView.js";
import { listFunctions } from "./resultList.js";
import { createSearch } from "./search.js";

/** The function finder: a question, the functions that answer it, and the page of the one chosen. */

const search = createSearch(FUNCTION_PAGES, ASKED, FAMILY_WORDS);
const question = byId("question") as HTMLInputElement;
const results = byId("results");
const count = byId("count");
const list = byId("list");
const page = byId("page");

/** What was typed into each function's form: going back to the list loses nothing. */
const typed = new Map<string, string[]>();
let names: ReadonlySet<string> = new Set();
let view: FunctionView | undefined;
let announcing: ReturnType<typeof setTimeout> | undefined;

function find(): void {
  const asked = question.value.trim();
  const found = search(asked);
  results.replaceChildren(listFunctions(found, asked === "" ? FAMILY_QUESTIONS : [], open));
  const text =
    found.length === 0
      ? `Nothing found for “${asked}”. Try a word of the need, such as churn, coverage or quota.`
      : asked === ""
        ? `${found.length} functions by family`
        : `${found.length} ${found.length === 1 ? "function" : "functions"} found`;
  clearTimeout(announcing);
  // Read out once the typing pauses, not at every letter.
  announcing = setTimeout(() => (count.textContent = text), 300);
}

function open(chosen: FunctionPage): void {
  const kept = typed.get(chosen.name) ?? chosen.parameters.map(() => "");
  typed.set(chosen.name, kept);
  view = createFunctionView(chosen, { typed: kept, names: () => names, back: () => close(chosen.name) });
  list.hidden = true;
  page.replaceChildren(view.element);
  page.hidden = false;
  scrollTo(0, 0);
}

function close(name: string): void {
  view?.close();
  view = undefined;
  page.hidden = true;
  page.replaceChildren();
  list.hidden = false;
  const from = [...results.querySelectorAll<HTMLElement>("button")].find((one) => one.dataset.name === name);
  (from ?? question).focus();
}

async function readNames(): Promise<void> {
  try {
    names = new Set((await call("readRangeNames")).map((name) => name.toLowerCase()));
    view?.refresh();
  } catch {
    // Without them a range's name must begin with an equals sign; everything else works.
  }
}

question.addEventListener("input", find);
question.addEventListener("keydown", (event) => {
  const first = results.querySelector("button");
  if (event.key === "ArrowDown") first?.focus();
  else if (event.key === "Enter" && question.value.trim() !== "") first?.click();
  else return;
  event.preventDefault();
});
results.addEventListener("keydown", (event) => {
  if (
    event.key === "Escape" ||
    (event.key === "ArrowUp" && document.activeElement === results.querySelector("button"))
  ) {
    event.preventDefault();
    question.focus();
  }
});
find();
question.focus();
// The window may get the keyboard only later, and then on nothing in particular.
window.addEventListener("focus", () => {
  if (document.activeElement === document.body && !list.hidden) question.focus();
});
void readNames();
