import {
  HANDOFF_DAYS,
  type Proposal,
  proposals,
  SNAPSHOT_WEEKS,
  type WorkbookMeasures,
} from "../../../core/assessment/evidence.js";
import { meanAbsolutePercentageError } from "../../../core/forecast/percentageError.js";
import { completeness } from "../../../core/quality/completeness.js";
import { findDuplicates } from "../../../core/quality/duplicates.js";
import type { DataRecord, DataTab, DataValue } from "../../../workbook/columns.js";
import { HISTORY } from "../../../workbook/history.js";
import { OPPORTUNITIES } from "../../../workbook/opportunities.js";
import { REPS, STAGES } from "../../../workbook/settings.js";
import { ACCOUNTS } from "../../../workbook/tabs/accounts.js";
import { ACTIVITIES } from "../../../workbook/tabs/activities.js";
import { FORECASTS } from "../../../workbook/tabs/forecasts.js";
import { LEADS } from "../../../workbook/tabs/leads.js";
import { openSession, type Session } from "../../session.js";
import { findDataTab, readRecords } from "../../sheets/dataTab.js";
import { findSettings, readAsOf, readSetting } from "../../sheets/settingsTab.js";

/** Endpoint of the rubric's sidebar: which scores the workbook's own data speak for. Reads only. */

const REQUIRED = ["amount", "expectedClose", "stage", "nextStep"] as const;
const ROUTED_WITHIN_MINUTES = 5;
const MINUTES_A_DAY = 1440;
/** A moment in a cell is a fraction of a day: five minutes come out a hair above or below. */
const HAIR = 1e-6;

export function measureRubric(): readonly Proposal[] {
  const session = openSession();
  const settings = findSettings(session.spreadsheet);
  const asOf = (settings && readAsOf(settings, session.zone)) ?? session.today;
  const target = settings ? readSetting(settings, "quarterlyTarget") : "";
  const read = reader(session);
  const deals = read(OPPORTUNITIES);
  return proposals({
    accounts: duplicatesOf(read(ACCOUNTS)),
    openDeals: openDealsOf(deals),
    stages: settings && stagesOf(read(STAGES)),
    targets: settings && targetsOf(typeof target === "number" && target > 0, read(REPS), asOf),
    wonWithDates: deals.filter(tellsVelocity).length,
    forecast: forecastOf(read(FORECASTS)),
    routing: routingOf(read(LEADS)),
    handoffs: handoffsOf(deals, read(ACTIVITIES), asOf),
    weeksWithSnapshot: snapshotWeeksOf(read(HISTORY), asOf),
  });
}

const reader =
  ({ spreadsheet, zone }: Session) =>
  (tab: DataTab): DataRecord[] => {
    const open = findDataTab(spreadsheet, tab);
    return open ? readRecords(tab, open, zone).filter((record) => record !== null) : [];
  };

const words = (value: DataValue | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);
const figure = (value: DataValue | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;
const isWon = ({ outcome }: DataRecord): boolean => outcome === "Won";

function duplicatesOf(accounts: readonly DataRecord[]): WorkbookMeasures["accounts"] {
  const { compared, surplus } = findDuplicates(
    accounts.map(({ account, website, phone, city }) => ({
      ...{ name: words(account), domain: words(website), phone: words(phone), place: words(city) },
    })),
  );
  return { compared, surplus };
}

function openDealsOf(deals: readonly DataRecord[]): WorkbookMeasures["openDeals"] {
  const open = deals.filter(({ outcome }) => (outcome ?? "Open") === "Open");
  const cells = open.map((deal) => REQUIRED.map((key) => deal[key] ?? null));
  return { deals: open.length, complete: cells.length - incomplete(cells) };
}

/** A deal that lacks all four is not to be passed over as a blank row. */
function incomplete(cells: readonly (readonly DataValue[])[]): number {
  const { rows, complete } = completeness(
    cells.map((row) => [true, ...row]),
    REQUIRED.map((_, index) => index + 1),
  );
  return rows - complete;
}

function stagesOf(stages: readonly DataRecord[]): WorkbookMeasures["stages"] {
  const open = stages.filter(({ kind }) => (kind ?? "Open") === "Open");
  return {
    listed: open.length,
    defined: open.filter(({ probability }) => figure(probability) !== undefined).length,
  };
}

function targetsOf(team: boolean, reps: readonly DataRecord[], asOf: number): WorkbookMeasures["targets"] {
  const active = reps.filter(({ rep, leaveDate }) => rep && !((figure(leaveDate) ?? asOf) < asOf));
  if (!team && active.length === 0) return undefined;
  return {
    team,
    reps: active.length,
    withQuota: active.filter(({ quota }) => (figure(quota) ?? 0) > 0).length,
  };
}

const tellsVelocity = (deal: DataRecord): boolean =>
  isWon(deal) && [deal.created, deal.closed, deal.amount].every((value) => typeof value === "number");

function forecastOf(forecasts: readonly DataRecord[]): WorkbookMeasures["forecast"] {
  const pairs = forecasts.flatMap(({ forecast, actual }) => {
    const [called, came] = [figure(forecast), figure(actual)];
    return called === undefined || came === undefined ? [] : [{ called, came }];
  });
  // No error can be a percentage of nothing; the evidence says how many rows that leaves out.
  const measurable = pairs.filter(({ came }) => came !== 0);
  if (measurable.length === 0) return undefined;
  return {
    periods: measurable.length,
    mape: meanAbsolutePercentageError(
      measurable.map(({ came }) => came),
      measurable.map(({ called }) => called),
    ),
    leftOut: pairs.length - measurable.length,
  };
}

/** A lead that nobody has been given yet counts as late. */
function routingOf(leads: readonly DataRecord[]): WorkbookMeasures["routing"] {
  const qualified = leads.filter(({ mqlAt }) => typeof mqlAt === "number");
  const inTime = qualified.filter(({ mqlAt, routedAt }) => {
    const minutes = ((figure(routedAt) ?? Number.POSITIVE_INFINITY) - (mqlAt as number)) * MINUTES_A_DAY;
    return minutes <= ROUTED_WITHIN_MINUTES + HAIR;
  });
  return { leads: qualified.length, inTime: inTime.length, minutes: ROUTED_WITHIN_MINUTES };
}

function handoffsOf(
  deals: readonly DataRecord[],
  activities: readonly DataRecord[],
  asOf: number,
): WorkbookMeasures["handoffs"] {
  const handedOver = new Set(
    activities.filter(({ type }) => type === "Handoff document").map(({ deal }) => words(deal)),
  );
  const won = deals.filter((deal) => {
    const closed = figure(deal.closed);
    return isWon(deal) && closed !== undefined && closed <= asOf && closed > asOf - HANDOFF_DAYS;
  });
  return {
    won: won.length,
    documented: won.filter(({ id }) => id !== undefined && handedOver.has(words(id))).length,
  };
}

function snapshotWeeksOf(history: readonly DataRecord[], asOf: number): number | undefined {
  if (history.length === 0) return undefined;
  const weeks = history.flatMap(({ day }) => {
    const back = Math.floor((Math.floor(asOf) - Math.floor(figure(day) ?? Number.NaN)) / 7);
    return back >= 0 && back < SNAPSHOT_WEEKS ? [back] : [];
  });
  return new Set(weeks).size;
}
