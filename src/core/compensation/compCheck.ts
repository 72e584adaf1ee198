import { counted } from "../pipeline/counted.js";
import { ACCELERATOR_RANGE, CLAWBACK_DAYS } from "./payout.js";

export interface CompPlan {
  /** Number of things that variable pay depends on. */
  readonly components: number;
  readonly acceleratorFrom: number;
  readonly accelerator: number;
  readonly deceleratorBelow: number;
  readonly decelerator: number;
  /** SPIFs a year, and total compensation a year with them. */
  readonly spifs: number;
  readonly totalCompensation: number;
  /** Days after a sale within which commission is taken back; 0 for never. */
  readonly clawbackDays: number;
  readonly paid: "weekly" | "monthly" | "quarterly" | "yearly";
}

export interface RuleCheck {
  readonly rule: string;
  /** What the plan at hand does. */
  readonly found: string;
  readonly kept: boolean;
  readonly remedy: string;
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** The six design rules of the RevOps Engine playbook, phase 9, held against a plan. */
export function checkCompPlan(plan: CompPlan): RuleCheck[] {
  const { components, acceleratorFrom, accelerator, deceleratorBelow, decelerator } = plan;
  const [low, high] = ACCELERATOR_RANGE;
  const spifShare = plan.spifs / plan.totalCompensation;
  const check = (rule: string, found: string, kept: boolean, remedy: string): RuleCheck => ({
    rule,
    found,
    kept,
    remedy,
  });
  return [
    check("At most 3 components", `${components}`, components <= 3, "Drop components until 3 are left."),
    check(
      `Accelerator from 100% attainment at ${low} to ${high}`,
      `${accelerator} from ${percent(acceleratorFrom)}`,
      near(acceleratorFrom, 1) && accelerator >= low && accelerator <= high,
      `Pay ${low} to ${high} times the rate from 100% on.`,
    ),
    check(
      "Decelerator below 50% attainment at 0.5",
      `${decelerator} below ${percent(deceleratorBelow)}`,
      near(deceleratorBelow, 0.5) && near(decelerator, 0.5),
      "Pay half the rate below 50%.",
    ),
    check(
      "SPIFs under 10% of total compensation",
      percent(spifShare),
      spifShare < 0.1,
      "Move SPIF money into the plan.",
    ),
    check(
      `Clawback only within ${CLAWBACK_DAYS} days`,
      plan.clawbackDays === 0 ? "none" : counted(plan.clawbackDays, "day", "days"),
      plan.clawbackDays <= CLAWBACK_DAYS,
      `Take back commission only where the customer leaves within ${CLAWBACK_DAYS} days.`,
    ),
    check("Paid monthly", plan.paid, plan.paid === "monthly" || plan.paid === "weekly", "Pay every month."),
  ];
}
