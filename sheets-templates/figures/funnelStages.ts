import type { Content } from "../../src/templates/template.js";

/** What each stage of the funnel means, under either profile; numbers that Settings holds are read from there. */

interface Wording {
  readonly name: Content;
  readonly definition: Content;
  readonly criteria: Content;
  readonly owner: string;
  readonly promise: Content;
}

interface StageDefinition {
  readonly key: string;
  readonly A: Wording;
  readonly B: Wording;
}

const NONE = "–";
const unknownToB = (name: string): Wording => ({
  name,
  definition: "Not told apart in profile B. Agree on your own words if you use it.",
  criteria: NONE,
  owner: NONE,
  promise: NONE,
});

export const STAGE_DEFINITIONS: readonly StageDefinition[] = [
  {
    key: "visitor",
    A: {
      name: "Visitor",
      definition: "A session on the website by somebody who has not said who they are.",
      criteria: NONE,
      owner: "Marketing",
      promise: NONE,
    },
    B: {
      name: "Visitor",
      definition: "Somebody who came to the website or saw content elsewhere.",
      criteria: NONE,
      owner: "Marketing",
      promise: NONE,
    },
  },
  {
    key: "known",
    A: {
      name: "Known",
      definition: "A person whose e-mail address we hold.",
      criteria: "Filled in a form, downloaded content or came to an event.",
      owner: "Marketing",
      promise: NONE,
    },
    B: {
      name: "Lead",
      definition: "A person we know how to contact.",
      criteria: "Filled in a form or signed up.",
      owner: "Marketing",
      promise: "Details completed within 24 hours",
    },
  },
  {
    key: "mql",
    A: {
      name: "MQL",
      definition: '="Fits the ideal customer and shows interest: lead score of "&{mqlScore}&" or more."',
      criteria:
        "Two downloads, or a webinar, or two visits to the pricing page in 7 days; industry, size and region fit.",
      owner: "Marketing",
      promise: '="With an SDR within "&{responseMinutes}&" minutes"',
    },
    B: {
      name: "MQL",
      definition: '="Reaches the score set for fit and engagement together: "&{mqlScore}&", as in Settings."',
      criteria: "Source, content read, pages seen, company and score are handed on with it.",
      owner: "Marketing",
      promise: '="Routed within "&{responseMinutes}&" minutes"',
    },
  },
  {
    key: "sal",
    A: {
      name: "SAL",
      definition: "An SDR has found that the lead is real, can be reached and is worth the time.",
      criteria:
        "Contact data are valid, has answered, fit confirmed. Rejected only with a reason from the list.",
      owner: "SDR",
      promise: "Accepted or rejected within 4 business hours",
    },
    B: {
      name: "SAL",
      definition: "Sales has taken the lead on and booked a meeting.",
      criteria: "Accepted, or rejected with a reason that marketing uses to mend the score.",
      owner: "SDR/BDR",
      promise: "Contacted within 1 hour",
    },
  },
  {
    key: "sql",
    A: {
      name: "SQL",
      definition: "Discovery is done: budget, authority, need and time are confirmed.",
      criteria: "Discovery call held, at least 3 of the 4 BANT points met.",
      owner: "SDR, then AE",
      promise: "AE's first meeting within 48 hours of the handoff",
    },
    B: {
      name: "SQL",
      definition: "Sales has qualified it, with BANT or MEDDIC confirmed.",
      criteria: "Pain, budget range, timeline, decision process and competitors are written down.",
      owner: "AE",
      promise: "Discovery within 3 days",
    },
  },
  {
    key: "opportunity",
    A: {
      name: "Opportunity created",
      definition: "The AE stands by the deal and has entered it in the CRM.",
      criteria: "Amount, close date, stage, decision maker and next step are filled in.",
      owner: "AE",
      promise: NONE,
    },
    B: {
      name: "Opportunity",
      definition: "Stands in the pipeline and its next steps are laid down.",
      criteria: "Next steps agreed.",
      owner: "AE",
      promise: "Moved on or closed within 90 days",
    },
  },
  {
    key: "proposal",
    A: {
      name: "Proposal, negotiation",
      definition: "The price is on the table, or the contract is being reviewed.",
      criteria: NONE,
      owner: "AE",
      promise: NONE,
    },
    B: unknownToB("Proposal"),
  },
  {
    key: "won",
    A: {
      name: "Closed Won",
      definition: "The contract is signed and the payment terms are agreed.",
      criteria: NONE,
      owner: "AE, then CS",
      promise: "CS kickoff within 48 hours",
    },
    B: {
      name: "Closed Won",
      definition: "The contract is signed and the revenue is booked.",
      criteria: "Terms, use case, success criteria, stakeholders and technical needs are handed on.",
      owner: "AE, then CS",
      promise: "Handed over within 48 hours",
    },
  },
  {
    key: "lost",
    A: {
      name: "Closed Lost",
      definition: "The deal is dead, and it is written down why.",
      criteria: "Main loss reason, notes and, where there was one, the competitor.",
      owner: "AE",
      promise: NONE,
    },
    B: unknownToB("Closed Lost"),
  },
];

const inFormula = (content: Content): string => {
  const text = String(content);
  return text.startsWith("=") ? text.slice(1) : `"${text}"`;
};

/** Both wordings in one cell, so that another profile in Settings shows at once. */
export function byProfile({ A, B }: StageDefinition, part: keyof Wording): Content {
  return A[part] === B[part] ? A[part] : `=IF({profile}="B",${inFormula(B[part])},${inFormula(A[part])})`;
}
