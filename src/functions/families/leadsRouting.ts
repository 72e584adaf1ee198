import { type NamedAccount, type Queue, queueOf, routeLeads } from "../../core/leads/routing.js";
import { bareName } from "../../core/leads/signal.js";
import { slaCompliance, slaStatus } from "../../core/leads/slaStatus.js";
import { CLOCK, workingDays, workingHours, workingTime } from "../../core/leads/workingTime.js";
import { refuse } from "../../core/refusal/refusal.js";
import { type Answer, type Cell, problem } from "../cells.js";
import { type FunctionDefinition, figureOrTable, tabular } from "../definition.js";
import {
  choice,
  column,
  count,
  date,
  headings,
  number,
  one,
  optional,
  type Parameter,
  table,
  text,
} from "../parameters.js";
import { matchLeads, type ReadRecord, readAccounts, readRecords, threshold } from "./dataQualityRecords.js";
import { fieldReader, isBlankRow, type Row, readCellAs } from "./rowsByHeading.js";

const word = text("", "");
const size = count("", "");
const score = number("", "");

const LEAD_NAMES = {
  account: ["Company", "Company name", "Account", "Account name", "Organization", "Organisation"],
  address: ["Domain", "Website", "Company domain", "E-mail", "Email address"],
  employees: ["Employees", "Company size", "Employee count", "Number of employees", "Size"],
  tier: ["ICP tier", "Tier", "ICP"],
  score: ["Score", "Lead score"],
};

/** Pairs of texts, without a heading row. */
function pairs(rows: readonly Row[] | undefined, argument: string, isHeading: RegExp) {
  return (rows ?? []).flatMap((cells, at) => {
    const row = at + 1;
    const textAt = (column: number) => readCellAs(word, cells[column], argument, row) ?? "";
    const [first, second] = [textAt(0), textAt(1)];
    if (isBlankRow(cells) || (at === 0 && isHeading.test(bareName(first)))) return [];
    return { row, first, second };
  });
}

function readReps(rows: readonly Row[] | undefined): Map<Queue, string[]> {
  const reps = new Map<Queue, string[]>();
  for (const { row, first, second } of pairs(rows, "reps", /^(queue|team|segment)$/)) {
    const queue =
      queueOf(first) ??
      refuse(
        "reps",
        `has the queue "${first.slice(0, 40)}"; write Enterprise, Mid-market, SMB, Nurture or Fallback.`,
        row,
      );
    if (second === "") refuse("reps", "has no rep; give the name in the second column.", row);
    const own = reps.get(queue);
    if (own) own.push(second);
    else reps.set(queue, [second]);
  }
  return reps;
}

/** One value for all rows, or one a row. */
function perRow<T>(parameter: Parameter<T>, cells: readonly Row[], argument: string) {
  if ((cells[0] as Row).length > 1) {
    refuse(argument, "has several columns; give one value or a single column.");
  }
  const single = cells.length === 1;
  return (row: number): T =>
    readCellAs(parameter, cells[single ? 0 : row - 1]?.[0] as Cell, argument, single ? 1 : row) ??
    refuse(argument, `is blank; give ${parameter.what}.`, row);
}

const hours = number("sla_hours", "", { above: 0, max: 87_600, what: "hours above 0, such as 4 or 5/60" });
const holiday = date("", "");

const ISO_TIME = /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?\s*(\S*)$/;

/** A date with its time of day, also where it stands as text. */
function moment(name: string, help: string): Parameter<number> {
  const day = date(name, help);
  return {
    ...day,
    kind: "date and time",
    what: "a date and time",
    read: (cell) => {
      const match = typeof cell === "string" ? ISO_TIME.exec(cell) : undefined;
      if (!match) return day.read(cell);
      const [, iso = "", hour, minute, second = 0, zone] = match;
      if (zone) problem("names a time zone; give the time that the spreadsheet's own zone shows.");
      if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
        problem("holds no time of day; write 2026-01-31 16:30.");
      }
      const part = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
      return (day.read(iso) as number) + part / 86_400;
    },
  };
}

export const ROUTING: readonly FunctionDefinition[] = [
  {
    ...tabular({
      name: "LEAD_ROUTE",
      family: "leads",
      summary:
        "Routes leads to a queue and a rep by account, company size, ICP tier and score: one formula for the whole list.",
      formula:
        "named account; else 500+ employees and tier A or B; else 50–499; else below 50 with score 50+; else score below 50; else fallback",
      parameters: [
        headings("headings", "The heading row: Company, Employees, ICP tier, Score, and Domain or E-mail."),
        table("rows", "The leads under it, oldest first."),
        optional(
          table(
            "reps",
            "Two columns, queue (Enterprise, Mid-market, SMB, Nurture, Fallback) and rep, one row a rep.",
          ),
        ),
        optional(table("named_accounts", "Two columns, account (name or domain) and its rep.")),
      ],
      columns: ["Queue", "Rep", "Rule", "SLA"],
      result:
        "A row a lead: Queue, Rep (blank where the queue has none), Rule, SLA. A blank row stays blank.",
      notes: [
        "Reps of a queue take turns in the order of the rows, so the same rows always give the same answer; list a rep twice for a double share.",
        "A lead whose size and score fit no rule, or are not known, goes to Marketing ops. Without action in 30 minutes any lead goes to the manager.",
      ],
      source: "RevOps Engine playbook, phase 8 (lead routing logic)",
      synonyms: ["round robin", "assign leads", "lead assignment", "speed to lead", "distribution"],
      examples: [
        {
          formula:
            '=LEAD_ROUTE({"Company","Employees","ICP tier","Score"}, {"Acme",800,"A",60;"Birch",120,"C",20;"Cedar",120,"B",70;"Dogwood",20,"B",55;"Elm",20,"D",10;"Fir",900,"D",80;"Globex Inc",5,"D",0}, {"Enterprise","Ada";"Mid-market","Ben";"Mid-market","Cy";"SMB","Di"}, {"Globex","Eve"}, FALSE)',
          answer: [
            ["Enterprise AEs", "Ada", "Enterprise: 500 employees or more, ICP tier A or B", "5 minutes"],
            ["Mid-market SDRs", "Ben", "Mid-market: 50 to 499 employees", "5 minutes"],
            ["Mid-market SDRs", "Cy", "Mid-market: 50 to 499 employees", "5 minutes"],
            ["SMB SDRs", "Di", "SMB: below 50 employees, score 50 or more", "15 minutes"],
            ["Nurture campaign", "", "Low score: below 50", "Automated nurture"],
            ["Marketing ops", "", "No rule applies", "30 minutes, then the manager"],
            ["Assigned AE", "Eve", "Named account", "Immediate"],
          ],
          from: "RevOps Engine playbook, phase 8: one lead of each rule",
        },
      ],
      compute: (names, rows, reps, named) => {
        const { has, read } = fieldReader(names, LEAD_NAMES);
        if (!has("employees") && !has("score") && !has("account")) {
          refuse("headings", "hold neither Company, Employees nor Score; name at least one column so.");
        }
        const filled = rows.flatMap((cells, at) => (isBlankRow(cells) ? [] : [at]));
        const leads = filled.map((at) => {
          const cells = rows[at] as Row;
          const of = <T>(parameter: Parameter<T>, field: keyof typeof LEAD_NAMES) =>
            read(parameter, field, cells, at + 1) ?? undefined;
          return {
            account: of(word, "account"),
            address: of(word, "address"),
            employees: of(size, "employees"),
            tier: of(word, "tier"),
            score: of(score, "score"),
          };
        });
        const accounts = pairs(named, "named_accounts", /^(namedaccounts?|accounts?|company|domain)$/).map(
          ({ row, first, second }): NamedAccount => ({ row, account: first, rep: second }),
        );
        const routes = routeLeads(leads, readReps(reps), accounts);
        const answers = rows.map((): Answer[] => ["", "", "", ""]);
        routes.forEach(({ queue, rep, rule, sla }, at) => {
          answers[filled[at] as number] = [queue, rep, rule, sla];
        });
        return answers;
      },
    }),
    blankRows: "kept",
  },
  {
    ...tabular({
      name: "LEAD_MATCH_ACCOUNT",
      family: "leads",
      summary:
        "Finds the account each lead belongs to: by the domain of its e-mail or web site first, then by the company's name.",
      formula: "same domain: 1; else likeness of names, with place and phone where both have them",
      parameters: [
        headings("lead_headings", "Heading row of the leads: Company, E-mail or Website, and City or Phone."),
        table("lead_rows", "The leads under it."),
        headings("account_headings", "Heading row of the accounts: Account or Name, Website or Domain, ID."),
        table("account_rows", "The accounts under it."),
        threshold,
      ],
      columns: ["Account", "Account ID", "Score", "Reason"],
      result:
        "A row a lead: Account, Account ID, Score (0 to 1), Reason. A blank row stays blank; without a match only the reason stands.",
      notes: [
        "Mail providers (gmail.com …) are no company domain. Names are compared as in REVOPS_DUPLICATES; a name alone scores at most 0.95.",
        "Where several accounts share a domain, the one whose name comes nearest is taken, and the reason says how many there are.",
      ],
      source: "RevOps Engine playbook, phase 2 (lead-to-account matching, 95% and more)",
      synonyms: ["lead to account", "L2A", "match company", "which account"],
      examples: [
        {
          formula:
            '=LEAD_MATCH_ACCOUNT({"Lead","Company","E-mail"}, {"Ada","Acme","ada@mail.acme.co.uk";"Ben","Globex Corporation","ben@gmail.com";"Cy","Initech","cy@gmail.com"}, {"ID","Account","Website"}, {"A1","ACME Holdings","www.acme.co.uk";"A2","Globex Inc.","globex.com"}, , FALSE)',
          answer: [
            ["ACME Holdings", "A1", 1, "same domain"],
            ["Globex Inc.", "A2", 0.95, "same name"],
            ["", "", "", "no account reaches 0.85"],
          ],
          from: "RevOps Engine playbook, phase 2: lead-to-account matching, by domain and by name",
        },
      ],
      compute: (leadNames, leadRows, accountNames, accountRows, enough) => {
        const accounts = readAccounts(accountNames, accountRows, "account_");
        const leads = readRecords(leadNames, leadRows, "lead_");
        const found = matchLeads(leads, accounts, enough);
        const answers = leadRows.map((): Answer[] => ["", "", "", ""]);
        leads.forEach(({ row, companyName, domain, email }, at) => {
          const match = found[at];
          if (match) {
            const account = accounts.records[match.account] as ReadRecord;
            const name = account.companyName ?? account.label;
            answers[row - 1] = [name, account.id ?? "", match.score, match.reason];
            return;
          }
          const reason =
            companyName || domain || email
              ? `no account reaches ${enough}`
              : "no company or domain to look for";
          answers[row - 1] = ["", "", "", reason];
        });
        return answers;
      },
    }),
    blankRows: "kept",
  },
  {
    ...figureOrTable({
      name: "REVOPS_SLA_STATUS",
      family: "leads",
      summary:
        'Whether promises such as "first contact within 4 business hours" were kept: due time, hours taken, hours left, and the share kept.',
      formula: "time from start to done (or as_of), by the clock or within working hours, against sla_hours",
      parameters: [
        column(moment("start", "When each clock started, date and time, one row a case.")),
        table("sla_hours", "Hours promised: one value, or one a row. 5 minutes is =5/60."),
        optional(column(moment("done", "When it was done; blank where it is not."))),
        optional(
          one(
            moment("as_of", "Time to look from; needed where something is not done. A date typed in a cell."),
          ),
        ),
        optional(one(choice("calendar", "clock (default) or business.", ["clock", "business"])), "clock"),
        optional(
          one(text("work_days", "For business: Mon-Fri where left out; Sun-Thu, or Mon,Tue,Sat.")),
          "Mon-Fri",
        ),
        optional(one(text("work_hours", "For business: 9-17 where left out; 08:30-17:30.")), "9-17"),
        optional(table("holidays", "For business: days off.")),
        optional(
          one(
            number(
              "zone_shift",
              "Hours from the spreadsheet's time zone to that of the team, such as -6; 0 where left out.",
              {
                min: -26,
                max: 26,
                what: "hours from -26 to 26",
              },
            ),
          ),
          0,
        ),
        optional(
          one(choice("measure", "rows (default), or compliance for the share kept.", ["rows", "compliance"])),
          "rows",
        ),
      ],
      result: "A row a case: Status (Met, Missed, Open, Overdue), Due, Hours taken, Hours left; or a rate.",
      notes: [
        "Times are those that the cells show, in the spreadsheet's time zone; working hours and holidays are those of the place that zone_shift leads to. Clock changes are not counted: a day has 24 hours.",
        "Compliance is Met ÷ (Met + Missed + Overdue); what is open and in time does not count.",
        "A blank row stays blank.",
      ],
      source:
        "RevOps Engine playbook, phases 3 and 7 (SLA framework); Revenue Operations guide, sections 1 and 5",
      synonyms: ["response time", "speed to lead", "business hours", "service level", "overdue"],
      examples: [
        {
          formula:
            '=REVOPS_SLA_STATUS("2026-03-20 16:30", 4, "2026-03-24 12:00", , "business", , , "2026-03-23", , , FALSE)',
          answer: [["Met", { serial: 46105 + 12.5 / 24 }, 3.5, 0.5]],
          from: "Codingace, business hours SLA: 4 hours from Friday 16:30 over a Monday off fall due on Tuesday at 12:30",
        },
        {
          formula:
            '=REVOPS_SLA_STATUS({"2026-03-20 16:00";"2026-03-20 16:30"}, 2.5, {"2026-03-23 11:00";"2026-03-23 10:30"}, , "business", , , , , , FALSE)',
          answer: [
            ["Missed", { serial: 46104 + 10.5 / 24 }, 3, -0.5],
            ["Met", { serial: 46104 + 11 / 24 }, 2, 0.5],
          ],
          from: "Snow Day Calculator, SLA business hours: Friday 16:00 to Monday 11:00 is 3 hours, 16:30 to 10:30 is 2",
        },
      ],
      compute: (start, slaCells, done, asOf, calendar, days, hoursText, holidays, zoneShift, measure) => {
        const time =
          calendar === "clock"
            ? CLOCK
            : workingTime(
                { days: workingDays(days), ...workingHours(hoursText) },
                (holidays ?? []).flatMap((cells, at) =>
                  cells.flatMap((cell) => readCellAs(holiday, cell, "holidays", at + 1) ?? []),
                ),
              );
        const promised = perRow(hours, slaCells, "sla_hours");
        const cases = start.map((began, at) => {
          const row = at + 1;
          const end = done?.[at] ?? null;
          if (began === null) {
            return end === null
              ? undefined
              : refuse("start", "is blank; give the date and time it started.", row);
          }
          return slaStatus(began, end, promised(row), asOf, time, zoneShift / 24, row);
        });
        if (measure === "compliance") return slaCompliance(cases.flatMap((own) => own?.state ?? []));
        return {
          columns: ["Status", "Due", "Hours taken", "Hours left"],
          rows: cases.map((own): Answer[] =>
            own ? [own.state, { serial: own.due }, own.elapsedHours, own.hoursLeft] : ["", "", "", ""],
          ),
        };
      },
    }),
    blankRows: "kept",
  },
];
