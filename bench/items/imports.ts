import { counted, type Declared, inMs } from "../declared.js";
import { measureImport } from "../importProcess.js";
import { fittedExponent } from "../measure.js";

const SIZES = [1_000, 10_000, 100_000] as const;

export const IMPORTS: readonly Declared[] = [
  {
    what: "Import of 100,000 deals as the dialog does it",
    target: "no more than in proportion to the rows",
    measure: () => {
      const imports = SIZES.map(measureImport);
      const largest = imports[imports.length - 1] as (typeof imports)[number];
      const exponent = fittedExponent(
        SIZES,
        imports.map(({ ms }) => ms),
      );
      const { ms, steps, roundTrips, mostMegabytes } = largest;
      return {
        result: `${inMs(ms)} CPU in ${steps} steps, ${counted(roundTrips)} round trips, ${counted(mostMegabytes)} MB`,
        against: `1,000 and 10,000 deals: ${imports
          .slice(0, 2)
          .map((one) => inMs(one.ms))
          .join(" and ")}; grows as rows to the power ${exponent.toFixed(2)}`,
        met: exponent <= 1.15,
        figures: { imports, exponent },
      };
    },
  },
];
