/** The four signals of bench/inputs/tables.ts scored by hand: pricing page 15, demo 25, ICP industry 15, e-mails 8. */

export function scoresOfNumbers(columns: readonly Float64Array[]): Float64Array {
  const [pricing, demo, industry, mails] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const out = new Float64Array(pricing.length);
  for (let row = 0; row < out.length; row++) {
    const behavioural =
      (pricing[row] as number) * 15 + (demo[row] as number) * 25 + ((mails[row] as number) >= 3 ? 8 : 0);
    out[row] = Math.min(60, behavioural) + Math.min(40, (industry[row] as number) * 15);
  }
  return out;
}

function shown(cell: unknown, row: number, threshold: number): boolean {
  if (typeof cell === "boolean") return cell;
  if (cell === "") return false;
  if (typeof cell !== "number" || !(cell >= 0)) throw new Error(`rows, row ${row + 1}`);
  return cell >= threshold;
}

export function scoresOfCells(leads: readonly (readonly unknown[])[]): (number | string)[][] {
  const out: (number | string)[][] = [];
  for (let row = 0; row < leads.length; row++) {
    const [pricing, demo, industry, mails] = leads[row] as readonly unknown[];
    if (pricing === "" && demo === "" && industry === "" && mails === "") {
      out.push([""]);
      continue;
    }
    let behavioural = 0;
    if (shown(pricing, row, 1)) behavioural += 15;
    if (shown(demo, row, 1)) behavioural += 25;
    if (shown(mails, row, 3)) behavioural += 8;
    const firmographic = shown(industry, row, 1) ? 15 : 0;
    out.push([Math.min(60, behavioural) + Math.min(40, firmographic)]);
  }
  return out;
}
