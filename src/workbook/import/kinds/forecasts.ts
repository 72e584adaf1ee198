import { FORECASTS as TAB } from "../../tabs/forecasts.js";
import type { ImportKind } from "../importKind.js";

/** A forecast is the period, who made it and when. */
export const FORECASTS: ImportKind = {
  tab: TAB,
  records: "forecasts",
  keys: [["period", "forecaster", "submitted"]],
  headings: {
    Salesforce: {
      period: ["StartDate", "Period Start", "Start Date"],
      forecaster: ["Owner.Name", "Forecast User", "Forecast Owner", "OwnerId"],
      submitted: ["SubmittedDate", "LastModifiedDate"],
      commit: ["Commit Forecast", "Commit Amount", "Commit"],
      bestCase: ["Best Case Forecast", "Best Case Amount", "Best Case"],
      pipeline: ["Open Pipeline", "Pipeline"],
      forecast: ["ForecastAmount", "Forecast Amount"],
      isDeleted: ["IsDeleted"],
    },
    HubSpot: {
      period: ["Forecast period start", "Period start"],
      forecaster: ["User", "Deal owner", "Team member"],
      submitted: ["Submitted on", "Last updated"],
      forecast: ["Forecast submission", "Submission amount"],
    },
    Other: {
      period: ["Month", "Quarter", "period_start", "Forecast month"],
      forecaster: ["Forecasted by", "Submitted by", "Method", "Rep", "Manager", "Model"],
      submitted: ["submitted_on", "forecast_date", "Made on"],
      commit: ["commit_amount"],
      bestCase: ["best_case", "Upside"],
      forecast: ["forecast_amount", "Called", "Call", "Predicted"],
      actual: ["actual_amount", "Actuals", "Booked", "Closed won"],
      note: ["Notes", "Comment"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
};
