/** The funnel's stages that a list of leads can tell apart, from first to won. */
export const LEAD_STAGES = ["Known", "MQL", "SAL", "SQL", "Opportunity", "Closed Won"] as const;
export type LeadStage = (typeof LEAD_STAGES)[number];

/**
 * How many leads reached each stage. Who reached a stage has passed all before it, even where nobody noted when, so
 * no stage can have more than the one above it.
 */
export function reachedCounts(furthest: readonly LeadStage[]): number[] {
  const places = furthest.map((stage) => LEAD_STAGES.indexOf(stage));
  return LEAD_STAGES.map((_, stage) => places.filter((place) => place >= stage).length);
}
