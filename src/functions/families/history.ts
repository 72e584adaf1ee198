import { dayName } from "../../core/dates/dayName.js";
import { movementTotals } from "../../core/history/bridge.js";
import { comparedLists } from "../../core/history/comparedLists.js";
import { type DealMovement, MOVEMENTS } from "../../core/history/movement.js";
import { type PipelineChanges, pipelineChanges } from "../../core/history/pipelineChanges.js";
import { identityOf, type PipelineDeal } from "../../core/history/pipelineDeal.js";
import { snapshotsAt } from "../../core/history/snapshots.js";
import { counted } from "../../core/pipeline/counted.js";
import { refuse } from "../../core/refusal/refusal.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, figureOrTable, type HeadedTable } from "../definition.js";
import { choice, date, headings, one, optional, table, text } from "../parameters.js";
import { earlierDeals, listedDeals, snapshotRows } from "./historyRows.js";
import { closingRow } from "./pipelineParameters.js";

/** What changed in the open pipeline: between two snapshots of the History tab, or between two plain exports. */

const owner = optional(one(text("owner", "Only this rep's pipeline; blank for the whole team.")));

const movement = optional(
  one(
    choice("movement", "One movement, or all, to list its deals; blank for the totals.", [
      "all",
      ...MOVEMENTS.map((name) => name.toLowerCase()),
    ] as const),
  ),
);

const BRIDGE = ["Movement", "Deals", "Amount"] as const;
const LIST = [
  "Movement",
  "Deal ID",
  "Deal",
  "Owner",
  "Stage before",
  "Stage",
  "Amount before",
  "Amount",
  "Expected close before",
  "Expected close",
  "Change",
] as const;

const dateOr = (day: number | null | undefined): Answer => (day == null ? "" : { serial: day });
const moneyOr = (cents: number | null | undefined): Answer => (cents == null ? "" : cents / 100);

function answer(
  changes: PipelineChanges,
  labels: { readonly opening: string; readonly closing: string },
  asked: string | undefined,
  ofOneOwner: boolean,
  closing: readonly string[] = [],
): HeadedTable {
  if (asked !== undefined) {
    const listed = changes.moved.filter((one) => asked === "all" || one.movement.toLowerCase() === asked);
    return { columns: LIST, rows: listed.map(listRow) };
  }
  const { money, other } = movementTotals(changes, ofOneOwner);
  const without = [
    ...new Map(
      [
        ...changes.opening.withoutAmount,
        ...changes.closing.withoutAmount,
        ...changes.moved.flatMap(({ withoutAmount, before, after }) =>
          withoutAmount ? ((after ?? before) as PipelineDeal) : [],
        ),
      ].map((deal) => [identityOf(deal), labelOf(deal)]),
    ).values(),
  ];
  const notes =
    without.length === 0
      ? closing
      : [`${counted(without.length, "deal has", "deals have")} no amount: ${someOf(without)}`, ...closing];
  return {
    columns: BRIDGE,
    rows: [
      [labels.opening, changes.opening.deals, changes.opening.cents / 100],
      ...money.map(({ movement: name, deals, cents }) => [name, deals, cents / 100]),
      [labels.closing, changes.closing.deals, changes.closing.cents / 100],
      ...other.map(({ movement: name, deals, cents }) => [name, deals, cents / 100]),
      ...notes.map((said) => closingRow(BRIDGE.length, said)),
    ],
  };
}

const labelOf = ({ name, id }: PipelineDeal): string => name || id || "(no name)";
const SHOWN = 3;
const someOf = (names: readonly string[]): string =>
  names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`
    : names.join(", ");

function listRow({ movement: name, before, after, cents }: DealMovement): Answer[] {
  const deal = (after ?? before) as PipelineDeal;
  return [
    name,
    deal.id,
    labelOf(deal),
    deal.owner,
    before?.stage ?? "",
    after?.stage ?? "",
    moneyOr(before?.amountCents),
    moneyOr(after?.amountCents),
    dateOr(before?.expectedClose),
    dateOr(after?.expectedClose),
    cents / 100,
  ];
}

function checkOwner(name: string | undefined, deals: readonly PipelineDeal[]): void {
  const wanted = name?.toLowerCase();
  if (wanted !== undefined && !deals.some((deal) => deal.owner.toLowerCase() === wanted)) {
    refuse("owner", "is found on no deal; check the name's spelling, or leave it blank.");
  }
}

export const PIPELINE_HISTORY: readonly FunctionDefinition[] = [
  figureOrTable({
    name: "REVOPS_PIPELINE_CHANGES",
    family: "pipeline",
    summary:
      "What changed in the open pipeline between two snapshots: new, grown, shrunk, won, lost, pushed and more, adding up to the cent.",
    formula: "opening + new + reopened + grown + shrunk + won + lost + vanished = closing",
    parameters: [
      headings("headings", "The heading row of the History tab."),
      table("rows", "The snapshots under it."),
      one(date("from", "Change since this day: the latest snapshot on or before it is taken.")),
      one(date("to", "Change up to this day: the latest snapshot on or before it is taken.")),
      owner,
      movement,
    ],
    result: "Rows Movement, Deals, Amount; or the deals of a movement.",
    notes: [
      "What leaves the pipeline is below 0, so the column adds up from the opening to the closing row; both name the day of the snapshot that was used.",
      "Pushed, pulled in and stage moved stand below the closing row: they change no amount, and theirs is what these deals are worth.",
      "A deal won leaves with the amount it was won at, a deal lost with its opening amount. One that came and closed between the snapshots is both new and won or lost.",
      "Vanished deals are no longer in the data: deleted, merged or left out of the export.",
      "Deals are told apart by Deal ID, without one by name. Deals without an amount are counted, add 0 and are named in a closing row.",
      "With an owner, deals that changed hands are taken over or handed over.",
    ],
    source: "RevOps Engine playbook, phase 4 (weekly pipeline review: changes since last week)",
    synonyms: [
      "pipeline waterfall",
      "pipeline bridge",
      "week over week",
      "slipped deals",
      "deal movement",
      "snapshot",
      "pipeline inspection",
    ],
    examples: [
      {
        formula:
          '=REVOPS_PIPELINE_CHANGES({"Snapshot date","Deal ID","Deal","Owner","Stage","Amount","Expected close","Outcome"}, {DATE(2026,3,24),"1","Acme","Ada","Demo",5000,DATE(2026,3,31),"Open";DATE(2026,3,24),"2","Birch","Ben","Proposal",8000,DATE(2026,4,30),"Open";DATE(2026,3,31),"1","Acme","Ada","Proposal",6000,DATE(2026,4,15),"Open";DATE(2026,3,31),"2","Birch","Ben","Proposal",8000,DATE(2026,4,30),"Won";DATE(2026,3,31),"3","Cedar","Ben","Demo",2000,DATE(2026,5,31),"Open"}, DATE(2026,3,24), DATE(2026,3,31))',
        answer: [
          ["Movement", "Deals", "Amount"],
          ["Open on 24 Mar 2026", 2, 13000],
          ["New", 1, 2000],
          ["Reopened", 0, 0],
          ["Grown", 1, 1000],
          ["Shrunk", 0, 0],
          ["Won", 1, -8000],
          ["Lost", 0, 0],
          ["Vanished", 0, 0],
          ["Open on 31 Mar 2026", 2, 8000],
          ["Pushed", 1, 6000],
          ["Pulled in", 0, 0],
          ["Stage moved", 1, 6000],
        ],
        from: "RevOps Engine playbook, phase 4: deals new, advanced, pushed and won since last week",
      },
      {
        formula:
          '=REVOPS_PIPELINE_CHANGES({"Snapshot date","Deal ID","Deal","Amount","Expected close","Outcome"}, {DATE(2026,3,24),"1","Acme",5000,DATE(2026,3,31),"Open";DATE(2026,3,31),"1","Acme",5000,DATE(2026,4,15),"Open"}, DATE(2026,3,25), DATE(2026,4,2), , "pushed", FALSE)',
        answer: [["Pushed", "1", "Acme", "", "", "", 5000, 5000, { serial: 46112 }, { serial: 46127 }, 5000]],
        from: "RevOps Engine playbook, phase 4: which deals were pushed",
      },
    ],
    compute: (names, cells, from, to, rep, asked) => {
      const rows = snapshotRows(names, cells);
      checkOwner(rep, rows);
      const { openingDay, closingDay, before, after } = snapshotsAt(rows, from, to);
      return answer(
        pipelineChanges(before, after, rep),
        { opening: `Open on ${dayName(openingDay)}`, closing: `Open on ${dayName(closingDay)}` },
        asked,
        rep !== undefined,
      );
    },
  }),
  figureOrTable({
    name: "REVOPS_PIPELINE_COMPARE",
    family: "pipeline",
    summary:
      "What changed in the open pipeline between two plain CRM exports, or since a snapshot: the same movements, adding up to the cent.",
    formula: "opening + new + reopened + grown + shrunk + won + lost + vanished = closing",
    parameters: [
      headings("headings_before", "The heading row of the earlier export, or of the History tab."),
      table("rows_before", "The deals or snapshots under it."),
      headings("headings_after", "The heading row of the later export."),
      table("rows_after", "The deals under it."),
      one(
        date(
          "before_date",
          "Day of the earlier export; of the History tab the latest snapshot on or before it.",
        ),
      ),
      owner,
      movement,
    ],
    result: "Rows Movement, Deals, Amount; or the deals of a movement.",
    notes: [
      "Movements are those of REVOPS_PIPELINE_CHANGES. Both lists need Deal ID (or Deal) and Outcome.",
      "A closed deal that only the later export holds counts when it closed after before_date; those that closed earlier never moved in between, and those without a closed date are left out and counted in a closing row.",
    ],
    source: "RevOps Engine playbook, phase 4 (weekly pipeline review: changes since last week)",
    synonyms: ["time machine", "compare exports", "diff", "what changed", "two CSV files"],
    examples: [
      {
        formula:
          '=REVOPS_PIPELINE_COMPARE({"Deal ID","Amount","Outcome"}, {"1",5000,"Open";"2",8000,"Open"}, {"Deal ID","Amount","Outcome","Closed"}, {"1",4000,"Open","";"2",8000,"Lost",DATE(2026,3,30);"9",700,"Won",DATE(2025,1,9)}, DATE(2026,3,24))',
        answer: [
          ["Movement", "Deals", "Amount"],
          ["Open before", 2, 13000],
          ["New", 0, 0],
          ["Reopened", 0, 0],
          ["Grown", 0, 0],
          ["Shrunk", 1, -1000],
          ["Won", 0, 0],
          ["Lost", 1, -8000],
          ["Vanished", 0, 0],
          ["Open after", 1, 4000],
          ["Pushed", 0, 0],
          ["Pulled in", 0, 0],
          ["Stage moved", 0, 0],
        ],
        from: "RevOps Engine playbook, phase 4: changes since last week, here from two exports",
      },
      {
        formula:
          '=REVOPS_PIPELINE_COMPARE({"Snapshot date","Deal ID","Amount","Outcome"}, {DATE(2026,3,17),"1",9000,"Open";DATE(2026,3,24),"1",5000,"Open"}, {"Deal ID","Amount","Outcome"}, {"1",4000,"Open"}, DATE(2026,3,31), , "all", FALSE)',
        answer: [["Shrunk", "1", "1", "", "", "", 5000, 4000, "", "", -1000]],
        from: "RevOps Engine playbook, phase 4: change since the last snapshot, which is that of 24 March",
      },
    ],
    compute: (namesBefore, cellsBefore, namesAfter, cellsAfter, day, rep, asked) => {
      const { snapshotDay, deals: before } = earlierDeals(namesBefore, cellsBefore, day);
      const after = listedDeals(namesAfter, cellsAfter, "_after");
      checkOwner(rep, [...before, ...after]);
      const compared = comparedLists(before, after, snapshotDay ?? day, rep);
      const undated = compared.undated.length;
      const closing =
        undated === 0
          ? []
          : [`${counted(undated, "closed deal", "closed deals")} without a closed date left out`];
      return answer(
        compared,
        {
          opening: snapshotDay === undefined ? "Open before" : `Open on ${dayName(snapshotDay)}`,
          closing: "Open after",
        },
        asked,
        rep !== undefined,
        closing,
      );
    },
  }),
];
