import { refuse } from "../refusal/refusal.js";

/**
 * The audit intake: what an assessor notes down about the company before scoring it (RevOps Engine playbook, phase 1).
 * Every answer may stay blank; what is filled in is kept with the scores, and some of it changes the advice.
 */

export type IntakeKind = "text" | "money" | "count" | "choice";

export interface IntakeField {
  readonly key: string;
  readonly label: string;
  readonly kind: IntakeKind;
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface IntakeGroup {
  readonly title: string;
  readonly fields: readonly IntakeField[];
}

/** Answers by key; a blank one is missing. */
export type IntakeAnswers = Readonly<Record<string, string | number>>;

/** What the intake calls a company that has sold nothing yet, or little. */
export const EARLY_STAGES = ["Pre-revenue", "Below $1M"] as const;
export const PLG_MODEL = "PLG";
/** Written where there is no such tool. */
export const NO_TOOL = "none";

const text = (key: string, label: string, help: string): IntakeField => ({ key, label, kind: "text", help });
const count = (key: string, label: string, help: string): IntakeField => ({
  key,
  label,
  kind: "count",
  help,
});
const money = (key: string, label: string, help: string): IntakeField => ({
  key,
  label,
  kind: "money",
  help,
});
const choice = (key: string, label: string, choices: readonly string[], help: string): IntakeField => ({
  ...{ key, label, kind: "choice", choices, help },
});

export const INTAKE_GROUPS: readonly IntakeGroup[] = [
  {
    title: "Company",
    fields: [
      text("company", "Company", "Which company or business unit is scored."),
      choice(
        "companyStage",
        "Company stage",
        [...EARLY_STAGES, "$1M to $5M", "$5M to $20M", "Above $20M"],
        "Size by recurring revenue.",
      ),
      choice(
        "model",
        "Business model",
        [PLG_MODEL, "Sales-led", "Hybrid", "Marketplace"],
        "How customers come to buy.",
      ),
      money("arr", "ARR", "Annual recurring revenue today."),
      money("arrTarget", "ARR target", "Annual recurring revenue wanted at the end of the year."),
      money("dealSize", "Average deal size", "Amount of a typical new deal."),
      count("cycleDays", "Sales cycle in days", "Days from a deal's creation to its signature."),
    ],
  },
  {
    title: "Team",
    fields: [
      count("marketingTeam", "Marketing team", "People in marketing."),
      count("salesTeam", "Sales team", "People in sales."),
      count("csTeam", "CS team", "People in customer success."),
      count("revopsTeam", "RevOps team", "People whose work is revenue operations; 0 for nobody."),
    ],
  },
  {
    title: "Tech stack",
    fields: [
      text("crm", "CRM", `HubSpot, Salesforce, Pipedrive …, or ${NO_TOOL}.`),
      text("automationTool", "Marketing automation", `The tool, or ${NO_TOOL}.`),
      text("csTool", "CS platform", `The tool, or ${NO_TOOL}.`),
      text("billing", "Billing", `Stripe, Chargebee, Zuora …, or ${NO_TOOL}.`),
      text("warehouse", "Data warehouse", `The tool, or ${NO_TOOL}.`),
      text("biTool", "BI tool", `The tool, or ${NO_TOOL}.`),
    ],
  },
  {
    title: "Pain",
    fields: [text("pain", "What hurts most", "In a sentence or two; it stands on the result.")],
  },
];

export const INTAKE_FIELDS: readonly IntakeField[] = INTAKE_GROUPS.flatMap(({ fields }) => fields);

/** Long enough for a sentence or two, short enough for a cell and for a draft. */
const MOST_LETTERS = 300;

const shortened = (raw: unknown): string =>
  String(raw ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MOST_LETTERS);

/** What was typed, as text, for a draft: nothing is judged yet. */
export function intakeTexts(raw: unknown): Readonly<Record<string, string>> {
  const given = (raw ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    INTAKE_FIELDS.flatMap(({ key }) => {
      const typed = shortened(given[key]);
      return typed === "" ? [] : [[key, typed]];
    }),
  );
}

/** The answers to keep: figures as numbers, with or without thousands separators. Refused where a figure is none. */
export function readIntake(raw: unknown): IntakeAnswers {
  const texts = intakeTexts(raw);
  const answers: Record<string, string | number> = {};
  for (const { key, label, kind } of INTAKE_FIELDS) {
    const typed = texts[key];
    if (typed === undefined) continue;
    answers[key] = kind === "money" || kind === "count" ? figure(label, typed) : typed;
  }
  return answers;
}

function figure(label: string, typed: string): number {
  const grouped = /^\d{1,3}(?:[ ,'’]\d{3})+(?:\.\d+)?$/.test(typed);
  const plain = grouped ? typed.replace(/[ ,'’]/g, "") : typed;
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  return refuse(label, `must be a number such as 1200000; "${typed.slice(0, 40)}" is none.`);
}
