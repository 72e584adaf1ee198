import { beforeAll, describe, expect, test } from "vitest";
import { QUARTERLY_BUSINESS_REVIEW } from "../../sheets-templates/quarterlyBusinessReview.js";
import { productiveCapacity } from "../../src/core/capacity/productiveCapacity.js";
import { RAMP_PROFILES } from "../../src/core/capacity/ramp.js";
import { winRate } from "../../src/core/pipeline/winRate.js";
import { annualRecurringRevenue } from "../../src/core/retention/arr.js";
import { customerMovements } from "../../src/core/retention/arrBridge.js";
import { retentionBetween } from "../../src/core/retention/retentionBetween.js";
import { acvTier } from "../../src/core/unitEconomics/acvTier.js";
import { cacPayback } from "../../src/core/unitEconomics/cacPayback.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { DataRecord, DataTab } from "../../src/workbook/columns.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { sampleStory } from "../../src/workbook/sample/story.js";
import { PERIODS, REPS } from "../../src/workbook/settingsLists.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import { SUBSCRIPTIONS } from "../../src/workbook/tabs/subscriptions.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { errorsOf, openAddOn, settingAt, typeInto, valueAt } from "./addOn.js";
import { planIn } from "./planIn.js";
import { customersIn, isIn, monthsFrom, total } from "./serialDays.js";

const TAB = "QBR";

let workbench: HeadlessWorkbench;
let plan: TabPlan;
let rowsOf: (tab: DataTab) => readonly DataRecord[];
let asOf: number;
let from: number;
let to: number;
const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? key);

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("loadSampleData");
  workbench.run("drawQuarterlyBusinessReview");
  plan = planIn(workbench, QUARTERLY_BUSINESS_REVIEW);
  asOf = Number(settingAt(workbench, "asOf"));
  to = Number(settingAt(workbench, "quarterStart")) - 1;
  from = monthsFrom(to + 1, -3);
  const { rows } = sampleStory({ asOf });
  rowsOf = (tab) => rows.get(tab) ?? [];
});

const won = (test: (deal: DataRecord) => boolean = () => true) =>
  rowsOf(OPPORTUNITIES).filter((deal) => deal.outcome === "Won" && isIn(deal.closed, from, to) && test(deal));

describe("the QBR on the sample company", () => {
  test("has the playbook's seven sections and minutes, eighty in all", () => {
    // RevOps Engine playbook, phase 12: 10, 15, 10, 10, 10, 10 and 15 minutes.
    const minutes = ["results", "funnel", "pipeline", "efficiency", "team", "process", "next"].map(
      (section) => at(`agenda.${section}.minutes`),
    );
    expect(minutes).toEqual([10, 15, 10, 10, 10, 10, 15]);
    expect(at("agenda.total.minutes")).toBe(80);
  });

  test("reviews the quarter that is over: revenue against target, ARR and retention at its end", () => {
    const customers = customersIn(rowsOf(SUBSCRIPTIONS));
    expect(at("results.revenue.now")).toBeCloseTo(total(won(), "amount"), 2);
    const target = total(
      rowsOf(PERIODS).filter(({ start }) => isIn(start, from, to)),
      "revenueTarget",
    );
    expect(at("quarters.q0.target")).toBeCloseTo(target, 2);
    expect(at("quarters.q0.attainment")).toBeCloseTo(total(won(), "amount") / target, 10);
    expect(at("results.arr.now")).toBeCloseTo(annualRecurringRevenue(customers, to), 2);
    const kept = retentionBetween(customerMovements(customers, monthsFrom(to, -12), to), "opening customers");
    expect(at("results.nrr.now")).toBeCloseTo(kept.netRevenue, 10);
  });

  test("the youngest cohort of leads is that of the quarter's last month", () => {
    const leads = rowsOf(LEADS).filter(({ created }) => isIn(created, monthsFrom(to + 1, -1), to));
    const reached = (column: string) => leads.filter((lead) => typeof lead[column] === "number").length;
    expect(at("cohorts.m0.leads")).toBe(leads.length);
    expect(at("cohorts.m0.mql")).toBeCloseTo(reached("mqlAt") / leads.length, 10);
    expect(at("cohorts.m0.opportunity")).toBeCloseTo(reached("opportunityAt") / leads.length, 10);
  });

  test("sources and ages add up to all deals", () => {
    const sum = (table: string, column: string) =>
      Object.keys(plan.keys)
        .filter((key) => key.startsWith(`${table}.`) && key.endsWith(`.${column}`) && !/\.total/.test(key))
        .reduce((all, key) => all + Number(at(key)), 0);
    expect(sum("sources", "created")).toBeCloseTo(Number(at("sources.total_of_all.created")), 1);
    expect(sum("sources", "open")).toBeCloseTo(Number(at("age.total.amount")), 1);
    expect(sum("age", "amount")).toBeCloseTo(Number(at("age.total.amount")), 1);
  });

  test("a segment's spend, once filled in, gives its CAC and payback beside what is usual", () => {
    typeInto(workbench, TAB, plan.keys["segments.mid-market.spend"] ?? "", "400000");
    typeInto(workbench, TAB, plan.keys["segments.mid-market.spendBefore"] ?? "", "350000");
    const deals = won(({ segment }) => segment === "Mid-Market");
    const valued = deals.filter(({ amount }) => typeof amount === "number");
    const average = total(valued, "amount") / valued.length;
    const cac = 400_000 / deals.length;
    expect(at("segments.mid-market.cac")).toBeCloseTo(cac, 6);
    expect(at("segments.mid-market.payback")).toBeCloseTo(
      cacPayback(cac, average / 12, Number(settingAt(workbench, "grossMargin"))),
      6,
    );
    expect(at("segments.mid-market.usual")).toBe(`under ${acvTier(average, "payback")}`);
    expect(at("segments.mid-market.magic")).toBeCloseTo(total(deals, "amount") / 350_000, 8);
    workbench.run("drawQuarterlyBusinessReview");
    expect(at("segments.mid-market.spend")).toBe(400_000);
  });

  test("reps stand with their status at the quarter's end and their own figures", () => {
    rowsOf(REPS).forEach(({ rep, hireDate, leaveDate, quota }, index) => {
      const mine = won(({ owner }) => owner === rep);
      expect(at(`reps.r${index}.won`)).toBeCloseTo(total(mine, "amount"), 2);
      const gone = typeof leaveDate === "number" && leaveDate > 0 && leaveDate <= to;
      const joined = Number(hireDate) <= to;
      // Month 6 is the first full one in both published schedules.
      const ramped = joined && monthsFrom(monthStart(Number(hireDate)), 5) <= monthStart(to);
      expect(at(`reps.r${index}.status`)).toBe(
        gone ? "Left" : !joined ? "Joined later" : ramped ? "Ramped" : "Ramping",
      );
      if (joined && typeof quota === "number") {
        expect(at(`reps.r${index}.attainment`)).toBeCloseTo(total(mine, "amount") / quota, 8);
      }
    });
    const year = rowsOf(OPPORTUNITIES).filter(
      (deal) =>
        deal.owner === rowsOf(REPS)[0]?.rep &&
        deal.outcome !== "Open" &&
        isIn(deal.closed, monthsFrom(to, -12) + 1, to),
    );
    expect(at("reps.r0.rate")).toBeCloseTo(winRate(year.map(({ outcome }) => outcome as "Won" | "Lost")), 10);
  });

  test("next quarter's capacity is that of the core, and the gap what it leaves of the target", () => {
    const next = [to + 1, monthsFrom(to + 1, 3) - 1] as const;
    const reps = rowsOf(REPS).filter(({ quota }) => typeof quota === "number");
    const number = (column: string) => reps.map((rep) => Number(rep[column]) || null);
    const months = productiveCapacity(
      number("hireDate"),
      reps.map(({ quota }) => Number(quota) * 4),
      ...next,
      Number(settingAt(workbench, "expectedAttainment")),
      RAMP_PROFILES.A,
      number("leaveDate"),
    );
    const capacity = months.reduce((sum, month) => sum + month.capacity, 0);
    expect(at("plan.capacity.target")).toBeCloseTo(capacity, 4);
    const target = total(
      rowsOf(PERIODS).filter(({ start }) => isIn(start, ...next)),
      "revenueTarget",
    );
    expect(at("plan.gap.target")).toBeCloseTo(Math.max(0, target - capacity), 4);
  });

  test("choosing the running quarter moves every section to it", () => {
    typeInto(workbench, TAB, plan.keys.quarter ?? "", "This quarter so far");
    [from, to] = [to + 1, asOf];
    expect(at("results.revenue.now")).toBeCloseTo(total(won(), "amount"), 2);
    expect(at("segments.total_of_all.deals")).toBe(won().length);
    expect(errorsOf(workbench, TAB)).toEqual([]);
  });
});

function monthStart(day: number): number {
  const date = new Date(Date.UTC(1899, 11, 30 + day));
  return day - date.getUTCDate() + 1;
}
