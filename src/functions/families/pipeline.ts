import { agedPipeline, agedPipelineAmount } from "../../core/pipeline/agedPipeline.js";
import { counted } from "../../core/pipeline/counted.js";
import { pipelineCoverage } from "../../core/pipeline/coverage.js";
import { byReviewOrder, dealRisk, usedSignals } from "../../core/pipeline/dealRisk.js";
import { lossReasons } from "../../core/pipeline/lossReasons.js";
import { requiredPipeline } from "../../core/pipeline/requiredPipeline.js";
import { salesCycle } from "../../core/pipeline/salesCycle.js";
import { staleDeals } from "../../core/pipeline/staleDeals.js";
import { salesVelocity } from "../../core/pipeline/velocity.js";
import { weightedAmount, weightedPipeline } from "../../core/pipeline/weightedPipeline.js";
import { winRate, winRateByAmount, winRateByCohort } from "../../core/pipeline/winRate.js";
import { refuse } from "../../core/refusal/refusal.js";
import type { Answer } from "../cells.js";
import { aggregate, elementwise, type FunctionDefinition, figureOrTable, tabular } from "../definition.js";
import {
  choice,
  column,
  count,
  date,
  days,
  headings,
  money,
  multiple,
  one,
  optional,
  share,
  table,
  text,
} from "../parameters.js";
import { dealRows } from "./dealRows.js";
import { PIPELINE_BREAKDOWN } from "./pipelineBreakdown.js";
import { amounts, asOf, limitOf, openOnly, outcomes } from "./pipelineParameters.js";
import { PIPELINE_QUALIFICATION } from "./pipelineQualification.js";
import { PIPELINE_STAGES } from "./pipelineStages.js";

const dateOr = (serial: number | null): Answer => (serial === null ? "" : { serial });

export const PIPELINE: readonly FunctionDefinition[] = [
  elementwise({
    name: "REVOPS_VELOCITY",
    family: "pipeline",
    summary:
      "Sales velocity: the revenue that your pipeline yields per day. Use it to see which lever (more deals, higher win rate, larger deals, shorter cycle) pays most.",
    formula: "opportunities × win rate × average deal size ÷ cycle days",
    parameters: [
      count("opportunities", "Number of open opportunities being worked."),
      share("win_rate", "Share of decided deals that are won, such as 25% or 0.25."),
      money("average_deal_size", "Average amount of a won deal."),
      days("cycle_days", "Average days from created to won; above 0."),
    ],
    result: "Revenue per day, in the currency of average_deal_size.",
    notes: ["A cycle of 0 days is refused: velocity would be without limit."],
    source: "RevOps Engine playbook, phase 4 (deal velocity formula)",
    synonyms: ["how fast", "revenue per day", "sales velocity", "speed"],
    examples: [
      {
        formula: "=REVOPS_VELOCITY(50, 25%, 30000, 60)",
        answer: 6250,
        from: "RevOps Engine playbook, phase 4: 50 opps × 25% × $30,000 ÷ 60 days",
      },
    ],
    compute: salesVelocity,
  }),
  elementwise({
    name: "REVOPS_COVERAGE",
    family: "pipeline",
    summary:
      "Pipeline coverage: how many times the open pipeline covers what is still to be won. 3 is the usual minimum, 3.5 to 4 is healthy.",
    formula: "pipeline ÷ (target − already won)",
    parameters: [
      money("pipeline", "Amount of the open deals that are to close in the period."),
      money("target", "Quota or target of the period; above 0."),
      optional(money("already_won", "Amount won in the period so far; 0 where left out."), 0),
    ],
    result: "A multiple: 3.5 means three and a half times.",
    notes: ["Once the target is met there is nothing left to cover, and coverage is refused."],
    source:
      "RevOps Engine playbook, phase 4 (pipeline coverage model); Revenue Operations guide, sections 3 and 7",
    synonyms: ["coverage ratio", "pipeline to quota", "enough pipeline"],
    examples: [
      {
        formula: "=REVOPS_COVERAGE(4000000, 1000000)",
        answer: 4,
        from: "RevOps Engine playbook, phase 4: $4M pipeline for a $1M quota is 4x",
      },
      {
        formula: "=REVOPS_COVERAGE(4800000, 1600000)",
        answer: 3,
        from: "WinsAbove glossary, pipeline coverage ratio: $4.8M for $1.6M of remaining quota",
      },
      {
        formula: "=REVOPS_COVERAGE({1500000;900000}, {1000000;400000}, {500000;100000})",
        answer: [[3], [3]],
        from: "Revenue Operations guide, section 3: 3 times what is left of the target",
      },
    ],
    compute: pipelineCoverage,
  }),
  elementwise({
    name: "REVOPS_REQUIRED_PIPELINE",
    family: "pipeline",
    summary: "The pipeline you need to make a quota at your win rate.",
    formula: "quota ÷ win rate × multiple",
    parameters: [
      money("quota", "Amount to be won."),
      share("win_rate", "Share of decided deals that are won, such as 25% or 0.25; above 0%."),
      optional(
        multiple("multiple", "Margin on top, such as 1.2 for a fifth more; 1 where left out.", {
          above: 0,
          what: "a factor above 0",
        }),
        1,
      ),
    ],
    result: "Amount of pipeline, in the currency of quota.",
    notes: [
      "Dividing by the win rate already gives the full coverage (25% needs 4 times the quota); the multiple is for safety beyond it.",
    ],
    source: "RevOps Engine playbook, phase 4 (pipeline coverage model)",
    synonyms: ["how much pipeline", "pipeline needed", "pipeline target"],
    examples: [
      {
        formula: "=REVOPS_REQUIRED_PIPELINE(1000000, 25%)",
        answer: 4000000,
        from: "RevOps Engine playbook, phase 4: $1M quota at 25% needs $4M",
      },
    ],
    compute: requiredPipeline,
  }),
  figureOrTable({
    name: "REVOPS_AGED_PIPELINE",
    family: "pipeline",
    summary:
      "Open pipeline with late deals marked down: what is 30 days past its expected close counts half, from 60 days a quarter.",
    formula: "amount × 100% under 30 days past expected close, × 50% under 60 days, × 25% from 60 days on",
    parameters: [
      amounts,
      column(date("expected_close", "Day each deal is expected to close, one row a deal.")),
      asOf,
      openOnly,
      optional(
        one(
          choice("measure", "counted for the amount that counts (default), table for the amounts by age.", [
            "counted",
            "table",
          ]),
        ),
        "counted",
      ),
    ],
    filter: true,
    result: "Amount that counts; or rows Age, Deals, Amount, Counted at, Counted amount.",
    notes: [
      "Won and lost deals do not count.",
      "A deal without an expected close cannot be late: it counts in full and has a row of its own in the table.",
      "Open deals without an amount are in no sum; the table's last row says how many there are.",
    ],
    source: "RevOps Engine playbook, phase 4 (adjustment by deal age)",
    synonyms: ["ageing", "aging pipeline", "overdue deals", "slipped deals", "stale pipeline"],
    examples: [
      {
        formula:
          "=REVOPS_AGED_PIPELINE({100;200;400}, {DATE(2026,3,20);DATE(2026,2,20);DATE(2026,1,1)}, DATE(2026,3,31))",
        answer: 300,
        from: "RevOps Engine playbook, phase 4: 100 × 100% + 200 × 50% + 400 × 25%",
      },
      {
        formula:
          '=REVOPS_AGED_PIPELINE({100;200;400}, {DATE(2026,3,20);DATE(2026,2,20);DATE(2026,1,1)}, DATE(2026,3,31), {"Open";"Open";"Won"}, "table")',
        answer: [
          ["Age", "Deals", "Amount", "Counted at", "Counted amount"],
          ["Not yet due", 0, 0, 1, 0],
          ["Under 30 days past", 1, 100, 1, 100],
          ["30–59 days past", 1, 200, 0.5, 100],
          ["60 days past or more", 0, 0, 0.25, 0],
          ["No expected close", 0, 0, 1, 0],
          ["No amount", 0, "", "", ""],
        ],
        from: "RevOps Engine playbook, phase 4: the same deals, the last one won",
      },
    ],
    compute: (sizes, due, day, ended, measure) => {
      const aged = agedPipeline(sizes, due, day, ended);
      if (measure === "counted") return agedPipelineAmount(aged);
      return {
        columns: ["Age", "Deals", "Amount", "Counted at", "Counted amount"],
        rows: [
          ...aged.bands.map((band) => [
            band.age,
            band.deals,
            band.amount,
            band.countedAt,
            band.countedAmount,
          ]),
          ["No amount", aged.withoutAmount, "", "", ""],
        ],
      };
    },
  }),
  aggregate({
    name: "REVOPS_WEIGHTED_PIPELINE",
    family: "pipeline",
    summary: "Open pipeline weighted deal by deal with its chance of being won.",
    formula: "sum of amount × probability over the open deals",
    parameters: [
      amounts,
      column(share("probabilities", "Chance of winning each deal, such as 60% or 0.6, one row a deal.")),
      openOnly,
      optional(
        one(
          choice("measure", "weighted for the amount (default), left out for the number of deals it lacks.", [
            "weighted",
            "left out",
          ]),
        ),
        "weighted",
      ),
    ],
    filter: true,
    result: "Weighted amount, or a number of deals.",
    notes: [
      "An open deal that lacks its amount or its probability is left out; ask with left out how many there are.",
      "Total × average probability is not the same: a large unlikely deal would weigh too much.",
    ],
    source: "Revenue Operations guide, section 2 (weighted pipeline)",
    synonyms: ["probability-weighted", "expected value", "weighted forecast", "expected revenue"],
    examples: [
      {
        formula: "=REVOPS_WEIGHTED_PIPELINE({50000;100000;150000}, {30%;50%;70%})",
        answer: 170000,
        from: "Pipl.ai glossary, weighted sales pipeline: 15,000 + 50,000 + 105,000",
      },
      {
        formula: '=REVOPS_WEIGHTED_PIPELINE({100000;"";10000}, {10%;50%;""}, , "left out")',
        answer: 2,
        from: "Revenue Operations guide, section 2: the two deals that cannot be weighted",
      },
    ],
    compute: (sizes, chances, ended, measure) => {
      const pipeline = weightedPipeline(sizes, chances, ended);
      return measure === "left out" ? pipeline.leftOut : weightedAmount(pipeline);
    },
  }),
  figureOrTable({
    name: "REVOPS_WIN_RATE",
    family: "pipeline",
    summary:
      "Share of decided deals that were won, by number of deals, by amount, or by the month, quarter or year in which the deals were created.",
    formula: "won ÷ (won + lost)",
    parameters: [
      outcomes,
      optional(
        one(
          choice("by", "count (default), amount, or month, quarter or year of creation.", [
            "count",
            "amount",
            "month",
            "quarter",
            "year",
          ]),
        ),
        "count",
      ),
      optional(column(money("amounts", "What each deal is worth; needed by amount."))),
      optional(column(date("created", "Day each deal was created; needed by month, quarter or year."))),
    ],
    filter: true,
    result: "A rate as a fraction; or rows Cohort, Won, Lost, Open, Win rate.",
    notes: [
      "Open deals never count, neither as won nor as lost.",
      "By amount, a decided deal without an amount is refused by its row; so is a list in which every lost deal is 0, as some CRMs leave it.",
      "A cohort's rate is blank until something in it is decided, and moves while deals in it are open. Quarters are calendar quarters. Deals without a created date stand in the last row.",
    ],
    source: "RevOps Engine playbook, phase 5; Revenue Operations guide, sections 3 and 7",
    synonyms: ["close rate", "conversion to won", "hit rate", "cohort win rate"],
    examples: [
      {
        formula: '=REVOPS_WIN_RATE({"Won";"Lost";"Lost";"Lost";"Open"})',
        answer: 0.25,
        from: "RevOps Engine playbook, phase 4: 25%, one deal won of four decided",
      },
      {
        formula: '=REVOPS_WIN_RATE({"Won";"Lost";"Lost"}, "amount", {30000;50000;20000})',
        answer: 0.3,
        from: "RevOps Engine playbook, phase 5: 30,000 won of 100,000 decided",
      },
      {
        formula:
          '=REVOPS_WIN_RATE({"Won";"Lost";"Open"}, "quarter", , {DATE(2026,1,5);DATE(2026,3,31);DATE(2026,4,1)})',
        answer: [
          ["Cohort", "Won", "Lost", "Open", "Win rate"],
          ["2026 Q1", 1, 1, 0, 0.5],
          ["2026 Q2", 0, 0, 1, ""],
        ],
        from: "RevOps Engine playbook, phase 13: cohorts by month of creation, here by quarter",
      },
    ],
    compute: (ended, by, sizes, created) => {
      if (by === "count") return winRate(ended);
      if (by === "amount") {
        return winRateByAmount(
          ended,
          sizes ??
            refuse("amounts", "is missing; give what each deal is worth, or take the win rate by count."),
        );
      }
      const dates = created ?? refuse("created", `is missing; give the created dates to group by ${by}.`);
      return {
        columns: ["Cohort", "Won", "Lost", "Open", "Win rate"],
        rows: winRateByCohort(ended, dates, by).map((cohort) => [
          cohort.cohort,
          cohort.won,
          cohort.lost,
          cohort.open,
          cohort.winRate ?? "",
        ]),
      };
    },
  }),
  figureOrTable({
    name: "REVOPS_SALES_CYCLE",
    family: "pipeline",
    summary: "Days from created to won: mean and median, and over how many deals.",
    formula: "closed − created, over won deals",
    parameters: [
      column(date("created", "Day each deal was created, one row a deal.")),
      column(date("closed", "Day each deal was won or lost.")),
      outcomes,
      optional(
        one(
          choice("measure", "all for a table (default), or one of mean, median, count, left out.", [
            "all",
            "mean",
            "median",
            "count",
            "left out",
          ]),
        ),
        "all",
      ),
    ],
    filter: true,
    result: "Days, or a number of deals; or rows Measure and Value.",
    notes: [
      "Lost and open deals do not count.",
      "Whole calendar days: a deal won on the day it was created took 0.",
      "Won deals that lack one of the dates are left out and counted under left out.",
    ],
    source: "RevOps Engine playbook, phase 5 (sales cycle length); Revenue Operations guide, section 7",
    synonyms: ["cycle length", "time to close", "days to close", "deal duration"],
    examples: [
      {
        formula:
          '=REVOPS_SALES_CYCLE({DATE(2026,1,1);DATE(2026,1,10);DATE(2026,1,20)}, {DATE(2026,2,15);DATE(2026,3,5);DATE(2026,2,28)}, {"Won";"Won";"Won"}, "mean")',
        answer: 46,
        from: "Daymark, metric sales cycle length: 45, 54 and 39 days",
      },
      {
        formula:
          '=REVOPS_SALES_CYCLE({DATE(2026,1,1);DATE(2026,1,1);DATE(2026,1,1)}, {DATE(2026,1,11);DATE(2026,1,21);""}, {"Won";"Won";"Won"})',
        answer: [
          ["Measure", "Value"],
          ["Mean days", 15],
          ["Median days", 15],
          ["Won deals counted", 2],
          ["Won deals left out (no created or closed date)", 1],
        ],
        from: "Revenue Operations guide, section 7: average sales cycle, over 10 and 20 days",
      },
    ],
    compute: (created, closed, ended, measure) => {
      const cycle = salesCycle(created, closed, ended);
      if (measure === "count") return cycle.counted;
      if (measure === "left out") return cycle.leftOut;
      const { meanDays, medianDays } = cycle;
      if (meanDays === undefined || medianDays === undefined) {
        return refuse(
          "outcomes",
          cycle.leftOut > 0
            ? `holds won deals (${cycle.leftOut}), but none with both a created and a closed date; fill those in.`
            : "holds no won deal, so there is no sales cycle yet.",
        );
      }
      if (measure === "mean") return meanDays;
      if (measure === "median") return medianDays;
      return {
        columns: ["Measure", "Value"],
        rows: [
          ["Mean days", meanDays],
          ["Median days", medianDays],
          ["Won deals counted", cycle.counted],
          ["Won deals left out (no created or closed date)", cycle.leftOut],
        ],
      };
    },
  }),
  tabular({
    name: "REVOPS_STALE_DEALS",
    family: "pipeline",
    summary: "Open deals that nobody has touched for two weeks or more, the most neglected first.",
    formula: "as of − last activity ≥ days",
    parameters: [
      column(text("deals", "Name of each deal, one row a deal.")),
      column(date("last_activity", "Day of the last call, e-mail or meeting on each deal.")),
      asOf,
      optional(one(days("days", "Days without activity from which a deal is stale; 14 where left out.")), 14),
      openOnly,
      optional(column(money("amounts", "What each deal is worth."))),
      optional(one(limitOf("How many deals to list; all where left out."))),
    ],
    filter: true,
    columns: ["Deal", "Days without activity", "Amount"],
    result: "Rows Deal, Days without activity, Amount.",
    notes: [
      "Closing rows say how many stale deals are not listed because of the limit, and how many open deals have no last-activity date at all.",
    ],
    source: "RevOps Engine playbook, phase 2 (data hygiene rules: no activity for 14 days)",
    synonyms: ["no activity", "idle deals", "neglected deals", "untouched", "stuck"],
    examples: [
      {
        formula:
          '=REVOPS_STALE_DEALS({"Acme";"Birch";"Cedar"}, {DATE(2026,3,1);DATE(2026,3,25);""}, DATE(2026,3,31), , , {5000;7000;9000})',
        answer: [
          ["Deal", "Days without activity", "Amount"],
          ["Acme", 30, 5000],
          ["1 open deal has no last-activity date", "", ""],
        ],
        from: "RevOps Engine playbook, phase 2: 14 days and more without activity",
      },
    ],
    compute: (names, last, day, threshold, ended, sizes, limit) => {
      const { stale, withoutActivity } = staleDeals(names, last, day, threshold, ended, sizes);
      const listed = stale.slice(0, limit);
      const rows: Answer[][] = listed.map(({ deal, idleDays, amount }) => [deal, idleDays, amount ?? ""]);
      const more = stale.length - listed.length;
      if (more > 0) rows.push([counted(more, "more stale deal", "more stale deals"), "", ""]);
      if (withoutActivity > 0) {
        const said = counted(withoutActivity, "open deal has", "open deals have");
        rows.push([`${said} no last-activity date`, "", ""]);
      }
      return rows;
    },
  }),
  tabular({
    name: "REVOPS_LOSS_REASONS",
    family: "pipeline",
    summary: "Why deals were lost in a period: each reason with its number of deals, share and amount.",
    formula: "lost deals of a reason ÷ all lost deals",
    parameters: [
      outcomes,
      column(text("reasons", "Why each deal was lost, one row a deal.")),
      optional(column(date("closed", "Day each deal was lost; needed with from or to."))),
      optional(one(date("from", "First day of the period; blank for no beginning."))),
      optional(one(date("to", "Last day of the period; blank for no end."))),
      optional(column(money("amounts", "What each deal was worth."))),
    ],
    filter: true,
    columns: ["Reason", "Deals", "Share", "Amount"],
    result: "Rows Reason, Deals, Share, Amount, the most frequent reason first.",
    notes: [
      "Spellings that differ only in case or spacing are one reason. Deals without one are listed as (no reason given).",
      "Closing rows say how many lost deals have no amount, or no closed date where a period is asked for.",
    ],
    source: "RevOps Engine playbook, phases 2 and 4 (closed-lost reason on every deal; weekly review)",
    synonyms: ["closed lost", "why we lose", "lost deals", "win/loss"],
    examples: [
      {
        formula:
          '=REVOPS_LOSS_REASONS({"Lost";"Lost";"Won";"Lost";"Lost"}, {"Price";"price";"";"";"Timing"}, , , , {100;200;300;400;500})',
        answer: [
          ["Reason", "Deals", "Share", "Amount"],
          ["Price", 2, 0.5, 300],
          ["Timing", 1, 0.25, 500],
          ["(no reason given)", 1, 0.25, 400],
        ],
        from: "RevOps Engine playbook, phase 4: deals lost this week with reasons",
      },
    ],
    compute: (ended, reasons, closed, from, to, sizes) => {
      const lost = lossReasons(ended, reasons, closed, from, to, sizes);
      const rows: Answer[][] = lost.reasons.map(({ reason, deals, share: part, amount }) => [
        reason,
        deals,
        part,
        sizes ? amount : "",
      ]);
      if (lost.withoutAmount > 0) {
        rows.push([
          `${counted(lost.withoutAmount, "lost deal has", "lost deals have")} no amount`,
          "",
          "",
          "",
        ]);
      }
      if (lost.withoutClosed > 0) {
        const said = counted(
          lost.withoutClosed,
          "lost deal has no closed date and stands",
          "lost deals have no closed date and stand",
        );
        rows.push([`${said} outside the period`, "", "", ""]);
      }
      return rows;
    },
  }),
  tabular({
    name: "REVOPS_DEAL_RISK",
    family: "pipeline",
    summary:
      "The largest open deals with what speaks against each: late, silent, pushed, without next step, with a single contact.",
    formula: "points for each risk found: from 4 High, from 2 Medium, else Low",
    parameters: [
      headings("headings", "The heading row of the Opportunities tab; its columns may stand in any order."),
      table("rows", "The deals under it, open and closed."),
      asOf,
      optional(one(limitOf("How many deals to list; 5 where left out.")), 5),
      optional(one(text("owner", "Only this rep's deals; blank for the whole team."))),
    ],
    columns: [
      "Deal",
      "Account",
      "Owner",
      "Amount",
      "Stage",
      "Expected close",
      "Next step",
      "Risk",
      "Reasons",
      "Question",
    ],
    result: "Rows of open deals, largest amount first, those without an amount after them, oldest first.",
    notes: [
      "Past expected close: 1 point, from 30 days 2, from 60 days 3. No expected close: 2.",
      "No activity for 14 days, or none recorded: 2. No next step, no amount, fewer than 3 contacts, close date pushed: 1 each.",
      "30 days in the same stage: 1 point, from 90 days 2.",
      "A column that no deal has filled is not held against any deal.",
      "Question is what to ask first: it goes with the finding of most points.",
    ],
    source:
      "RevOps Engine playbook, phases 2 (stale opportunities), 3 (required fields), 4 (deal age) and 13 (multi-threading); Revenue Operations guide, section 1 (90 days). The points are this add-on's own.",
    synonyms: ["top deals", "at risk", "deal health", "deal review", "slipping"],
    examples: [
      {
        formula:
          '=REVOPS_DEAL_RISK({"Deal","Account","Owner","Stage","Amount","Expected close","Outcome","Next step","Last activity"}, {"Small","Birch","Ada","Proposal",5000,DATE(2026,4,30),"Open","Call on Friday",DATE(2026,3,30);"Large","Acme","Ben","Proposal",90000,DATE(2026,2,28),"Open","",DATE(2026,3,1);"Gone","Cedar","Ben","Closed",99000,DATE(2026,1,31),"Won","",DATE(2026,1,31)}, DATE(2026,3,31))',
        answer: [
          [
            "Deal",
            "Account",
            "Owner",
            "Amount",
            "Stage",
            "Expected close",
            "Next step",
            "Risk",
            "Reasons",
            "Question",
          ],
          [
            "Large",
            "Acme",
            "Ben",
            90000,
            "Proposal",
            { serial: 46081 },
            "",
            "High",
            "31 days past expected close; No activity for 30 days; No next step",
            "What has to happen before they sign, and on which day?",
          ],
          [
            "Small",
            "Birch",
            "Ada",
            5000,
            "Proposal",
            { serial: 46142 },
            "Call on Friday",
            "Low",
            "",
            "What could still stop it, and how would we know?",
          ],
        ],
        from: "RevOps Engine playbook, phases 2 to 4: the bounds of 14 and 30 days",
      },
    ],
    compute: (names, cells, day, limit, owner) => {
      const deals = dealRows(names, cells);
      const used = usedSignals(deals);
      const wanted = owner?.toLowerCase();
      const owned =
        wanted === undefined ? deals : deals.filter((deal) => deal.owner.toLowerCase() === wanted);
      // The rows hold a deal at least, so that only a name can leave none.
      if (owned.length === 0) {
        refuse("owner", "is found on no deal; check the name's spelling, or leave it blank.");
      }
      return owned
        .filter((deal) => deal.outcome === "Open")
        .sort(byReviewOrder)
        .slice(0, limit)
        .map((deal) => {
          const { level, reasons, question } = dealRisk(deal, day, used);
          return [
            deal.name,
            deal.account,
            deal.owner,
            deal.amount ?? "",
            deal.stage,
            dateOr(deal.expectedClose),
            deal.nextStep ?? "",
            level,
            reasons.join("; "),
            question,
          ];
        });
    },
  }),
  ...PIPELINE_BREAKDOWN,
  ...PIPELINE_STAGES,
  ...PIPELINE_QUALIFICATION,
];
