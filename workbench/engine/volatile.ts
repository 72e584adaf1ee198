/**
 * Google never finishes a custom function whose arguments depend on NOW(), RAND() or RANDBETWEEN(), directly or
 * through other cells. This finds such calls. It costs nothing until one of these functions has been computed in
 * the workbook.
 */

import type {
  Engine,
  EngineArgument,
  EngineRange,
  EvaluationContext,
  Getters,
  Position,
  Zone,
} from "./engine.js";

const VOLATILE = ["NOW", "RAND", "RANDBETWEEN", "RANDARRAY"];

/** One workbook's memory of whether it has ever computed a volatile function. */
export class VolatileUse {
  everUsed = false;
}

const watched = new WeakSet<object>();

export function watchVolatileFunctions(
  engine: Engine,
  useOf: (context: EvaluationContext) => VolatileUse | undefined,
): void {
  const registry = engine.registries.functionRegistry;
  if (watched.has(registry)) return;
  watched.add(registry);
  for (const name of VOLATILE) {
    const described = registry.content[name];
    if (!described) continue;
    const { compute } = described;
    registry.replace(name, {
      ...described,
      compute: function (this: EvaluationContext, ...args: EngineArgument[]) {
        const use = useOf(this);
        if (use) use.everUsed = true;
        return compute.apply(this, args);
      },
    });
  }
}

/** The context is made anew for each round of computing, so what is found out holds as long as the context. */
const taintedCells = new WeakMap<EvaluationContext, Tainted>();

export function readsVolatileCells(
  context: EvaluationContext,
  use: VolatileUse,
  name: string,
  args: readonly EngineArgument[],
): boolean {
  const { getters } = context;
  let tainted = taintedCells.get(context);
  if (!tainted) {
    tainted = new Tainted(getters);
    taintedCells.set(context, tainted);
    if (tainted.isEmpty) use.everUsed = false;
  }
  if (tainted.isEmpty) return false;
  return argumentsTainted(args, tainted) || formulaTainted(context, name, tainted);
}

function argumentsTainted(args: readonly EngineArgument[], tainted: Tainted): boolean {
  for (const arg of args) {
    if (!Array.isArray(arg)) continue;
    const columns = arg as readonly (readonly { position?: Position }[])[];
    for (const column of columns)
      for (const cell of column) if (cell?.position && tainted.has(cell.position)) return true;
  }
  return false;
}

/** Arguments that are computed, as in FN(SUM(A1:A9)) or FN(NOW()), carry no position: the formula's text tells. */
function formulaTainted(context: EvaluationContext, name: string, tainted: Tainted): boolean {
  const position = context.__originCellPosition;
  const cell = position && context.getters.getCell(position);
  if (!position || !cell?.isFormula || !tainted.has(position)) return false;
  const calls = cell.compiledFormula.getFunctionsFromTokens([name.toUpperCase()], context.getters);
  return calls.some((call) =>
    call.args.some((arg) => readsTainted(arg, position.sheetId, context.getters, tainted)),
  );
}

interface FormulaNode {
  readonly type: string;
  readonly value?: unknown;
}

function readsTainted(node: FormulaNode, sheetId: string, getters: Getters, tainted: Tainted): boolean {
  const text = String(node.value);
  if (node.type === "FUNCALL" && VOLATILE.includes(text.toUpperCase())) return true;
  if (node.type === "REFERENCE") return tainted.touches(getters.getRangeFromSheetXC(sheetId, text));
  if (node.type === "SYMBOL") {
    const named = getters.getNamedRange(text);
    return named !== undefined && tainted.touches(named.range);
  }
  return childrenOf(node).some((child) => readsTainted(child, sheetId, getters, tainted));
}

function childrenOf(node: FormulaNode): FormulaNode[] {
  const { args, left, right, operand } = node as FormulaNode & Record<string, FormulaNode & FormulaNode[]>;
  const array = node.type === "ARRAY" ? (node.value as FormulaNode[][]).flat() : [];
  return [...(args ?? []), ...array, left, right, operand].filter((child) => child !== undefined);
}

interface Reader {
  readonly position: Position;
  readonly top: number;
  readonly bottom: number;
}

/** Every cell whose value depends on a volatile function. */
class Tainted {
  readonly #cells = new Map<string, Set<number>>();
  readonly #getters: Getters;

  constructor(getters: Getters) {
    this.#getters = getters;
    const volatile: Position[] = [];
    const readers = new Map<string, Reader[]>();
    for (const sheetId of getters.getSheetIds())
      for (const cell of getters.getCells(sheetId)) {
        if (!cell.isFormula) continue;
        const position = getters.getCellPosition(cell.id);
        const { symbols, rangeDependencies } = cell.compiledFormula;
        if (symbols.some((s) => VOLATILE.includes(s.toUpperCase()))) volatile.push(position);
        for (const range of rangeDependencies) addReader(readers, range, position);
        for (const symbol of symbols) {
          const named = getters.getNamedRange(symbol);
          if (named) addReader(readers, named.range, position);
        }
      }
    if (volatile.length) this.#spread(volatile, readers);
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  has({ sheetId, col, row }: Position): boolean {
    return this.#cells.get(`${sheetId}!${col}`)?.has(row) ?? false;
  }

  touches({ sheetId, zone }: EngineRange): boolean {
    for (let col = zone.left; col <= zone.right; col++)
      for (const row of this.#cells.get(`${sheetId}!${col}`) ?? [])
        if (row >= zone.top && row <= zone.bottom) return true;
    return false;
  }

  #spread(start: readonly Position[], readers: ReadonlyMap<string, readonly Reader[]>): void {
    const next = [...start];
    for (let position = next.pop(); position; position = next.pop()) {
      if (this.has(position)) continue;
      // A formula that spills taints all the cells it fills.
      const zone = this.#getters.getSpreadZone(position) ?? zoneOf(position);
      for (let col = zone.left; col <= zone.right; col++) {
        const key = `${position.sheetId}!${col}`;
        const rows = this.#cells.get(key) ?? new Set<number>();
        this.#cells.set(key, rows);
        for (let row = zone.top; row <= zone.bottom; row++) rows.add(row);
        for (const reader of readers.get(key) ?? [])
          if (reader.top <= zone.bottom && reader.bottom >= zone.top) next.push(reader.position);
      }
    }
  }
}

function addReader(readers: Map<string, Reader[]>, range: EngineRange, position: Position): void {
  const { left, right, top, bottom } = range.zone;
  for (let col = left; col <= right; col++) {
    const key = `${range.sheetId}!${col}`;
    const there = readers.get(key);
    if (there) there.push({ position, top, bottom });
    else readers.set(key, [{ position, top, bottom }]);
  }
}

function zoneOf({ col, row }: Position): Zone {
  return { left: col, right: col, top: row, bottom: row };
}
