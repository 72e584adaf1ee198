import { DEFAULT_LEAD_MODEL } from "../../core/leads/defaultModel.js";
import { leadScores, signalColumns } from "../../core/leads/leadScore.js";
import { readLeadModel } from "../../core/leads/readModel.js";
import { type FunctionDefinition, spilling } from "../definition.js";
import { date, headings, one, optional, table } from "../parameters.js";
import { serialOfIsoText } from "../serial.js";

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
      table(
        "rows",
        "The leads under it. Under a signal stands TRUE or FALSE, a count, or the date it last happened.",
      ),
      optional(
        one(
          date(
            "as_of",
            "Day on which to score; needed where a signal holds dates. A date typed in a cell, since Sheets never resolves TODAY() here.",
          ),
        ),
      ),
      optional(
        table(
          "model",
          "Your own model: rows of signal, group (behavioural, firmographic or negative), points, decay, threshold.",
        ),
      ),
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
    compute: (names, leads, asOf, model) => {
      const signals = model === undefined ? DEFAULT_LEAD_MODEL : readLeadModel(model);
      const columns = signalColumns(names, signals);
      return leadScores(columns, leads, asOf, serialOfIsoText).map((score) => [score ?? ""]);
    },
  }),
];
