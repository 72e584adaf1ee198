import { beforeAll, describe, expect, test } from "vitest";
import { FUNNEL_DEFINITIONS } from "../../sheets-templates/funnelDefinitions.js";
import { diagnoseFunnel } from "../../src/core/funnel/funnel.js";
import { LEAD_STAGES, type LeadStage, reachedCounts } from "../../src/core/funnel/furthestStage.js";
import { requiredFunnel } from "../../src/core/funnel/requiredFunnel.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { DataRecord, DataTab } from "../../src/workbook/columns.js";
import { sampleStory } from "../../src/workbook/sample/story.js";
import { PERIODS } from "../../src/workbook/settingsLists.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { errorsOf, openAddOn, setSetting, settingAt, typeInto, valueAt } from "./addOn.js";
import { fillTab } from "./fillTab.js";
import { planIn } from "./planIn.js";

const TAB = "Funnel definitions and diagnosis";
/** 17 November 2026; the twelve months before it began on the 18th. */
const AS_OF = 46_343;
const YEAR_START = 45_979;
const KEYS = ["known", "mql", "sal", "sql", "opportunity", "won"];
const DATES = ["mqlAt", "acceptedAt", "sqlAt", "opportunityAt"] as const;

/** An empty workbook that reports for a fixed day, so that no figure rests on the day of the test. */
function openedOnTheDay(): HeadlessWorkbench {
  const opened = openAddOn();
  opened.run("setUpWorkbook");
  setSetting(opened, "followToday", "FALSE");
  setSetting(opened, "asOf", String(AS_OF));
  return opened;
}

const between = (value: unknown, from: number, to: number) =>
  typeof value === "number" && value >= from && value < to + 1;

/** The furthest stage that a lead's dates tell of; a customer has come all the way. */
function furthest(lead: DataRecord): LeadStage {
  if (lead.status === "Customer") return "Closed Won";
  const dated = DATES.filter((key) => typeof lead[key] === "number");
  const last = dated[dated.length - 1];
  return last === undefined ? "Known" : (LEAD_STAGES[DATES.indexOf(last) + 1] as LeadStage);
}

describe("funnel definitions and diagnosis on the sample company", () => {
  let workbench: HeadlessWorkbench;
  let plan: TabPlan;
  let rowsOf: (tab: DataTab) => readonly DataRecord[];
  const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? "");
  const put = (key: string, text: string) => typeInto(workbench, TAB, plan.keys[key] ?? "", text);
  const cohort = (from: number, to: number) =>
    rowsOf(LEADS).filter(({ created }) => between(created, from, to));
  const diagnosis = (profile: "A" | "B") => {
    const visitors = rowsOf(PERIODS)
      .filter(({ start }) => between(start, YEAR_START, AS_OF))
      .reduce((sum, row) => sum + Number(row.visitors ?? 0), 0);
    const counts = [visitors, ...reachedCounts(cohort(YEAR_START, AS_OF).map(furthest))];
    return diagnoseFunnel(["Visitor", ...LEAD_STAGES], counts, profile);
  };

  beforeAll(() => {
    workbench = openedOnTheDay();
    workbench.run("loadSampleData");
    workbench.run("drawFunnelDefinitions");
    expect(settingAt(workbench, "asOf")).toBe(AS_OF);
    const story = sampleStory({ asOf: AS_OF });
    rowsOf = (tab) => story.rows.get(tab) ?? [];
    plan = planIn(workbench, FUNNEL_DEFINITIONS);
  });

  test("follows the leads of twelve months and grades each step as the core does", () => {
    const rows = diagnosis("A");
    const steps = ["visitor", ...KEYS.slice(0, -1), "whole"];
    steps.forEach((step, index) => {
      const expected = rows[index + 1];
      expect(at(`steps.${step}.conversion`)).toBeCloseTo(Number(expected?.conversion), 12);
      expect(at(`steps.${step}.band`)).toBe(expected?.band);
    });
    KEYS.forEach((key, index) => {
      expect(at(`stages.${key}.reached`)).toBe(rows[index + 1]?.count);
    });
  });

  test("names the step that costs most deals, and what mending it would win", () => {
    const worst = diagnosis("A")
      .filter(({ bottleneck }) => bottleneck)
      .sort((one, other) => Number(other.extraWon) - Number(one.extraWon));
    expect(worst[0]?.stage).toBe("SAL");
    expect(at("bottleneck")).toBe("MQL → SAL");
    expect(at("gain")).toBeCloseTo(Number(worst[0]?.extraWon), 9);
    expect(at("steps.mql.finding")).toBe("Fix first");
  });

  test("reckons back from the target to each stage at the company's own rates and at the median", () => {
    const names = ["Visitor", ...LEAD_STAGES.slice(0, -1)];
    const rates = diagnosis("A")
      .slice(1, 7)
      .map(({ conversion }) => conversion ?? null);
    const [target, average, share] = ["target", "average", "share"].map((key) =>
      Number(at(`goal.${key}.used`)),
    );
    const deals = (Number(target) / Number(average)) * Number(share);
    expect(target).toBe(settingAt(workbench, "quarterlyTarget"));
    const own = requiredFunnel(deals, names, rates, "A");
    const median = requiredFunnel(deals, names, undefined, "A");
    ["visitor", ...KEYS.slice(0, -1)].forEach((key, index) => {
      expect(at(`stages.${key}.needed`)).toBe(own[index]?.required);
      expect(at(`stages.${key}.atMedian`)).toBe(median[index]?.required);
    });
  });

  test("a goal typed by hand counts instead of what was found", () => {
    put("goal.target.yours", "300000");
    put("goal.average.yours", "10000");
    put("goal.share.yours", "1");
    expect(at("stages.won.needed")).toBe(30);
    for (const key of ["target", "average", "share"]) put(`goal.${key}.yours`, "");
    expect(at("goal.target.used")).toBe(settingAt(workbench, "quarterlyTarget"));
  });

  test("counts rejections by reason, the most frequent first, and all of them are in the list", () => {
    const rejected = rowsOf(LEADS).filter(({ rejectedAt }) => between(rejectedAt, YEAR_START, AS_OF));
    const shown = [1, 2, 3, 4, 5, 6].flatMap((row) => {
      const reason = at(`reasons.r${row}.reason`);
      return reason === "" ? [] : [[reason, at(`reasons.r${row}.leads`)] as const];
    });
    expect(shown.length).toBeGreaterThan(2);
    for (const [reason, leads] of shown) {
      expect(leads).toBe(rejected.filter(({ rejectionReason }) => rejectionReason === reason).length);
    }
    const counts = shown.map(([, leads]) => Number(leads));
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
    const rest = Number(at("reasons.other.leads")) + Number(at("reasons.none.leads"));
    expect(counts.reduce((sum, one) => sum + one, rest)).toBe(rejected.length);
    expect(at("reasons.all.leads")).toBe(rejected.length);
  });

  test("routing is kept where an MQL had a rep within five minutes; the median is that of those routed", () => {
    const mqls = rowsOf(LEADS).filter(({ mqlAt }) => between(mqlAt, YEAR_START, AS_OF));
    const minutes = mqls
      .flatMap(({ mqlAt, routedAt }) =>
        typeof routedAt === "number" ? [(routedAt - Number(mqlAt)) * 1440] : [],
      )
      .sort((one, other) => one - other);
    const waiting = mqls.filter(
      ({ mqlAt, routedAt }) => typeof routedAt !== "number" && Number(mqlAt) + 5 / 1440 < AS_OF + 1,
    ).length;
    const cases = minutes.length + waiting;
    expect(at("promises.routed.cases")).toBe(cases);
    expect(at("promises.routed.kept")).toBeCloseTo(
      minutes.filter((one) => one <= 5 + 1 / 60).length / cases,
      12,
    );
    const middle = (minutes.length - 1) / 2;
    const median = (Number(minutes[Math.floor(middle)]) + Number(minutes[Math.ceil(middle)])) / 2;
    expect(at("promises.routed.median")).toBe(`${Math.round(median)} min`);
  });

  test("another period follows other leads", () => {
    // 1 July to 30 September 2026, the quarter before that of the as-of date.
    put("period", "Last quarter");
    expect(at("stages.known.reached")).toBe(cohort(46_204, 46_295).length);
    expect(errorsOf(workbench, TAB)).toEqual([]);
    put("period", "All");
    expect(at("stages.known.reached")).toBe(rowsOf(LEADS).length);
    put("period", "Last 12 months");
  });

  test("another profile in Settings brings its own words, bands and promises at once", () => {
    expect(at("definitions.known.stage")).toBe("Known");
    expect(at("definitions.sal.promise")).toBe("Accepted or rejected within 4 business hours");
    expect(at("promises.met.limit")).toBe("48 hours");
    setSetting(workbench, "profile", "B");
    expect(at("definitions.known.stage")).toBe("Lead");
    expect(at("definitions.sal.promise")).toBe("Contacted within 1 hour");
    expect(at("promises.met.limit")).toBe("3 days");
    const rows = diagnosis("B");
    expect(at("steps.mql.band")).toBe(rows[3]?.band);
    expect(at("gain")).toBeCloseTo(Number(rows[3]?.extraWon), 9);
    setSetting(workbench, "profile", "A");
  });

  test("the scores and minutes in the definitions are those of Settings", () => {
    setSetting(workbench, "mqlScore", "65");
    setSetting(workbench, "responseMinutes", "15");
    expect(at("definitions.mql.definition")).toContain("65 or more");
    expect(at("definitions.mql.promise")).toBe("With an SDR within 15 minutes");
    expect(at("promises.routed.limit")).toBe("15 min");
    setSetting(workbench, "mqlScore", "50");
    setSetting(workbench, "responseMinutes", "5");
  });
});

describe("funnel definitions and diagnosis on leads without all their dates", () => {
  test("who reached a stage by status has passed all before it, and the funnel goes without visitors", () => {
    const workbench = openedOnTheDay();
    const lead = (id: string, status: string, more: DataRecord = {}): DataRecord => ({
      id,
      status,
      created: 46_200,
      ...more,
    });
    fillTab(workbench, LEADS, [
      lead("1", "Known"),
      lead("2", "MQL"),
      lead("3", "SQL"),
      lead("4", "Customer"),
      lead("5", "Rejected", { mqlAt: 46_201 }),
      lead("6", "Nurture", { sqlAt: 46_210 }),
      { id: "7", status: "SQL" },
    ]);
    workbench.run("drawFunnelDefinitions");
    const plan = planIn(workbench, FUNNEL_DEFINITIONS);
    const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? "");
    expect(KEYS.map((key) => at(`stages.${key}.reached`))).toEqual([6, 5, 3, 3, 1, 1]);
    expect(at("steps.visitor.conversion")).toBe("");
    expect(at("steps.mql.conversion")).toBeCloseTo(3 / 5, 12);
    // SQL → opportunity goes on at a third, below the published 50%.
    expect(at("bottleneck")).toBe("SQL → Opportunity");
    expect(errorsOf(workbench, TAB)).toEqual([]);
  });
});
