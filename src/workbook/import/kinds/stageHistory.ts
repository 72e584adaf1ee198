import { STAGE_HISTORY as TAB } from "../../tabs/stageHistory.js";
import type { ImportKind } from "../importKind.js";

/** A stage entry has no id of its own: it is the deal, the moment and the stage. */
export const STAGE_HISTORY: ImportKind = {
  tab: TAB,
  records: "stage entries",
  keys: [["deal", "entered", "stage"]],
  settledBy: [
    // History tables of warehouse connectors hold a row for each version of a deal.
    ["_fivetran_start", "stage_name"],
    ["deal_id", "date_entered", "value"],
    ["OpportunityId", "StageName", "SystemModstamp", "CreatedById", "ExpectedRevenue"],
    ["From Stage", "To Stage"],
  ],
  headings: {
    Salesforce: {
      deal: ["OpportunityId", "Opportunity ID", "Id"],
      stage: ["To Stage", "StageName", "Stage"],
      entered: ["_fivetran_start", "Stage Change Date", "Last Stage Change Date", "Edit Date", "CreatedDate"],
      amount: ["Amount (converted)", "Amount"],
      expectedClose: ["CloseDate", "Close Date"],
      changedBy: ["CreatedBy.Name", "Edited By", "Last Modified By", "CreatedById"],
      isDeleted: ["IsDeleted", "Deleted"],
    },
    HubSpot: {
      deal: ["deal_id", "Deal ID", "Record ID"],
      stage: ["value", "Deal Stage", "dealstage", "stage_id"],
      entered: ["date_entered", "_fivetran_start", "Date entered", "Timestamp"],
      amount: ["Amount"],
      changedBy: ["Updated by", "source_user_id"],
    },
    Pipedrive: {
      deal: ["Deal - ID", "deal_id"],
      stage: ["Deal - Stage", "stage_name", "new_value"],
      entered: ["Deal - Stage change time", "log_time", "stage_change_time"],
      amount: ["Deal - Value"],
      expectedClose: ["Deal - Expected close date"],
      changedBy: ["user_name", "user_id"],
    },
    Zoho: {
      deal: ["Deal Id", "Potential Id", "Deal Name.id", "Parent_Id.id"],
      stage: ["Stage", "Moved_To__s"],
      entered: ["Modified Time", "Modified_Time", "Last Modified Time"],
      amount: ["Amount"],
      expectedClose: ["Closing Date", "Close_Date"],
      changedBy: ["Modified By", "Modified_By"],
    },
    Other: {
      deal: ["opportunity_id", "deal_id", "Opportunity"],
      stage: ["stage_name", "deal_stage", "to_stage", "New stage"],
      entered: ["entered_at", "changed_at", "stage_entered", "Entered on", "changed_on"],
      amount: ["Amount"],
      expectedClose: ["Expected close", "close_date"],
      changedBy: ["changed_by"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
};
