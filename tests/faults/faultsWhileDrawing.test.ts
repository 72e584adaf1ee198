import { describeScenarios } from "./describeScenarios.js";
import { drawsTabs } from "./scenarios.js";

describeScenarios(drawsTabs);
