/** How Google's services say that they have failed, which they do now and then. */
const FAILED = /^(?:Exception: )?(?:Service\b|We're sorry, a server error)/;

/** What a script could not have done better: never to be taken for a person's mistake. */
export const isServiceFailure = (error: unknown): boolean =>
  error instanceof Error && FAILED.test(error.message);

/** The same error, or, where a service has failed, one that says whose fault it is and what to do. */
export function explained(error: unknown): unknown {
  if (!isServiceFailure(error)) return error;
  return new Error(
    `Google Sheets did not answer as it should; try again in a minute. It said: ${(error as Error).message}`,
  );
}
