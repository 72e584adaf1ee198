import { counted } from "../../core/pipeline/counted.js";
import { completeness } from "../../core/quality/completeness.js";
import { findDuplicates } from "../../core/quality/duplicates.js";
import { HYGIENE_RULES } from "../../core/quality/hygiene.js";
import { refuse } from "../../core/refusal/refusal.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, figureOrTable, tabular } from "../definition.js";
import { choice, date, headings, number, one, optional, table } from "../parameters.js";
import {
  accountFaults,
  contactFaults,
  dealFaults,
  type Faults,
  given,
  leadFaults,
} from "./dataQualityFaults.js";
import { type Accounts, readAccounts, readRecords, threshold } from "./dataQualityRecords.js";
import { listed, type Row, wantedColumns } from "./rowsByHeading.js";

function accountsOf(
  headings: readonly string[] | undefined,
  rows: readonly Row[] | undefined,
): Accounts | undefined {
  const table = given([headings, rows], "account");
  return table && readAccounts(table.names, table.rows, "account_");
}

const ROWS_COUNT = "Rows are counted from 1 within the range, blank rows included.";

export const DATA_QUALITY: readonly FunctionDefinition[] = [
  figureOrTable({
    name: "REVOPS_DUPLICATES",
    family: "data quality",
    summary:
      "Finds companies or people entered twice under different spellings: each pair with a score and the reason, grouped for merging.",
    formula: "weighted agreement of name, domain, e-mail, phone, company and place over the fields both have",
    parameters: [
      headings(
        "headings",
        "The heading row: Name or Company (or First and Last name), and any of Domain, E-mail, Phone, City.",
      ),
      table("rows", "The records under it."),
      threshold,
      optional(
        one(
          choice("measure", "pairs for the list (default), rate for the share of surplus records.", [
            "pairs",
            "rate",
          ]),
        ),
        "pairs",
      ),
    ],
    result: "Rows Group, Row, Record, Same as row, Same as, Score (0 to 1), Reason; or a rate as a fraction.",
    notes: [
      "Legal forms (Inc, GmbH, Ltd …), accents, case and punctuation do not count; mail providers are no company domain.",
      "Weights: name 50, e-mail 40, domain 30, phone 25, company 20, place 10; less where they differ. A name alone scores at most 0.95.",
      "Compared are records that share a domain, e-mail, phone or word, and neighbours in the alphabet from either end of the name; a group of n is told by its n − 1 strongest pairs.",
      ROWS_COUNT,
    ],
    source:
      "RevOps Engine playbook, phase 2 (duplicate accounts below 2%); string distance by fastest-levenshtein; the weights are this add-on's own.",
    synonyms: ["dedupe", "merge records", "same company twice", "fuzzy match", "duplicate rate"],
    examples: [
      {
        formula:
          '=REVOPS_DUPLICATES({"Company","Website","City"}, {"Müller & Söhne GmbH","https://www.mueller-soehne.de/kontakt","Köln";"Muller and Sohne","mueller-soehne.de","Koln";"Miller Sons Inc.","millersons.com","Austin"})',
        answer: [
          ["Group", "Row", "Record", "Same as row", "Same as", "Score", "Reason"],
          [1, 2, "Muller and Sohne", 1, "Müller & Söhne GmbH", 1, "same name; same domain; same place"],
        ],
        from: "Unicode Standard Annex 15: ü, ö decompose to u, o and an accent; RevOps Engine playbook, phase 2",
      },
      {
        formula:
          '=REVOPS_DUPLICATES({"Name"}, {"Acme Inc";"ACME Corporation";"Birch Ltd";"Cedar"}, , "rate")',
        answer: 0.25,
        from: "RevOps Engine playbook, phase 2: the duplicate rate, one surplus record of four",
      },
    ],
    compute: (names, rows, enough, measure) => {
      const records = readRecords(names, rows);
      const { groups, surplus, compared, leftOut } = findDuplicates(records, enough);
      if (measure === "rate") {
        return compared > 0
          ? surplus / compared
          : refuse("rows", "hold no name, domain, e-mail or phone to compare.");
      }
      const of = (at: number) => records[at] as (typeof records)[number];
      const found: Answer[][] = groups.flatMap((links, group) =>
        links.map(({ first, second, score, reason }) => [
          ...[group + 1, of(second).row, of(second).label],
          ...[of(first).row, of(first).label, score, reason],
        ]),
      );
      if (leftOut > 0) {
        const said = counted(leftOut, "row has", "rows have");
        found.push(["", "", `${said} no name, domain, e-mail or phone`, "", "", "", ""]);
      }
      return {
        columns: ["Group", "Row", "Record", "Same as row", "Same as", "Score", "Reason"],
        rows: found,
      };
    },
  }),
  figureOrTable({
    name: "REVOPS_COMPLETENESS",
    family: "data quality",
    summary: "How far required fields are filled: the share of each field and the rows that lack it.",
    formula: "filled cells ÷ rows",
    parameters: [
      headings("headings", "The heading row of the table."),
      table("rows", "The rows under it."),
      optional(headings("required", "Headings of the fields to look at; all where left out.")),
      optional(
        one(
          choice("measure", "table (default), or share of the rows that have every field.", [
            "table",
            "share",
          ]),
        ),
        "table",
      ),
    ],
    result:
      "Rows Field, Filled, Missing, Share, Rows at fault, the last one for all fields together; or a rate.",
    notes: [ROWS_COUNT, "A row that holds nothing at all is no record. 0 and FALSE are filled."],
    source: "RevOps Engine playbook, phase 2 (data hygiene rules, required fields by object)",
    synonyms: ["missing fields", "fill rate", "data quality", "required fields", "blank"],
    examples: [
      {
        formula:
          '=REVOPS_COMPLETENESS({"Deal","Amount","Stage"}, {"Acme",5000,"Proposal";"Birch",0,"Demo"}, {"Amount","Stage"})',
        answer: [
          ["Field", "Filled", "Missing", "Share", "Rows at fault"],
          ["Amount", 2, 0, 1, ""],
          ["Stage", 2, 0, 1, ""],
          ["All fields", 2, 0, 1, ""],
        ],
        from: "RevOps Engine playbook, phase 2: 100% completion",
      },
      {
        formula:
          '=REVOPS_COMPLETENESS({"Deal","Amount"}, {"Acme",5000;"Birch","";"Cedar",7000;"Dogwood",1}, , "share")',
        answer: 0.75,
        from: "RevOps Engine playbook, phase 2: completion of required fields, three rows of four",
      },
    ],
    compute: (names, rows, required, measure) => {
      const wanted = wantedColumns(names, required);
      if (wanted.length === 0) refuse("headings", "hold no field to look at; give the heading row.");
      const { fields, ...all } = completeness(
        rows,
        wanted.map(({ column }) => column),
      );
      if (measure === "share") return all.complete / all.rows;
      const faulty = new Set(fields.flatMap(({ missing }) => missing));
      const row = (name: string, filled: number, missing: readonly number[]): Answer[] => {
        const rowsAtFault = listed(missing.map((at) => at + 1));
        return [name, filled, missing.length, filled / all.rows, rowsAtFault];
      };
      return {
        columns: ["Field", "Filled", "Missing", "Share", "Rows at fault"],
        rows: [
          ...wanted.map(({ name }, at) => row(name, fields[at]?.filled ?? 0, fields[at]?.missing ?? [])),
          row(
            "All fields",
            all.complete,
            [...faulty].sort((one, other) => one - other),
          ),
        ],
      };
    },
  }),
  tabular({
    name: "REVOPS_HYGIENE",
    family: "data quality",
    summary:
      "The six data hygiene rules with owner and threshold: what you measure, pass or fail, and the rows at fault.",
    formula: "measured share against the rule's threshold",
    parameters: [
      headings("deal_headings", "The heading row of the Opportunities tab."),
      optional(table("deal_rows", "The deals under it, open and closed.")),
      optional(one(date("as_of", "Day from which inactivity is counted; a date typed in a cell."))),
      optional(headings("account_headings", "Heading row of the accounts.")),
      optional(table("account_rows", "The accounts under it.")),
      optional(headings("contact_headings", "Heading row of the contacts, one column named Bounced.")),
      optional(table("contact_rows", "The contacts under it.")),
      optional(headings("lead_headings", "Heading row of the leads.")),
      optional(table("lead_rows", "The leads under it.")),
      optional(headings("required", "Headings that an open deal must have filled.")),
    ],
    columns: ["Rule", "Frequency", "Owner", "Threshold", "Measured", "Result", "At fault", "Rows"],
    result:
      "Six rows: Rule, Frequency, Owner, Threshold, Measured (a fraction), Result (Pass, Fail, Not measured), At fault, Rows.",
    notes: [
      "Left out, required are those of Amount, Expected close, Stage, Forecast category, Created, Next step, Source, MEDDPICC and Decision maker that have a column.",
      "An open deal without any recorded activity counts as inactive.",
      "Leads count as matched where their Account is filled; without that column they are matched as in LEAD_MATCH_ACCOUNT.",
      ROWS_COUNT,
    ],
    source: "RevOps Engine playbook, phase 2 (data hygiene rules)",
    synonyms: ["data quality", "hygiene report", "CRM health", "bounce rate"],
    examples: [
      {
        formula:
          '=REVOPS_HYGIENE({"Deal","Amount","Outcome","Last activity","Loss reason"}, {"Acme",5000,"Open",DATE(2026,3,30),""}, DATE(2026,3,31), , , , , , , , FALSE)',
        answer: [
          ["Duplicate accounts", "Weekly", "RevOps", "below 2%", "", "Not measured", "", "needs accounts"],
          ["Required fields on open deals filled", "Daily", "Sales managers", "100%", 1, "Pass", 0, "Amount"],
          ["Open deals without activity for 14 days", "Daily", "AE", "none", 0, "Pass", 0, ""],
          ...[
            ["Contacts whose e-mail bounces", "Monthly", "Marketing", "below 5%"],
            ["Leads matched to an account", "Real-time", "Automation", "95% or more"],
            ["Lost deals with a reason", "On close", "AE", "100%"],
          ].map((row, at) => [
            ...row,
            ...["", "Not measured", ""],
            `needs ${["contacts with a Bounced column", "leads with an Account column, or leads and accounts", "lost deals"][at]}`,
          ]),
        ],
        from: "RevOps Engine playbook, phase 2: the six rules",
      },
    ],
    compute: (
      dealNames,
      deals,
      asOf,
      accountNames,
      accountRows,
      contactNames,
      contactRows,
      leadNames,
      leadRows,
      required,
    ) => {
      const contacts = given([contactNames, contactRows], "contact");
      const leads = given([leadNames, leadRows], "lead");
      const accounts = accountsOf(accountNames, accountRows);
      const measured: Faults = new Map([
        ...dealFaults(
          { names: dealNames, rows: deals ?? [] },
          asOf ?? refuse("as_of", "is blank; give a date."),
          required,
          "deal_",
        ),
        ...(accounts ? accountFaults(accounts) : []),
        ...(contacts ? contactFaults(contacts) : []),
        ...(leads ? leadFaults(leads, accounts) : []),
      ]);
      return HYGIENE_RULES.map(({ key, rule, frequency, owner, threshold: bound, passes, needs }) => {
        const own = measured.get(key);
        const head = [rule, frequency, owner, bound];
        if (!own) return [...head, "", "Not measured", "", `needs ${needs}`];
        const { share, atFault, named } = own;
        return [
          ...head,
          ...[share, passes(share) ? "Pass" : "Fail", atFault.length],
          [listed(atFault.map(({ row }) => row)), named].filter(Boolean).join("; of "),
        ];
      });
    },
  }),
  tabular({
    name: "REVOPS_HYGIENE_ROWS",
    family: "data quality",
    summary:
      "The rows that break one data hygiene rule: which record, what is wrong with it, and in which cell.",
    formula: "the rows at fault of REVOPS_HYGIENE, one by one",
    parameters: [
      one(
        choice(
          "rule",
          "duplicates (accounts), fields, stale, reasons (deals), bounces (contacts) or matching (leads).",
          ["duplicates", "fields", "stale", "bounces", "matching", "reasons"],
        ),
      ),
      headings("headings", "Heading row of the table that the rule is about."),
      table("rows", "The rows under it."),
      optional(
        one(date("as_of", "For fields, stale and reasons: the day from which inactivity is counted.")),
      ),
      optional(
        headings("account_headings", "For matching: heading row of the accounts, to name the likely one."),
      ),
      optional(table("account_rows", "For matching: the accounts under it.")),
      optional(headings("required", "For fields: headings that an open deal must have filled.")),
      optional(
        one(
          number("most", "Rows to list at most; 200 where left out.", {
            min: 1,
            max: 100000,
            what: "a number from 1",
          }),
        ),
        200,
      ),
    ],
    columns: ["Record", "What is wrong", "Row", "Column"],
    result:
      "Record, What is wrong, Row and Column (from 1, within the ranges given); nothing where the rule is kept.",
    notes: ["Where more rows are at fault than are listed, the last line says how many.", ROWS_COUNT],
    source: "RevOps Engine playbook, phase 2 (data hygiene rules)",
    synonyms: ["faulty rows", "hygiene list", "what to clean up"],
    examples: [
      {
        formula:
          '=REVOPS_HYGIENE_ROWS("stale", {"Deal","Outcome","Last activity"}, {"Acme","Open",DATE(2026,3,30);"Birch","Open",DATE(2026,3,11);"Cedar","Won",DATE(2026,1,1)}, DATE(2026,3,31))',
        answer: [
          ["Record", "What is wrong", "Row", "Column"],
          ["Birch", "20 days without activity", 2, 3],
        ],
        from: "RevOps Engine playbook, phase 2: no activity for 14 days and more; 11 to 31 March are 20 days",
      },
    ],
    compute: (rule, names, rows, asOf, accountNames, accountRows, required, most) => {
      const own = { names, rows };
      const found: Faults = new Map(
        rule === "duplicates"
          ? accountFaults(readAccounts(names, rows))
          : rule === "bounces"
            ? contactFaults(own)
            : rule === "matching"
              ? leadFaults(own, accountsOf(accountNames, accountRows), "")
              : dealFaults(own, asOf ?? refuse("as_of", "is blank; give a date."), required),
      );
      const key = rule === "reasons" ? "lossReason" : rule;
      const needs = HYGIENE_RULES.find((one) => one.key === key)?.needs;
      const { atFault } = found.get(key) ?? refuse("rows", `hold nothing to measure; give ${needs}.`);
      const shown = atFault.length > most ? atFault.slice(0, most - 1) : atFault;
      const lines = shown.map(({ record, wrong, row, column }): Answer[] => [record, wrong, row, column + 1]);
      const more = atFault.length - shown.length;
      return more > 0 ? [...lines, [`and ${more} more`, "", "", ""]] : lines;
    },
  }),
];
