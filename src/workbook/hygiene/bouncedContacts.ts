import { CONTACTS } from "../tabs/contacts.js";
import { changeOf, filledRows, type HygieneData, type ProposalGroup } from "./proposal.js";
import { textOf } from "./words.js";

const E_MAIL = /^e-?mail$/i;
const YES = /^(yes|y|true|1)$/i;

/** Opted-in channels without e-mail, where mail comes back; who never opted in stays as is. */
export function proposeOptOuts(data: HygieneData): ProposalGroup {
  const proposals = [...filledRows(data, CONTACTS)].flatMap(({ index, record }) => {
    if (!YES.test(textOf(record.bounced))) return [];
    const channels = textOf(record.channels)
      .split(/[,;/|]/)
      .map((channel) => channel.trim())
      .filter(Boolean);
    if (!channels.some((channel) => E_MAIL.test(channel) || YES.test(channel))) return [];
    const others = channels.filter((channel) => !E_MAIL.test(channel) && !YES.test(channel));
    return [
      {
        about: textOf(record.contact) || textOf(record.email) || textOf(record.id),
        changes: [changeOf(CONTACTS, index, record, "channels", others.join(", ") || "No")],
        reason: `Mail to ${textOf(record.email) || "this contact"} comes back. The bounce rate falls once the address is mended in the CRM.`,
      },
    ];
  });
  return { key: "bounces", rule: "bounces", title: "Bounced contacts still opted in to e-mail", proposals };
}
