/** The one place for colours and sizes of generated tabs: calm greys, one accent, three signal colours. */
export const THEME = {
  ink: "#1f2933",
  quiet: "#5f6b7a",
  faint: "#e3e8ee",
  paper: "#ffffff",
  panel: "#f6f8fa",
  accent: "#1f5f8b",
  accentPale: "#e8f1f7",
  input: "#fffbea",
  good: "#1e7d4f",
  goodPale: "#e5f4ec",
  warn: "#9a6700",
  warnPale: "#fff4d6",
  bad: "#b3261e",
  badPale: "#fbe9e7",
  series: ["#1f5f8b", "#7fb2d3", "#c9a227", "#8a94a0", "#1e7d4f"],
  size: { title: 20, subtitle: 11, section: 13, figure: 18, body: 10, small: 9 },
  /** Heights in pixels; `note` holds two small lines of text. */
  row: { title: 36, section: 30, body: 22, figure: 34, gap: 10, note: 36 },
} as const;

const LINE_HEIGHT = 18;
const ROW_PADDING = 4;

/** Height of a row whose text breaks into so many lines. */
export const heightOfLines = (lines = 3): number => ROW_PADDING + LINE_HEIGHT * lines;
