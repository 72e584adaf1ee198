import { type HiringTerms, hiringPlan } from "../../core/capacity/hiringPlan.js";
import { productiveCapacity } from "../../core/capacity/productiveCapacity.js";
import { QUOTA_BUFFER, quotaPerAe } from "../../core/capacity/quotaPerAe.js";
import { rampShare } from "../../core/capacity/ramp.js";
import { requiredAes, wholePeople } from "../../core/capacity/requiredAes.js";
import { PLAN_LINES, type PlanFigure, planFormula, revenuePlan } from "../../core/plan/revenuePlan.js";
import { runScenario, type ScenarioFigures } from "../../core/plan/scenarios.js";
import type { Answer } from "../cells.js";
import { elementwise, type FunctionDefinition, figureOrTable, spilling, tabular } from "../definition.js";
import { choice, column, count, date, money, multiple, one, optional, share, table } from "../parameters.js";
import { planInputs, rampProfile, scenarios } from "./capacityAndPlanRanges.js";

const SOURCE = "RevOps Engine playbook, phase 6 (capacity model)";
const PLAN_SOURCE = "RevOps Engine playbook, phase 11";
const family = "capacity and plan";
const positive = { above: 0, what: "an amount above 0" } as const;
const target = money("target", "Amount to be booked in the period; above 0.", positive);
const quota = money("quota", "Yearly quota of a fully ramped AE; above 0.", positive);
const attainment = share("attainment", "Share of quota you expect to be reached, such as 70%; above 0%.");
const from = one(date("from", "First day of the period."));
const to = one(date("to", "Last day of the period."));
const profile = optional(
  table(
    "profile",
    "A (months 1–2 0%, 3 25%, 4–5 50%, then 100%; default), B (month 5 75%), or your own rows of month and share.",
  ),
);
const RAMP_NOTE = "The month of hire is month 1.";
const inputs = table(
  "inputs",
  "Two columns, name and value: New business (or ARR target, Opening ARR and Gross churn rate), Average new deal size, New win rate, and where known Sales cycle days, SQL to opportunity, MQL to SQL, Expansion or Expansion rate, Average expansion deal size, Expansion win rate, Ramped AEs, Quota per AE, Expected attainment.",
);
/** What a scenario's target takes, as against what it would book. */
const NEEDED: readonly PlanFigure[] = [
  ...(["deals", "opportunities", "sqls", "mqls", "pipeline", "openAtATime"] as const),
  ...(["capacity", "gap", "hires"] as const),
];
const or = (value: number | undefined): Answer => value ?? "";

export const CAPACITY_AND_PLAN: readonly FunctionDefinition[] = [
  elementwise({
    name: "REVOPS_CAPACITY",
    family,
    summary: "How many fully ramped AEs a target takes.",
    formula: "target ÷ (quota × attainment)",
    parameters: [
      target,
      quota,
      attainment,
      optional(
        choice("rounding", "exact (default), or whole for people, rounded up.", ["exact", "whole"]),
        "exact",
      ),
    ],
    result: "A number of AEs.",
    notes: ["Ramped AEs, not hires: REVOPS_HIRING_PLAN adds ramp and attrition."],
    source: SOURCE,
    synonyms: ["headcount", "how many reps", "sales capacity", "required AEs"],
    examples: [
      {
        formula: '=REVOPS_CAPACITY(5000000, 600000, 70%, "whole")',
        answer: 12,
        from: "RevOps Engine playbook, phase 6: $5M ÷ ($600K × 70%) = 12 AEs",
      },
      {
        formula: "=REVOPS_CAPACITY({6000000;5000000}, {800000;600000}, {100%;70%})",
        answer: [[7.5], [5000000 / 420000]],
        from: "Tech startup patterns (Bartley), sales capacity planning: $6M at an $800K quota is about eight; the playbook's example",
      },
    ],
    compute: (amount, each, reached, rounding) => {
      const aes = requiredAes(amount, each, reached);
      return rounding === "whole" ? wholePeople(aes) : aes;
    },
  }),
  spilling({
    name: "REVOPS_RAMP",
    family,
    summary: "Share of full productivity that a rep reaches in each month of the job.",
    formula: "share of the schedule's last step whose month is reached",
    parameters: [
      column(
        count("months_since_hire", "Month in the job as a whole number, the month of hire being 1.", {
          min: 1,
          whole: true,
          what: "the month in the job, a whole number from 1 (the month of hire)",
        }),
      ),
      profile,
    ],
    result: "A share; one a row.",
    notes: [
      "A schedule of your own is rows of month and share, or the shares of months 1, 2, 3 … in one column.",
    ],
    source: "RevOps Engine playbook, phase 6; Revenue Operations guide, section 4 (ramp schedules)",
    synonyms: ["onboarding", "ramp schedule", "productivity", "new hire"],
    examples: [
      {
        formula: "=REVOPS_RAMP({1;2;3;4;5;6;7})",
        answer: [[0], [0], [0.25], [0.5], [0.5], [1], [1]],
        from: "RevOps Engine playbook, phase 6: ramp schedule",
      },
      {
        formula: '=REVOPS_RAMP({4;5;6}, "B")',
        answer: [[0.5], [0.75], [1]],
        from: "Revenue Operations guide, section 4: ramp schedule",
      },
      {
        formula: "=REVOPS_RAMP({2;3;6}, {1,0;3,50%;6,100%})",
        answer: [[0], [0.5], [1]],
        from: "MetricKit glossary, sales ramp: 50% by month 3 and 100% by month 6",
      },
    ],
    compute: (months, own) => {
      const schedule = rampProfile(own);
      return months.map((month) => [month === null ? "" : rampShare(schedule, month)]);
    },
  }),
  figureOrTable({
    name: "REVOPS_PRODUCTIVE_CAPACITY",
    family,
    summary: "What a team can book month by month, from each rep's hire date, quota, ramp and leave date.",
    formula: "sum over reps of quota ÷ 12 × attainment × ramp × share of the month employed",
    parameters: [
      column(date("hire_dates", "Day each rep started or will start, one row a rep.")),
      column(money("quotas", "Yearly quota of each rep when fully ramped.", { min: 0 })),
      from,
      to,
      optional(one(attainment), 1),
      optional(column(date("leave_dates", "Last day of those who leave; blank for the others."))),
      profile,
      optional(one(choice("measure", "table by month (default), or total.", ["table", "total"])), "table"),
    ],
    result: "Rows Month, Reps, Ramped reps, Capacity, with a total; or the total alone.",
    notes: [RAMP_NOTE, "A month counts by the days of the period on which a rep was employed."],
    source: SOURCE,
    synonyms: ["bookings capacity", "ramped rep equivalents", "quota on the street"],
    examples: [
      {
        formula:
          '=REVOPS_PRODUCTIVE_CAPACITY({DATE(2024,1,1);DATE(2024,1,1);DATE(2024,1,1);DATE(2024,1,1);DATE(2024,1,1);DATE(2024,1,1);DATE(2024,1,1)}, {600000;600000;600000;600000;600000;600000;600000}, DATE(2026,1,1), DATE(2026,3,31), 85%, , , "total")',
        answer: 892500,
        from: "MetricKit, sales capacity planning: 7 ramped reps × $150k a quarter × 85% = $892.5k",
      },
      {
        formula:
          '=REVOPS_PRODUCTIVE_CAPACITY({DATE(2026,1,5);DATE(2025,1,1)}, {120000;120000}, DATE(2026,3,1), DATE(2026,4,30), 100%, {"";DATE(2026,4,15)})',
        answer: [
          ["Month", "Reps", "Ramped reps", "Capacity"],
          ["2026-03", 2, 1.25, 12500],
          ["2026-04", 2, 1, 10000],
          ["Total", "", "", 22500],
        ],
        from: "RevOps Engine playbook, phase 6: months 3 and 4 at 25% and 50%, beside a ramped rep who leaves mid-April",
      },
    ],
    compute: (hired, quotas, first, last, reached, left, own, measure) => {
      const months = productiveCapacity(hired, quotas, first, last, reached, rampProfile(own), left);
      const total = months.reduce((sum, { capacity }) => sum + capacity, 0);
      if (measure === "total") return total;
      return {
        columns: ["Month", "Reps", "Ramped reps", "Capacity"],
        rows: [
          ...months.map(({ month, reps, ramped, capacity }): Answer[] => [month, reps, ramped, capacity]),
          ["Total", "", "", total],
        ],
      };
    },
  }),
  figureOrTable({
    name: "REVOPS_HIRING_PLAN",
    family,
    summary:
      "The fewest hires that cover a target, and in which month each starts, with ramp and attrition counted month by month.",
    formula:
      "capacity of a month = sum over reps of quota ÷ 12 × attainment × ramp × (1 − attrition) ^ years since hire",
    parameters: [
      one(target),
      one(quota),
      one(attainment),
      one(share("attrition", "Share of the team that leaves in a year, such as 10%.")),
      from,
      to,
      optional(column(date("team", "Hire dates of the reps already there or signed, one row a rep."))),
      optional(one(date("hiring_from", "First month in which somebody can start; from where left out."))),
      optional(
        one(
          count("max_per_month", "Most hires in one month; no limit where left out.", {
            min: 1,
            whole: true,
            what: "a whole number of 1 or more",
          }),
        ),
      ),
      profile,
      optional(one(choice("measure", "table by month (default), or hires.", ["table", "hires"])), "table"),
    ],
    result:
      "Rows Month, Hires, Team, Expected leavers, Ramped reps, Capacity, Covered (share of the target so far), with a total; or the number of hires.",
    notes: [
      "One hire fewer, in whatever months, would miss the target. Months in which a hire yields most come first, of equal ones the latest; the last hire starts as late as the target allows.",
      "Refused where the target is out of reach within the period, with what can be reached.",
      `${RAMP_NOTE} Whole months count; attrition of the team begins with the plan.`,
      "The playbook's 14 to 15 hires for 12 ramped AEs are those who start five months ahead and lose 10 to 20% a year.",
    ],
    source: SOURCE,
    synonyms: ["headcount plan", "when to hire", "recruiting", "attrition", "ramp"],
    examples: [
      {
        formula:
          '=REVOPS_HIRING_PLAN(5000000, 600000, 70%, 10%, DATE(2026,1,1), DATE(2026,12,31), , DATE(2025,8,1), , , "hires")',
        answer: 14,
        from: "RevOps Engine playbook, phase 6: 12 ramped AEs take 14 to 15 hires, here with 10% attrition",
      },
      {
        formula:
          '=REVOPS_HIRING_PLAN(5000000, 600000, 70%, 20%, DATE(2026,1,1), DATE(2026,12,31), , DATE(2025,8,1), , , "hires")',
        answer: 15,
        from: "RevOps Engine playbook, phase 6: the same with 20% attrition",
      },
      {
        formula:
          "=REVOPS_HIRING_PLAN(100000, 120000, 100%, 0%, DATE(2026,1,1), DATE(2026,6,30), {DATE(2024,1,1);DATE(2025,12,1)}, , 1)",
        answer: [
          ["Month", "Hires", "Team", "Expected leavers", "Ramped reps", "Capacity", "Covered"],
          ["2026-01", 0, 2, 0, 1, 10000, 0.1],
          ["2026-02", 0, 2, 0, 1.25, 12500, 0.225],
          ["2026-03", 1, 3, 0, 1.5, 15000, 0.375],
          ["2026-04", 0, 3, 0, 1.5, 15000, 0.525],
          ["2026-05", 0, 3, 0, 2.25, 22500, 0.75],
          ["2026-06", 0, 3, 0, 2.5, 25000, 1],
          ["Total", 1, "", 0, "", 100000, 1],
        ],
        from: "RevOps Engine playbook, phase 6: ramp schedule by hand; the two reps there book 92,500, a third hired in March the missing 7,500",
      },
    ],
    compute: (goal, each, reached, attrition, first, last, team, hiringFrom, maxPerMonth, own, measure) => {
      const terms: HiringTerms = {
        target: goal,
        quota: each,
        attainment: reached,
        attrition,
        from: first,
        to: last,
        team,
        hiringFrom,
        maxPerMonth,
        profile: rampProfile(own),
      };
      const plan = hiringPlan(terms);
      if (measure === "hires") return plan.hires;
      let sum = 0;
      let leavers = 0;
      const rows = plan.months.map((row): Answer[] => {
        sum += row.capacity ?? 0;
        leavers += row.leavers;
        return [row.month, row.hires, row.team, row.leavers, row.ramped, or(row.capacity), sum / goal];
      });
      return {
        columns: ["Month", "Hires", "Team", "Expected leavers", "Ramped reps", "Capacity", "Covered"],
        rows: [...rows, ["Total", plan.hires, "", leavers, "", plan.capacity, plan.capacity / goal]],
      };
    },
  }),
  elementwise({
    name: "REVOPS_QUOTA",
    family,
    summary: "Quota per AE: the target shared among the ramped AEs, with a buffer for those who leave.",
    formula: "target ÷ ramped AEs × 1.15",
    parameters: [
      target,
      count("ramped_aes", "Number of fully ramped AEs; above 0.", { above: 0, what: "a number above 0" }),
      optional(
        multiple("buffer", "Factor on top; 1.15 where left out.", { min: 1, what: "a factor of 1 or more" }),
        QUOTA_BUFFER,
      ),
    ],
    result: "An amount per AE.",
    source: "Revenue Operations guide, section 4 (quota setting formula)",
    synonyms: ["quota per rep", "over-assignment", "set quotas"],
    examples: [
      {
        formula: "=REVOPS_QUOTA(15000000, 20)",
        answer: 862500,
        from: "Ryan Consulting, quota setting methodology: $15M with 115% coverage over 20 AEs is $863K each",
      },
    ],
    compute: quotaPerAe,
  }),
  tabular({
    name: "REVOPS_PLAN",
    family,
    summary:
      "A year's revenue plan: what the target takes in deals, opportunities, SQLs, MQLs, pipeline, AEs and hires, with the formula of each line.",
    formula: "new business ÷ deal size ÷ win rate ÷ SQL to opportunity ÷ MQL to SQL",
    parameters: [inputs],
    columns: ["Line", "Value", "Formula"],
    result: "Rows Line, Value, Formula. A line whose inputs are blank has no value and says what it needs.",
    notes: [
      "Counts of deals and leads are exact; hires are rounded up.",
      "Quota per AE left blank is new business ÷ ramped AEs × 1.15.",
      "A name that is not known is refused, so that no input is overlooked.",
    ],
    source: `${PLAN_SOURCE} (annual revenue planning model)`,
    synonyms: ["annual plan", "revenue model", "reverse funnel", "how many leads", "MQLs needed"],
    examples: [
      {
        formula:
          '=REVOPS_PLAN({"New business",450000;"Average new deal size",30000;"New win rate",30%;"SQL to opportunity",0.4166666666666667;"MQL to SQL",40%})',
        answer: [
          ["Line", "Value", "Formula"],
          ["New business", 450000, "as given"],
          ["Expansion", "", "needs Opening ARR, Expansion rate"],
          ["Churned ARR", "", "needs Opening ARR, Gross churn rate"],
          ["ARR at year end", "", "needs Opening ARR, Gross churn rate"],
          ["New business share", "", "needs Expansion"],
          ["New deals needed", 15, "new business ÷ average new deal size"],
          ["Opportunities needed", 50, "new deals needed ÷ new win rate"],
          ["SQLs needed", 120, "opportunities needed ÷ SQL to opportunity"],
          ["MQLs needed", 300, "SQLs needed ÷ MQL to SQL"],
          ["Pipeline needed", 1500000, "opportunities needed × average new deal size"],
          ["Opportunities open at a time", "", "needs Sales cycle days"],
          ["Expansion deals needed", "", "needs Expansion, Average expansion deal size"],
          [
            "Expansion opportunities needed",
            "",
            "needs Expansion, Average expansion deal size, Expansion win rate",
          ],
          [
            "Expansion pipeline needed",
            "",
            "needs Expansion, Average expansion deal size, Expansion win rate",
          ],
          ["Quota per AE", "", "needs Ramped AEs"],
          ["Productive capacity", "", "needs Ramped AEs, Expected attainment"],
          ["Gap", "", "needs Ramped AEs, Expected attainment"],
          ["Hires needed", "", "needs Ramped AEs, Expected attainment"],
        ],
        from: "TheCalcu, sales funnel calculator: 300 MQLs, 120 SQLs, 50 opportunities, 15 won",
      },
    ],
    compute: (rows) => {
      const given = planInputs(rows);
      const figures = revenuePlan(given);
      return PLAN_LINES.map((line) => [
        line.name,
        or(figures[line.figure]),
        planFormula(line, figures, given),
      ]);
    },
  }),
  figureOrTable({
    name: "REVOPS_SCENARIOS",
    family,
    summary:
      "Bear, base and bull: win rate ±5 points, cycle +15 or −10 days, churn +2 points, carried through the plan: what would be booked, and what the target would then take.",
    formula: "new business won = planned × (win rate ÷ planned) × (planned cycle ÷ cycle)",
    parameters: [
      inputs,
      optional(
        table(
          "scenarios",
          "Your own: rows of name, win-rate points, cycle days, churn points, expansion points (-5%, 15, 2%, 0).",
        ),
      ),
    ],
    result: "A column a scenario; rows of drivers, of what is booked and of what the plan's target needs.",
    notes: [
      "The team works as many opportunities at a time as planned; so what it books, and what AEs attain, moves with win rate ÷ cycle.",
      "The playbook's rule of thumb, ±20% of planned bookings, stands beside.",
      "Expansion rises in the bull case only where scenarios of your own say by how much.",
    ],
    source: `${PLAN_SOURCE} (scenario planning)`,
    synonyms: ["bear case", "bull case", "what if", "sensitivity", "stress test"],
    examples: [
      {
        formula:
          '=REVOPS_SCENARIOS({"New business",1000000;"Opening ARR",4000000;"Gross churn rate",10%;"Average new deal size",20000;"New win rate",25%;"Sales cycle days",60})',
        answer: [
          ["Line", "Bear", "Base", "Bull"],
          ["New win rate", 0.2, 0.25, 0.3],
          ["Sales cycle days", 75, 60, 50],
          ["Gross churn rate", 0.12, 0.1, 0.1],
          ["Confidence", 0.7, 0.5, 0.3],
          ["New business won", 640000, 1000000, 1440000],
          ["Expansion", "", "", ""],
          ["Churned ARR", 480000, 400000, 400000],
          ["Bookings", 640000, 1000000, 1440000],
          ["Change from plan", -0.36, 0, 0.44],
          ["Bookings by rule of thumb (±20%)", 800000, 1000000, 1200000],
          ["ARR at year end", 4160000, 4600000, 5040000],
          ["New business needed", 1000000, 1000000, 1000000],
          ["New deals needed", 50, 50, 50],
          ["Opportunities needed", 250, 200, 50 / 0.3],
          ["SQLs needed", "", "", ""],
          ["MQLs needed", "", "", ""],
          ["Pipeline needed", 5000000, 4000000, 1000000 / 0.3],
          ["Opportunities open at a time", 18750 / 365, 12000 / 365, 2500 / 0.3 / 365],
          ["Productive capacity", "", "", ""],
          ["Gap", "", "", ""],
          ["Hires needed", "", "", ""],
        ],
        from: "RevOps Engine playbook, phases 4 and 11: the scenarios' drivers through the velocity formula (0.8 × 0.8; 1.2 × 1.2)",
      },
    ],
    compute: (rows, own) => {
      const given = planInputs(rows);
      const runs = scenarios(own).map((scenario) => runScenario(given, scenario));
      const row = (name: string, of: (run: ScenarioFigures) => number | undefined): Answer[] => [
        name,
        ...runs.map((run) => or(of(run))),
      ];
      const needed = PLAN_LINES.filter(({ figure }) => NEEDED.includes(figure));
      return {
        columns: ["Line", ...runs.map(({ scenario }) => scenario.name)],
        rows: [
          row("New win rate", (run) => run.winRate),
          row("Sales cycle days", (run) => run.cycleDays),
          row("Gross churn rate", (run) => run.churnRate),
          row("Confidence", (run) => run.scenario.confidence),
          row("New business won", (run) => run.newWon),
          row("Expansion", (run) => run.needed.expansion),
          row("Churned ARR", (run) => run.needed.churnedArr),
          row("Bookings", (run) => run.bookings),
          row("Change from plan", (run) => run.change),
          row("Bookings by rule of thumb (±20%)", (run) => run.thumb),
          row("ARR at year end", (run) => run.yearEndArr),
          row("New business needed", (run) => run.needed.newBusiness),
          ...needed.map(({ name, figure }) => row(name, (run) => run.needed[figure])),
        ],
      };
    },
  }),
];
