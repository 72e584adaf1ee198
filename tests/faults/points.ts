/** At which of a run's service calls it is made to fail, counted from 1. */

/** Calls that change the document, or what the person sees; all others only look. */
const CHANGES =
  /^(Range|RangeList|Sheet|Spreadsheet|NamedRange|Protection|Properties|Ui|Lock)\.(?!setActive)(set|insert|delete|remove|copyTo|clear|activate|merge|breakApart|protect|hide|show|toast|alert|release|try|move)/;

export const isChange = (call: string): boolean => CHANGES.test(call);

/** A run of so few calls fails at each of them. */
const FEW = 60;
/** Of a long row of one and the same change, such as naming the columns of all tabs, each so many-th after the first. */
const EACH = 8;

/**
 * Every call that changes something, long rows of the same change apart; of those that only look, one of each kind
 * between two changes of different kind: whichever of them fails, what the action does next is the same.
 */
export function tellingPoints(calls: readonly string[]): number[] {
  if (calls.length <= FEW) return calls.map((_, index) => index + 1);
  let changes = 0;
  let last = "";
  let row = 0;
  const seen = new Set<string>();
  return calls.flatMap((call, index) => {
    if (isChange(call)) {
      row = call === last ? row + 1 : 0;
      if (call !== last) changes++;
      last = call;
      return row % EACH < 2 ? [index + 1] : [];
    }
    const kind = `${changes} ${call}`;
    if (seen.has(kind)) return [];
    seen.add(kind);
    return [index + 1];
  });
}

/** So many of them: where the first block of cells is about to be written, and others spread by lot. */
export function sampledPoints(calls: readonly string[], wanted: number, seed: number): number[] {
  const all = tellingPoints(calls);
  if (all.length <= wanted) return all;
  const changes = all.filter((point) => isChange(calls[point - 1] ?? ""));
  const random = generator(seed);
  const block = calls.indexOf("Range.setValues") + 1;
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
