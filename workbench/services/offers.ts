/**
 * Holds a class to Google's own typings: the named members exist there and take what Google's take. What they return
 * is left out, since a service offers only part of each of Google's interfaces.
 */
export type Offers<Interface, Members extends keyof Interface> = {
  readonly [Member in Members]: Interface[Member] extends (...args: infer Args) => unknown
    ? (...args: Args) => unknown
    : unknown;
};
