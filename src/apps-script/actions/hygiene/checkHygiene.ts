import type { CellChange } from "../../../workbook/hygiene/change.js";
import type { Proposal, ProposalGroup } from "../../../workbook/hygiene/proposal.js";
import { proposeFixes } from "../../../workbook/hygiene/proposeFixes.js";
import { openSession } from "../../session.js";
import type { OpenDataTab } from "../../sheets/dataTab.js";
import { findSettings, readAsOf } from "../../sheets/settingsTab.js";
import { measureRules, type RuleState } from "./measureRules.js";
import { readPrices, readTabs } from "./readTabs.js";

export interface ShownGroup extends ProposalGroup {
  /** How many there are; not all of a long list are sent at once. */
  readonly total: number;
}

export interface HygieneCheck {
  readonly rules: readonly RuleState[];
  /** Why the rules could not be measured; "" where they were. */
  readonly problem: string;
  readonly groups: readonly ShownGroup[];
}

/** A person goes through so many; the next ones come with the next check. */
const MOST_SHOWN = 200;

/** Measures the rules and proposes what could be put right. Changes nothing and makes no tab. */
export function checkHygiene(): HygieneCheck {
  const session = openSession();
  const settings = findSettings(session.spreadsheet);
  const asOf = (settings && readAsOf(settings, session.zone)) ?? session.today;
  const { open, data } = readTabs(session);
  const isFormula = formulaCells(open);
  const groups = proposeFixes(data, readPrices(session)).flatMap((group): ShownGroup[] => {
    const proposals = group.proposals.flatMap((proposal): Proposal[] => {
      const changes = proposal.changes.filter((change) => !isFormula(change));
      return changes.length > 0 ? [{ ...proposal, changes }] : [];
    });
    const shown = proposals.slice(0, MOST_SHOWN);
    return shown.length > 0 ? [{ ...group, proposals: shown, total: proposals.length }] : [];
  });
  return { ...measureRules(session, open, asOf), groups };
}

/** A cell with a formula is put right at its source, never written over. */
function formulaCells(open: ReadonlyMap<string, OpenDataTab>): (change: CellChange) => boolean {
  const columns = new Map<string, readonly (readonly string[])[]>();
  return ({ tab, column, index }) => {
    const key = `${tab}.${column}`;
    let formulas = columns.get(key);
    if (!formulas) {
      const found = open.get(tab);
      if (!found) return true;
      const { sheet, headingRow, columnOf } = found;
      const rows = Math.max(sheet.getLastRow() - headingRow, 1);
      formulas = sheet.getRange(headingRow + 1, columnOf.get(column) ?? 1, rows, 1).getFormulas();
      columns.set(key, formulas);
    }
    return (formulas[index]?.[0] ?? "") !== "";
  };
}
