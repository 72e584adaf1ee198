import type { ImportReport, RecordWords } from "../../src/apps-script/actions/importReport.js";
import { make } from "../elements.js";

/** An import report for the eye: counts as tiles with a bar, notices, columns, refused rows. */

export const grouped = (count: number): string => count.toLocaleString("en");

export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : plural}`;

/** "1 account", "352 stage entries". */
export const recordsOf = (count: number, { record, records }: RecordWords): string =>
  countOf(count, record, records);

const COUNTS = [
  { key: "added", name: "New" },
  { key: "changed", name: "Changed" },
  { key: "unchanged", name: "Unchanged" },
  { key: "refused", name: "Refused" },
] as const;

export function tilesOf(report: ImportReport): HTMLElement {
  const counts = { ...report, refused: report.refusedRows };
  const bar = make("div", { class: "share-bar", "aria-hidden": "true" });
  for (const { key } of COUNTS) {
    if (counts[key] === 0) continue;
    const part = make("i", { class: `part ${key}` });
    part.style.flexGrow = String(counts[key]);
    bar.append(part);
  }
  const tiles = COUNTS.map(({ key, name }) =>
    make(
      "div",
      { class: `tile ${key}${counts[key] === 0 ? " none" : ""}` },
      make("dt", {}, name),
      make("dd", {}, grouped(counts[key])),
    ),
  );
  return make("div", {}, make("dl", { class: "tiles" }, ...tiles), bar);
}

export function noticesOf(notices: readonly string[]): HTMLElement[] {
  if (notices.length === 0) return [];
  const list = make("ul", { class: "notices" }, ...notices.map((notice) => make("li", {}, notice)));
  return [section("Worth knowing", list)];
}

export function refusalsOf(report: ImportReport): HTMLElement[] {
  const { refused, refusedRows: count } = report;
  if (count === 0) return [];
  const items = refused.map(({ reason }) => make("li", {}, reason));
  // It scrolls, so the keyboard must be able to reach it.
  const list = make(
    "div",
    { class: "refusals", tabindex: 0, role: "region", "aria-label": "Refused rows" },
    make("ul", {}, ...items),
  );
  const more = count - refused.length;
  return [
    section(
      `Refused rows (${grouped(count)})`,
      ...(more > 0 ? [make("p", { class: "quiet" }, `The first ${grouped(refused.length)} of them:`)] : []),
      list,
    ),
  ];
}

function section(title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return make("section", {}, make("h2", {}, title), ...content);
}
