import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import type { ImportChoices } from "../../src/workbook/import/index.js";
import { button, make } from "../elements.js";
import { createFormatChoices } from "./formatChoices.js";
import { createMappingTable } from "./mappingTable.js";
import { countOf, noticesOf, refusalsOf, tilesOf } from "./reportView.js";

/** What an import would do, above what can be chosen about it. Choosing changes only what follows from it. */
export interface PreviewView {
  readonly element: HTMLElement;
  setBusy(busy: boolean): void;
  /** The same file compared again. */
  update(preview: ImportPreview): void;
}

export interface ShownFile {
  readonly name: string;
  readonly encoding: string;
}

/** `choose` gets all choices so far; `anew` when they change what the headings are. */
export function createPreviewView(
  file: ShownFile,
  preview: ImportPreview,
  choose: (choices: ImportChoices, anew: boolean) => void,
): PreviewView {
  let choices = preview.choices;
  const decide = (next: ImportChoices, anew = false): void => {
    choices = next;
    choose(next, anew);
  };
  const formats = createFormatChoices(preview, (choice, key) => {
    // Another kind of record has other columns, or those that were chosen for it last time.
    if (key === "kind") return decide(choice, true);
    // Under another separator the columns are others.
    if (key === "separator") decide({ ...choices, ...choice, mapping: {} }, true);
    else decide({ ...choices, ...choice });
  });
  const columns = createMappingTable(preview, (field, column) => {
    const others = Object.entries(choices.mapping ?? {}).filter(
      ([other, place]) => other !== field && (column === null || place !== column),
    );
    decide({ ...choices, mapping: { ...Object.fromEntries(others), [field]: column } });
  });
  const line = make("p", { class: "quiet" });
  const outcome = make("div", {});
  const findings = make("div", {});

  function update(now: ImportPreview): void {
    choices = now.choices;
    formats.update(now);
    columns.update(now);
    line.replaceChildren(`${originOf(now)} · ${countOf(now.rows, "row")}`);
    if (now.remembered) {
      const forget = button("Use what is recognised", "link", () => decide({}, true));
      line.append(" · columns and formats as chosen last time · ", forget);
    }
    outcome.replaceChildren(
      ...(now.wanted.length > 0
        ? [make("p", { class: "problem", role: "alert" }, wish(now))]
        : [tilesOf(now)]),
      ...(now.caution !== null ? [make("p", { class: "problem", role: "alert" }, now.caution)] : []),
      ...(nothingToDo(now) ? [make("p", {}, nothingSentence(now))] : []),
    );
    const encoding =
      file.encoding === "UTF-8" ? [] : [`The file is no UTF-8; its letters were read as ${file.encoding}.`];
    findings.replaceChildren(...refusalsOf(now), ...noticesOf([...encoding, ...now.notices]));
  }
  update(preview);
  return {
    element: make(
      "div",
      {},
      make("h1", { class: "file" }, file.name),
      line,
      formats.element,
      outcome,
      columns.element,
      findings,
    ),
    update,
    setBusy(busy) {
      for (const part of [outcome, findings]) part.classList.toggle("busy-result", busy);
    },
  };
}

export const nothingToDo = ({ added, changed, wanted }: ImportPreview): boolean =>
  wanted.length === 0 && added + changed === 0;

/** "Salesforce export of stage entries, for the tab Stage history". */
function originOf({ crm, records, tab }: ImportPreview): string {
  const list = `${records.charAt(0).toUpperCase()}${records.slice(1)}`;
  return crm === "Other"
    ? `${list} of no known CRM, matched by their headings, for the tab ${tab}`
    : `${crm} export of ${records}, for the tab ${tab}`;
}

function nothingSentence({ refusedRows, rows, records }: ImportPreview): string {
  if (rows === 0) return "The file has headings and no rows, so there is nothing to import.";
  return refusedRows === 0
    ? `The workbook already has every one of these ${records} as they are.`
    : "There is nothing to import; the refused rows below say why.";
}

function wish({ wanted, fields, records, toldApartBy }: ImportPreview): string {
  const labelOf = (field: string) => fields.find((one) => one.field === field)?.label ?? field;
  const labels = wanted.filter((field) => field !== "id").map(labelOf);
  const sentences = [];
  if (labels.length > 0) {
    sentences.push(`No column was recognised for ${labels.join(" and ")}: choose the heading below.`);
  }
  if (wanted.includes("id")) {
    sentences.push(
      `Nothing tells the ${records} apart: choose the column of ${toldApartBy.map(labelOf).join(" or at least of ")}.`,
    );
  }
  return sentences.join(" ");
}
