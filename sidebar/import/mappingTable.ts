import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import type { ImportField } from "../../src/workbook/import/index.js";
import { make } from "../elements.js";

/** Which heading of the export feeds which column of the workbook, with values to judge by, each to be changed. */
export interface MappingTable {
  readonly element: HTMLElement;
  update(preview: ImportPreview): void;
}

const NOT_IMPORTED = "";

export function createMappingTable(
  preview: ImportPreview,
  choose: (field: ImportField, column: number | null) => void,
): MappingTable {
  const { headings } = preview;
  const names = headings.map((heading, column) => {
    const twice = headings.indexOf(heading) !== column || headings.lastIndexOf(heading) !== column;
    if (heading === "") return `Column ${column + 1}`;
    return twice ? `${heading} (column ${column + 1})` : heading;
  });
  const rows = preview.fields.map(({ field, label, help, column }) => {
    const select = make(
      "select",
      { "aria-label": `Heading for ${label}` },
      make("option", { value: NOT_IMPORTED }, "Not imported"),
      ...names.map((name, place) => make("option", { value: place }, name)),
    );
    const samples = make("td", { class: "samples" });
    const needed = make("span", { class: "needed" });
    select.addEventListener("change", () => {
      const chosen = select.value === NOT_IMPORTED ? null : Number(select.value);
      showSamples(chosen);
      choose(field, chosen);
    });
    const showSamples = (of: number | null): void => {
      const values = of === null ? [] : (preview.samples[of] ?? []);
      samples.textContent = values.join(" · ");
      samples.title = samples.textContent;
    };
    const element = make(
      "tr",
      {},
      make("th", { scope: "row", title: help }, label, needed),
      make("td", {}, select),
      samples,
    );
    return { field, matched: column !== null, select, needed, showSamples, element };
  });
  const update = (now: ImportPreview): void => {
    for (const { field, column } of now.fields) {
      const row = rows.find((one) => one.field === field);
      if (!row) continue;
      row.select.value = column === null ? NOT_IMPORTED : String(column);
      row.needed.textContent = now.wanted.includes(field) ? " – needed" : "";
      row.showSamples(column);
    }
  };
  update(preview);
  // Rows keep their place while one chooses: what was matched at first stays above.
  const above = rows.filter(({ field, matched }) => matched || preview.wanted.includes(field));
  const below = rows.filter((row) => !above.includes(row));
  const element = make(
    "section",
    { class: "mapping" },
    make("h2", {}, `Columns (${above.length})`),
    tableOf(above.map((row) => row.element)),
    make(
      "details",
      {},
      make("summary", {}, `Columns of the workbook that the export does not fill (${below.length})`),
      tableOf(below.map((row) => row.element)),
    ),
  );
  return { element, update };
}

function tableOf(rows: readonly HTMLElement[]): HTMLElement {
  const head = ["In the workbook", "From the export", "For example"].map((title) =>
    make("th", { scope: "col" }, title),
  );
  return make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}
