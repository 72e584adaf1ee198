import type { Tones } from "../../src/templates/template.js";

/** Coverage bears the colour that its two bounds in Settings give it, on every tab alike. */

/** For the working values of a tab: conditions for colours cannot look into another tab. */
export const COVERAGE_BOUNDS = {
  key: "coverageBounds",
  content: ["={coverageMinimum}", "={coverageTarget}"],
} as const;

const [THIN, HEALTHY] = ["{#coverageBounds.1}", "{#coverageBounds.2}"];

export const COVERAGE_TONES = {
  bad: `=AND(ISNUMBER({this}),{this}<${THIN})`,
  warn: `=AND(ISNUMBER({this}),{this}>=${THIN},{this}<${HEALTHY})`,
  good: `=OR({this}="met",{this}="Target met",AND(ISNUMBER({this}),{this}>=${HEALTHY}))`,
} as const satisfies Tones;
