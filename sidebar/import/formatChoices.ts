import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import type { ImportChoices } from "../../src/workbook/import/index.js";
import { make } from "../elements.js";

/** How the file is written: recognised, and each to be put right by hand. */
export interface FormatChoices {
  readonly element: HTMLElement;
  update(preview: ImportPreview): void;
}

type Key = "kind" | "crm" | "separator" | "dateOrder" | "decimal";

const SEPARATORS = [
  [",", "Comma"],
  [";", "Semicolon"],
  ["\t", "Tab"],
  ["|", "Vertical bar"],
] as const;
const DATE_ORDERS = [
  ["day first", "Day first (31/12)"],
  ["month first", "Month first (12/31)"],
] as const;
const DECIMALS = [
  [".", "Point (1,234.50)"],
  [",", "Comma (1.234,50)"],
] as const;

export function createFormatChoices(
  preview: ImportPreview,
  choose: (choice: Partial<ImportChoices>, key: Key) => void,
): FormatChoices {
  const field = (key: Key, label: string, options: readonly (readonly [string, string])[]) => {
    const select = make(
      "select",
      { id: key },
      ...options.map(([value, text]) => make("option", { value }, text)),
    );
    select.addEventListener("change", () => choose({ [key]: select.value }, key));
    return { key, select, element: make("div", {}, make("label", { for: key }, label), select) };
  };
  const fields = [
    field("kind", "Kind of record", preview.kinds),
    field(
      "crm",
      "CRM",
      preview.crms.map((crm) => [crm, crm === "Other" ? "Another, or none" : crm] as const),
    ),
    field("separator", "Separator", SEPARATORS),
    field("dateOrder", "Dates", DATE_ORDERS),
    field("decimal", "Decimal sign", DECIMALS),
  ];
  const update = (now: ImportPreview): void => {
    for (const { key, select } of fields) {
      const value = now[key];
      select.disabled = value === null;
      select.value = value ?? "";
    }
  };
  update(preview);
  return { element: make("div", { class: "formats" }, ...fields.map(({ element }) => element)), update };
}
