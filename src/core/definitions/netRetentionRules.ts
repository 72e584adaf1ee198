import type { CustomerMovement } from "../retention/arrBridge.js";
import type { Rule } from "./sideBySide.js";

/**
 * Net revenue retention under six rules, customer by customer between two days. The first is ours: the customers of the
 * opening day, frozen.
 */
export const NET_RETENTION_RULES: readonly Rule<CustomerMovement>[] = [
  {
    definition: "Opening customers",
    countsSo: "What the customers of the opening day are worth now ÷ what they were worth then.",
    part: ({ opening, closing }) => (opening > 0 ? { over: closing, under: opening } : null),
  },
  {
    definition: "Returned as well",
    countsSo:
      "Who left before the opening day and came back counts above the line; so ChartMogul's net MRR churn rate, which nets reactivation.",
    part: ({ opening, closing, movement }) =>
      opening > 0 || movement === "Returned" ? { over: closing, under: opening } : null,
  },
  {
    definition: "New and returned",
    countsSo: "All ARR on the closing day ÷ all on the opening day: that is growth, not retention.",
    part: ({ opening, closing }) => ({ over: closing, under: opening }),
  },
  {
    definition: "Only who stayed",
    countsSo: "Customers who left are taken out on both sides, so churn is not seen at all.",
    part: ({ opening, closing }) => (opening > 0 && closing > 0 ? { over: closing, under: opening } : null),
  },
  {
    definition: "Without upgrades",
    countsSo: "Each customer at no more than before: gross revenue retention (GRR), often quoted as NRR.",
    part: ({ opening, closing }) =>
      opening > 0 ? { over: Math.min(opening, closing), under: opening } : null,
  },
  {
    definition: "By customers",
    countsSo: "Customers who are still there ÷ customers then, small and large alike (logo retention).",
    part: ({ opening, closing }) => (opening > 0 ? { over: closing > 0 ? 1 : 0, under: 1 } : null),
  },
];
