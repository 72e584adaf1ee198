import { averageWon, createdAmount, dueAmount, winRate, wonAmount, wonCycleDays } from "./deals.js";
import { mqlTarget, revenueTarget } from "./efficiency.js";
import { type Measure, publishedBound } from "./measures.js";
import { within } from "./period.js";

type Days = readonly [from: string, to: string];

const leads = (text: string) => `IF(COUNTA({Leads.id})=0,"",${text})`;
const mqls = ([from, to]: Days) => `COUNTIFS(${within("Leads.mqlAt", from, to)})`;

/** Of the leads that reached one stage in the period, the share that has reached the next one since. */
const passed = (from: string, next: string, [first, last]: Days) => {
  const reached = within(`Leads.${from}`, first, last);
  return `IFERROR(COUNTIFS(${reached},{Leads.${next}},">0")/COUNTIFS(${reached}),"")`;
};

/** Pipeline created for each unit of revenue to be won in the same months; "" where no target is listed. */
const createdToTarget = ([from, to]: Days) =>
  `IF(${revenueTarget(from, to)}>0,${createdAmount(from, to)}/${revenueTarget(from, to)},"")`;

const stillToWin = `({quarterlyTarget}-${wonAmount("{quarterStart}", "{asOf}")})`;

/** Open pipeline due by the quarter's end ÷ what is still to win; "" without a target or once it is met. */
const coverage = `IF(SUM({quarterlyTarget})>0,IF(${stillToWin}>0,${dueAmount("{quarterEnd}")}/${stillToWin},""),"")`;

/**
 * What the teams answer for week by week: three months against the three before, so that the first days of a quarter
 * have something to say too.
 */
export function operatingMeasures(now: Days, past: Days, error: { readonly now: string }): Measure[] {
  const both = (figure: (days: Days) => string) => ({ now: figure(now), before: figure(past) });
  return [
    {
      key: "mqls",
      name: "MQLs",
      owner: "Marketing",
      ...both((days) => leads(mqls(days))),
      format: "count",
      better: "higher",
      green: `IF(${mqlTarget(...now)}>0,${mqlTarget(...now)},"")`,
      basis: "By the targets of three months",
    },
    {
      key: "mqlToSql",
      name: "MQL → SQL",
      owner: "SDR team",
      ...both((days) => passed("mqlAt", "sqlAt", days)),
      format: "share",
      better: "higher",
      green: "{mqlToSqlTarget}",
      benchmark: "MQL → SQL",
      basis: "SQL by now, of these MQLs",
    },
    {
      key: "sqlToOpportunity",
      name: "SQL → opportunity",
      owner: "AE team",
      ...both((days) => passed("sqlAt", "opportunityAt", days)),
      format: "share",
      better: "higher",
      green: "{sqlToOpportunityTarget}",
      benchmark: "SQL → Opportunity",
      basis: "Deals by now, of these SQLs",
    },
    {
      key: "created",
      name: "Pipeline created",
      owner: "Sales",
      ...both((days) => `IF(COUNTA({Opportunities.id})=0,"",${createdAmount(...days)})`),
      format: "money",
      better: "higher",
      basis: `=TEXT(COUNTIFS(${within("Opportunities.created", ...now)}),"#,##0")&" deals; before: "&TEXT(COUNTIFS(${within("Opportunities.created", ...past)}),"#,##0")`,
    },
    {
      key: "createdToTarget",
      name: "Pipeline created ÷ target",
      owner: "Sales",
      ...both(createdToTarget),
      format: "multiple",
      better: "higher",
      green: "{pipelineCreatedTarget}",
      benchmark: "New pipeline",
      basis: "By the months' revenue target",
    },
    {
      key: "winRate",
      name: "Win rate",
      owner: "Sales",
      ...both((days) => winRate(...days)),
      format: "share",
      better: "higher",
      green: "{winRateTarget}",
      benchmark: "Win rate",
      basis: "Won ÷ (won + lost)",
    },
    {
      key: "dealSize",
      name: "Average deal",
      owner: "Sales",
      ...both((days) => averageWon(...days)),
      format: "money",
      better: "higher",
      green: averageWon(...past),
      basis: "Held against the months before",
    },
    {
      key: "cycle",
      name: "Sales cycle (days)",
      owner: "Sales",
      ...both((days) => wonCycleDays(...days)),
      format: "days",
      better: "lower",
      green: wonCycleDays(...past),
      basis: "Won deals, mean; as above",
    },
    {
      key: "coverage",
      name: "Coverage",
      owner: "RevOps",
      now: coverage,
      format: "multiple",
      better: "higher",
      green: "{coverageTarget}",
      yellow: "{coverageMinimum}",
      benchmark: "Pipeline coverage",
      basis: `=IF(SUM({quarterlyTarget})<=0,"Set the target in Settings",IF(${stillToWin}<=0,"The quarter's target is won","Due by "&TEXT({quarterEnd},"d mmm")&" ÷ still to win"))`,
    },
    {
      key: "mape",
      name: "Forecast error (MAPE)",
      owner: "RevOps",
      now: error.now,
      format: "share",
      better: "lower",
      green: "{forecastErrorTarget}",
      yellow: publishedBound("MAPE", "Needs work"),
      benchmark: "MAPE",
      basis: "Last four full quarters",
    },
  ];
}
