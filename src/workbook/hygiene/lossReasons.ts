import { OPPORTUNITIES } from "../opportunities.js";
import { LOSS_REASONS } from "../settingsLists.js";
import { dealName, outcomeIs } from "./openDeals.js";
import { changeOf, filledRows, type HygieneData, type ProposalGroup } from "./proposal.js";
import { Spellings, textOf } from "./words.js";

/** Only a person knows why a deal was lost, so a reason is offered for choosing and none is set beforehand. */
export function proposeLossReasons(data: HygieneData): ProposalGroup {
  const choices = reasons(data);
  const lost = [...filledRows(data, OPPORTUNITIES)].filter(
    ({ record }) => outcomeIs(record, "Lost") && textOf(record.lossReason) === "",
  );
  const proposals = lost.map(({ index, record }) => ({
    about: dealName(record),
    changes: [changeOf(OPPORTUNITIES, index, record, "lossReason", null)],
    reason: [textOf(record.owner), textOf(record.account)].filter(Boolean).join(", "),
    choices,
  }));
  return {
    key: "lossReasons",
    rule: "lossReason",
    title: "Lost deals without a reason",
    proposals: choices.length > 0 ? proposals : [],
  };
}

function reasons(data: HygieneData): string[] {
  const listed = [...filledRows(data, LOSS_REASONS)].map(({ record }) => textOf(record.reason));
  const found = [...new Set(listed.filter((reason) => reason !== ""))];
  if (found.length > 0) return found;
  const used = new Spellings();
  for (const { record } of filledRows(data, OPPORTUNITIES))
    if (textOf(record.lossReason) !== "") used.add(textOf(record.lossReason));
  return used.ranked;
}
