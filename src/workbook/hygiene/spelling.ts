import type { DataTab } from "../columns.js";
import { OPPORTUNITIES } from "../opportunities.js";
import { LOSS_REASONS, REPS, STAGES } from "../settingsLists.js";
import { ACCOUNTS } from "../tabs/accounts.js";
import { ACTIVITIES } from "../tabs/activities.js";
import { CONTACTS } from "../tabs/contacts.js";
import { LEADS } from "../tabs/leads.js";
import { LINE_ITEMS } from "../tabs/lineItems.js";
import { STAGE_HISTORY } from "../tabs/stageHistory.js";
import { SUBSCRIPTIONS } from "../tabs/subscriptions.js";
import { USAGE } from "../tabs/usage.js";
import { filledRows, type HygieneData, type ProposalGroup } from "./proposal.js";
import { Respelling } from "./respelling.js";
import { Spellings, tidy, wordKey } from "./words.js";

/** Words that formulas compare letter by letter: written in two ways, they are counted as two things. */
interface WordFamily {
  readonly key: string;
  readonly what: string;
  readonly cells: readonly (readonly [tab: DataTab, column: string])[];
  /** The list in Settings that says how they are written. */
  readonly list?: readonly [tab: DataTab, column: string];
}

const FAMILIES: readonly WordFamily[] = [
  {
    key: "stage",
    what: "Stage",
    cells: [
      [OPPORTUNITIES, "stage"],
      [STAGE_HISTORY, "stage"],
    ],
    list: [STAGES, "stage"],
  },
  {
    key: "owner",
    what: "Owner",
    cells: [
      [OPPORTUNITIES, "owner"],
      [ACCOUNTS, "owner"],
      [LEADS, "owner"],
      [ACTIVITIES, "owner"],
      [SUBSCRIPTIONS, "owner"],
    ],
    list: [REPS, "rep"],
  },
  {
    key: "source",
    what: "Source",
    cells: [
      [OPPORTUNITIES, "source"],
      [LEADS, "source"],
      [CONTACTS, "originalSource"],
      [CONTACTS, "recentSource"],
    ],
  },
  {
    key: "product",
    what: "Product",
    cells: [
      [OPPORTUNITIES, "product"],
      [LINE_ITEMS, "product"],
      [SUBSCRIPTIONS, "product"],
      [USAGE, "product"],
    ],
  },
  {
    key: "lossReason",
    what: "Loss reason",
    cells: [[OPPORTUNITIES, "lossReason"]],
    list: [LOSS_REASONS, "reason"],
  },
];

/** Stray spaces and differing capitals: the spelling in Settings, or where it has none the most frequent one. */
export function proposeSpellings(data: HygieneData): ProposalGroup {
  const proposals = FAMILIES.flatMap((family) => {
    const respelling = new Respelling();
    const listed = listedWords(data, family);
    const used = usedWords(data, family);
    const all = family.list ? [...family.cells, family.list] : family.cells;
    for (const [tab, column] of all) {
      for (const { index, record } of filledRows(data, tab)) {
        const before = record[column];
        if (typeof before !== "string" || tidy(before) === "") continue;
        const own = tidy(before);
        const fromList = listed.exact.has(own) ? own : listed.byKey.get(wordKey(own));
        const spellings = used.get(wordKey(own));
        const after = fromList ?? spellings?.mostFrequent ?? own;
        respelling.add(tab, index, record, column, after, () => {
          if (own === after) return "Stray spaces.";
          if (fromList !== undefined) return "Settings writes it so.";
          return `Most frequent: ${spellings?.count(after)} of ${spellings?.total} cells write it so.`;
        });
      }
    }
    return respelling.proposals(family.what);
  });
  return {
    key: "words",
    rule: "spelling",
    title: "Stages, owners, sources, products, loss reasons",
    proposals,
  };
}

function listedWords(data: HygieneData, { list }: WordFamily) {
  const exact = new Set<string>();
  const byKey = new Map<string, string>();
  if (list) {
    for (const { record } of filledRows(data, list[0])) {
      const word = tidy(String(record[list[1]] ?? ""));
      if (word === "") continue;
      exact.add(word);
      if (!byKey.has(wordKey(word))) byKey.set(wordKey(word), word);
    }
  }
  return { exact, byKey };
}

function usedWords(data: HygieneData, { cells }: WordFamily): Map<string, Spellings> {
  const used = new Map<string, Spellings>();
  for (const [tab, column] of cells) {
    for (const { record } of filledRows(data, tab)) {
      const value = record[column];
      if (typeof value !== "string" || tidy(value) === "") continue;
      const spellings = used.get(wordKey(value)) ?? new Spellings();
      spellings.add(tidy(value));
      used.set(wordKey(value), spellings);
    }
  }
  return used;
}
