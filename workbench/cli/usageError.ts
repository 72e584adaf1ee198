/** Something the person at the command line can mend; its message is the one sentence they read. */
export class UsageError extends Error {}
