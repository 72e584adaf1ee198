import { checkedRamp, RAMP_PROFILES, type RampProfile, type RampStep } from "../../core/capacity/ramp.js";
import { PLAN_INPUTS, type PlanInput, type PlanInputs, planInput } from "../../core/plan/inputs.js";
import { SCENARIOS, type Scenario } from "../../core/plan/scenarios.js";
import { refuse } from "../../core/refusal/refusal.js";
import { type Cell, located, shown } from "../cells.js";
import { count, days, money, number, type Parameter, share } from "../parameters.js";

/** Reads the small tables that hold a ramp schedule, the inputs of a plan, and scenarios. */

type Rows = readonly (readonly Cell[])[];

/** Reads one cell of a table as a parameter would; `under` says what stands in it. */
export function cellAs<T>(parameter: Parameter<T>, cell: Cell | undefined, argument: string, row: number): T {
  const under = parameter.name;
  if ((cell ?? null) === null) refuse(argument, `has no ${under}; give ${parameter.what}.`, row);
  try {
    return parameter.read(cell as Exclude<Cell, null>) as T;
  } catch (error) {
    throw located(error, argument, row);
  }
}

/** The filled rows with their place in the range, without a first row of headings. */
export function filled(rows: Rows, headedBy: number): { cells: readonly Cell[]; row: number }[] {
  const all = rows.map((cells, index) => ({ cells, row: index + 1 }));
  const some = all.filter(({ cells }) => cells.some((cell) => cell !== null));
  const head = some[0]?.cells[headedBy];
  // A heading is text without a figure in it.
  return typeof head === "string" && !/\d/.test(head) ? some.slice(1) : some;
}

const month = count("month", "", {
  min: 1,
  whole: true,
  what: "the month in the job as a whole number from 1",
});
const part = share("share", "");

/** A or B, rows of month and share, or the shares of months 1, 2, 3 and so on. */
export function rampProfile(rows: Rows | undefined): RampProfile {
  if (!rows) return RAMP_PROFILES.A;
  const [first = []] = rows;
  const [only] = first;
  const width = first.length;
  if (rows.length === 1 && width === 1 && typeof only === "string" && !/\d/.test(only)) {
    const name = only.trim().toUpperCase();
    if (name === "A" || name === "B") return RAMP_PROFILES[name];
    refuse("profile", `is ${shown(only)}; write A or B, or give a range of month and share.`);
  }
  const across = rows.length === 1 && width > 2;
  if (width > 2 && !across) refuse("profile", `has ${width} columns; give two, month and share.`);
  const listed = across ? first.map((cell) => [cell]) : rows;
  const steps = filled(listed, 0);
  const profile = steps.map(
    ({ cells, row }, index): RampStep =>
      width === 2
        ? {
            fromMonth: cellAs(month, cells[0], "profile", row),
            share: cellAs(part, cells[1], "profile", row),
          }
        : { fromMonth: index + 1, share: cellAs(part, cells[0], "profile", row) },
  );
  return checkedRamp(
    profile,
    steps.map(({ row }) => row),
  );
}

const amount = money("amount", "", { min: 0 });
const KINDS: Partial<Record<PlanInput, Parameter<number>>> = {
  churnRate: part,
  expansionRate: part,
  winRate: part,
  sqlToOpp: part,
  mqlToSql: part,
  expansionWinRate: part,
  attainment: part,
  cycleDays: days("length", ""),
  rampedAes: count("count", ""),
};

/** Rows of name and value. A name that no plan knows is asked about; one without a value is not given. */
export function planInputs(rows: Rows): PlanInputs {
  const inputs: { [K in PlanInput]?: number } = {};
  for (const { cells, row } of filled(rows, 1)) {
    const [label = null, value = null] = cells;
    if (value === null) continue;
    const input = typeof label === "string" ? planInput(label) : undefined;
    if (input === undefined) {
      const names = Object.values(PLAN_INPUTS).join(", ");
      return refuse("inputs", `is named ${shown(label)}; write one of ${names}.`, row);
    }
    if (inputs[input] !== undefined) refuse("inputs", `gives ${PLAN_INPUTS[input]} again; keep one.`, row);
    inputs[input] = cellAs(KINDS[input] ?? amount, value, "inputs", row);
  }
  return inputs;
}

const points = number("points", "", { min: -1, max: 1, what: "points as a share, such as -5% or -0.05" });
const cycle = number("change of cycle", "", { min: -3650, max: 3650, what: "days, such as 15 or -10" });

/** Rows of name, win-rate points, cycle days, churn points, expansion points; a blank changes nothing. */
export function scenarios(rows: Rows | undefined): readonly Scenario[] {
  if (!rows) return SCENARIOS;
  const own = filled(rows, 1).map(({ cells, row }): Scenario => {
    const [name = null] = cells;
    if (typeof name !== "string") refuse("scenarios", "has no name; give the scenario's name.", row);
    const by = (at: number, parameter = points) =>
      (cells[at] ?? null) === null ? 0 : cellAs(parameter, cells[at], "scenarios", row);
    return {
      name,
      winRate: by(1),
      cycleDays: by(2, cycle),
      churnRate: by(3),
      expansionRate: by(4),
    };
  });
  if (own.length === 0) refuse("scenarios", "holds no scenario; give rows of name and changes.");
  return own;
}
