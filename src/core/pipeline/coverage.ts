import { refuse } from "../refusal/refusal.js";

/**
 * Pipeline coverage: how many times the open pipeline covers what is still to be won.
 * coverage = pipeline ÷ (target − already won)
 */
export function pipelineCoverage(pipeline: number, target: number, alreadyWon: number): number {
  if (pipeline < 0) refuse("pipeline", `is ${pipeline}, below 0; give the open pipeline as 0 or more.`);
  if (!(target > 0)) refuse("target", `is ${target}; give the amount to be won, above 0.`);
  if (alreadyWon < 0)
    refuse("already_won", `is ${alreadyWon}, below 0; give what is won so far as 0 or more.`);
  if (alreadyWon >= target) {
    refuse("already_won", "meets the target already, so there is nothing left for the pipeline to cover.");
  }
  return pipeline / (target - alreadyWon);
}
