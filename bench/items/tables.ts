import { mean, median } from "simple-statistics";
import type { Declared } from "../declared.js";
import { type Draw, dayAt } from "../inputs/draw.js";
import { DEALS, SUBSCRIPTIONS } from "../inputs/tables.js";
import { race } from "../race.js";
import {
  arqueroTable,
  bridgeByArquero,
  bridgeByHand,
  contractsOf,
  serialOf,
} from "../references/arrBridge.js";
import { type BreakdownCells, breakdownByArquero } from "../references/breakdown.js";
import { cohortSharesByHand } from "../references/cohorts.js";
import { SAME_CELLS, TYPED_ARRAYS } from "./elementwise.js";

/** Functions that read whole tables: subscriptions and deals, against a loop by hand and the libraries people know. */

const ROWS = 100_000;
const cellsOf = (draw: Draw): unknown[][] => Array.from({ length: ROWS }, (_, row) => [draw(row, ROWS)]);

const subscriptions = () =>
  [
    cellsOf(SUBSCRIPTIONS.Account),
    cellsOf(SUBSCRIPTIONS["Annual amount"]),
    cellsOf(SUBSCRIPTIONS.Starts),
    cellsOf(SUBSCRIPTIONS.Ends),
  ] as const;

const [OPENING, CLOSING] = [dayAt("2023-12-31", 0), dayAt("2024-12-31", 0)];

/** A table's figures row by row, without its headings and texts. */
const figuresOf = (answer: unknown): number[] => figuresIn((answer as unknown[][]).slice(1));
const figuresIn = (rows: readonly (readonly unknown[])[]): number[] =>
  rows.flatMap((row) => row.filter((cell) => typeof cell === "number")) as number[];

export const TABLES: readonly Declared[] = [
  race("REVOPS_ARR_BRIDGE, 100,000 subscriptions", () => {
    const columns = subscriptions();
    const contracts = contractsOf(columns);
    const table = arqueroTable(contracts);
    const days = [serialOf(OPENING), serialOf(CLOSING)] as const;
    return {
      rows: ROWS,
      ours: (addOn) => addOn.call("REVOPS_ARR_BRIDGE", [...columns, OPENING, CLOSING]),
      comparable: figuresOf,
      references: {
        [SAME_CELLS]: () => bridgeByHand(contractsOf(columns), ...days),
        [TYPED_ARRAYS]: () => bridgeByHand(contracts, ...days),
        "arquero over typed arrays": () => bridgeByArquero(table, ...days),
      },
    };
  }),
  race("REVOPS_COHORTS, 100,000 subscriptions", () => {
    const columns = subscriptions();
    const contracts = contractsOf(columns);
    const day = serialOf(CLOSING);
    return {
      rows: ROWS,
      ours: (addOn) => addOn.call("REVOPS_COHORTS", [...columns, CLOSING]),
      comparable: figuresOf,
      references: {
        [SAME_CELLS]: () => cohortSharesByHand(contractsOf(columns), day),
        [TYPED_ARRAYS]: () => cohortSharesByHand(contracts, day),
      },
    };
  }),
  race("REVOPS_BREAKDOWN by rep, 100,000 deals", () => {
    const cells: BreakdownCells = {
      by: cellsOf(DEALS.Owner as Draw),
      outcome: cellsOf(DEALS.Outcome as Draw),
      amount: cellsOf(DEALS.Amount as Draw),
    };
    return {
      rows: ROWS,
      ours: (addOn) => addOn.call("REVOPS_BREAKDOWN", [cells.by, cells.outcome, cells.amount]),
      comparable: (answer) => figuresIn((answer as unknown[][]).slice(1).sort(byFirst)),
      references: { "arquero on the same cells": () => breakdownByArquero(cells) },
    };
  }),
  race("REVOPS_SALES_CYCLE, 100,000 deals", () => {
    const created = cellsOf(DEALS.Created as Draw);
    const closed = cellsOf((row) => dayAt("2026-03-01", row % 97));
    const outcomes = cellsOf(DEALS.Outcome as Draw);
    const cycles = () => {
      const days: number[] = [];
      for (let row = 0; row < ROWS; row++) {
        if (outcomes[row]?.[0] === "Won")
          days.push(serialOf(closed[row]?.[0] as Date) - serialOf(created[row]?.[0] as Date));
      }
      return days;
    };
    return {
      rows: ROWS,
      ours: (addOn) => addOn.call("REVOPS_SALES_CYCLE", [created, closed, outcomes]),
      comparable: (answer) => figuresOf(answer).slice(0, 2),
      references: {
        "simple-statistics on the same cells": () => {
          const days = cycles();
          return [mean(days), median(days)];
        },
      },
    };
  }),
];

function byFirst([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}
