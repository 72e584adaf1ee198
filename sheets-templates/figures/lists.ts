import { exactly } from "../../src/templates/formula.js";
import type { WorkbookFacts, WorkingBlock } from "../../src/templates/template.js";

/** The stages and reps of the workbook, each by its cell: a name that is changed there changes in the tab. */

export const stageCell = ({ stageRows }: WorkbookFacts, index: number, column = "stage"): string =>
  `INDEX({Stages.${column}},${stageRows[index]})`;

export const repCell = ({ repRows }: WorkbookFacts, index: number, column = "rep"): string =>
  `INDEX({Reps.${column}},${repRows[index]})`;

/** Conditions of SUMIFS and COUNTIFS, one a stage, for `isStage`. */
export const stageConditions = (facts: WorkbookFacts): Values =>
  conditions(
    "stageIs",
    facts.stages.map((_, index) => stageCell(facts, index)),
  );

/** Conditions of SUMIFS and COUNTIFS, one a rep, for `isRep`. */
export const repConditions = (facts: WorkbookFacts): Values =>
  conditions(
    "repIs",
    facts.reps.map((_, index) => repCell(facts, index)),
  );

export const isStage = (index: number): string => `{Opportunities.stage},{#stageIs.${index + 1}}`;
export const isRep = (index: number): string => `{Opportunities.owner},{#repIs.${index + 1}}`;

type Values = WorkingBlock["values"];

const conditions = (key: string, cells: readonly string[]): Values =>
  cells.length === 0 ? [] : [{ key, content: cells.map((cell) => `=${exactly(cell)}`) }];
