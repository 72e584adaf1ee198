import fc from "fast-check";

type Cells = fc.Arbitrary<unknown>;
type Rows = (spoilt: (right: Cells) => Cells) => fc.Arbitrary<unknown[][]>;

const figure = fc.integer({ min: 1, max: 1_000_000 });
const part = fc.double({ min: 0.01, max: 1, noNaN: true });
const someOf = (...rows: fc.Arbitrary<unknown[]>[]) =>
  fc.tuple(...rows.map((row) => fc.option(row, { nil: ["", ""], freq: 4 }))).map((all) => all as unknown[][]);

/** The small tables that a plan, a ramp or a commission plan is written in, by the name of the argument. */
export const ANY_TABLES: Readonly<Record<string, Rows>> = {
  inputs: (cell) =>
    fc
      .tuple(
        fc.tuple(fc.constant("Average new deal size"), cell(figure)),
        fc.tuple(fc.constant("win_rate"), cell(fc.double({ min: 0.06, max: 0.95, noNaN: true }))),
        fc.tuple(fc.constant("Sales cycle days"), cell(fc.integer({ min: 11, max: 400 }))),
        fc.tuple(fc.constant("Opening ARR"), cell(figure)),
        fc.tuple(fc.constant("Gross churn rate"), cell(fc.double({ min: 0, max: 0.98, noNaN: true }))),
        fc.tuple(fc.constantFrom("New business", "ARR target"), cell(figure)),
        someOf(
          fc.tuple(fc.constant("Expansion rate"), cell(part)),
          fc.tuple(fc.constant("SQL to opportunity"), cell(part)),
          fc.tuple(fc.constant("MQL to SQL"), cell(part)),
          fc.tuple(fc.constant("Average expansion deal size"), cell(figure)),
          fc.tuple(fc.constant("Expansion win rate"), cell(part)),
          fc.tuple(fc.constant("AEs at full ramp"), cell(fc.integer({ min: 1, max: 50 }))),
          fc.tuple(fc.constant("Quota per AE"), cell(figure)),
          fc.tuple(fc.constant("Expected attainment"), cell(part)),
        ),
      )
      .map(([size, rate, cycle, arr, churn, goal, more]) => [size, rate, cycle, arr, churn, goal, ...more]),
  scenarios: (cell) =>
    fc.array(
      fc.tuple(
        fc.constantFrom("Bear", "Slump"),
        cell(fc.constantFrom(-0.05, "-1%", 0.05, 0)),
        cell(fc.constantFrom(15, -10, 0)),
        cell(fc.constantFrom(0.02, 0, "")),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  profile: (cell) =>
    fc.oneof(
      fc.constantFrom("A", "b", "C").map((name): unknown[][] => [[name]]),
      fc.tuple(cell(fc.constant(0)), cell(part)).map(([first, then]): unknown[][] => [
        [1, first],
        [4, then],
      ]),
      fc.tuple(cell(fc.constant(0)), cell(part), fc.constant(1)).map((shares): unknown[][] => [shares]),
    ),
  tiers: (cell) =>
    fc.tuple(
      fc.tuple(cell(fc.constant(0)), cell(fc.constantFrom(0, 0.5, 1))),
      fc.tuple(fc.constantFrom(0.5, 1), cell(fc.constantFrom(1, 2))),
    ),
  weights: (cell) =>
    fc.tuple(cell(figure), fc.nat(), fc.constant(20), cell(fc.nat())).map((weights) => [weights]),
};
