import type { Block, Card, TableRow } from "../src/templates/template.js";
import { ASSESSMENT_KINDS, type AssessmentKind } from "../src/workbook/tabs/assessments.js";

/**
 * Rounds of assessments as formulas: the rows of one name are one round, the newest first. Shared by the two result tabs;
 * the same rules as in the sidebar, so that both show the same figures.
 */

/** Rounds that the trend shows; the tab says how many more there are. */
export const ROUNDS = 6;

const column = (key: string): string => `{Assessments.${key}}`;

export interface RoundFormulas {
  /** Hidden cells, of each list the newest round first: `roundName.1`, `roundTotal.1`, `mean0.1` … */
  readonly working: Block;
  readonly total: (back: number) => string;
  /** Mean of the question over the round that is so many back; "" where there is no such round. */
  readonly mean: (key: string, back: number) => string;
  /** Lowest and highest score of the newest round, or "" where only one person scored. */
  readonly spread: (key: string) => string;
  readonly trendRows: (result: (total: string) => string) => readonly TableRow[];
  /** Says how many rows are faulty, as text for the note. */
  readonly leftOut: string;
}

export function roundFormulas(
  kind: AssessmentKind,
  questions: readonly string[],
  scale: { readonly from: number; readonly to: number },
  /** A round's total from the means of its questions. */
  totalOf: (mean: (key: string) => string) => string,
): RoundFormulas {
  const ofKind = `(${column("kind")}="${ASSESSMENT_KINDS[kind]}")`;
  const counted = `${ofKind}*(${column("round")}<>"")*ISNUMBER(${column("date")})`;
  const cell = (list: string, back: number) => `{#${list}.${back + 1}}`;
  const name = (back: number) => cell("roundName", back);
  const people = (back: number) => cell("roundPeople", back);
  const place = (back: number) => cell("roundPlace", back);
  const inRound = (back: number) => `${counted}*(${column("round")}=${name(back)})`;
  const newer = (back: number) =>
    Array.from({ length: back }, (_, one) => `*(${column("round")}<>${name(one)})`).join("");
  const backs = Array.from({ length: ROUNDS }, (_, back) => back);
  const filled = (back: number, formula: string) => `IF(${people(back)}=0,"",${formula})`;
  const mean = (key: string, back: number) => `{#mean${back}.${questions.indexOf(key) + 1}}`;
  // A score that was cleared or typed over with words is left out of its question's mean, never taken for 0.
  const known = (key: string) => `ISNUMBER(${column(key)})`;
  const meanFormula = (key: string, back: number) =>
    `=${filled(back, `IFERROR(SUMPRODUCT(${inRound(back)},${column(key)})/SUMPRODUCT(${inRound(back)}*${known(key)}),"")`)}`;
  const right = questions
    .map((key) => `${known(key)}*(${column(key)}>=${scale.from})*(${column(key)}<=${scale.to})`)
    .join("*");
  const faulty = "{#roundFaulty}";

  return {
    working: {
      block: "working",
      values: [
        {
          key: "roundDate",
          content: backs.map((back) => `=SUMPRODUCT(MAX(${counted}${newer(back)}*${column("date")}))`),
        },
        {
          key: "roundPlace",
          content: backs.map(
            (back) =>
              `=IF(${cell("roundDate", back)}=0,0,SUMPRODUCT(MATCH(1,${counted}${newer(back)}*(${column("date")}=${cell("roundDate", back)}),0)))`,
          ),
        },
        {
          key: "roundName",
          content: backs.map((back) => `=IF(${place(back)}=0,"",INDEX(${column("round")},${place(back)}))`),
        },
        {
          key: "roundPeople",
          content: backs.map((back) => `=IF(${place(back)}=0,0,SUMPRODUCT(${inRound(back)}))`),
        },
        ...backs.map((back) => ({
          key: `mean${back}`,
          content: questions.map((key) => meanFormula(key, back)),
        })),
        {
          key: "roundTotal",
          content: backs.map(
            (back) => `=${filled(back, `IFERROR(${totalOf((key) => mean(key, back))},"")`)}`,
          ),
        },
        { key: "rounds", content: `=${backs.map((back) => `(${people(back)}>0)`).join("+")}` },
        { key: "roundFaulty", content: `=SUMPRODUCT(${ofKind}*1)-SUMPRODUCT(${counted}*${right})` },
      ],
    },
    total: (back) => cell("roundTotal", back),
    mean,
    spread: (key) => {
      const own = `${inRound(0)}*${known(key)}`;
      const lowest = `${scale.to}-SUMPRODUCT(MAX(${own}*(${scale.to}-${column(key)})))`;
      const highest = `SUMPRODUCT(MAX(${own}*${column(key)}))`;
      return `IF(${people(0)}<2,"",IFERROR(TEXT(${lowest},"0")&" to "&TEXT(${highest},"0"),""))`;
    },
    trendRows: (result) =>
      backs.map((line) => {
        // Oldest first and no gap before it: the line begins at the left edge however few rounds there are.
        const pick = (list: string) => `INDEX({#${list}.1}:{#${list}.${ROUNDS}},{#rounds}-${line})`;
        const here = (formula: string) => `=IF({#rounds}<=${line},"",${formula})`;
        const total = `{#trend.r${line}.total}`;
        return {
          key: `r${line}`,
          cells: {
            round: here(pick("roundName")),
            date: here(pick("roundDate")),
            people: here(pick("roundPeople")),
            total: here(pick("roundTotal")),
            result: here(`IF(${total}="","",${result(total)})`),
          },
        };
      }),
    leftOut: `IF(${faulty}=0,"Every ${ASSESSMENT_KINDS[kind].toLowerCase()} row there is whole.",TEXT(${faulty},"0")&" of its ${ASSESSMENT_KINDS[kind].toLowerCase()} rows lack a date, a round or a score from ${scale.from} to ${scale.to}; what is missing is left out: correct it there.")`,
  };
}

/** Bounds and names as a nested IF, the highest first; the last name stands for all below. */
export function bandFormula(
  value: string,
  bands: readonly { readonly from: number; readonly name: string }[],
): string {
  const [first, ...rest] = bands;
  if (!first) return '""';
  if (rest.length === 0) return `"${first.name}"`;
  return `IF(${value}>=${first.from},"${first.name}",${bandFormula(value, rest)})`;
}

export const TREND_COLUMNS = [
  { key: "round", heading: "Round", span: 2, format: "text" },
  { key: "total", heading: "Total", format: "days" },
  { key: "people", heading: "Assessors", format: "count" },
  { key: "date", heading: "Last scored", format: "date" },
  { key: "result", heading: "Result", format: "text" },
] as const;

/** How far the newest round is from the one before it. */
export const changeCard = ({ total }: RoundFormulas): Card => ({
  key: "change",
  label: "Since the round before",
  value: `=IF({#rounds}<2,"–",ROUND(${total(0)}-${total(1)},1))`,
  format: "days",
  note: `=IF({#rounds}<2,"The first round is the mark to beat",{#roundName.2}&": "&TEXT(${total(1)},"0.0"))`,
  tones: {
    good: "=AND(ISNUMBER({this}),{this}>0)",
    bad: "=AND(ISNUMBER({this}),{this}<0)",
  },
});

/** The dimensions of the newest round over those of the one before, and beside them the total of each round. */
export const roundCharts = (
  radar: string,
  [now, before]: readonly [string, string],
  trend: string,
): Block => ({
  block: "halves",
  left: [
    {
      block: "chart",
      title: radar,
      type: "radar",
      table: "dimensions",
      label: "dimension",
      // The outermost line is the whole scale, which a radar otherwise fits to what is drawn.
      values: [now, before, "most"],
      colors: ["accent", "accentLight", "grey"],
      rows: 13,
    },
  ],
  right: [
    {
      block: "chart",
      title: trend,
      type: "line",
      table: "trend",
      label: "round",
      values: ["total"],
      rows: 13,
    },
  ],
});
