import { refuse } from "../refusal/refusal.js";

/** Burn multiple: cash burnt ÷ net new ARR of the same period, the price of one unit of new ARR. */
export function burnMultiple(netBurn: number, netNewArr: number): number {
  if (netBurn < 0) {
    refuse("net_burn", `is ${netBurn}, below 0; give cash burnt as a positive amount, or 0 if cash grew.`);
  }
  if (!(netNewArr > 0)) {
    refuse(
      "net_new_arr",
      `is ${netNewArr}; without growth burn bought no ARR and the multiple says nothing: look at burn and ARR themselves.`,
    );
  }
  return netBurn / netNewArr;
}
