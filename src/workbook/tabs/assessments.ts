import { INTAKE_FIELDS } from "../../core/assessment/intake.js";
import { MATURITY_DIMENSIONS } from "../../core/assessment/maturityModel.js";
import { RUBRIC } from "../../core/assessment/rubric.js";
import type { Column, DataTab } from "../columns.js";

/** What stands in the column Assessment. */
export const ASSESSMENT_KINDS = { maturity: "Maturity", rubric: "Rubric" } as const;
export type AssessmentKind = keyof typeof ASSESSMENT_KINDS;

/** Headings stand in bold; a column is as wide as its heading needs. */
const widthFor = (heading: string): number => Math.max(90, Math.ceil(heading.length * 6.8) + 16);

const column = (key: string, heading: string, kind: Column["kind"], help: string): Column => ({
  ...{ key, heading, kind, help, width: widthFor(heading) },
});

/** A heading becomes the name of a range, which no percent sign may end. */
const headingOf = (name: string): string => name.replace(/%/g, " percent");

/**
 * One row an assessor and finished assessment, maturity and rubric alike, with every answer. The sidebars write it;
 * rounds, trends and result tabs are computed from it, so a score corrected here counts everywhere.
 */
export const ASSESSMENTS: DataTab = {
  key: "Assessments",
  title: "Assessments",
  record: "assessment",
  columns: [
    { ...column("date", "Date", "date", "The day it was saved."), width: 100, required: true },
    { ...column("kind", "Assessment", "text", "Maturity or Rubric."), width: 110, required: true },
    {
      ...column("round", "Round", "text", "What several assessors scored together, such as Q1 review."),
      ...{ width: 170, required: true },
    },
    { ...column("assessor", "Assessor", "text", "Who scored, as typed; may be blank."), width: 130 },
    ...MATURITY_DIMENSIONS.map(({ key, name, question }) =>
      column(key, name, "count", `${question} 1 to 5.`),
    ),
    column("total", "Total", "number", "Of 30 for maturity, of 100 for the rubric."),
    { ...column("result", "Result", "text", "Stage or verdict that the total stands for."), width: 210 },
    ...INTAKE_FIELDS.map(({ key, label, kind, help }) =>
      column(key, label, kind === "money" || kind === "count" ? kind : "text", help),
    ),
    ...RUBRIC.flatMap(({ name: dimension, criteria }) =>
      criteria.map(({ key, name, full }) =>
        column(key, headingOf(name), "count", `${dimension}, 0 to 2. Full marks: ${full}`),
      ),
    ),
    {
      ...column("evidence", "Evidence", "text", "What the workbook measured for scores taken over from it."),
      width: 300,
    },
  ],
};
