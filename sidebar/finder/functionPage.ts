import { callFunction } from "../../src/functions/call.js";
import { isCellDate } from "../../src/functions/cells.js";
import type { FunctionDefinition } from "../../src/functions/definition.js";
import type { Parameter } from "../../src/functions/parameters.js";
import { isoTextOfSerial } from "../../src/functions/serial.js";
import { zoneOf } from "../../src/functions/zone.js";
import { type FieldKind, type Given, readField, type Scalar, splitOutside } from "./argument.js";
import type { Findable } from "./search.js";

/** What the finder shows of a function: everything of its entry but the maths. Made by the build. */

export interface ParameterPage extends FieldKind {
  readonly name: string;
  readonly help: string;
  readonly optional: boolean;
  /** The words it takes, where they are few. */
  readonly options: readonly string[];
}

export interface FunctionPage extends Findable {
  readonly result: string;
  readonly notes: readonly string[];
  readonly source: string;
  readonly parameters: readonly ParameterPage[];
  readonly example: {
    readonly formula: string;
    /** What to type into the fields, in their order. */
    readonly fields: readonly string[];
    /** Its first rows. */
    readonly answer: readonly (readonly (string | number | boolean)[])[];
    readonly rows: number;
    readonly from: string;
  };
  /** Sentences that the function itself answers with when an argument of the example goes wrong. */
  readonly errors: readonly string[];
}

const utc = zoneOf("UTC");
const NO_NAMES: ReadonlySet<string> = new Set();

export function pageOf(definition: FunctionDefinition): FunctionPage {
  const { name, family, summary, formula, synonyms = [], result, notes = [], source } = definition;
  const example = definition.examples[0];
  if (!example) throw new Error(`${name}: has no example to show.`);
  const fields = argumentsOf(example.formula).map((text) => text.replace(/^"([^";=]*)"$/, plainText));
  const answer = Array.isArray(example.answer)
    ? (example.answer as (typeof example.answer)[])
    : [[example.answer]];
  return {
    name,
    family,
    summary,
    formula,
    synonyms,
    result,
    notes,
    source,
    parameters: definition.parameters.map(parameterOf),
    example: {
      formula: example.formula,
      fields,
      answer: (answer as unknown[][]).slice(0, MOST_ROWS).map((row) => row.map(shownAnswer)),
      rows: answer.length,
      from: example.from,
    },
    errors: errorsOf(definition, fields),
  };
}

/** Quotes come off where the field would put them on again. */
function plainText(whole: string, inner: string): string {
  const again =
    inner === "" ? undefined : readField(inner, { kind: "text", what: "", shape: "one" }, NO_NAMES);
  return again?.formula === whole ? inner : whole;
}

const shownAnswer = (cell: unknown): string | number | boolean =>
  isCellDate(cell) ? isoTextOfSerial(cell.serial) : (cell as string | number | boolean);

function parameterOf({ name, help, kind, what, shape, optional }: Parameter): ParameterPage {
  const words = kind.startsWith('"') ? [...kind.matchAll(/"([^"]+)"/g)].map(([, word]) => word ?? "") : [];
  const options = kind === "TRUE or FALSE" ? ["TRUE", "FALSE"] : words;
  return { name, help, kind: options.length > 2 ? "choice" : kind, what, shape, optional, options };
}

/** The arguments of a formula as they are written. */
export function argumentsOf(formula: string): string[] {
  const inner = formula.slice(formula.indexOf("(") + 1, formula.lastIndexOf(")"));
  return inner.trim() === "" ? [] : splitOutside(inner, ",");
}

/** A value as a cell would pass it to the function. */
const passed = (value: Scalar): unknown => (typeof value === "object" ? new Date(value.day) : value);

function passedGiven(given: Given | undefined): unknown {
  if (!given || "range" in given) return "";
  return "rows" in given ? given.rows.map((row) => row.map(passed)) : passed(given.value);
}

/** Slips that people make, by what the argument holds. */
function slipsOf({ kind, what }: Parameter): readonly unknown[] {
  if (kind === "share") return [25, -0.1];
  if (kind === "date") return ["31.01.2026"];
  if (kind === "outcome" || what.startsWith("one of")) return ["Perhaps"];
  if (kind === "TRUE or FALSE") return ["perhaps"];
  return /^(number|count|money|days|multiple)$/.test(kind) ? [0, "n/a", -1] : ["", "#N/A"];
}

const MOST_ROWS = 8;
const MOST_ERRORS = 4;

/** The example is spoilt, one argument at a time, and the function asked what it says to that. */
function errorsOf(definition: FunctionDefinition, fields: readonly string[]): string[] {
  const args = definition.parameters.map((parameter, at) =>
    passedGiven(readField(fields[at] ?? "", parameter, NO_NAMES)?.given),
  );
  const found: string[] = [];
  for (const round of [0, 1, 2]) {
    definition.parameters.forEach((parameter, at) => {
      const slip = slipsOf(parameter)[round];
      if (slip === undefined || (parameter.optional && args[at] === "")) return;
      const told = refusalOf(definition, args.with(at, spoilt(args[at], slip)));
      if (told?.startsWith(parameter.name) && !found.includes(told)) found.push(told);
    });
  }
  // That an error cell is passed on is the same everywhere; what is special to the function says more.
  const special = found.filter((told) => !told.includes("holds the error"));
  return (special.length > 0 ? special : found).slice(0, MOST_ERRORS);
}

function spoilt(arg: unknown, slip: unknown): unknown {
  if (!Array.isArray(arg)) return slip;
  const [first = [], ...rest] = arg as unknown[][];
  return [[slip, ...first.slice(1)], ...rest];
}

function refusalOf(definition: FunctionDefinition, args: readonly unknown[]): string | undefined {
  try {
    callFunction(definition, args, utc);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
