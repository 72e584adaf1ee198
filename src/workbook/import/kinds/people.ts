import type { FieldInfo } from "../fields.js";
import type { HelperCells, Values } from "../importKind.js";

/** Many exports write a person's name in two columns. */
export const NAME_HELPERS: Readonly<Record<string, FieldInfo>> = {
  firstName: {
    label: "First name",
    kind: "text",
    help: "Put before the last name where there is no full name.",
  },
  lastName: {
    label: "Last name",
    kind: "text",
    help: "Put after the first name where there is no full name.",
  },
};

/** First and last name are the better name: a column Name may hold one of the two or a nickname. */
export function joinName(values: Values, field: string, { text }: HelperCells): void {
  const [first, last] = [text("firstName"), text("lastName")];
  if (first !== "" && last !== "") values[field] = `${first} ${last}`;
  else if (first !== "" || last !== "") values[field] ??= first || last;
}
