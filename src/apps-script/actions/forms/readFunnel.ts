import { LEAD_STAGES, type LeadStage, reachedCounts } from "../../../core/funnel/furthestStage.js";
import type { DataRecord } from "../../../workbook/columns.js";
import { OPPORTUNITIES } from "../../../workbook/opportunities.js";
import { LEADS } from "../../../workbook/tabs/leads.js";
import { openSession, type Session } from "../../session.js";
import { findDataTab, readRecords } from "../../sheets/dataTab.js";
import { findSettings, readSetting } from "../../sheets/settingsTab.js";

export interface FunnelData {
  readonly profile: "A" | "B";
  readonly stages: readonly string[];
  /** Blank where the workbook has no leads. */
  readonly counts: readonly number[] | null;
  /** What the counts rest on, in a sentence; "" without any. */
  readonly basis: string;
}

/** How many leads of the workbook reached each stage, and the profile to judge them by. */
export function readFunnel(): FunnelData {
  const session = openSession();
  const leads = recordsOf(session, LEADS);
  const won = new Set(
    recordsOf(session, OPPORTUNITIES).flatMap(({ id, outcome }) =>
      outcome === "Won" && id !== null && id !== undefined ? [String(id).toLowerCase()] : [],
    ),
  );
  const furthest = leads.map((lead) => furthestOf(lead, won));
  return {
    profile: profileOf(session),
    stages: LEAD_STAGES,
    counts: leads.length > 0 ? reachedCounts(furthest) : null,
    basis:
      leads.length > 0
        ? `${leads.length} leads of the workbook; whoever reached a stage counts in all before it.`
        : "",
  };
}

const recordsOf = ({ spreadsheet, zone }: Session, tab: typeof LEADS): DataRecord[] => {
  const open = findDataTab(spreadsheet, tab);
  return open ? readRecords(tab, open, zone).filter((record) => record !== null) : [];
};

function profileOf({ spreadsheet }: Session): "A" | "B" {
  const settings = findSettings(spreadsheet);
  return settings && readSetting(settings, "profile") === "B" ? "B" : "A";
}

/** The last stage that a lead's dates, its status or its deal tell of. */
function furthestOf(lead: DataRecord, wonDeals: ReadonlySet<string>): LeadStage {
  const { status, deal } = lead;
  if (status === "Customer" || (deal !== undefined && wonDeals.has(String(deal).toLowerCase()))) {
    return "Closed Won";
  }
  const dated: readonly (readonly [LeadStage, unknown])[] = [
    ["Opportunity", lead.opportunityAt],
    ["SQL", lead.sqlAt],
    ["SAL", lead.acceptedAt],
    ["MQL", lead.mqlAt],
  ];
  const byDate = dated.find(([, day]) => typeof day === "number")?.[0] ?? "Known";
  const byStatus = LEAD_STAGES.find((stage) => stage === status) ?? "Known";
  return LEAD_STAGES.indexOf(byStatus) > LEAD_STAGES.indexOf(byDate) ? byStatus : byDate;
}
