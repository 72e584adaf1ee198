import type { DataRecord } from "../columns.js";
import { isWorkday, officeMoment, toTheMinute, workday } from "./calendar.js";
import { PEOPLE } from "./company.js";
import type { Deal } from "./deal.js";
import type { Lead } from "./leads.js";
import type { Contact } from "./people.js";
import type { Dice } from "./random.js";

/** Days for which every call and e-mail is on record; before that, those on deals only. */
const DAILY = 30;
/** Days for which the steps of a handover to customer success are on record. */
const HANDOVERS = 240;
/** Each step of a handover: its type, the hours that it usually takes from the signature, and from when it is late. */
const STEPS = [
  ["Handoff document", 14, 60],
  ["Handoff acknowledged", 17, 64],
  ["Introduction e-mail", 18, 70],
  ["Welcome e-mail", 22, 74],
  ["Kickoff", 90, 260],
] as const;

const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  Call: ["Discovery call", "Follow-up call", "Pricing question"],
  "E-mail": ["Customer stories sent", "Proposal follow-up", "Meeting notes", "Answer on security"],
  "Meeting booked": ["Invitation to a demo", "Invitation to a review"],
  "Meeting held": ["Review with the buying team", "Success criteria agreed"],
  Demo: ["Product demo", "Technical deep dive"],
};

/** Rows of the Activities tab, in order of time. */
export function activities(
  dice: Dice,
  asOf: number,
  deals: readonly Deal[],
  people: readonly Contact[],
  leads: readonly Lead[],
): DataRecord[] {
  const contactsOf = new Map<string, string[]>();
  for (const { company, name } of people) {
    contactsOf.set(company.account, [...(contactsOf.get(company.account) ?? []), name]);
  }
  const rows: DataRecord[] = [];
  const add = (
    when: number,
    type: string,
    owner: string,
    of: Partial<Record<"deal" | "account" | "contact" | "lead", string>>,
  ) =>
    rows.push({
      when: toTheMinute(when),
      type,
      owner,
      ...of,
      subject: SUBJECTS[type] ? dice.pick(SUBJECTS[type] as string[]) : type,
      result:
        type === "Call"
          ? dice.pick(["Reached", "No answer", "Left a message"])
          : type === "Meeting held" || type === "Demo"
            ? dice.pick(["Agreed next step", "Needs another meeting", "Good interest"])
            : null,
      minutes:
        type === "Call"
          ? dice.between(2, 25)
          : /Meeting held|Demo|Kickoff/.test(type)
            ? dice.between(25, 75)
            : null,
    });

  for (const deal of deals) {
    const { id, account, owner, created, lastActivity, outcome } = deal;
    const contact = dice.pick(contactsOf.get(account) ?? [""]);
    const of = { deal: id, account, contact };
    if (lastActivity !== null) {
      // The last one is on the day that the deal names; nothing comes after it.
      const earlier = Array.from({ length: dice.between(1, outcome === "Won" ? 3 : 2) }, () =>
        workday(dice.between(created, lastActivity)),
      );
      for (const day of [...earlier.filter((one) => one >= created), lastActivity]) {
        add(
          officeMoment(day, dice.unit()),
          dice.pick(["Call", "E-mail", "E-mail", "Meeting held", "Demo"]),
          owner,
          of,
        );
      }
    }
    if (outcome === "Won" && asOf - (deal.closed as number) < HANDOVERS) {
      const signed = officeMoment(deal.closed as number, 0.5);
      const late = dice.chance(0.25);
      for (const [type, usual, delayed] of STEPS) {
        const when = signed + ((late ? delayed : usual) * (0.6 + 0.5 * dice.unit())) / 24;
        if (when < asOf) add(when, type, owner, of);
      }
    }
  }

  // The daily work on leads. Deals have their own, so that their last activity stays what they say it is.
  const open = leads.filter(({ times }) => times.routedAt !== undefined && asOf - times.routedAt < 4 * DAILY);
  for (let day = asOf - DAILY + 1; day <= asOf; day++) {
    if (!isWorkday(day)) continue;
    for (const { rep, left, hired } of PEOPLE) {
      if (left !== undefined || hired < asOf - day) continue;
      const routed = open.filter(({ times }) => (times.routedAt as number) < day);
      if (routed.length === 0) continue;
      for (const [type, from, to] of [
        ["Call", 2, 6],
        ["E-mail", 2, 5],
        ["Meeting booked", 0, 2],
        ["Demo", 0, 1],
      ] as const) {
        for (let count = dice.between(from, to); count > 0; count--) {
          const { id, company, name } = dice.pick(routed);
          add(officeMoment(day, dice.unit()), type, rep, {
            lead: id,
            account: company.account,
            contact: name,
          });
        }
      }
    }
  }
  return rows
    .sort((one, other) => (one.when as number) - (other.when as number))
    .map((row, index) => ({ id: `ACT-${String(index + 1).padStart(5, "0")}`, ...row }));
}
