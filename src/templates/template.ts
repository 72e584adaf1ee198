/**
 * A template tab is a declaration: blocks from top to bottom, each saying what it shows, never where. Text that
 * begins with "=" is a formula; it names columns, settings and other cells in braces:
 *   {Opportunities.amount}   the column's named range        {Opportunities:rows}  all rows, {…:headings} their headings
 *   {asOf}                   a setting                       {#coverage}           the cell declared under that key
 *   {#forecast.commit.deals} a cell of a table block         {this}                the cell itself, in tone rules
 */

export type Format = "money" | "count" | "share" | "multiple" | "days" | "date" | "text";
export type Content = string | number;

/** Rules for the signal colours, as formulas on cells of the same tab (rules cannot see other tabs in Google Sheets). */
export interface Tones {
  readonly good?: string;
  readonly warn?: string;
  readonly bad?: string;
}

export interface TitleBlock {
  readonly block: "title";
  readonly title: string;
  readonly subtitle: Content;
  /** A cell in which the reader chooses what the whole tab shows. */
  readonly control?: {
    readonly key: string;
    readonly label: string;
    readonly initial: string;
    readonly choices: readonly Content[];
    readonly help: string;
  };
  /** Data tabs that the tab cannot do without: where one holds no row, a line under the title says what it is for. */
  readonly needs?: readonly Need[];
}

export interface Need {
  /** A filled column of the data tab or list, such as `Subscriptions.account`. */
  readonly column: string;
  /** What stays blank without it: "ARR and retention". */
  readonly for: string;
  /** How to bring it, where importing is not the way. */
  readonly how?: string;
}

export interface Card {
  readonly key: string;
  readonly label: string;
  readonly value: Content;
  readonly format: Format;
  readonly note: Content;
  readonly tones?: Tones;
}
export interface CardsBlock {
  readonly block: "cards";
  readonly cards: readonly Card[];
}

export interface SectionBlock {
  readonly block: "section";
  readonly title: string;
  readonly help?: Content;
}

export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  readonly span?: number;
  readonly format: Format;
  readonly tones?: Tones;
  /** Cells for the reader to fill in, found again by `table.row.column`; the row's content is what they begin with; a total is none. */
  readonly input?: true;
  /** For sentences: the cell breaks into lines and its row is three lines high. */
  readonly wrap?: true;
}
export interface TableRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, Content>>;
  /** By column, where a cell is of another kind than its column: a list of metrics mixes money, shares and months. */
  readonly formats?: Readonly<Record<string, Format>>;
  readonly total?: boolean;
}
export interface TableBlock {
  readonly block: "table";
  readonly key: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** A list bound to one analysis: the custom function spills out of sight, the visible cells read it. */
export interface ListBlock {
  readonly block: "list";
  readonly key: string;
  readonly analysis: string;
  /** Columns of the analysis, counted from 0, in the order shown. */
  readonly columns: readonly (Omit<TableColumn, "key"> & {
    readonly from: number;
    readonly wrap?: boolean;
    /** Shows a link to a cell of a data tab: its row (from 1) stands in `from`, its column (from 1) in this one. */
    readonly link?: { readonly tab: string; readonly column: number };
  })[];
  readonly rows: number;
  /** How many lines its longest sentences take; three unless told. */
  readonly lines?: number;
  /** Shown where the analysis yields no row. */
  readonly empty: string;
  /** Shown where it cannot be made: says what is missing. */
  readonly missing: string;
}

export interface FillColumn {
  readonly key: string;
  readonly heading: string;
  readonly span: number;
  readonly format: Format;
  readonly choices?: readonly string[];
}
/** Cells for the reader to fill in; found again by key when the tab is drawn anew. */
export interface FillBlock {
  readonly block: "fill";
  readonly key: string;
  readonly columns: readonly FillColumn[];
  readonly rows: number;
}

/** Things to tick off, each with room for a remark; ticks are found again by the item's key. */
export interface ChecklistBlock {
  readonly block: "checklist";
  readonly key: string;
  readonly heading: string;
  readonly items: readonly { readonly key: string; readonly text: Content }[];
  /** Columns for the remark; none where 0. Default 4 of 12, 2 of 6. */
  readonly remark?: number;
}

export type ChartType = "column" | "bar" | "line" | "area" | "pie" | "combo" | "radar";
export type ChartColor = "accent" | "accentLight" | "gold" | "grey" | "good" | "warn" | "bad" | "none";

export interface ChartBlock {
  readonly block: "chart";
  /** Says what the chart shows, as a reader would put it. */
  readonly title: string;
  readonly type: ChartType;
  /** Key of the table or list it draws. */
  readonly table: string;
  /** Columns of a table by key, of a list by their place from 0 as text. */
  readonly label: string;
  readonly values: readonly string[];
  /** Height in rows. */
  readonly rows: number;
  readonly stacked?: true;
  /** One a series; "none" is the paper's own colour, for the invisible part of a waterfall. */
  readonly colors?: readonly ChartColor[];
}

export interface NoteBlock {
  readonly block: "note";
  readonly text: Content;
}

/**
 * Working values out of sight: criteria, and analyses of which several cells are shown as {#key.row.column}. Several
 * contents stand one below the other as {#key.row}, so that one call can read them all.
 */
export interface WorkingBlock {
  readonly block: "working";
  readonly values: readonly {
    readonly key: string;
    readonly content: Content | readonly Content[];
    /** Size of what spills, where more than one cell does. */
    readonly rows?: number;
    readonly columns?: number;
  }[];
}

export interface HalvesBlock {
  readonly block: "halves";
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

export type Block =
  | TitleBlock
  | CardsBlock
  | SectionBlock
  | TableBlock
  | ListBlock
  | FillBlock
  | ChecklistBlock
  | ChartBlock
  | NoteBlock
  | WorkingBlock
  | HalvesBlock;

/** What a declaration may know of the workbook when it is laid out: sizes and signs, never figures. */
export interface WorkbookFacts {
  readonly currency: string;
  readonly reps: readonly string[];
  /** Row of each rep in the list, from 1; a row may be blank. */
  readonly repRows: readonly number[];
  /** The open stages, in order. */
  readonly stages: readonly string[];
  /** Row of each open stage in the list, from 1; closed ones may stand between them. */
  readonly stageRows: readonly number[];
  readonly profile: "A" | "B";
  readonly businessCase: string;
  /** Distinct words of the deals, most frequent first, at most eight. */
  readonly segments: readonly string[];
  readonly sources: readonly string[];
  /** Who forecasts, in order of name. */
  readonly forecasters: readonly string[];
}

export interface Template {
  readonly id: string;
  /** The tab's name and the menu entry. */
  readonly title: string;
  /** One sentence for the menu, gallery and README. */
  readonly summary: string;
  /** Set where the tab shows finished assessments and nothing of the data tabs. */
  readonly fromAssessments?: true;
  /** Raised whenever the layout changes, so that a refresh can tell its own old labels from what people typed. */
  readonly version: number;
  readonly blocks: (facts: WorkbookFacts) => readonly Block[];
}
