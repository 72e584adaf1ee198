import { breakdown } from "../../core/pipeline/breakdown.js";
import { counted } from "../../core/pipeline/counted.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, tabular } from "../definition.js";
import { column, date, money, one, optional, text } from "../parameters.js";
import { closingRow, limitOf, outcomes } from "./pipelineParameters.js";

export const PIPELINE_BREAKDOWN: readonly FunctionDefinition[] = [
  tabular({
    name: "REVOPS_BREAKDOWN",
    family: "pipeline",
    summary:
      "Deals by segment, source, rep or product: open, won and lost, win rate, average deal and cycle of each group.",
    formula:
      "deals, amounts, won ÷ (won + lost), won amount ÷ won deals and mean days from created to won, by group",
    parameters: [
      column(text("by", "The word to group by, one row a deal: segment, source, owner, product.")),
      outcomes,
      optional(column(money("amounts", "What each deal is worth."))),
      optional(column(date("created", "Day each deal was created; needed for the cycle."))),
      optional(
        column(date("closed", "Day each deal was won or lost; needed for the cycle and with from or to.")),
      ),
      optional(one(date("from", "First closing day to count; blank for no beginning."))),
      optional(one(date("to", "Last closing day to count; blank for no end."))),
      optional(one(limitOf("How many groups at most; the smaller ones then stand together as one."))),
    ],
    filter: true,
    columns: [
      "Group",
      "Open deals",
      "Open amount",
      "Won deals",
      "Won amount",
      "Lost deals",
      "Win rate",
      "Average won deal",
      "Cycle days",
    ],
    result:
      "Rows of groups, largest won amount first; a figure that cannot be had (no closed deal, no amount) is blank.",
    notes: [
      "from and to bound the closing day of won and lost deals. Open deals are counted whatever their dates.",
      "Spellings that differ only in case or spacing are one group. Deals without the word are listed as (none).",
      "Closing rows say how many deals have no amount, or no closed date where a period is asked for, or are won before they were created.",
    ],
    source:
      "Revenue Operations guide, section 3 (win rate by segment, source, rep); RevOps Engine playbook, phase 5 (tier 3)",
    synonyms: ["by segment", "by source", "by rep", "group by", "pivot", "win rate by segment", "source mix"],
    examples: [
      {
        formula:
          '=REVOPS_BREAKDOWN({"Web";"Web";"Partner";"web";"Partner"}, {"Won";"Lost";"Won";"Open";"Won"}, {100;200;300;400;500}, {DATE(2026,1,1);DATE(2026,1,1);DATE(2026,1,1);DATE(2026,1,1);DATE(2026,1,1)}, {DATE(2026,1,31);DATE(2026,2,1);DATE(2026,1,11);"";DATE(2026,1,21)})',
        answer: [
          [
            "Group",
            "Open deals",
            "Open amount",
            "Won deals",
            "Won amount",
            "Lost deals",
            "Win rate",
            "Average won deal",
            "Cycle days",
          ],
          ["Partner", 0, 0, 2, 800, 0, 1, 400, 15],
          ["Web", 1, 400, 1, 100, 1, 0.5, 100, 30],
        ],
        from: "counted by hand: two partner deals won after 10 and 20 days, one web deal won after 30, one lost, one open",
      },
    ],
    compute: (by, ended, sizes, begun, closed, from, to, limit) => {
      const { groups, withoutAmount, withoutClosed, wonTooEarly } = breakdown({
        by,
        outcomes: ended,
        amounts: sizes,
        created: begun,
        closed,
        from,
        to,
        limit,
      });
      const rows: Answer[][] = groups.map((each) => [
        each.group,
        each.openDeals,
        sizes ? each.openAmount : "",
        each.wonDeals,
        sizes ? each.wonAmount : "",
        each.lostDeals,
        each.winRate ?? "",
        each.averageWon ?? "",
        each.cycleDays ?? "",
      ]);
      if (withoutAmount > 0) {
        rows.push(closingRow(9, `${counted(withoutAmount, "deal has", "deals have")} no amount`));
      }
      if (withoutClosed > 0) {
        const said = counted(
          withoutClosed,
          "closed deal has no closed date and stands",
          "closed deals have no closed date and stand",
        );
        rows.push(closingRow(9, `${said} outside the period`));
      }
      if (wonTooEarly > 0) {
        const said = counted(wonTooEarly, "won deal is", "won deals are");
        rows.push(
          closingRow(9, `${said} closed before created and not in the cycle; correct one of the dates`),
        );
      }
      return rows;
    },
  }),
];
