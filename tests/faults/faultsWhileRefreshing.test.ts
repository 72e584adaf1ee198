import { describeScenarios } from "./describeScenarios.js";
import { drawsStandingTabs } from "./scenarios.js";

describeScenarios(drawsStandingTabs);
