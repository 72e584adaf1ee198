import { counted } from "../../core/pipeline/counted.js";
import { pipelineHealth } from "../../core/pipeline/pipelineHealth.js";
import { stageConversion } from "../../core/pipeline/stageConversion.js";
import { type StageHistory, stageHistory } from "../../core/pipeline/stageHistory.js";
import { timeInStage } from "../../core/pipeline/timeInStage.js";
import { velocityLevers } from "../../core/pipeline/velocityLevers.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, tabular } from "../definition.js";
import { column, count, date, days, money, one, optional, share, text } from "../parameters.js";
import { asOf, closingRow, list } from "./pipelineParameters.js";

const positive = (name: string, help: string) =>
  money(name, help, { min: 0, what: "an amount of 0 or more" });
const deals = column(text("deals", "Deal of each row of the stage history: one row a deal and stage."));
const stages = column(text("stages", "Stage the deal entered."));
const entered = column(date("entered", "Day the deal entered it."));
const stageOrder = list(
  text("stage_order", "The stages in the order of the sales process, in a column or row."),
);

function leftOutRows(width: number, { incomplete, later }: StageHistory): string[][] {
  const rows: string[][] = [];
  if (incomplete > 0) {
    const said = counted(incomplete, "row lacks", "rows lack");
    rows.push(closingRow(width, `${said} the deal, the stage or the date`));
  }
  if (later > 0) rows.push(closingRow(width, `${counted(later, "row lies", "rows lie")} after as_of`));
  return rows;
}

/** Rows in stages that the order does not name, with the first few names. */
export function unknownStageRows(width: number, rows: number, names: readonly string[]): string[][] {
  if (rows === 0) return [];
  const listed = `${names.slice(0, 5).join(", ")}${names.length > 5 ? " …" : ""}`;
  return [
    closingRow(width, `${counted(rows, "row is", "rows are")} in stages outside stage_order: ${listed}`),
  ];
}

export const PIPELINE_STAGES: readonly FunctionDefinition[] = [
  tabular({
    name: "REVOPS_VELOCITY_LEVERS",
    family: "pipeline",
    summary:
      "What improving each of the four levers of sales velocity yields, one at a time and all together.",
    formula: "velocity with one lever improved ÷ velocity now − 1",
    parameters: [
      one(count("opportunities", "Number of open opportunities being worked.")),
      one(share("win_rate", "Share of decided deals that are won, such as 25% or 0.25.")),
      one(money("average_deal_size", "Average amount of a won deal.")),
      one(days("cycle_days", "Average days from created to won; above 0.")),
      optional(one(share("improvement", "By how much each lever improves; 10% where left out.")), 0.1),
    ],
    columns: ["Lever", "Now", "Improved", "Velocity per day", "Gain per day", "Gain"],
    result: "Rows Lever, Now, Improved, Velocity per day, Gain per day, Gain (a fraction).",
    notes: [
      "A cycle improves by growing shorter: 10% off it yields 11%. All four together yield more than their sum.",
      "A win rate stops at 100%.",
    ],
    source: "RevOps Engine playbook, phase 4 (deal velocity formula and its four levers)",
    synonyms: ["sensitivity", "what if", "which lever", "improve velocity"],
    examples: [
      {
        formula: "=REVOPS_VELOCITY_LEVERS(50, 25%, 30000, 60, 20%)",
        answer: [
          ["Lever", "Now", "Improved", "Velocity per day", "Gain per day", "Gain"],
          ["Now", "", "", 6250, 0, 0],
          ["More opportunities", 50, 60, 7500, 1250, 0.2],
          ["Higher win rate", 0.25, 0.3, 7500, 1250, 0.2],
          ["Larger deals", 30000, 36000, 7500, 1250, 0.2],
          ["Shorter cycle", 60, 48, 7812.5, 1562.5, 0.25],
          ["All four", "", "", 13500, 7250, 1.16],
        ],
        from: "RevOps Engine playbook, phase 4: $6,250 a day; ProductQuant, sales velocity equation: a lever above the line lifts velocity by its own share",
      },
    ],
    compute: (...figures) =>
      velocityLevers(...figures).map((row) => [
        row.lever,
        row.now ?? "",
        row.improved ?? "",
        row.velocity,
        row.gainPerDay,
        row.gain ?? "",
      ]),
  }),
  tabular({
    name: "REVOPS_PIPELINE_HEALTH",
    family: "pipeline",
    summary:
      "Four ratios that tell whether the pipeline is healthy, each graded: total and weighted coverage, new pipeline a month, share in negotiation.",
    formula:
      "pipeline ÷ (quota − won); weighted ÷ (quota − won); new in a month ÷ quota; in negotiation ÷ pipeline",
    parameters: [
      one(positive("quota", "Amount to be won in the period; above 0.")),
      one(positive("pipeline", "Amount of the open deals.")),
      optional(
        one(positive("weighted_pipeline", "The same weighted by chance, as REVOPS_WEIGHTED_PIPELINE gives.")),
      ),
      optional(one(positive("new_pipeline", "Amount of the deals created in the latest month."))),
      optional(one(positive("in_negotiation", "Amount of the open deals in negotiation."))),
      optional(one(positive("already_won", "Amount won in the period so far; 0 where left out.")), 0),
      optional(
        one(positive("monthly_quota", "Quota that new_pipeline is compared with; quota where left out.")),
      ),
    ],
    columns: ["Ratio", "Value", "Grade", "Minimum from", "Healthy from", "Optimal from"],
    result: "Rows Ratio, Value, Grade and the bounds of the grades.",
    notes: ["A figure left out is shown as Not given. An empty pipeline has no share in negotiation."],
    source: "RevOps Engine playbook, phase 4 (healthy pipeline ratios)",
    synonyms: ["healthy pipeline", "pipeline ratios", "coverage check", "pipeline scorecard"],
    examples: [
      {
        formula: "=REVOPS_PIPELINE_HEALTH(1000000, 3600000, 1400000, 2000000, 900000)",
        answer: [
          ["Ratio", "Value", "Grade", "Minimum from", "Healthy from", "Optimal from"],
          ["Pipeline coverage", 3.6, "Healthy", 3, 3.5, 4],
          ["Weighted pipeline coverage", 1.4, "Below minimum", 1.5, 2, 3],
          ["New pipeline created per month", 2, "Optimal", 1, 1.5, 2],
          ["Negotiation share of pipeline", 0.25, "Healthy", 0.15, 0.25, 0.35],
        ],
        from: "RevOps Engine playbook, phase 4: the table of healthy pipeline ratios",
      },
    ],
    compute: (...figures) =>
      pipelineHealth(...figures).map(({ ratio, value, grade, bounds }) => [
        ratio,
        value ?? "",
        grade,
        ...bounds,
      ]),
  }),
  tabular({
    name: "REVOPS_STAGE_CONVERSION",
    family: "pipeline",
    summary: "How many deals entered each stage, moved on, were lost there or still stand there.",
    formula: "moved on to any later stage ÷ entered",
    parameters: [
      deals,
      stages,
      entered,
      stageOrder,
      optional(list(text("lost_stages", "Stages that mean lost, beside Closed Lost and Lost.")), []),
    ],
    filter: true,
    columns: [
      "Stage",
      "Entered",
      "Moved on",
      "Conversion",
      "Conversion of decided",
      "Still there",
      "Went back",
      "Lost",
    ],
    result:
      "Rows Stage, Entered, Moved on, Conversion, Conversion of decided (without deals still there or gone back), Still there, Went back, Lost.",
    notes: [
      "Entered is always moved on + still there + went back + lost. A stage that was skipped was not entered; each deal ends at the furthest stage it reached.",
      "Closed Won may be left out of stage_order; it then counts as moved on from the last stage, whose conversion is blank until a deal is won.",
      "Closing rows name rows that are incomplete or in other stages.",
    ],
    source: "RevOps Engine playbook, phases 2 (stage history) and 5 (stage-to-stage conversion)",
    synonyms: ["stage to stage", "funnel by stage", "progression", "where deals drop off"],
    examples: [
      {
        formula:
          '=REVOPS_STAGE_CONVERSION({"A";"A";"B";"B";"C";"C";"C";"D"}, {"Demo";"Proposal";"Demo";"Closed Lost";"Demo";"Proposal";"Closed Won";"Demo"}, {DATE(2026,1,1);DATE(2026,1,9);DATE(2026,1,2);DATE(2026,1,8);DATE(2026,1,3);DATE(2026,1,5);DATE(2026,2,1);DATE(2026,1,4)}, {"Demo","Proposal"})',
        answer: [
          [
            "Stage",
            "Entered",
            "Moved on",
            "Conversion",
            "Conversion of decided",
            "Still there",
            "Went back",
            "Lost",
          ],
          ["Demo", 4, 2, 0.5, 2 / 3, 1, 0, 1],
          ["Proposal", 2, 1, 0.5, 1, 1, 0, 0],
        ],
        from: "Petavue glossary, stage-to-stage conversion rate: 40 of 80 demos moved to proposal, 50%; here 2 of 4",
      },
    ],
    compute: (names, entries, dates, order, lost) => {
      const history = stageHistory(names, entries, dates);
      const flow = stageConversion(history, order, lost);
      const rows: Answer[][] = flow.stages.map((row) => {
        const { movedOn } = row;
        const shareOf = (all: number) => (movedOn === undefined || all === 0 ? "" : movedOn / all);
        return [
          row.stage,
          row.entered,
          movedOn ?? "",
          shareOf(row.entered),
          shareOf((movedOn ?? 0) + row.lost),
          row.stillThere,
          row.wentBack,
          row.lost,
        ];
      });
      rows.push(...leftOutRows(8, history), ...unknownStageRows(8, flow.unknownRows, flow.unknownStages));
      if (flow.lostUnseen > 0) {
        const said = counted(flow.lostUnseen, "lost deal was", "lost deals were");
        rows.push(closingRow(8, `${said} in none of these stages`));
      }
      return rows;
    },
  }),
  tabular({
    name: "REVOPS_TIME_IN_STAGE",
    family: "pipeline",
    summary: "Mean and median days that deals spend in each stage, with those still there kept apart.",
    formula: "day of the next stage − day entered, added up over a deal's stays in the stage",
    parameters: [
      deals,
      stages,
      entered,
      optional({ ...asOf, help: "The day to look from: counts days so far, and leaves out later rows." }),
      optional(stageOrder),
      optional(list(text("closed_stages", "Stages that end a deal, beside Closed Won and Closed Lost.")), []),
    ],
    filter: true,
    columns: ["Stage", "Deals that left", "Mean days", "Median days", "Still there", "Mean days so far"],
    result: "Rows Stage, Deals that left, Mean days, Median days, Still there, Mean days so far.",
    notes: [
      "Days so far are in neither mean nor median: a stay that goes on would make a slow stage look fast. They are blank without as_of.",
      "Stages outside stage_order come after it. Closing rows name rows that are incomplete or lie after as_of.",
    ],
    source: "RevOps Engine playbook, phases 2 (stage entry dates) and 5 (time in stage)",
    synonyms: ["stage duration", "days in stage", "bottleneck", "stuck deals"],
    examples: [
      {
        formula:
          '=REVOPS_TIME_IN_STAGE({"A";"A";"B";"B";"C";"C";"D"}, {"Hot";"Won";"Hot";"Won";"Hot";"Lost";"Hot"}, {DATE(2026,1,1);DATE(2026,1,6);DATE(2026,1,1);DATE(2026,1,11);DATE(2026,1,1);DATE(2026,1,21);DATE(2026,1,10)}, DATE(2026,1,31))',
        answer: [
          ["Stage", "Deals that left", "Mean days", "Median days", "Still there", "Mean days so far"],
          ["Hot", 3, 35 / 3, 10, 1, 21],
        ],
        from: "Maestrano, sales cycle widget: (5 + 10 + 20) ÷ 3 = 11.67 days in a stage",
      },
    ],
    compute: (names, entries, dates, day, order, closed) => {
      const history = stageHistory(names, entries, dates, day);
      const rows: Answer[][] = timeInStage(history, day, order, closed).map((row) => [
        row.stage,
        row.left,
        row.meanDays ?? "",
        row.medianDays ?? "",
        row.stillThere,
        row.meanDaysSoFar ?? "",
      ]);
      return [...rows, ...leftOutRows(6, history)];
    },
  }),
];
