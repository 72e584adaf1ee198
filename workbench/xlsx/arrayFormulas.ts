/**
 * Which formulas must be written as array formulas. The engine computes over arrays everywhere, as new Excel does;
 * a plain formula in a file is computed the old way, where `MEDIAN(IF(A2:A9="x",B2:B9))` looks at one row only.
 * Writing every formula as an array would be safe and ugly: LibreOffice then shows braces and refuses to edit.
 */
import type { Ast, Engine } from "./engine.js";

type Shape = "single" | "several";

/** Functions whose arguments are computed over arrays in any spreadsheet, whatever stands in them. */
const ARRAY_MINDED = new Set(["SUMPRODUCT", "MMULT", "MINVERSE", "MDETERM", "LOOKUP"]);
/** Of what may stand in those, the functions that still need the array mark in Excel. */
const NEVER_PLAIN = new Set(["IF", "IFERROR", "IFNA", "IFS", "SWITCH", "CHOOSE", "INDEX", "MATCH"]);
/** Functions that test their first argument and hand on one of the others as it is, a range included. */
const CHOOSING = new Set(["IF", "IFERROR", "IFNA", "SWITCH", "CHOOSE"]);
/** Functions that give several values by themselves. */
const SPILLING = new Set([
  ..."ROW COLUMN TRANSPOSE FREQUENCY MMULT MUNIT SEQUENCE FILTER SORT SORTN UNIQUE FLATTEN".split(" "),
  ..."CHOOSECOLS CHOOSEROWS EXPAND HSTACK VSTACK TOCOL TOROW WRAPCOLS WRAPROWS TAKE DROP RANDARRAY".split(
    " ",
  ),
  ..."LINEST LOGEST TREND GROWTH MODE.MULT SPLIT TEXTSPLIT".split(" "),
]);

/** True where a plain formula would give another result than the engine's. */
export function needsArray(engine: Engine, formula: string, isSeveral: (name: string) => boolean): boolean {
  let ast: Ast;
  try {
    ast = engine.parse(formula);
  } catch {
    return false;
  }
  let found = false;
  const visit = (node: Ast, within: boolean): Shape => {
    switch (node.type) {
      case "REFERENCE":
        return node.value.includes(":") ? "several" : "single";
      case "SYMBOL":
        return isSeveral(node.value) ? "several" : "single";
      case "ARRAY":
        return "several";
      case "UNARY_OPERATION":
        return operation([visit(node.operand, within)], within);
      case "BIN_OPERATION":
        if (node.value === ":") return "several";
        return operation([visit(node.left, within), visit(node.right, within)], within);
      case "FUNCALL":
        return call(node, within);
      default:
        return "single";
    }
  };
  const operation = (shapes: readonly Shape[], within: boolean): Shape => {
    if (!shapes.includes("several")) return "single";
    if (!within) found = true;
    return "several";
  };
  const call = (node: Extract<Ast, { type: "FUNCALL" }>, within: boolean): Shape => {
    const name = node.value.toUpperCase();
    const inside = ARRAY_MINDED.has(name) || (within && !NEVER_PLAIN.has(name));
    const definition = (
      engine.registries.functionRegistry.content as Record<string, FunctionShape | undefined>
    )[name];
    const chooses = CHOOSING.has(name);
    let lifted = false;
    let passedOn = false;
    let anySeveral = false;
    node.args.forEach((argument, index) => {
      if (visit(argument, inside) === "single") return;
      anySeveral = true;
      if (chooses && index > 0) passedOn = true;
      else if (chooses || (definition && !acceptsSeveral(definition, index))) lifted = true;
    });
    if (lifted && !inside) found = true;
    // ROW() alone is one number; the others make several values of whatever they are given.
    if (SPILLING.has(name) && (anySeveral || !/^(?:ROW|COLUMN)$/.test(name))) {
      if (!within) found = true;
      return "several";
    }
    return lifted || passedOn ? "several" : "single";
  };
  visit(ast, false);
  return found;
}

interface FunctionShape {
  readonly args: readonly { readonly acceptMatrix?: boolean; readonly repeating?: boolean }[];
}

function acceptsSeveral({ args }: FunctionShape, index: number): boolean {
  if (index < args.length) return args[index]?.acceptMatrix === true;
  const repeating = args.filter((argument) => argument.repeating);
  if (repeating.length === 0) return false;
  const first = args.length - repeating.length;
  return repeating[(index - first) % repeating.length]?.acceptMatrix === true;
}
