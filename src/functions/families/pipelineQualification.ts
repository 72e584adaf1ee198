import { BANT_CRITERIA, bant } from "../../core/pipeline/bant.js";
import { counted } from "../../core/pipeline/counted.js";
import { MEDDPICC_LETTERS, meddpicc } from "../../core/pipeline/meddpicc.js";
import { refuse } from "../../core/refusal/refusal.js";
import { type Answer, type Cell, located, problem, shown } from "../cells.js";
import { type FunctionDefinition, spilling } from "../definition.js";
import { flag, table } from "../parameters.js";

type FilledCell = Exclude<Cell, null>;

/** Answers each filled row of a block that is `width` columns wide; a blank row is answered with blanks. */
function eachRow<T>(
  argument: string,
  rows: readonly (readonly Cell[])[],
  columns: readonly string[],
  read: (cell: FilledCell) => T,
  answer: (values: (T | null)[]) => Answer[],
): Answer[][] {
  const width = rows[0]?.length ?? 0;
  if (width !== columns.length) {
    const names = columns.join(", ");
    const found = counted(width, "column", "columns");
    refuse(argument, `has ${found}; give ${columns.length}, in this order: ${names}.`);
  }
  return rows.map((cells, row) => {
    if (cells.every((cell) => cell === null)) return ["", "", ""];
    return answer(
      cells.map((cell, column) => {
        try {
          return cell === null ? null : read(cell);
        } catch (error) {
          throw located(error, argument, row + 1, column + 1);
        }
      }),
    );
  });
}

function readPoints(cell: FilledCell): 0 | 1 | 2 {
  const word = String(cell).trim().toLowerCase();
  if (word === "0" || word === "no" || word === "false") return 0;
  if (word === "1" || word === "partly") return 1;
  if (word === "2" || word === "yes" || word === "true") return 2;
  return problem(`is ${shown(cell)}; write 0, 1 or 2, or yes, partly or no.`);
}

const confirmed = flag("", "");

export const PIPELINE_QUALIFICATION: readonly FunctionDefinition[] = [
  spilling({
    name: "REVOPS_MEDDPICC",
    family: "pipeline",
    summary: "Scores how well each deal is qualified over the eight letters of MEDDPICC and names the gaps.",
    formula: "sum of 0 (unknown), 1 (partly) or 2 (confirmed) over eight letters; share of 16",
    parameters: [
      table(
        "scores",
        `Eight columns, one row a deal: ${MEDDPICC_LETTERS.join(", ")}. Each 0, 1 or 2, or yes, partly or no.`,
      ),
    ],
    result: "Three columns a deal: total of 16, share, gaps.",
    notes: ["A blank letter earns nothing and is named among the gaps. A ticked box counts as 2."],
    source:
      "RevOps Engine playbook, phases 2 (MEDDPICC score on every opportunity) and 14 (MEDDPICC-based categories)",
    synonyms: ["MEDDIC", "deal qualification", "qualification score", "deal scorecard"],
    examples: [
      {
        formula: "=REVOPS_MEDDPICC({2,1,2,0,1,2,2,1;2,2,2,2,2,2,2,2})",
        answer: [
          [
            11,
            0.6875,
            "Economic buyer (partly); Decision process; Paper process (partly); Competition (partly)",
          ],
          [16, 1, ""],
        ],
        from: "Spotlight.ai, MEDDPICC deal scoring: the eight elements; SalesSidekick rubric: red, yellow, green, here 0, 1, 2",
      },
    ],
    compute: (scores) =>
      eachRow("scores", scores, MEDDPICC_LETTERS, readPoints, (letters) => {
        const { total, share, gaps } = meddpicc(letters);
        return [total, share, gaps.join("; ")];
      }),
  }),
  spilling({
    name: "REVOPS_BANT",
    family: "pipeline",
    summary:
      "Counts how many of budget, authority, need and timeline are confirmed; three of four qualify a lead.",
    formula: "number of criteria confirmed; qualified from 3",
    parameters: [
      table(
        "answers",
        "Four columns, one row a lead: Budget, Authority, Need, Timeline. Each TRUE or FALSE, yes or no.",
      ),
    ],
    result: "Three columns a lead: score out of 4, whether qualified (TRUE or FALSE), what is missing.",
    notes: ["A blank is not confirmed, and is named among what is missing."],
    source: "RevOps Engine playbook, phase 3 (SQL: BANT score of 3 of 4)",
    synonyms: ["SQL", "sales qualified", "budget authority need timeline", "lead qualification"],
    examples: [
      {
        formula: '=REVOPS_BANT({TRUE,TRUE,FALSE,TRUE;"yes","no","","yes"})',
        answer: [
          [3, true, "Need"],
          [2, false, "Authority; Need (blank)"],
        ],
        from: "RevOps Engine playbook, phase 3: a BANT score of 3 of 4 makes an SQL",
      },
    ],
    compute: (answers) =>
      eachRow(
        "answers",
        answers,
        BANT_CRITERIA,
        confirmed.read as (cell: FilledCell) => boolean,
        (criteria) => {
          const { score, qualified, missing } = bant(criteria);
          return [score, qualified, missing.join("; ")];
        },
      ),
  }),
];
