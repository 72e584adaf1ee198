/** At which of a run's service calls it is made to fail, counted from 1. */

/** Calls that change the document, or what the person sees; all others only look. */
const CHANGES =
  /^(Range|RangeList|Sheet|Spreadsheet|NamedRange|Protection|Properties|Ui|Lock)\.(?!setActive)(set|insert|delete|remove|copyTo|clear|activate|merge|breakApart|protect|hide|show|toast|alert|release|try|move)/;

export const isChange = (call: string): boolean => CHANGES.test(call);

/** A call on Google's services, and the place in our code that it came from: the call stack. */
export interface ServiceCall {
  readonly name: string;
  readonly place: string;
}

/** A run of so few calls fails at each of them. */
const FEW = 60;
/** Where one place calls again and again, for each column of a tab or each of ten tabs: after the second, each so many-th. */
const EACH = 8;

/**
 * Every change that a place in the code makes, where it makes many the first two, the last and some between; of calls
 * that only look, one of each kind before and after such a change: whichever of them fails, what the action does next is
 * the same. Of a run composed of actions that have runs of their own, each place where it is met first and last.
 */
export function tellingPoints(calls: readonly ServiceCall[], isComposed = false): number[] {
  if (calls.length <= FEW) return calls.map((_, index) => index + 1);
  const last = new Map(calls.map(({ place }, index) => [place, index]));
  const times = new Map<string, number>();
  let change = "";
  let looks: Set<string> | undefined = new Set();
  return calls.flatMap(({ name, place }, index) => {
    if (isChange(name)) {
      const before = times.get(place) ?? 0;
      times.set(place, before + 1);
      const isSample = !isComposed && (before < 2 || before % EACH === 0);
      const isTelling = before === 0 || isSample || last.get(place) === index;
      // The looks between two changes of one kind are those of a loop.
      if (name !== change) looks = isTelling ? new Set() : undefined;
      change = name;
      return isTelling ? [index + 1] : [];
    }
    if (!looks || looks.has(name)) return [];
    looks.add(name);
    return [index + 1];
  });
}

/** So many of them: where the first block of cells is about to be written, and others spread by lot. */
export function sampledPoints(calls: readonly ServiceCall[], wanted: number, seed: number): number[] {
  const all = tellingPoints(calls);
  if (all.length <= wanted) return all;
  const changes = all.filter((point) => isChange(calls[point - 1]?.name ?? ""));
  const random = generator(seed);
  const block = calls.findIndex(({ name }) => name === "Range.setValues") + 1;
  const chosen = new Set<number>(block > 0 ? [block] : []);
  // Two of three where something changes: only there can anything be left half done.
  for (let tries = 0; chosen.size < wanted && tries < wanted * 20; tries++) {
    const from = changes.length > 0 && tries % 3 < 2 ? changes : all;
    const point = from[Math.floor(random() * from.length)];
    if (point !== undefined) chosen.add(point);
  }
  return [...chosen].sort((one, other) => one - other);
}

/** The same sequence from the same seed on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
