import { DEFAULT_LEAD_MODEL } from "../../core/leads/defaultModel.js";
import { HOT_FROM, leadGrade, MQL_FROM } from "../../core/leads/leadGrade.js";
import { leadPoints, leadScores, signalColumns } from "../../core/leads/leadScore.js";
import { readLeadModel } from "../../core/leads/readModel.js";
import { bareName } from "../../core/leads/signal.js";
import type { Answer, Cell } from "../cells.js";
import { isCellDate } from "../cells.js";
import { elementwise, type FunctionDefinition, figureOrTable, spilling } from "../definition.js";
import { date, headings, number, one, optional, table } from "../parameters.js";
import { serialOfIsoText } from "../serial.js";
import { PRODUCT_SIGNALS } from "./leadsSignals.js";

const rows = table(
  "rows",
  "The leads under it. Under a signal stands TRUE or FALSE, a count, or the date it last happened.",
);
const asOf = optional(
  one(
    date(
      "as_of",
      "Day on which to score; needed where a signal holds dates. A date typed in a cell, since Sheets never resolves TODAY() here.",
    ),
  ),
);
const ownModel = optional(
  table(
    "model",
    "Your own model: rows of signal, group (behavioural, firmographic or negative), points, decay, threshold.",
  ),
);

const columnsFor = (names: readonly string[], model: readonly (readonly Cell[])[] | undefined) =>
  signalColumns(names, model === undefined ? DEFAULT_LEAD_MODEL : readLeadModel(model));

/** The column that tells a reader which lead it is. */
const labelColumn = (names: readonly string[]): number => {
  const bare = names.map(bareName);
  const known = ["lead", "name", "fullname", "leadname", "contact", "email", "company", "account"];
  return known.map((name) => bare.indexOf(name)).find((column) => column >= 0) ?? -1;
};

export const LEADS: readonly FunctionDefinition[] = [
  spilling({
    name: "LEAD_SCORE",
    family: "leads",
    summary:
      "Scores leads by what they did, how well they fit and what speaks against them: one formula for the whole list. From 50 a lead is an MQL, from 75 it is hot.",
    formula: "behavioural points (at most 60) + firmographic points (at most 40) + negative points",
    parameters: [
      headings(
        "headings",
        "The heading row. A column whose heading is a signal (Visited pricing page, Requested demo, ICP industry match …) counts; others are passed over.",
      ),
      rows,
      asOf,
      ownModel,
    ],
    result:
      "One score a row; a blank row stays blank. At most 100, and below 0 where negative points prevail.",
    notes: [
      "Case, spaces and punctuation of headings do not matter, and common names work too (Pricing page, Demo requested, Emails opened). Where a signal's full name and such a name are both there, the full name counts.",
      "A count fires a signal from its threshold on: 3 emails, 5 pages, 1 for most.",
      "Pricing-page points fall by 5 for each whole week past day 14 after the visit; a signal within 7 days counts while its date is at most 7 days old.",
      "Under No activity in 30 days a date is the last activity and a number the days since; a blank says nothing.",
      'In a model of your own, decay reads "5 points/week after 14 days" or is a number of points a week (from day 14). Signals named as in the default model keep its thresholds and windows; others take them from their names ("3+", "in 7 days").',
      "A date after as_of is refused: it is a slip, or as_of is too early.",
    ],
    source: "RevOps Engine playbook, phase 3 (lead scoring model)",
    synonyms: ["MQL", "lead scoring", "hot leads", "qualify leads", "PQL", "fit and intent"],
    examples: [
      {
        formula:
          '=LEAD_SCORE({"Lead","Visited pricing page","Requested demo","ICP industry match","Decision-maker title"}, {"Ada",TRUE,TRUE,TRUE,TRUE;"Ben",FALSE,FALSE,TRUE,FALSE})',
        answer: [[65], [15]],
        from: "RevOps Engine playbook, phase 3: 15 + 25 + 15 + 10, and 15",
      },
      {
        formula:
          '=LEAD_SCORE({"Visited pricing page","Opened 3+ emails in 7 days","Competitor domain"}, {DATE(2026,1,1),4,FALSE;DATE(2026,1,10),2,TRUE}, DATE(2026,1,23))',
        answer: [[18], [-85]],
        from: "RevOps Engine playbook, phase 3: 15 − 5 for the one week past day 14, + 8; 15 − 100",
      },
      {
        formula:
          '=LEAD_SCORE({"Trial started","Country"}, {TRUE,TRUE}, , {"Trial started","behavioural",40;"Country","firmographic",15})',
        answer: [[55]],
        from: "RevOps Engine playbook, phase 3: the same caps, with a model of one's own",
      },
    ],
    compute: (names, leads, day, model) =>
      leadScores(columnsFor(names, model), leads, day, serialOfIsoText).map((score) => [score ?? ""]),
  }),
  {
    ...figureOrTable({
      name: "LEAD_SCORE_BREAKDOWN",
      family: "leads",
      summary:
        "Why a lead scores what it scores: the points of each signal, the sums under their caps, score and grade.",
      formula: "as LEAD_SCORE, signal by signal",
      parameters: [headings("headings", "The heading row, as for LEAD_SCORE."), rows, asOf, ownModel],
      result:
        "A row a lead: name, the points of each signal found, Behavioural (at most 60), Firmographic (at most 40), Negative, Score, Grade.",
      notes: [
        "A blank row stays blank. The points of signals are shown before the caps. For the grade see LEAD_GRADE.",
      ],
      source: "RevOps Engine playbook, phase 3 (lead scoring model)",
      synonyms: ["why this score", "lead score explained", "points per signal"],
      examples: [
        {
          formula:
            '=LEAD_SCORE_BREAKDOWN({"Lead","Requested demo","ICP industry match","Competitor domain"}, {"Ada",TRUE,TRUE,FALSE;"Ben",TRUE,FALSE,TRUE}, , , FALSE)',
          answer: [
            ["Ada", 25, 15, 0, 25, 15, 0, 40, "Nurture, fit C"],
            ["Ben", 25, 0, -100, 25, 0, -100, -75, "Disqualified, fit D"],
          ],
          from: "RevOps Engine playbook, phase 3: 25 + 15, and 25 − 100",
        },
      ],
      compute: (names, leads, day, model) => {
        const columns = columnsFor(names, model);
        const label = labelColumn(names);
        const titles = columns.map(({ signal }) => signal.name);
        const heads = ["Lead", ...titles, "Behavioural", "Firmographic", "Negative", "Score", "Grade"];
        return {
          columns: heads,
          rows: leads.map((cells, at): readonly Answer[] => {
            const own = leadPoints(columns, cells, day, serialOfIsoText, at + 1);
            if (!own) return heads.map(() => "");
            const { points, behavioural, firmographic, negative, score } = own;
            const named = cells[label] ?? `Row ${at + 1}`;
            const grade = leadGrade(score, MQL_FROM, HOT_FROM, firmographic);
            return [
              isCellDate(named) ? `Row ${at + 1}` : named,
              ...points,
              ...[behavioural, firmographic, negative, score, grade],
            ];
          }),
        };
      },
    }),
    blankRows: "kept",
  },
  elementwise({
    name: "LEAD_GRADE",
    family: "leads",
    summary:
      "What a lead score makes of the lead: Hot lead, MQL, Nurture or Disqualified, with its fit from A to D on request.",
    formula:
      "from 75 Hot lead, from 50 MQL, from 0 Nurture, else Disqualified; fit A from 30 firmographic points, B from 20, C from 10",
    parameters: [
      number("score", "The lead's score, as LEAD_SCORE gives it."),
      optional(number("mql_from", "Score from which a lead is an MQL; 50 where left out."), MQL_FROM),
      optional(number("hot_from", "Score from which it is hot; 75 where left out."), HOT_FROM),
      optional(
        number("fit_points", "The lead's firmographic points (0 to 40), to have its fit named as well.", {
          min: 0,
          max: 40,
          what: "firmographic points from 0 to 40",
        }),
      ),
    ],
    result: 'The grade\'s name, such as MQL or "MQL, fit B".',
    notes: ["The bounds of the fit are this add-on's own: quarters of the 40 points."],
    source: "RevOps Engine playbook, phase 3 (thresholds of lead scoring)",
    synonyms: ["MQL", "hot lead", "lead status", "ICP tier", "fit grade"],
    examples: [
      {
        formula: "=LEAD_GRADE({80;75;50;49;-75})",
        answer: [["Hot lead"], ["Hot lead"], ["MQL"], ["Nurture"], ["Disqualified"]],
        from: "RevOps Engine playbook, phase 3: MQL from 50, hot from 75",
      },
    ],
    compute: leadGrade,
  }),
  ...PRODUCT_SIGNALS,
];
