import { HYGIENE_RULES, type HygieneRule } from "../../../core/quality/hygiene.js";
import { callFunction } from "../../../functions/call.js";
import { DATA_QUALITY } from "../../../functions/families/dataQuality.js";
import type { DataTab } from "../../../workbook/columns.js";
import { OPPORTUNITIES } from "../../../workbook/opportunities.js";
import { ACCOUNTS } from "../../../workbook/tabs/accounts.js";
import { CONTACTS } from "../../../workbook/tabs/contacts.js";
import { LEADS } from "../../../workbook/tabs/leads.js";
import { isServiceFailure } from "../../serviceFailure.js";
import type { Session } from "../../session.js";
import type { OpenDataTab } from "../../sheets/dataTab.js";

export interface RuleState {
  readonly key: HygieneRule["key"];
  readonly rule: string;
  readonly owner: string;
  readonly frequency: string;
  readonly threshold: string;
  readonly result: "Pass" | "Fail" | "Not measured";
  /** A fraction; null where the rule could not be measured. */
  readonly measured: number | null;
  readonly atFault: number;
  /** What to bring, where the rule could not be measured. */
  readonly needs: string;
}

/** The six rules by REVOPS_HYGIENE itself, on the cells that its formula would be given, so that both say the same. */
export function measureRules(
  { zone }: Session,
  open: ReadonlyMap<string, OpenDataTab>,
  asOf: number,
): { readonly rules: readonly RuleState[]; readonly problem: string } {
  const definition = DATA_QUALITY.find(({ name }) => name === "REVOPS_HYGIENE");
  if (!definition) throw new Error("REVOPS_HYGIENE is not a function of RevOps Engine.");
  const table = (tab: DataTab) => {
    const found = open.get(tab.key);
    return found ? cellsOf(found) : [[tab.columns.map(({ heading }) => heading)], [[""]]];
  };
  const unmeasured = HYGIENE_RULES.map(
    (rule): RuleState => ({ ...stated(rule), result: "Not measured", measured: null, atFault: 0 }),
  );
  try {
    const answer = callFunction(
      definition,
      [...table(OPPORTUNITIES), zone.dateOf(asOf), ...[ACCOUNTS, CONTACTS, LEADS].flatMap(table), "", false],
      zone,
    );
    const rows = answer as readonly (readonly unknown[])[];
    return {
      problem: "",
      rules: unmeasured.map((rule, at) => {
        const [, , , , measured, result, atFault] = rows[at] ?? [];
        if (typeof measured !== "number") return rule;
        return { ...rule, measured, result: result === "Pass" ? "Pass" : "Fail", atFault: Number(atFault) };
      }),
    };
  } catch (error) {
    if (isServiceFailure(error)) throw error;
    // A cell that cannot be read stops the measuring; what can be put right is shown all the same.
    return { problem: error instanceof Error ? error.message : String(error), rules: unmeasured };
  }
}

const stated = ({ key, rule, owner, frequency, threshold, needs }: HygieneRule) => ({
  ...{ key, rule, owner, frequency, threshold, needs },
});

/** Headings and rows as the formula's ranges have them: from our first column to our last, others between included. */
function cellsOf({ sheet, headingRow, columnOf }: OpenDataTab): unknown[][][] {
  const places = [...columnOf.values()];
  const first = Math.min(...places);
  const rows = Math.max(sheet.getLastRow() - headingRow, 1);
  const [headings = [], ...cells] = sheet
    .getRange(
      headingRow,
      first,
      Math.min(rows + 1, sheet.getMaxRows() - headingRow + 1),
      Math.max(...places) - first + 1,
    )
    .getValues();
  return [[headings], cells.length > 0 ? cells : [[""]]];
}
