import { refuse } from "../refusal/refusal.js";

/** How deals of a size are best sold, largest first. Playbook, phase 6. Payback in months, to stay under. */
const TIERS = [
  { from: 100_000, tier: "100K+", motion: "Enterprise field", cac: "50–150K+", payback: 24, spend: "40–60%" },
  { from: 50_000, tier: "50–100K", motion: "Field sales", cac: "30–60K", payback: 18, spend: "50–70%" },
  { from: 10_000, tier: "10–50K", motion: "Inside sales", cac: "10–25K", payback: 12, spend: "40–60%" },
  { from: 1_000, tier: "1–10K", motion: "Inside sales + PLG", cac: "2–5K", payback: 6, spend: "30–50%" },
  { from: 0, tier: "Under 1K", motion: "Self-serve / PLG", cac: "Under 500", payback: 3, spend: "Under 30%" },
] as const;

export const TIER_FIELDS = ["tier", "motion", "CAC", "payback", "S&M share"] as const;

/** What belongs to an annual contract value; on a bound, the tier that begins there. */
export function acvTier(acv: number, show: (typeof TIER_FIELDS)[number]): string | number {
  const found = TIERS.find(({ from }) => acv >= from);
  if (!found) return refuse("acv", `is ${acv}, below 0; give the annual contract value.`);
  if (show === "CAC") return found.cac;
  return show === "S&M share" ? found.spend : found[show];
}
