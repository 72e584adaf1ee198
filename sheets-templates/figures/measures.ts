import type { Profile } from "../../src/core/benchmarks/benchmark.js";
import { lookUpBenchmark } from "../../src/core/benchmarks/findBenchmark.js";
import type {
  Block,
  Content,
  Format,
  TableColumn,
  TableRow,
  Tones,
  WorkingBlock,
} from "../../src/templates/template.js";

/**
 * A list of metrics with their signals: green where the target is reached, yellow where it is missed by little, red
 * beyond. Each threshold stands beside the signal that it makes, and all of them come from Settings, from published
 * bands or from the tolerance that the reader sets on the tab.
 */

export interface Measure {
  readonly key: string;
  readonly name: string;
  /** Formulas without their "=": a number, or "" where the figure cannot be had. */
  readonly now: string;
  readonly before?: string;
  readonly format: Format;
  readonly better: "higher" | "lower";
  /** From which value it is green; a figure that has no target has no signal. */
  readonly green?: string;
  /** From which value it is yellow; the tolerance beyond green where left out. */
  readonly yellow?: string;
  /** Name of its published bands. */
  readonly benchmark?: string;
  /** Who answers for it. */
  readonly owner?: string;
  /** What it is measured over. */
  readonly basis: Content;
}

export const SIGNALS = ["Green", "Yellow", "Red"] as const;

export const signalTones: Tones = {
  good: '={this}="Green"',
  warn: '={this}="Yellow"',
  bad: '={this}="Red"',
};

/** Where the reader sets how far beyond a target yellow reaches, for all signals of the tab. */
export const signalTolerance: Block = {
  block: "table",
  key: "tolerance",
  columns: [
    { key: "what", heading: "Tolerance", span: 4, format: "text" },
    { key: "share", heading: "Beyond target", format: "share", input: true },
    { key: "meaning", heading: "", span: 7, format: "text" },
  ],
  rows: [
    {
      key: "signals",
      cells: {
        what: "Still yellow where a target is missed by at most",
        share: 0.05,
        meaning: "of the target. Yours to set.",
      },
    },
  ],
};

/** The columns between the metric and what it rests on; numbers end at the page's middle, words begin there. */
export const measureColumns: readonly TableColumn[] = [
  { key: "metric", heading: "Metric", span: 2, format: "text" },
  {
    key: "signal",
    heading: "Signal",
    format: "text",
    tones: signalTones,
  },
  { key: "now", heading: "Now", format: "money" },
  { key: "before", heading: "Before", format: "money" },
  { key: "change", heading: "Change", format: "days" },
  { key: "green", heading: "Green", format: "text" },
  { key: "yellow", heading: "Yellow", format: "text" },
  { key: "band", heading: "Benchmark", format: "text" },
];

const texts: Partial<Readonly<Record<Format, (value: string) => string>>> = {
  share: (value) => `TEXT(${value},"0.0%")`,
  multiple: (value) => `TEXT(${value},"0.00")&"x"`,
  days: (value) => `TEXT(${value},"0.0")`,
};
const textOf = (format: Format, value: string): string =>
  (texts[format] ?? ((plain: string) => `TEXT(${plain},"#,##0")`))(value);

/** Higher is better from the threshold on; a published "below 18" is no longer reached at 18. */
const threshold = (sign: string, format: Format, value: string) =>
  `=IF(ISNUMBER(${value}),"${sign} "&${textOf(format, value)},"")`;

/** Keys of the hidden lists that belong to a table of measures. */
const listed = (table: string, list: "now" | "before" | "green" | "yellow", index: number) =>
  `{#${table}.${list}.${index + 1}}`;

const shown = (cell: string) => `=IF(ISNUMBER(${cell}),${cell},"–")`;

const figureOf = (table: string, { key }: Measure, column = "now") => `{#${table}.${key}.${column}}`;

/** The bound of a published band as a formula's number, for metrics that have no target in Settings. */
export function publishedBound(metric: string, band: string, profile: Profile = "A"): string {
  const found = lookUpBenchmark(metric)?.profiles[profile]?.bands.find(({ name }) => name === band);
  const bound = found?.atLeast ?? found?.upTo ?? found?.below ?? found?.above;
  if (bound === undefined) throw new Error(`${metric} has no band ${band}.`);
  return String(bound);
}

/** The rows of the table: metric, owner, now, before, change, green, yellow, signal, band and basis. */
export function measureRows(table: string, measures: readonly Measure[]): TableRow[] {
  return measures.map((measure, index) => {
    const { key, name, owner = "", before, format, better, basis, benchmark } = measure;
    const [value, past] = [figureOf(table, measure), figureOf(table, measure, "before")];
    const [green, yellow] = [listed(table, "green", index), listed(table, "yellow", index)];
    const [good, fair] =
      better === "higher"
        ? [`${value}>=${green}`, `${value}>=${yellow}`]
        : [`${value}<${green}`, `${value}<=${yellow}`];
    const difference =
      format === "share"
        ? `TEXT((${value}-${past})*100,"+0.0;-0.0;0.0")&" pts"`
        : `IF(${past}=0,"",TEXT((${value}-${past})/ABS(${past}),"+0%;-0%;0%"))`;
    return {
      key,
      cells: {
        metric: name,
        owner,
        now: shown(listed(table, "now", index)),
        before: before === undefined ? "" : shown(listed(table, "before", index)),
        change: `=IF(AND(ISNUMBER(${value}),ISNUMBER(${past})),${difference},"")`,
        green: threshold(better === "higher" ? "≥" : "<", format, green),
        yellow: threshold(better === "higher" ? "≥" : "≤", format, yellow),
        signal: `=IF(AND(ISNUMBER(${value}),ISNUMBER(${green})),IF(${good},"Green",IF(${fair},"Yellow","Red")),"")`,
        band:
          benchmark === undefined ? "" : `=IFERROR({#${table}.bands.${bandPlace(measures, index)}.1}&"","")`,
        basis,
      },
      formats: { now: format, before: format },
    };
  });
}

const graded = (measures: readonly Measure[]) => measures.filter(({ benchmark }) => benchmark !== undefined);

const bandPlace = (measures: readonly Measure[], index: number): number =>
  graded(measures.slice(0, index + 1)).length;

/** The thresholds as numbers and, in one call, the published band of each metric that has bands. */
export function measureWorking(table: string, measures: readonly Measure[]): WorkingBlock["values"] {
  const bands = graded(measures);
  const within = (measure: Measure) => {
    const { min = -1e9, max = 1e9 } = lookUpBenchmark(measure.benchmark ?? "") ?? {};
    const value = figureOf(table, measure);
    return (content: string) =>
      `=IF(ISNUMBER(${value}),IF(AND(${value}>=${min},${value}<=${max}),${content},""),"")`;
  };
  const profile = ({ benchmark = "" }: Measure) =>
    lookUpBenchmark(benchmark)?.profiles.B === undefined ? '"A"' : "{profile}";
  const last = bands.length;
  const all = (list: string) => `{#${table}.${list}.1}:{#${table}.${list}.${last}}`;
  return [
    { key: `${table}.now`, content: measures.map(({ now }) => `=IFERROR(${now},"")`) },
    {
      key: `${table}.before`,
      content: measures.map(({ before }) => (before === undefined ? "" : `=IFERROR(${before},"")`)),
    },
    { key: `${table}.green`, content: measures.map(({ green }) => (green === undefined ? "" : `=${green}`)) },
    {
      key: `${table}.yellow`,
      content: measures.map(({ green, yellow, better }, index) => {
        if (green === undefined) return "";
        const from = listed(table, "green", index);
        const near = `${from}-ABS(${from})*{#tolerance.signals.share}`;
        const reach = better === "higher" ? near : near.replace("-ABS", "+ABS");
        return `=IF(ISNUMBER(${from}),${yellow ?? reach},"")`;
      }),
    },
    { key: `${table}.names`, content: bands.map((one) => within(one)(`"${one.benchmark}"`)) },
    { key: `${table}.values`, content: bands.map((one) => within(one)(figureOf(table, one))) },
    { key: `${table}.profiles`, content: bands.map((one) => within(one)(profile(one))) },
    {
      key: `${table}.bands`,
      content: `=IFERROR(REVOPS_GRADE(${all("names")},${all("values")},${all("profiles")}),"")`,
      rows: last,
    },
  ];
}

/** How many metrics show a signal, and which: "NRR, CAC payback". */
export function signalRows(tables: readonly (readonly [string, readonly Measure[]])[]): TableRow[] {
  const signals = tables.flatMap(([table, measures]) =>
    measures
      .filter(({ green }) => green !== undefined)
      .map((measure) => [measure.name, figureOf(table, measure, "signal")] as const),
  );
  return SIGNALS.map((signal) => ({
    key: signal,
    cells: {
      signal,
      metrics: `=${signals.map(([, cell]) => `(${cell}="${signal}")`).join("+")}`,
      which: `=MID(${signals.map(([name, cell]) => `IF(${cell}="${signal}",", ${name}","")`).join("&")},3,500)`,
    },
  }));
}
