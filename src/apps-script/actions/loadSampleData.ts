import { WEEKLY_PIPELINE_REVIEW } from "../../../sheets-templates/weeklyPipelineReview.js";
import { OPPORTUNITIES } from "../../workbook/opportunities.js";
import { sampleOpportunities } from "../../workbook/sample/sample.js";
import { REPS, STAGES } from "../../workbook/settings.js";
import { exclusively, openSession } from "../session.js";
import { Workbook } from "../workbook.js";
import { drawTemplate } from "./drawTemplate.js";

/** Fills an empty workbook with an invented company, so that every formula and tab can be tried at once. */
export function loadSampleData(): void {
  exclusively(() => {
    const session = openSession();
    const blank = session.spreadsheet.getSheets().filter((sheet) => sheet.getLastRow() === 0);
    const workbook = new Workbook(session);
    const standing = workbook.read(OPPORTUNITIES);
    if (standing.length > 0) {
      throw new Error(
        `Opportunities already holds ${standing.length} rows; load the sample data into a new, empty spreadsheet.`,
      );
    }
    workbook.moveAsOf();
    const sample = sampleOpportunities({ asOf: workbook.asOf });
    if (workbook.isBlank("quarterlyTarget")) workbook.set("quarterlyTarget", sample.quarterlyTarget);
    const openStages = sample.stages.filter(({ probability }) => probability > 0 && probability < 1);
    workbook.append(
      STAGES,
      workbook.stages,
      openStages.map(({ stage, probability, forecastCategory }) => ({
        stage,
        probability,
        category: forecastCategory,
      })),
    );
    workbook.append(
      REPS,
      workbook.reps,
      sample.reps.map(({ quarterlyQuota, ...rep }) => ({
        ...rep,
        quota: quarterlyQuota > 0 ? quarterlyQuota : null,
      })),
    );
    workbook.append(OPPORTUNITIES, [], sample.opportunities);
    // A new spreadsheet begins with a sheet that holds nothing; beside the sample it would only be in the way.
    for (const sheet of blank) session.spreadsheet.deleteSheet(sheet);
  });
  drawTemplate(WEEKLY_PIPELINE_REVIEW);
}
