import { make } from "./elements.js";

/** An answer as the sheet would show it: one figure, or the first rows of a table. */

type Cell = string | number | boolean;

export function shownCell(cell: Cell): string {
  if (typeof cell === "number") return cell.toLocaleString("en-US", { maximumFractionDigits: 4 });
  return typeof cell === "boolean" ? String(cell).toUpperCase() : cell;
}

export function answerTable(
  answer: readonly (readonly Cell[])[],
  rows: number,
  columns: number,
  caption: string,
): HTMLElement {
  const [first] = answer;
  if (rows === 1 && columns === 1) {
    return make("p", { class: "answer" }, make("b", {}, shownCell(first?.[0] ?? "")));
  }
  const body = answer.map((row) =>
    make(
      "tr",
      {},
      ...row.map((cell) =>
        make("td", { class: typeof cell === "number" ? "figure" : "words" }, shownCell(cell)),
      ),
    ),
  );
  const beyond = [
    ...(rows > answer.length ? [`${rows - answer.length} more rows`] : []),
    ...(columns > (first?.length ?? 0) ? [`${columns - (first?.length ?? 0)} more columns`] : []),
  ];
  return make(
    "div",
    {},
    // Scrolls sideways, so the keyboard must be able to get hold of it.
    make(
      "div",
      { class: "answer-table", tabindex: "0", role: "region", "aria-label": caption },
      make("table", {}, make("tbody", {}, ...body)),
    ),
    ...(beyond.length > 0 ? [make("p", { class: "quiet" }, `and ${beyond.join(", ")}`)] : []),
  );
}
