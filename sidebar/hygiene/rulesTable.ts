import type { RuleState } from "../../src/apps-script/actions/hygiene/measureRules.js";
import { make } from "../elements.js";

/** The six rules with who keeps them, what is measured, and whether that is enough. */

const percent = (share: number): string =>
  `${(share * 100).toLocaleString("en", { maximumFractionDigits: 1 })}%`;

export function headlineOf(rules: readonly RuleState[]): string {
  const measured = rules.filter(({ result }) => result !== "Not measured");
  const passed = measured.filter(({ result }) => result === "Pass").length;
  if (measured.length === 0) return "No rule can be measured yet: the data tabs are empty.";
  const open = rules.length - measured.length;
  const more = open > 0 ? `; ${open} cannot be measured yet` : "";
  return `${passed} of ${measured.length} rules kept${more}.`;
}

export function rulesTable(rules: readonly RuleState[]): HTMLElement {
  const heads = ["Rule", "Owner", "Wanted", "Measured", "Rows at fault", "State"];
  const head = make(
    "tr",
    {},
    ...heads.map((text, at) =>
      make("th", { scope: "col", ...(at === 3 || at === 4 ? { class: "figure" } : {}) }, text),
    ),
  );
  return make(
    "table",
    { class: "rules" },
    make("caption", { class: "unseen" }, "The six data hygiene rules"),
    make("thead", {}, head),
    make("tbody", {}, ...rules.map(row)),
  );
}

function row({
  rule,
  owner,
  frequency,
  threshold,
  measured,
  atFault,
  result,
  needs,
}: RuleState): HTMLElement {
  const head = make("th", { scope: "row" }, rule);
  const held = [make("td", {}, owner, make("div", { class: "quiet" }, frequency)), make("td", {}, threshold)];
  if (measured === null) {
    const missing = make("td", { colspan: 3, class: "verdict none" }, `Not measured: needs ${needs}`);
    missing.style.whiteSpace = "normal";
    return make("tr", {}, head, ...held, missing);
  }
  return make(
    "tr",
    {},
    head,
    ...held,
    make("td", { class: "figure" }, percent(measured)),
    make("td", { class: "figure" }, atFault.toLocaleString("en")),
    make(
      "td",
      { class: `verdict ${result === "Pass" ? "pass" : "fail"}` },
      result === "Pass" ? "✓ Pass" : "✗ Fail",
    ),
  );
}
