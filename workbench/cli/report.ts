/** What the command line prints: counts that add up, refusals with their rows, and the headline figures. */

/** The parts of the bundle's answers that are printed. */
export interface ImportReport {
  readonly crm: string;
  readonly records: string;
  readonly tab: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refusedRows: number;
  readonly refused: readonly { readonly reason: string }[];
  readonly notices: readonly string[];
}

export interface Summary {
  readonly deals: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly winRate: number | null;
  readonly wonAmount: number;
  readonly wonWithoutAmount: number;
  readonly openAmount: number;
  readonly openWithoutAmount: number;
  readonly cycleMeanDays: number | null;
  readonly cycleMedianDays: number | null;
  readonly wonWithoutDates: number;
}

const whole = (value: number) => Math.round(value).toLocaleString("en-US");
const SHOWN = 20;

export function importLines(file: string, report: ImportReport): string[] {
  const shown = report.refused.slice(0, SHOWN);
  const more = report.refusedRows - shown.length;
  return [
    `${file}: ${report.crm === "Other" ? "CRM not recognised by name, headings understood" : `${report.crm} export`}: ${report.records}, for the tab ${report.tab}`,
    `  ${whole(report.rows)} rows: ${whole(report.added)} added, ${whole(report.changed)} changed, ${whole(report.unchanged)} unchanged, ${whole(report.refusedRows)} refused`,
    ...shown.map(({ reason }) => `  refused: ${reason}`),
    ...(more > 0 ? [`  refused: ${whole(more)} more rows`] : []),
    ...report.notices.map((notice) => `  note: ${notice}`),
  ];
}

export function summaryLines(summary: Summary): string[] {
  const rows: readonly (readonly [string, string])[] = [
    ["Opportunities", whole(summary.deals)],
    ["Won", whole(summary.won)],
    ["Lost", whole(summary.lost)],
    [
      "Win rate",
      summary.winRate === null ? "no decided deals yet" : `${(summary.winRate * 100).toFixed(2)}%`,
    ],
    ["Won revenue", lacking(whole(summary.wonAmount), summary.wonWithoutAmount, "won deals lack an amount")],
    [
      "Won cycle, mean",
      summary.cycleMeanDays === null
        ? "no won deal has both dates"
        : lacking(
            `${summary.cycleMeanDays.toFixed(1)} days`,
            summary.wonWithoutDates,
            "won deals lack a date",
          ),
    ],
    [
      "Won cycle, median",
      summary.cycleMedianDays === null ? "no won deal has both dates" : `${summary.cycleMedianDays} days`,
    ],
    ["Open deals", lacking(whole(summary.open), summary.openWithoutAmount, "lack an amount")],
    [
      "Open pipeline",
      summary.open > 0 && summary.openWithoutAmount === summary.open
        ? "not known: no open deal has an amount"
        : whole(summary.openAmount),
    ],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`);
}

const lacking = (figure: string, count: number, what: string) =>
  count > 0 ? `${figure} (${whole(count)} ${what})` : figure;
