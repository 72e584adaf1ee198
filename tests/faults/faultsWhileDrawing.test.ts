import { describeScenarios } from "./describeScenarios.js";
import { drawsNewTabs } from "./scenarios.js";

describeScenarios(drawsNewTabs);
