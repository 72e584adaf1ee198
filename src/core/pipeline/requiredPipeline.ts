import { refuse } from "../refusal/refusal.js";

/**
 * Pipeline needed to make a quota: quota ÷ win rate × multiple. Dividing by the win rate already gives the whole
 * pipeline that should yield the quota; the multiple is a margin on top.
 */
export function requiredPipeline(quota: number, winRate: number, multiple: number): number {
  if (quota < 0) refuse("quota", `is ${quota}, below 0; give the amount to be won as 0 or more.`);
  if (!(winRate > 0)) {
    refuse("win_rate", "is 0; with nothing ever won no pipeline is large enough, so give a rate above 0%.");
  }
  if (!(multiple > 0)) refuse("multiple", `is ${multiple}; give a factor above 0, or leave it out for 1.`);
  return (quota / winRate) * multiple;
}
