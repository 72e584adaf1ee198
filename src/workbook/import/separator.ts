/** The characters that exports put between cells, the commonest first: on a tie the first one wins. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Title lines above the headings hold one cell whatever the separator; this many are looked past. */
const TITLE_LINES = 10;

type Split = (text: string, separator: Separator) => string[][];

/**
 * The separator under which the heading row has several cells and most rows as many as it.
 * The headings decide, because numbers with decimal commas make the rows alone look separated by commas.
 */
export function detectSeparator(sample: string, split: Split): Separator {
  const candidates = SEPARATORS.filter((separator) => sample.includes(separator)).map((separator) => ({
    separator,
    rows: split(sample, separator).filter((row) => row.some((cell) => cell.trim() !== "")),
  }));
  for (let line = 0; line < TITLE_LINES; line++) {
    let best: { separator: Separator; score: number } | undefined;
    for (const { separator, rows } of candidates) {
      const width = rows[line]?.length ?? 0;
      if (width < 2) continue;
      const below = rows.slice(line);
      const alike = below.filter((row) => row.length === width).length / below.length;
      // Ragged rows happen under the right separator too, so width counts once most rows agree.
      const score = alike >= 0.5 ? alike * width : 0;
      if (score > (best?.score ?? 0)) best = { separator, score };
    }
    if (best) return best.separator;
  }
  return ",";
}
