import type { Template } from "../src/templates/template.js";
import { FORECAST_TRACKER } from "./forecastTracker.js";
import { REVENUE_DASHBOARD } from "./revenueDashboard.js";
import { WEEKLY_PIPELINE_REVIEW } from "./weeklyPipelineReview.js";

/** Every template tab, declared once: menu, gallery and tests are derived from this list. */
export const TEMPLATES: readonly Template[] = [WEEKLY_PIPELINE_REVIEW, REVENUE_DASHBOARD, FORECAST_TRACKER];
