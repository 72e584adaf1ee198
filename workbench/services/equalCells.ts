/** The rectangles of a block whose cells hold the same: one command each instead of one a cell. */

import type { Zone } from "../engine/engine.js";

export interface EqualCells<T> {
  readonly value: T;
  readonly zones: Zone[];
}

/** Runs of a row are joined with the like run right above; cells are the same whose `keyOf` is. */
export function equalCells<T>(
  grid: readonly (readonly T[])[],
  top: number,
  left: number,
  keyOf: (value: T) => string,
): EqualCells<T>[] {
  const groups = new Map<string, EqualCells<T>>();
  let above = new Map<string, Zone>();
  grid.forEach((cells, r) => {
    const here = new Map<string, Zone>();
    const keys = cells.map(keyOf);
    for (let from = 0; from < cells.length; ) {
      const key = keys[from] as string;
      let end = from + 1;
      while (end < cells.length && keys[end] === key) end++;
      const place = `${from} ${end} ${key}`;
      const zone = above.get(place) ?? { top: top + r, bottom: 0, left: left + from, right: left + end - 1 };
      zone.bottom = top + r;
      if (!above.has(place)) {
        const group = groups.get(key) ?? { value: cells[from] as T, zones: [] };
        group.zones.push(zone);
        groups.set(key, group);
      }
      here.set(place, zone);
      from = end;
    }
    above = here;
  });
  return [...groups.values()];
}
