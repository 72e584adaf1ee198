import {
  type CustomerFact,
  EXPANSION_RULES,
  type ExpansionRule,
  URGENCIES,
} from "../../core/leads/expansionSignals.js";
import { productQualification } from "../../core/leads/pql.js";
import { refuse } from "../../core/refusal/refusal.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, tabular } from "../definition.js";
import {
  column,
  count,
  date,
  flag,
  headings,
  multiple,
  number,
  one,
  optional,
  table,
  text,
} from "../parameters.js";
import { fieldReader } from "./rowsByHeading.js";

const NAMES = {
  account: ["Account", "Account name", "Customer", "Company", "Name"],
  usage: ["Usage", "Usage share", "Seat usage", "Usage of limit", "Utilization", "Utilisation"],
  seatsUsed: ["Seats used", "Used seats", "Active users", "Users"],
  seats: ["Seats", "Seat limit", "Licenses", "Licences", "Limit"],
  newDepartment: ["New department", "New department using product", "New team"],
  apiGrowth: ["API growth", "API usage growth"],
  apiNow: ["API usage", "API calls"],
  apiBefore: ["API usage last month", "API calls last month", "Previous API usage"],
  executiveWebinar: ["Executive attended webinar", "Executive webinar"],
  ticketFromNewDepartment: ["Ticket from new department", "Support ticket from new department"],
  renewal: ["Renewal", "Renewal date"],
  nps: ["NPS"],
  lastPriceIncrease: ["Last price increase", "Price increase"],
};

const word = text("", "");
const yes = flag("", "");
const share = multiple("", "");
const figure = number("", "");
const day = date("", "");

export const PRODUCT_SIGNALS: readonly FunctionDefinition[] = [
  {
    ...tabular({
      name: "REVOPS_PQL",
      family: "leads",
      summary:
        "Which users of the product are ready for sales (product-qualified leads), and what the others still lack.",
      formula:
        "onboarded, 3+ active users in 7 days and 2+ core features; extras: integration, shared outside, above 80% of the limit",
      parameters: [
        column(flag("onboarded", "TRUE where onboarding is completed, one row an account.")),
        column(count("active_users", "Users active in the last 7 days.")),
        column(count("core_features", "Core features in use.")),
        optional(column(flag("integrated", "TRUE where an integration is connected."))),
        optional(column(flag("shared_outside", "TRUE where the workspace is shared with outsiders."))),
        optional(
          column(multiple("usage", "Share of the plan's limit in use, such as 85%; may exceed 100%.")),
        ),
      ],
      columns: ["Status", "Nice-to-haves", "Missing"],
      result: "A row an account: Status (PQL or Not yet), Nice-to-haves (0 to 3), Missing.",
      notes: ["What is blank is not known and counts as missing. A blank row stays blank."],
      source: "RevOps Engine playbook, phase 13 (product-qualified lead)",
      synonyms: ["product qualified lead", "PLG", "product-led", "activation"],
      examples: [
        {
          formula: "=REVOPS_PQL({TRUE;TRUE}, {3;2}, {2;4}, {TRUE;FALSE}, , {81%;80%}, FALSE)",
          answer: [
            ["PQL", 2, ""],
            ["Not yet", 0, "2 of 3 active users"],
          ],
          from: "RevOps Engine playbook, phase 13: three must-haves, three nice-to-haves",
        },
      ],
      compute: (onboarded, activeUsers, coreFeatures, integrated, sharedOutside, usage) =>
        onboarded.map((_, at): Answer[] => {
          const use = {
            onboarded: onboarded[at] ?? null,
            activeUsers: activeUsers[at] ?? null,
            coreFeatures: coreFeatures[at] ?? null,
            integrated: integrated?.[at] ?? null,
            sharedOutside: sharedOutside?.[at] ?? null,
            usage: usage?.[at] ?? null,
          };
          if (Object.values(use).every((fact) => fact === null)) return ["", "", ""];
          const { qualified, extras, missing } = productQualification(use);
          return [qualified ? "PQL" : "Not yet", extras, missing.join("; ")];
        }),
    }),
    blankRows: "kept",
  },
  tabular({
    name: "REVOPS_EXPANSION_SIGNALS",
    family: "leads",
    summary:
      "Which customers are ready to buy more and why: seats running out, new departments, growing usage, a renewal in sight.",
    formula: "one row for each signal found, the most urgent first",
    parameters: [
      headings(
        "headings",
        "The heading row: Account and any of Usage (or Seats used and Seats), New department, API growth, Executive attended webinar, Ticket from new department, Renewal, NPS, Last price increase.",
      ),
      table("rows", "The customers under it."),
      one(date("as_of", "Day to look from; a date typed in a cell.")),
      optional(
        one(number("healthy_nps", "NPS from which a customer counts as healthy; 9 (of 10) where left out.")),
        9,
      ),
    ],
    columns: ["Account", "Signal", "Urgency", "Action", "Found"],
    result: "Rows Account, Signal, Urgency, Action, Found.",
    notes: [
      "Bounds: above 80% of the limit, API growth above 20% in a month, renewal within 90 days, 12 months since the last price increase.",
      "Signals without a column cannot be looked for; a closing row names them.",
    ],
    source: "RevOps Engine playbook, phase 8 (expansion signal detection)",
    synonyms: ["upsell", "cross-sell", "customer growth", "renewal", "NRR"],
    examples: [
      {
        formula:
          '=REVOPS_EXPANSION_SIGNALS({"Account","Seats used","Seats","API growth","Renewal","NPS"}, {"Acme",81,100,25%,DATE(2026,6,29),9;"Birch",80,100,20%,DATE(2026,6,30),10}, DATE(2026,3,31))',
        answer: [
          ["Account", "Signal", "Urgency", "Action", "Found"],
          [
            "Acme",
            "Near the seat or usage limit",
            "High",
            "Alert CS and AE; nudge to upgrade",
            "81% of the limit",
          ],
          [
            "Acme",
            "Renewal near and NPS healthy",
            "High",
            "Open the renewal and expansion talk",
            "renews in 90 days, NPS 9",
          ],
          [
            "Acme",
            "API usage grows",
            "Medium",
            "Put on the QBR; prepare the enterprise tier",
            "25% in a month",
          ],
          [
            "Not looked for, as there is no column: Executive attended a webinar; New department uses the product; Support ticket from a new department; No price increase for 12 months",
            "",
            "",
            "",
            "",
          ],
        ],
        from: "RevOps Engine playbook, phase 8: above 80%, above 20%, renewal in 90 days",
      },
    ],
    compute: (names, rows, asOf, healthyNps) => {
      const { has, read } = fieldReader(names, NAMES);
      if (!has("account")) refuse("headings", "hold no Account; name the column of the customers so.");
      const known: Partial<Record<CustomerFact, boolean>> = {
        usage: has("usage") || (has("seatsUsed") && has("seats")),
        apiGrowth: has("apiGrowth") || (has("apiNow") && has("apiBefore")),
      };
      const isLookedFor = ({ needs }: ExpansionRule) => needs.every((fact) => known[fact] ?? has(fact));
      const checked = EXPANSION_RULES.filter(isLookedFor);
      const unchecked = EXPANSION_RULES.filter((rule) => !isLookedFor(rule));
      if (checked.length === 0) {
        refuse(
          "headings",
          "hold no signal to look for, such as Usage, Renewal and NPS, or Last price increase.",
        );
      }
      const customers = rows.map((cells, at) => {
        const row = at + 1;
        const ratio = (part: "seatsUsed" | "apiNow", whole: "seats" | "apiBefore"): number | null => {
          const [above, below] = [
            read(share, part, cells, row) ?? null,
            read(share, whole, cells, row) ?? null,
          ];
          return above === null || !below ? null : above / below;
        };
        const growth = ratio("apiNow", "apiBefore");
        const facts = {
          usage: read(share, "usage", cells, row) ?? ratio("seatsUsed", "seats"),
          apiGrowth: read(figure, "apiGrowth", cells, row) ?? (growth === null ? null : growth - 1),
          newDepartment: read(yes, "newDepartment", cells, row) ?? null,
          executiveWebinar: read(yes, "executiveWebinar", cells, row) ?? null,
          ticketFromNewDepartment: read(yes, "ticketFromNewDepartment", cells, row) ?? null,
          renewal: read(day, "renewal", cells, row) ?? null,
          nps: read(figure, "nps", cells, row) ?? null,
          lastPriceIncrease: read(day, "lastPriceIncrease", cells, row) ?? null,
        };
        return { account: read(word, "account", cells, row) ?? "(no name)", facts };
      });
      const answers: Answer[][] = URGENCIES.flatMap((level) => {
        const rules = checked.filter(({ urgency }) => urgency === level);
        return customers.flatMap(({ account, facts }) =>
          rules.flatMap(({ signal, urgency, action, find }) => {
            const evidence = find(facts, asOf, healthyNps);
            return evidence === undefined ? [] : [[account, signal, urgency, action, evidence]];
          }),
        );
      });
      if (unchecked.length > 0) {
        const said = unchecked.map(({ signal }) => signal).join("; ");
        answers.push([`Not looked for, as there is no column: ${said}`, "", "", "", ""]);
      }
      return answers;
    },
  }),
];
