import { checkCompPlan } from "../../core/compensation/compCheck.js";
import {
  ACCELERATOR,
  checkedTiers,
  clawback,
  payoutShare,
  tieredShare,
} from "../../core/compensation/payout.js";
import { counted } from "../../core/pipeline/counted.js";
import { refuse } from "../../core/refusal/refusal.js";
import { assignTerritories } from "../../core/territory/assign.js";
import { territoryBalance } from "../../core/territory/balance.js";
import { FACTOR_WEIGHTS, territoryLoads, territoryScores } from "../../core/territory/factors.js";
import { ruleSentence } from "../../core/territory/twoTimesRule.js";
import type { Answer, Cell } from "../cells.js";
import { elementwise, type FunctionDefinition, figureOrTable, spilling, tabular } from "../definition.js";
import {
  choice,
  column,
  count,
  days,
  flag,
  headings,
  money,
  multiple,
  one,
  optional,
  share,
  table,
  text,
} from "../parameters.js";
import { cellAs, filled } from "./capacityAndPlanRanges.js";

const family = "compensation and territory";
const COMP = "RevOps Engine playbook, phase 9 (compensation design rules)";
const TERRITORY = "RevOps Engine playbook, phase 9 (territory design)";

const attainment = multiple("attainment", "Share of quota reached, such as 120% or 1.2.", {
  max: 100,
  what: "a share of quota such as 120% or 1.2",
});
const targetVariable = money("target_variable", "Variable pay at 100% attainment.", { min: 0 });
const spif = money("spif", "SPIFs earned on top; 0 where blank.", { min: 0 });
const churnedCommission = money("churned_commission", "Commission paid before on customers who left.", {
  min: 0,
});
const daysToChurn = days(
  "days_to_churn",
  "Days from that sale to the day they left; up to 90 it is taken back.",
);
const CLAWBACK_NOTE =
  "The answer is below 0 where more is taken back than was earned: the rep owes the difference.";

const rate = multiple("rate", "", { what: "a multiple of the base rate, such as 1.5" });

function tiersOf(rows: readonly (readonly Cell[])[]) {
  const given = filled(rows, 0);
  const tiers = given.map(({ cells, row }) => ({
    from: cellAs(attainment, cells[0], "tiers", row),
    rate: cellAs(rate, cells[1], "tiers", row),
  }));
  return checkedTiers(
    tiers,
    given.map(({ row }) => row),
  );
}

const factor = (name: string, help: string) => column(money(name, help, { min: 0 }));
const addressable = factor(
  "addressable",
  "Addressable market: accounts or their potential, one row an account.",
);
const more = [
  optional(factor("revenue", "Historical revenue potential, one row an account.")),
  optional(factor("pipeline", "Current pipeline, one row an account.")),
  optional(factor("effort", "Effort to cover, such as visits or hours; more weighs more.")),
] as const;
const weights = optional(
  table("weights", "Weights of addressable, revenue, pipeline and effort; 30, 30, 20, 20 where left out."),
);
const weight = multiple("weight", "");

function weightsOf(rows: readonly (readonly Cell[])[] | undefined): readonly number[] {
  if (!rows) return FACTOR_WEIGHTS;
  const given = rows.flatMap((cells, row) =>
    cells.flatMap((cell) => (cell === null ? [] : [cellAs(weight, cell, "weights", row + 1)])),
  );
  if (given.length !== 4) {
    refuse("weights", `holds ${counted(given.length, "number", "numbers")}; give four, one a factor.`);
  }
  return given;
}
const FACTORS_NOTE =
  "Factors left out give their weight to the others. A blank cell in a filled row is refused.";
const filledIn = (names: readonly string[]) => names.filter((name) => name !== "");

export const COMPENSATION_AND_TERRITORY: readonly FunctionDefinition[] = [
  elementwise({
    name: "REVOPS_PAYOUT",
    family,
    summary:
      "A rep's variable pay: half the rate below 50% of quota, the full rate up to 100%, an accelerator above; plus SPIFs, less clawback.",
    formula:
      "target variable × (attainment below 50%: attainment × 0.5; to 100%: attainment; above: 1 + (attainment − 1) × accelerator) + SPIFs − clawback",
    parameters: [
      attainment,
      targetVariable,
      optional(
        multiple("accelerator", "Rate above 100% attainment, 1.5 to 2; 1.5 where left out.", {
          min: 1.5,
          max: 2,
          what: "1.5 to 2, or use REVOPS_PAYOUT_TIERS",
        }),
        ACCELERATOR,
      ),
      optional(spif, 0),
      optional(churnedCommission),
      optional(daysToChurn),
    ],
    result: "An amount.",
    notes: [
      "Reaching 50% lifts the whole payout from half to full rate: a step up, the only one.",
      "Commission is taken back where the customer left within 90 days of the sale, the 90th included.",
      CLAWBACK_NOTE,
    ],
    source: COMP,
    synonyms: ["commission", "variable pay", "accelerator", "OTE", "clawback", "SPIFF"],
    examples: [
      {
        formula: "=REVOPS_PAYOUT(120%, 50000, 2)",
        answer: 70000,
        from: "Sales Ops Club glossary, accelerator: at 120% with 2× above quota a rep earns 40% more",
      },
      {
        formula: "=REVOPS_PAYOUT(150%, 1000, 2)",
        answer: 2000,
        from: "Referello, tiered commission calculator: $15,000 sold, 10% to $10,000 and 20% above, pays $2,000",
      },
      {
        formula: "=REVOPS_PAYOUT({0.4;0.5;1;1.2}, 10000)",
        answer: [[2000], [5000], [10000], [13000]],
        from: "RevOps Engine playbook, phase 9: half rate below 50%, 1.5 times above 100%",
      },
      {
        formula: "=REVOPS_PAYOUT({1;1}, {10000;10000}, , {500;0}, {800;800}, {90;91})",
        answer: [[9700], [10000]],
        from: "RevOps Engine playbook, phase 9: clawback only on churn within 90 days",
      },
    ],
    compute: (reached, amount, accelerator, extra, churned, after) =>
      payoutShare(reached, accelerator) * amount + extra - clawback(churned, after),
  }),
  spilling({
    name: "REVOPS_PAYOUT_TIERS",
    family,
    summary:
      "Variable pay by marginal tiers of your own: each part of the attainment pays at the rate of the tier it lies in, as tax brackets do.",
    formula: "target variable × sum of (part of attainment in the tier × its rate) + SPIFs − clawback",
    parameters: [
      column(attainment),
      column(targetVariable),
      table(
        "tiers",
        "Rows of attainment from which and rate, a multiple of the base rate: 0%, 1; 100%, 1.5.",
      ),
      optional(column(spif)),
      optional(column(churnedCommission)),
      optional(column(daysToChurn)),
    ],
    result: "An amount; one a row.",
    notes: ["The first tier begins at 0%. A rate of 0 pays nothing in its tier.", CLAWBACK_NOTE],
    source: COMP,
    synonyms: ["commission tiers", "tiered commission", "brackets", "accelerators", "marginal"],
    examples: [
      {
        formula:
          "=REVOPS_PAYOUT_TIERS(1.3333333333333333, 22500, {0,1;100%,1.3333333333333333;125%,1.6666666666666667})",
        answer: [[33125]],
        from: "Comish, tiered commission structures: $500K on a $375K quota at 6%, 8% and 10% pays 6.625%",
      },
      {
        formula: "=REVOPS_PAYOUT_TIERS({1;2}, {5000;5000}, {0,1;1,2;1.5,3}, {100;0})",
        answer: [[5100], [17500]],
        from: "Referello, tiered commission calculator: each rate applies to the overflow of its tier only",
      },
    ],
    compute: (attained, amounts, rows, spifs, churned, after) => {
      const tiers = tiersOf(rows);
      return attained.map((reached, row): Answer[] => {
        const at = row + 1;
        const amount = amounts[row] ?? null;
        const extra = spifs?.[row] ?? undefined;
        const [back, late] = [churned?.[row] ?? undefined, after?.[row] ?? undefined];
        if (reached === null && amount === null && [extra, back, late].every((cell) => cell === undefined)) {
          return [""];
        }
        if (reached === null) return refuse("attainment", "is blank; give the share of quota reached.", at);
        if (amount === null) return refuse("target_variable", "is blank; give variable pay at 100%.", at);
        if ((back === undefined) !== (late === undefined)) {
          const missing = back === undefined ? "churned_commission" : "days_to_churn";
          return refuse(missing, "is blank; give both commission and days, or neither.", at);
        }
        return [tieredShare(reached, tiers) * amount + (extra ?? 0) - clawback(back, late)];
      });
    },
  }),
  tabular({
    name: "REVOPS_COMP_CHECK",
    family,
    summary:
      "Holds a compensation plan against six design rules and says which are broken and what to change.",
    formula:
      "at most 3 components; accelerator 1.5–2 from 100%; decelerator 0.5 below 50%; SPIFs under 10%; clawback within 90 days; paid monthly",
    parameters: [
      one(
        count("components", "Number of things that variable pay depends on.", {
          min: 1,
          whole: true,
          what: "a whole number of 1 or more",
        }),
      ),
      one(multiple("accelerator_from", "Attainment from which the accelerator pays, such as 100%.")),
      one(multiple("accelerator", "Rate above it, such as 1.5; 1 for none.")),
      one(
        multiple(
          "decelerator_below",
          "Attainment below which the decelerator applies, such as 50%; 0% for none.",
        ),
      ),
      one(multiple("decelerator", "Rate below it, such as 0.5; 1 for none.")),
      one(money("spifs", "SPIFs a year.", { min: 0 })),
      one(
        money("total_compensation", "Total compensation a year, SPIFs included; above 0.", {
          above: 0,
          what: "an amount above 0",
        }),
      ),
      one(days("clawback_days", "Days after a sale within which commission is taken back; 0 for never.")),
      one(choice("paid", "How often variable pay is paid.", ["weekly", "monthly", "quarterly", "yearly"])),
    ],
    columns: ["Rule", "Your plan", "Result", "What to change"],
    result: "Six rows Rule, Your plan, Result (Kept or Broken), What to change.",
    notes: ["Paying more often than monthly keeps the last rule."],
    source: COMP,
    synonyms: ["comp plan", "compensation design", "commission plan review", "SPIFF"],
    examples: [
      {
        formula: '=REVOPS_COMP_CHECK(4, 100%, 1.5, 50%, 50%, 15000, 150000, 180, "quarterly")',
        answer: [
          ["Rule", "Your plan", "Result", "What to change"],
          ["At most 3 components", "4", "Broken", "Drop components until 3 are left."],
          ["Accelerator from 100% attainment at 1.5 to 2", "1.5 from 100%", "Kept", ""],
          ["Decelerator below 50% attainment at 0.5", "0.5 below 50%", "Kept", ""],
          ["SPIFs under 10% of total compensation", "10%", "Broken", "Move SPIF money into the plan."],
          [
            "Clawback only within 90 days",
            "180 days",
            "Broken",
            "Take back commission only where the customer leaves within 90 days.",
          ],
          ["Paid monthly", "quarterly", "Broken", "Pay every month."],
        ],
        from: "RevOps Engine playbook, phase 9: the six design rules",
      },
    ],
    compute: (
      components,
      acceleratorFrom,
      accelerator,
      deceleratorBelow,
      decelerator,
      spifs,
      totalCompensation,
      clawbackDays,
      paid,
    ) => {
      if (spifs > totalCompensation) {
        refuse("spifs", "exceed total_compensation; give both for one year, SPIFs included in the total.");
      }
      return checkCompPlan({
        components,
        acceleratorFrom,
        accelerator,
        deceleratorBelow,
        decelerator,
        spifs,
        totalCompensation,
        clawbackDays,
        paid,
      }).map(({ rule, found, kept, remedy }) => [rule, found, kept ? "Kept" : "Broken", kept ? "" : remedy]);
    },
  }),
  spilling({
    name: "REVOPS_TERRITORY_SCORE",
    family,
    summary:
      "Weight of each account or territory between 0 and 1, from addressable market, revenue, pipeline and effort.",
    formula: "sum of factor ÷ its largest value × weight, weights 30/30/20/20",
    parameters: [addressable, ...more, weights],
    result: "A score between 0 and 1; one a row.",
    notes: [FACTORS_NOTE, "A factor that is 0 in every row is refused: it says nothing."],
    source: TERRITORY,
    synonyms: ["territory potential", "account weight", "workload index"],
    examples: [
      {
        formula: "=REVOPS_TERRITORY_SCORE({100;50}, {1000;1000}, {0;400}, {10;5})",
        answer: [[0.8], [0.75]],
        from: "RevOps Engine playbook, phase 9: weights 30, 30, 20, 20 (30 + 30 + 0 + 20; 15 + 30 + 20 + 10)",
      },
    ],
    compute: (market, revenue, pipeline, effort, own) => {
      const columns = { addressable: market, revenue, pipeline, effort };
      const blank = (row: number) => Object.values(columns).every((cells) => (cells?.[row] ?? null) === null);
      return territoryScores(columns, weightsOf(own), blank).map((score, row) => [blank(row) ? "" : score]);
    },
  }),
  figureOrTable({
    name: "REVOPS_TERRITORY_ASSIGN",
    family,
    summary:
      "Splits accounts among reps: named accounts stay, no rep gets more than twice another's addressable market, loads are balanced, and few accounts change hands.",
    formula: "load = sum of share of each factor's total × weight, weights 30/30/20/20",
    parameters: [
      column(text("accounts", "Name or id of each account, one row an account.")),
      addressable,
      headings("reps", "Those who share the accounts, in a row or column."),
      optional(column(text("owners", "Who has each account now; blank for nobody."))),
      optional(column(flag("named", "TRUE where the account stays with its owner."))),
      ...more,
      optional(one(share("tolerance", "How far a load may lie from the mean; 10% where left out.")), 0.1),
      weights,
      optional(
        one(
          choice(
            "measure",
            "accounts (default), changed for how many change hands, or rule for the two-times rule.",
            ["accounts", "changed", "rule"],
          ),
        ),
        "accounts",
      ),
    ],
    result:
      "Rows Account, Rep, Before, Change (Named, Kept, New, Moved), then two that tell of rule and balance; or a number; or TRUE or FALSE.",
    notes: [
      "In this order: named accounts, the two-times rule, loads within the tolerance, few changes of hands.",
      "Where the rule cannot hold, the row under the accounts proves it or says that no split was found.",
      "The same accounts give the same answer in any order of rows. Up to 60 accounts it also tries to prove that no fewer need to move.",
      FACTORS_NOTE,
    ],
    source: TERRITORY,
    synonyms: ["territory design", "carve", "rebalance", "book of business", "realignment"],
    examples: [
      {
        formula:
          '=REVOPS_TERRITORY_ASSIGN({"A";"B";"C";"D";"E";"F";"G"}, {5;5;4;4;3;3;3}, {"Ada","Ben","Cid"}, , , , , , 0%)',
        answer: [
          ["Account", "Rep", "Before", "Change"],
          ["A", "Cid", "", "New"],
          ["B", "Ben", "", "New"],
          ["C", "Ben", "", "New"],
          ["D", "Cid", "", "New"],
          ["E", "Ada", "", "New"],
          ["F", "Ada", "", "New"],
          ["G", "Ada", "", "New"],
          ["Two-times rule holds: all have 9", "", "", ""],
          [
            "Loads from 0% to 0% around the mean; 0 of 7 accounts changed hands, the fewest possible",
            "",
            "",
            "",
          ],
        ],
        from: "Graham, Bounds on multiprocessing timing anomalies (1969): 5, 5, 4, 4, 3, 3, 3 in three shares of 9",
      },
      {
        formula:
          '=REVOPS_TERRITORY_ASSIGN({"Acme";"Birch";"Cedar";"Dale"}, {40;20;20;20}, {"Ada";"Ben"}, {"Ada";"Ada";"Ada";"Ben"}, {TRUE;FALSE;FALSE;FALSE}, , , , , , "changed")',
        answer: 1,
        from: "RevOps Engine playbook, phase 9: Ada's 80 to Ben's 20 break the two-times rule; one account of 20 mends it",
      },
    ],
    compute: (accounts, market, reps, owners, named, revenue, pipeline, effort, tolerance, own, measure) => {
      const loads = territoryLoads({ addressable: market, revenue, pipeline, effort }, weightsOf(own));
      const given = accounts.map((name, row) => ({
        name: name ?? refuse("accounts", "is blank; give the account's name or id.", row + 1),
        market: market[row] as number,
        load: loads[row] as number,
        owner: owners?.[row] ?? null,
        named: named?.[row] ?? false,
      }));
      const split = assignTerritories(given, filledIn(reps), tolerance);
      if (measure === "changed") return split.moved;
      if (measure === "rule") return split.holds;
      return {
        columns: ["Account", "Rep", "Before", "Change"],
        rows: [
          ...given.map(({ name, owner }, row): Answer[] => [
            name,
            split.reps[row] as string,
            owner ?? "",
            split.changes[row] as string,
          ]),
          [split.verdict, "", "", ""],
          [split.balance, "", "", ""],
        ],
      };
    },
  }),
  figureOrTable({
    name: "REVOPS_TERRITORY_BALANCE",
    family,
    summary: "What each rep has, and whether anybody has more than twice the addressable market of another.",
    formula: "largest addressable market ÷ smallest ≤ 2",
    parameters: [
      column(text("owners", "Rep of each account, one row an account.")),
      addressable,
      ...more,
      weights,
      optional(headings("reps", "All reps, so that one without accounts shows.")),
      optional(
        one(
          choice("measure", "table (default), ratio for largest ÷ smallest, or rule for TRUE or FALSE.", [
            "table",
            "ratio",
            "rule",
          ]),
        ),
        "table",
      ),
    ],
    result:
      "Rows Rep, Accounts, Addressable, Revenue, Pipeline, Effort, Load (share of the whole), with the rule's outcome under them; or one figure.",
    notes: [FACTORS_NOTE, "Accounts without a rep are told under the table."],
    source: TERRITORY,
    synonyms: ["fair territories", "TAM per rep", "territory equity"],
    examples: [
      {
        formula: '=REVOPS_TERRITORY_BALANCE({"Ada";"Ada";"Ben"}, {60;20;20}, {30;30;40})',
        answer: [
          ["Rep", "Accounts", "Addressable", "Revenue", "Pipeline", "Effort", "Load"],
          ["Ada", 2, 80, 60, "", "", 0.7],
          ["Ben", 1, 20, 40, "", "", 0.3],
          ["Two-times rule broken: Ada has 80, 4 times the 20 of Ben", "", "", "", "", "", ""],
        ],
        from: "RevOps Engine playbook, phase 9: no rep with more than twice the TAM of another",
      },
      {
        formula: '=REVOPS_TERRITORY_BALANCE({"Ada";"Ben"}, {80;40}, , , , , , "rule")',
        answer: true,
        from: "RevOps Engine playbook, phase 9: exactly twice is allowed",
      },
    ],
    compute: (owners, market, revenue, pipeline, effort, own, reps, measure) => {
      const balance = territoryBalance(
        owners,
        { addressable: market, revenue, pipeline, effort },
        weightsOf(own),
        reps && filledIn(reps),
      );
      const { rule, withoutRep } = balance;
      if (measure === "rule") return rule.holds;
      if (measure === "ratio") {
        return (
          rule.ratio ??
          refuse("addressable", `is 0 for ${rule.smallest.rep}, so there is no ratio; ask for the table.`)
        );
      }
      const said = (sentence: string): Answer[] => [sentence, "", "", "", "", "", ""];
      return {
        columns: ["Rep", "Accounts", "Addressable", "Revenue", "Pipeline", "Effort", "Load"],
        rows: [
          ...balance.reps.map(({ rep, accounts, totals, load }): Answer[] => [
            rep,
            accounts,
            totals.addressable ?? "",
            totals.revenue ?? "",
            totals.pipeline ?? "",
            totals.effort ?? "",
            load,
          ]),
          said(ruleSentence(rule)),
          ...(withoutRep > 0
            ? [said(`${withoutRep} account${withoutRep === 1 ? " counts" : "s count"} for nobody: no rep`)]
            : []),
        ],
      };
    },
  }),
];
