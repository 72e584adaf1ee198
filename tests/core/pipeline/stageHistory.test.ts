import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stageConversion } from "../../../src/core/pipeline/stageConversion.js";
import { stageHistory } from "../../../src/core/pipeline/stageHistory.js";
import { timeInStage } from "../../../src/core/pipeline/timeInStage.js";
import { refused } from "../refused.js";

type Row = readonly [deal: string | null, stage: string | null, day: number | null];
const ORDER = ["Demo", "Proposal", "Legal"];

const historyOf = (rows: readonly Row[], asOf?: number) =>
  stageHistory(
    rows.map(([deal]) => deal),
    rows.map(([, stage]) => stage),
    rows.map(([, , day]) => day),
    asOf,
  );
const convert = (rows: readonly Row[], order: string[] = ORDER, lost: string[] = []) =>
  stageConversion(historyOf(rows), order, lost);
const flow = (rows: readonly Row[], order?: string[]) =>
  convert(rows, order).stages.map((row) => [
    row.entered,
    row.movedOn,
    row.stillThere,
    row.wentBack,
    row.lost,
  ]);
const time = (rows: readonly Row[], asOf?: number, order?: string[], closed: string[] = []) =>
  timeInStage(historyOf(rows, asOf), asOf, order, closed);

const anyRows = fc.array(
  fc.tuple(
    fc.constantFrom("A", "B", "C", "D"),
    fc.constantFrom(...ORDER, "Closed Won", "Closed Lost"),
    fc.integer({ min: 100, max: 130 }),
  ),
  { minLength: 1, maxLength: 25 },
);

describe("stage conversion", () => {
  it("is 85% and 75% where 100 deals became 85 and 64 (SaaSGrid, stage conversion rate)", () => {
    const rows: Row[] = [];
    for (let deal = 0; deal < 100; deal++) {
      rows.push([`D${deal}`, "Demo", 1]);
      if (deal < 85) rows.push([`D${deal}`, "Proposal", 2]);
      if (deal < 64) rows.push([`D${deal}`, "Legal", 3]);
      rows.push([`D${deal}`, deal < 28 ? "Closed Won" : "Closed Lost", 4]);
    }
    expect(flow(rows)).toEqual([
      [100, 85, 0, 0, 15],
      [85, 64, 0, 0, 21],
      [64, 28, 0, 0, 36],
    ]);
  });

  it("does not count a stage that was skipped, but moves on from the one before it", () => {
    const rows: Row[] = [
      ["A", "Demo", 1],
      ["A", "Legal", 2],
    ];
    expect(flow(rows)).toEqual([
      [1, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [1, undefined, 1, 0, 0],
    ]);
  });

  it("ends a deal at the furthest stage it reached: back, lost, or lost and open again", () => {
    const back: Row[] = [
      ["A", "Proposal", 1],
      ["A", "Demo", 2],
    ];
    const reopened: Row[] = [
      ["A", "Demo", 1],
      ["A", "Lost", 2],
      ["A", "Demo", 3],
    ];
    expect(flow(back).slice(0, 2)).toEqual([
      [1, 1, 0, 0, 0],
      [1, 0, 0, 1, 0],
    ]);
    expect(flow([...back, ["A", "Lost", 3]]).slice(0, 2)).toEqual([
      [1, 1, 0, 0, 0],
      [1, 0, 0, 0, 1],
    ]);
    expect(flow(reopened)[0]).toEqual([1, 0, 1, 0, 0]);
  });

  it("takes the rows in order of time, whatever their order in the sheet", () => {
    const rows: Row[] = [
      ["A", "Closed Lost", 9],
      ["A", "Demo", 1],
    ];
    expect(flow(rows)[0]).toEqual([1, 0, 0, 0, 1]);
  });

  it("knows lost stages by other names, and that getting lost is no step even where it is listed", () => {
    const rows: Row[] = [
      ["A", "Demo", 1],
      ["A", "Disqualified", 2],
      ["B", "demo", 1],
      ["B", "Closed Lost", 2],
    ];
    const { stages } = convert(rows, ["Demo", "Closed Lost"], ["disqualified"]);
    expect(stages).toHaveLength(1);
    expect(stages[0]).toMatchObject({ entered: 2, lost: 2 });
  });

  it("takes for closed what CRMs call closed, and no stage that only has the word in its name", () => {
    const ended = (stage: string) =>
      flow([
        ["A", "Demo", 1],
        ["A", stage, 2],
      ])[0]?.[4];
    expect(["Lost", "Closed Lost", "closed-lost", "closed_lost", "ClosedLost"].map(ended)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(["Lost contact", "Almost lost", "Closed"].map(ended)).toEqual([0, 0, 0]);
  });

  it("shows the stages as the order writes them, without the spaces around", () => {
    const rows: Row[] = [["A", "demo", 1]];
    expect(convert(rows, [" Demo "]).stages.map(({ stage }) => stage)).toEqual(["Demo"]);
    expect(time(rows, undefined, [" Demo "]).map(({ stage }) => stage)).toEqual(["Demo"]);
  });

  it("says which rows it could not place", () => {
    const result = convert([
      ["A", "On hold", 1],
      ["A", "on hold", 2],
      ["B", "Closed Lost", 1],
      [null, "Demo", 1],
      ["C", null, 1],
      ["C", "Demo", null],
    ]);
    expect(result).toMatchObject({ unknownRows: 2, unknownStages: ["On hold"], lostUnseen: 1 });
    expect(historyOf([["C", "Demo", null]]).incomplete).toBe(1);
  });

  it("refuses an order that names no stage, or one twice", () => {
    expect(refused(() => convert([], ["", " "]))).toMatch(/^stage_order holds no stage/);
    expect(refused(() => convert([], ["Demo", "DEMO"]))).toMatch(/^stage_order, row 2, names "DEMO" twice/);
  });

  it("accounts for every deal that entered, and for every lost deal once", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { stages, lostUnseen } = convert(rows, [...ORDER, "Closed Won"]);
        for (const { entered, movedOn = 0, stillThere, wentBack, lost } of stages) {
          expect(movedOn + stillThere + wentBack + lost).toBe(entered);
        }
        const lostNow = [...historyOf(rows).deals.values()].filter(
          (entries) => entries[entries.length - 1]?.stage === "closed lost",
        );
        expect(stages.reduce((sum, { lost }) => sum + lost, 0) + lostUnseen).toBe(lostNow.length);
      }),
    );
  });
});

describe("time in stage", () => {
  it("is 11.67 days on average for stays of 5, 10 and 20 days (Maestrano, sales cycle widget)", () => {
    const rows = [5, 10, 20].flatMap((days, deal): Row[] => [
      [`D${deal}`, "Hot", 100],
      [`D${deal}`, "Won", 100 + days],
    ]);
    const [hot] = time(rows);
    expect(hot).toMatchObject({ stage: "Hot", left: 3, medianDays: 10 });
    expect(hot?.meanDays).toBeCloseTo(11.67, 2);
  });

  it("is 10 days where 100 deals took 1,000 days together (Brainshark, stage to stage duration)", () => {
    const rows = Array.from({ length: 100 }, (_, deal): Row[] => [
      [`D${deal}`, "Stage 1", 100],
      [`D${deal}`, "Stage 2", 100 + (deal % 2 === 0 ? 4 : 16)],
    ]).flat();
    expect(time(rows)[0]).toMatchObject({ left: 100, meanDays: 10, medianDays: 10 });
  });

  it("adds up the stays of one deal, and rows that repeat a stage change nothing", () => {
    const rows: Row[] = [
      ["A", "Demo", 100],
      ["A", "demo", 103],
      ["A", "Proposal", 105],
      ["A", "Demo", 110],
      ["A", "Closed Won", 111],
    ];
    expect(time(rows)).toMatchObject([
      { stage: "Demo", left: 1, meanDays: 6 },
      { stage: "Proposal", left: 1, meanDays: 5 },
    ]);
  });

  it("keeps deals that are still there apart, and counts their days to as_of", () => {
    const rows: Row[] = [
      ["A", "Demo", 100],
      ["B", "Demo", 108],
      ["B", "Proposal", 109],
      ["C", "Demo", 121],
    ];
    expect(time(rows, 120)[0]).toMatchObject({ left: 1, meanDays: 1, stillThere: 1, meanDaysSoFar: 20 });
    expect(historyOf(rows, 120).later).toBe(1);
    expect(historyOf(rows, 121).later).toBe(0);
    expect(time(rows)[0]).toMatchObject({ stillThere: 2, meanDaysSoFar: undefined });
  });

  it("lists the stages in order, others after them, and ends at the stages that close a deal", () => {
    const rows: Row[] = [
      ["A", "legal", 100],
      ["A", "Pilot", 101],
      ["A", "Signed", 102],
    ];
    const stages = time(rows, undefined, ["Demo", "Legal", "Closed Won"], ["signed"]);
    expect(stages.map(({ stage, left, stillThere }) => [stage, left, stillThere])).toEqual([
      ["Demo", 0, 0],
      ["Legal", 1, 0],
      ["Pilot", 1, 0],
    ]);
    expect(stages[0]?.meanDays).toBeUndefined();
    expect(refused(() => time(rows, undefined, ["Demo", "demo"]))).toMatch(
      /^stage_order, row 2, names "demo" twice/,
    );
  });

  it("adds up to the days from a deal's first row to its last", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const own = rows.filter(([deal, stage]) => deal === "A" && !stage.startsWith("Closed"));
        fc.pre(own.length > 0);
        const days = own.map(([, , day]) => day);
        const [first, last] = [Math.min(...days), Math.max(...days) + 5];
        const stages = time([...own, ["A", "Closed Won", last]]);
        const total = stages.reduce((sum, { meanDays }) => sum + (meanDays ?? 0), 0);
        expect(total).toBe(last - first);
      }),
    );
  });
});
