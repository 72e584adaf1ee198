import { refuse } from "../refusal/refusal.js";
import { PLAN_INPUTS, type PlanInput, type PlanInputs } from "./inputs.js";
import { type PlanFigures, revenuePlan } from "./revenuePlan.js";

/** What a scenario adds to each driver: points as fractions (−5 points is −0.05), the cycle in days. */
export interface Scenario {
  readonly name: string;
  readonly winRate: number;
  readonly cycleDays: number;
  readonly churnRate: number;
  readonly expansionRate: number;
  /** The playbook's own confidence, and its rule of thumb for revenue against plan. */
  readonly confidence?: number;
  readonly thumb?: number;
}

/** RevOps Engine playbook, phase 11 (scenario planning). How far expansion rises in the bull case is left open there. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: "Bear",
    winRate: -0.05,
    cycleDays: 15,
    churnRate: 0.02,
    expansionRate: 0,
    confidence: 0.7,
    thumb: 0.8,
  },
  { name: "Base", winRate: 0, cycleDays: 0, churnRate: 0, expansionRate: 0, confidence: 0.5, thumb: 1 },
  {
    name: "Bull",
    winRate: 0.05,
    cycleDays: -10,
    churnRate: 0,
    expansionRate: 0,
    confidence: 0.3,
    thumb: 1.2,
  },
];

export interface ScenarioFigures {
  readonly scenario: Scenario;
  readonly winRate: number;
  readonly cycleDays: number | undefined;
  readonly churnRate: number | undefined;
  /** New business that the plan's own activity brings in: the same opportunities at work, other drivers. */
  readonly newWon: number;
  /** New business won and expansion. */
  readonly bookings: number;
  /** Bookings against those of the plan: −0.2 is a fifth less; undefined where the plan books nothing. */
  readonly change: number | undefined;
  readonly yearEndArr: number | undefined;
  /** The playbook's rule of thumb, ±20%, on the bookings of the plan. */
  readonly thumb: number | undefined;
  /** What the plan would need under these drivers to be reached all the same. */
  readonly needed: PlanFigures;
}

const DRIVERS = ["winRate", "cycleDays", "churnRate", "expansionRate"] as const;

function driven(inputs: PlanInputs, scenario: Scenario): PlanInputs {
  const changed: { [K in PlanInput]?: number } = { ...inputs };
  for (const driver of DRIVERS) {
    const by = scenario[driver];
    if (by === 0) continue;
    const was = inputs[driver];
    if (was === undefined) {
      return refuse(
        "inputs",
        `lacks ${PLAN_INPUTS[driver]}, which the scenario ${scenario.name} changes; add a row with it.`,
      );
    }
    const now = was + by;
    const low = driver === "churnRate" || driver === "expansionRate" ? now < 0 : now <= 0;
    if (low || (driver !== "cycleDays" && driver !== "expansionRate" && now > 1)) {
      refuse(
        "inputs",
        `gives ${PLAN_INPUTS[driver]} of ${was}, which the scenario ${scenario.name} takes out of bounds; give scenarios of your own.`,
      );
    }
    changed[driver] = now;
  }
  if (scenario.churnRate !== 0 && inputs.openingArr === undefined) {
    refuse("inputs", `lacks ${PLAN_INPUTS.openingArr}, which churn is a share of; add a row with it.`);
  }
  if (scenario.expansionRate !== 0 && inputs.expansion !== undefined) {
    refuse("inputs", "gives Expansion as an amount, which no rate changes; give Expansion rate instead.");
  }
  return changed;
}

/**
 * A scenario carried through the plan. The team works as many opportunities at a time as planned, so what it wins
 * moves with win rate ÷ cycle (sales velocity), and so does what an AE can be expected to attain.
 */
export function runScenario(inputs: PlanInputs, scenario: Scenario): ScenarioFigures {
  const base = revenuePlan(inputs);
  const changed = driven(inputs, scenario);
  const cycles = changed.cycleDays === undefined ? 1 : (inputs.cycleDays as number) / changed.cycleDays;
  const pace = ((changed.winRate as number) / (inputs.winRate as number)) * cycles;
  const { attainment } = inputs;
  // The quota stands as planned: what reps can attain of it changes, not what they were given.
  const needed = revenuePlan({
    ...changed,
    ...(base.quota !== undefined && { quota: base.quota }),
    ...(attainment !== undefined && { attainment: attainment * pace }),
  });
  const newWon = base.newBusiness * pace;
  const bookings = newWon + (needed.expansion ?? 0);
  const planned = base.newBusiness + (base.expansion ?? 0);
  return {
    scenario,
    winRate: changed.winRate as number,
    cycleDays: changed.cycleDays,
    churnRate: changed.churnRate,
    newWon,
    bookings,
    change: planned > 0 ? bookings / planned - 1 : undefined,
    yearEndArr: needed.yearEndArr === undefined ? undefined : needed.yearEndArr - needed.newBusiness + newWon,
    thumb: scenario.thumb === undefined ? undefined : planned * scenario.thumb,
    needed,
  };
}
