import { type CellChange, changesOf } from "../../../src/workbook/hygiene/change.js";
import type { HygieneData, ProposalGroup } from "../../../src/workbook/hygiene/proposal.js";

/** The records as they are after a yes to everything, the first of the reasons chosen wherever there is a choice. */
export function allChanges(groups: readonly ProposalGroup[]): CellChange[] {
  return changesOf(
    groups
      .flatMap(({ proposals }) => proposals)
      .map((proposal) => ({
        ...proposal,
        changes: proposal.changes.map((change) =>
          proposal.choices ? { ...change, after: proposal.choices[0] ?? null } : change,
        ),
      })),
  );
}

export function changed(data: HygieneData, changes: readonly CellChange[]): HygieneData {
  const rows = Object.fromEntries(
    Object.entries(data).map(([tab, records]) => [tab, records.map((record) => record && { ...record })]),
  );
  for (const { tab, index, column, after } of changes) {
    const record = rows[tab]?.[index] as Record<string, unknown> | null | undefined;
    if (record) record[column] = after;
  }
  return rows as HygieneData;
}
