import { CRMS } from "./crms.js";
import { headingKey, withoutRecordPrefix } from "./headingKey.js";
import { headingsOf, type ImportKind, tellsApart } from "./importKind.js";
import { DEALS } from "./kinds/deals.js";
import { IMPORT_KINDS } from "./kinds/index.js";
import { isPrefixed, recognise, type SampleRow } from "./recognise.js";

/** Below so many headings that a kind knows, nothing is taken for granted. */
const LEAST_KNOWN = 2;

/** What an export without the columns that its kind needs counts against one that has them. */
const LACKING = 0.4;

/**
 * The kind of record that an export holds, told by its headings: one that only a single kind knows says more than one
 * that many share. Where nothing is known the answer is deals, which a person may change.
 */
export function recogniseKind(headings: readonly string[], rows: readonly SampleRow[]): ImportKind {
  const found = new Set(headings.map((heading) => headingKey(heading)));
  for (const kind of IMPORT_KINDS) {
    if (kind.settledBy?.some((all) => all.every((heading) => found.has(headingKey(heading))))) return kind;
  }
  const known = IMPORT_KINDS.map((kind) => ({ kind, keys: keysKnown(kind), score: 0, headings: 0 }));
  for (const heading of headings) {
    const knowing = known.filter(
      ({ kind, keys }) =>
        keys.has(headingKey(heading)) || keys.has(headingKey(withoutRecordPrefix(heading, kind.prefixes))),
    );
    for (const one of knowing) {
      one.score += 1 / knowing.length;
      one.headings++;
    }
    for (const one of known) if (isPrefixed(one.kind, heading)) one.score++;
  }
  let best: ImportKind = DEALS;
  let bestScore = 0;
  for (const { kind, score, headings: count } of known) {
    if (count < LEAST_KNOWN || score <= bestScore) continue;
    const { missing, mapping } = recognise(headings, rows, {}, undefined, kind);
    const weighed = missing.length === 0 && tellsApart(kind, mapping) ? score : score * LACKING;
    if (weighed <= bestScore) continue;
    best = kind;
    bestScore = weighed;
  }
  return best;
}

function keysKnown(kind: ImportKind): Set<string> {
  const names = CRMS.flatMap((crm) => Object.values(headingsOf(kind, crm)).flatMap((all) => all ?? []));
  return new Set(names.map((name) => headingKey(name)));
}
