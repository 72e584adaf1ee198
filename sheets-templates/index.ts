import type { Template } from "../src/templates/template.js";
import { DATA_HYGIENE_REPORT } from "./dataHygieneReport.js";
import { FORECAST_TRACKER } from "./forecastTracker.js";
import { FUNNEL_DEFINITIONS } from "./funnelDefinitions.js";
import { MATURITY_ASSESSMENT } from "./maturityAssessment.js";
import { MONTHLY_REVENUE_REVIEW } from "./monthlyRevenueReview.js";
import { MONTHLY_REVOPS_REVIEW } from "./monthlyRevOpsReview.js";
import { QUARTERLY_BUSINESS_REVIEW } from "./quarterlyBusinessReview.js";
import { REVENUE_DASHBOARD } from "./revenueDashboard.js";
import { RUBRIC_RESULT } from "./rubricResult.js";
import { WEEKLY_PIPELINE_REVIEW } from "./weeklyPipelineReview.js";

/** Every template tab, declared once: menu, gallery and tests are derived from this list. */
export const TEMPLATES: readonly Template[] = [
  WEEKLY_PIPELINE_REVIEW,
  REVENUE_DASHBOARD,
  QUARTERLY_BUSINESS_REVIEW,
  FORECAST_TRACKER,
  MONTHLY_REVENUE_REVIEW,
  MONTHLY_REVOPS_REVIEW,
  FUNNEL_DEFINITIONS,
  DATA_HYGIENE_REPORT,
  MATURITY_ASSESSMENT,
  RUBRIC_RESULT,
];
