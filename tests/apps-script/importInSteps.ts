import type { ImportOptions } from "../../src/apps-script/actions/importPlan.js";
import type { ImportReport } from "../../src/apps-script/actions/importReport.js";
import type { BegunImport, ImportProgress } from "../../src/apps-script/actions/importSteps.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";

/** An import as the dialog does it: begun, then continued until nothing is left. */
export function importInSteps(
  workbench: HeadlessWorkbench,
  text: string,
  options: ImportOptions = {},
  file = "deals.csv",
): ImportReport & { readonly steps: readonly number[] } {
  const begun = workbench.callEndpoint("beginImport", [text, file, options]) as BegunImport;
  const steps = [];
  for (let { done, total } = begun as ImportProgress; done < total; ) {
    ({ done, total } = workbench.callEndpoint("continueImport") as ImportProgress);
    steps.push(done);
  }
  return { ...begun.report, steps };
}
