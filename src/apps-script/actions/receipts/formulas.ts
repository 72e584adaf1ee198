import { FIGURES, type Figure } from "../../../core/receipts/figures.js";
import { CUSTOM_FUNCTION_NAME } from "../../../functions/definition.js";
import { compileFormula, exactly } from "../../../templates/formula.js";
import { address } from "../../../templates/grid.js";
import { OPPORTUNITIES } from "../../../workbook/opportunities.js";
import { AT, PAGE, storeAddresses } from "./layout.js";
import { COUNTED, LEFT_OUT } from "./receiptRows.js";

/** The formulas of the Receipts tab. Each figure is computed twice: from the listed deals, and as the reviews do it. */

export const TEAM = "Whole team";
export const ALL_DEALS = "All deals";

const rep = address(PAGE.choiceRow, AT.rep);
const show = address(PAGE.choiceRow, AT.show);
const figure = address(PAGE.choiceRow, AT.figure);
const NONE = '"–"';

/** What the reviews compute from the data tab, by the key of the figure. */
const LIVE: Readonly<Record<string, string>> = (() => {
  const of = (outcome: string) => `{Opportunities.outcome},"${outcome}",{Opportunities.owner},{#who}`;
  const amount = "{Opportunities.amount}";
  const decided = `(COUNTIFS(${of("Won")})+COUNTIFS(${of("Lost")}))`;
  return {
    winRate: `=IF(${decided}=0,${NONE},COUNTIFS(${of("Won")})/${decided})`,
    open: `=SUMIFS(${amount},${of("Open")})`,
    weighted: `=SUMPRODUCT(({Opportunities.outcome}="Open")*((({#rep}="${TEAM}")+({Opportunities.owner}={#rep}))>0)*${amount}*{Opportunities.probability})`,
    wonQuarter: `=IF({asOf}="",0,SUMIFS(${amount},${of("Won")},{Opportunities.closed},">="&{quarterStart},{Opportunities.closed},"<"&{quarterEnd}+1))`,
    cycleDays: `=IFERROR(REVOPS_SALES_CYCLE({Opportunities.created},{Opportunities.closed},{Opportunities.outcome},"median",{Opportunities.owner},IF({#rep}="${TEAM}","",{#rep})),${NONE})`,
  };
})();

const FUNCTIONS = { mean: "AVERAGE", sum: "SUM", median: "MEDIAN" } as const;

/** Cells of one row of the table of figures, from "From these rows" to "Left out". */
export function figureFormulas({ key, by }: Figure, index: number, deals: number): string[] {
  const store = storeAddresses(deals);
  const row = PAGE.firstFigureRow + index;
  const [ours, live] = [address(row, AT.fromRows), address(row, AT.inWorkbook)];
  const counted = `(${store.counted(index)}="${COUNTED}")*${mine(store.owner)}`;
  const nothing = by === "sum" ? "0" : NONE;
  const compiled = compileFormula(LIVE[key] ?? "", {
    tabs: [OPPORTUNITIES],
    isCustomFunction: (name) => CUSTOM_FUNCTION_NAME.test(name),
    cell: (name) => (name === "rep" ? rep : `IF(${rep}="${TEAM}","<>¬",${exactly(rep)})`),
  });
  return [
    `=IFERROR(${FUNCTIONS[by]}(FILTER(${store.countsAs(index)},${counted})),${nothing})`,
    compiled,
    `=IF(${ours}=${live},"equal",IF(AND(ISNUMBER(${ours}),ISNUMBER(${live})),IF(ABS(${ours}-${live})<=0.000001*MAX(1,ABS(${live})),"equal","differs"),"differs"))`,
    `=SUMPRODUCT(${counted})`,
    `=SUMPRODUCT((${store.counted(index)}="${LEFT_OUT}")*${mine(store.owner)})`,
  ];
}

/** The formulas of the list: its deals, the chosen figure's verdicts beside them, and how many there are. */
export function listFormulas(deals: number): Readonly<Record<"deals" | "verdicts" | "size", string>> {
  const store = storeAddresses(deals);
  const chosen = (of: (index: number) => string) =>
    `CHOOSE(${position},${FIGURES.map((_, index) => of(index)).join(",")})`;
  const shown = `(((${show}="${ALL_DEALS}")+(${chosen(store.counted)}=${show}))>0)*${mine(store.owner)}`;
  return {
    deals: `=IFERROR(FILTER(${store.deals},${shown}),"No such deals.")`,
    verdicts: `=IFERROR(FILTER(${chosen(store.verdict)},${shown}),"")`,
    size: `=IFERROR(TEXT(SUMPRODUCT(${shown}),"#,##0")&" of "&TEXT(${deals},"#,##0")&" deals listed","Choose a figure")`,
  };
}

const position = `MATCH(${figure},${address(PAGE.firstFigureRow, AT.figure)}:${address(PAGE.firstFigureRow + FIGURES.length - 1, AT.figure)},0)`;

const mine = (owner: string): string => `(((${rep}="${TEAM}")+(${owner}=${rep}))>0)`;
