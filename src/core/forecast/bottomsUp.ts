/** Revenue Operations guide, section 2: what a rep's best case and pipeline are worth beside the commit. */
const BEST_CASE_WEIGHT = 0.5;
const PIPELINE_WEIGHT = 0.15;

/**
 * A rep's forecast from the deals up: committed + half the best case + 15% of the pipeline, times how much of past
 * forecasts came true. The team's forecast is the sum over its reps.
 */
export function bottomsUpForecast(
  committed: number,
  bestCase: number,
  pipeline: number,
  accuracy: number,
): number {
  return (committed + bestCase * BEST_CASE_WEIGHT + pipeline * PIPELINE_WEIGHT) * accuracy;
}
