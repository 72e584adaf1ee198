import type { DataTab } from "../workbook/columns.js";
import type { ChartType } from "./template.js";

/** What is to be drawn on a tab, as plain data: every cell, every format, nothing of Google's. */

export interface CellStyle {
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  size?: number;
  align?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
  wrap?: boolean;
  format?: string;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ToneRule {
  readonly area: Area;
  readonly formula: string;
  readonly color: string;
  readonly background?: string;
}

export type ValidationRule =
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "cells"; readonly source: Area }
  | { readonly kind: "date" }
  | { readonly kind: "tick" };

export interface ChartPlan {
  readonly title: string;
  readonly type: ChartType;
  readonly stacked: boolean;
  /** Columns to draw, headings included; the first holds the labels. */
  readonly ranges: readonly Area[];
  readonly area: Area;
  readonly colors: readonly string[];
}

/** A cell the reader fills in, with the key by which it is found again. */
export interface InputCell {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

export interface TabPlan {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  /** Cells from A1; "" where nothing of ours stands. */
  readonly content: readonly (readonly (string | number)[])[];
  readonly styles: readonly (readonly CellStyle[])[];
  readonly merges: readonly Area[];
  readonly lines: readonly { readonly area: Area; readonly side: "top" | "bottom"; readonly color: string }[];
  readonly rowHeights: readonly number[];
  readonly columnWidths: readonly number[];
  readonly hiddenColumns: readonly { readonly first: number; readonly count: number }[];
  readonly hiddenRows: readonly { readonly first: number; readonly count: number }[];
  readonly validations: readonly {
    readonly area: Area;
    readonly rule: ValidationRule;
    readonly help?: string;
  }[];
  readonly tones: readonly ToneRule[];
  readonly charts: readonly ChartPlan[];
  readonly inputs: readonly InputCell[];
  readonly frozenRows: number;
  /** The data tabs and lists that its formulas read. */
  readonly reads: readonly DataTab[];
  /** Address of the cells declared under a key, for tests and for links. */
  readonly keys: Readonly<Record<string, string>>;
}
