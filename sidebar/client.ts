import type { Endpoints } from "../src/apps-script/entries.js";

/**
 * google.script.run with types: what the add-on offers, what it takes and what it answers are read from the add-on
 * itself, so a name that does not exist, or no longer does, fails to compile.
 */

/** Functions of the menu that a window starts too. `MENU_FUNCTIONS` lets a test hold them against the built add-on. */
export const MENU_FUNCTIONS = [
  "drawWeeklyPipelineReview",
  "drawMaturityAssessment",
  "drawRubricResult",
] as const;
type MenuFunctions = Readonly<Record<(typeof MENU_FUNCTIONS)[number], () => void>>;

type Callable = Endpoints & MenuFunctions;
type Name = keyof Callable;
type Answer<Called extends Name> = ReturnType<Callable[Called]>;

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: { readonly message?: string }) => void): Runner;
}

declare const google: {
  readonly script: { readonly run: Runner; readonly host: { close(): void } };
};

/** Runs a function of the add-on. Refusals and lost connections reject with a sentence that can be shown as it is. */
export function call<Called extends Name>(
  name: Called,
  ...args: Parameters<Callable[Called]>
): Promise<Answer<Called>> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((answer) => resolve(answer as Answer<Called>))
      .withFailureHandler((error) => reject(new Error(sentenceOf(error?.message))));
    const run = (runner as unknown as Readonly<Record<string, ((...all: unknown[]) => void) | undefined>>)[
      name
    ];
    if (!run) {
      reject(new Error("This window belongs to another version of the add-on; close it and open it again."));
      return;
    }
    run.apply(runner, args);
  });
}

export function closeWindow(): void {
  google.script.host.close();
}

/** Apps Script puts the error's class before its message; Google's own failures may come with no message at all. */
function sentenceOf(message = ""): string {
  if (/^NetworkError/i.test(message)) return "The connection was lost; check it and try again.";
  const text = message.replace(/^(?:Exception|[A-Z]\w*(?:Error|Refusal)|Error|Refusal): /, "").trim();
  return text === "" ? "Google Sheets gave no answer; check the connection and try again." : text;
}
