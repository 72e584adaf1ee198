import { refuse } from "../refusal/refusal.js";

/** CAC payback in months: acquisition cost ÷ (monthly revenue of an average customer × gross margin). */
export function cacPayback(cac: number, monthlyArpa: number, grossMargin: number): number {
  if (!(monthlyArpa > 0)) {
    refuse("monthly_arpa", "is 0, so the cost is never earned back; give the monthly revenue of a customer.");
  }
  if (!(grossMargin > 0)) {
    refuse("gross_margin", "is 0%, so the cost is never earned back; give a margin such as 80%.");
  }
  return cac / (monthlyArpa * grossMargin);
}
