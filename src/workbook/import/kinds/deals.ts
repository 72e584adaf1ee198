import { OPPORTUNITIES } from "../../opportunities.js";
import { DEAL_HELPERS, type DealField } from "../fields.js";
import type { ImportKind } from "../importKind.js";
import { CONTENT_KEY_FIELDS } from "../readDeal.js";

type Headings = Partial<Record<DealField, readonly string[]>>;

/** Report labels, API names as Data Loader writes them, and the snake case of warehouse connectors. */
const SALESFORCE: Headings = {
  id: ["Opportunity ID", "OpportunityId", "Opportunity ID (18)", "Case Safe ID", "Id", "id"],
  name: ["Opportunity Name", "Name", "name"],
  account: ["Account Name", "Account.Name", "account_name", "AccountId", "Account ID", "account_id"],
  owner: [
    "Opportunity Owner",
    "Owner.Name",
    "Opportunity Owner Name",
    "Opportunity Owner Alias",
    "Owner",
    "OwnerId",
    "owner_id",
  ],
  stage: ["StageName", "Stage", "stage_name"],
  // With several currencies the converted amount is the only one that adds up.
  amount: ["Amount (converted)", "Amount", "amount"],
  currency: ["Amount (converted) Currency", "Amount Currency", "CurrencyIsoCode", "currency_iso_code"],
  probability: ["Probability (%)", "Probability", "probability"],
  forecastCategory: [
    "ForecastCategoryName",
    "Forecast Category",
    "forecast_category_name",
    "ForecastCategory",
    "forecast_category",
  ],
  created: ["CreatedDate", "Created Date", "created_date"],
  closeDate: ["CloseDate", "Close Date", "close_date"],
  isClosed: ["IsClosed", "Closed", "is_closed"],
  isWon: ["IsWon", "Won", "is_won"],
  isDeleted: ["IsDeleted", "Deleted", "is_deleted"],
  source: ["LeadSource", "Lead Source", "lead_source", "Primary Campaign Source"],
  type: ["Type", "Opportunity Type", "type"],
  product: ["Product Name", "Product: Product Name"],
  nextStep: ["NextStep", "Next Step", "next_step"],
  lastActivity: ["LastActivityDate", "Last Activity", "Last Activity Date", "last_activity_date"],
  stageSince: ["LastStageChangeDate", "Last Stage Change Date", "last_stage_change_date"],
  lossReason: ["Loss Reason", "Closed Lost Reason", "Loss_Reason__c", "Reason Lost"],
};

/** Labels of the deals export, internal names, and internal names with the connectors' `property_`. */
const HUBSPOT: Headings = {
  id: ["Record ID", "hs_object_id", "Deal ID", "deal_id"],
  name: ["Deal Name", "dealname"],
  account: [
    "Associated Company",
    "Associated Company (Primary)",
    "Primary Associated Company",
    "Company name",
    "Associated Company IDs",
    "Associated Company IDs (Primary)",
  ],
  owner: ["Deal owner", "hubspot_owner_id", "owner_id"],
  stage: ["Deal Stage", "dealstage", "deal_pipeline_stage_id"],
  amount: ["Amount in company currency", "amount_in_home_currency", "Amount", "amount"],
  currency: ["Currency", "deal_currency_code"],
  probability: ["Deal probability", "hs_deal_stage_probability"],
  forecastCategory: ["Forecast category", "hs_manual_forecast_category", "hs_forecast_category"],
  created: ["Create Date", "createdate", "hs_createdate"],
  closeDate: ["Close Date", "closedate"],
  wonTime: ["hs_closed_won_date", "Closed Won Date"],
  isClosed: ["hs_is_closed", "Is Deal Closed?", "Is closed"],
  isWon: ["hs_is_closed_won", "Is Closed Won"],
  isLost: ["hs_is_closed_lost", "Is closed lost"],
  isDeleted: ["is_deleted"],
  source: ["Original Traffic Source", "Original Source", "Original Source Type", "hs_analytics_source"],
  type: ["Deal Type", "dealtype"],
  nextStep: ["Next step", "hs_next_step"],
  lastActivity: ["Last Activity Date", "notes_last_updated", "Last Contacted", "notes_last_contacted"],
  stageSince: [
    "Date entered current stage",
    "hs_v2_date_entered_current_stage",
    "hs_date_entered_current_stage",
  ],
  contacts: ["Number of Associated Contacts", "num_associated_contacts"],
  lossReason: ["Closed Lost Reason", "closed_lost_reason"],
};

/** "Deal - X" labels and API names. The stage says nothing of won or lost here, the status does. */
const PIPEDRIVE: Headings = {
  id: ["Deal - ID", "id"],
  name: ["Deal - Title", "title"],
  account: ["Deal - Organization", "org_name", "Organization", "org_id"],
  owner: ["Deal - Owner", "owner_name", "user_id", "owner_id"],
  stage: ["Deal - Stage", "Deal - Stage (pipeline)", "stage_name", "stage_id"],
  amount: ["Deal - Value", "value"],
  currency: ["Deal - Currency of Value", "Deal - Currency", "currency"],
  probability: ["Deal - Probability", "probability"],
  created: ["Deal - Deal created", "Deal - Add time", "add_time"],
  expectedClose: ["Deal - Expected close date", "expected_close_date"],
  outcome: ["Deal - Status", "status"],
  wonTime: ["Deal - Won time", "won_time"],
  lostTime: ["Deal - Lost time", "lost_time"],
  closed: ["Deal - Deal closed on", "Deal - Closed on", "close_time"],
  isDeleted: ["is_deleted", "deleted"],
  source: ["Deal - Source channel", "Deal - Source origin", "channel", "origin"],
  product: ["Deal - Product name"],
  nextStep: ["next_activity_subject"],
  lastActivity: ["Deal - Last activity date", "last_activity_date"],
  stageSince: ["Deal - Last stage change", "Deal - Stage change time", "stage_change_time"],
  contacts: ["participants_count"],
  lossReason: ["Deal - Lost reason", "lost_reason"],
};

/** Labels of the list export, API names, and the names of the older Potentials module. */
const ZOHO: Headings = {
  id: ["Record Id", "Deal Id", "POTENTIALID", "Potential Id", "id"],
  name: ["Deal Name", "Deal_Name", "Potential Name"],
  account: ["Account Name", "Account_Name", "Account Name.id"],
  owner: ["Deal Owner", "Potential Owner", "Owner", "Deal Owner.id"],
  stage: ["Stage"],
  amount: ["Amount"],
  currency: ["Currency"],
  probability: ["Probability", "Probability (%)"],
  forecastCategory: ["Forecast Category"],
  outcome: ["Forecast Type"],
  created: ["Created Time", "Created_Time"],
  closeDate: ["Closing Date", "Closing_Date"],
  source: ["Lead Source", "Lead_Source"],
  type: ["Type"],
  nextStep: ["Next Step", "Next_Step"],
  lastActivity: ["Last Activity Time", "Last_Activity_Time"],
  lossReason: ["Reason For Loss", "Reason For Loss (deal)", "Reason_For_Loss__s"],
};

/** Lists kept by hand and other CRMs. */
const OTHER: Headings = {
  id: ["opportunity_id", "deal_id", "ID", "Deal #", "Opportunity #", "Deal number", "Reference", "Record"],
  name: ["Opportunity", "Deal name", "deal_name", "opportunity_name", "Topic", "Title", "Subject", "Name"],
  account: [
    "Company",
    "Customer",
    "Client",
    "Organisation",
    "Organization",
    "Potential Customer",
    "account_id",
  ],
  owner: [
    "sales_agent",
    "Rep",
    "Sales rep",
    "Sales person",
    "Account executive",
    "AE",
    "Assigned to",
    "Deal owner",
  ],
  stage: ["deal_stage", "Pipeline stage", "Sales stage", "Opportunity stage", "Pipeline step"],
  amount: [
    "close_value",
    "Value",
    "Deal value",
    "Deal amount",
    "Deal size",
    "Opportunity amount",
    "Opportunity value",
    "Est. Revenue",
    "Contract value",
    "ACV",
    "TCV",
    "Revenue",
  ],
  currency: ["Currency", "currency_code"],
  probability: ["Win probability", "Probability %", "Likelihood", "Confidence"],
  forecastCategory: ["Forecast"],
  created: [
    "engage_date",
    "created_at",
    "created_on",
    "Created on",
    "Date created",
    "Creation date",
    "Create date",
    "Open date",
    "Start date",
  ],
  closeDate: ["close_date", "Closing date", "Close"],
  expectedClose: [
    "Expected close date",
    "Est. close date",
    "Estimated close date",
    "Forecast close date",
    "Target close date",
  ],
  closed: ["closed_at", "closed_on", "Closed date", "Date closed", "Actual close date"],
  wonTime: ["Won date", "Won on", "won_at", "won"],
  lostTime: ["Lost date", "Lost on", "lost_at", "lost"],
  isClosed: ["closed"],
  isWon: ["won"],
  isLost: ["lost"],
  isDeleted: ["is_deleted", "deleted"],
  outcome: ["Status", "deal_status", "Deal status", "Result", "Won/Lost"],
  source: ["lead_source", "Deal source", "Opportunity source", "Channel"],
  segment: ["Market segment", "Customer segment", "Account segment"],
  type: ["deal_type", "Deal type", "Opportunity type"],
  product: ["product_name", "Product name", "Primary product"],
  nextStep: ["next_step", "Next action"],
  lastActivity: ["last_activity", "last_activity_date", "Last contact", "Last touch"],
  stageSince: ["stage_since", "Stage changed", "Stage date", "stage_changed_at"],
  contacts: ["Contacts", "Number of contacts", "Stakeholders"],
  lossReason: ["lost_reason", "loss_reason", "Reason lost", "Reason for loss", "Closed lost reason"],
};

/**
 * Columns that hold the day on which a deal entered one stage, one column a stage: HubSpot's labels
 * (`Date entered "Contract sent (Sales Pipeline)"`) and its internal names. The first group is the stage.
 */
export const STAGE_DATE_HEADINGS: readonly RegExp[] = [
  /^date entered ["“”']?(.+?)["“”']?$/i,
  /^(?:property_)?hs_(?:v2_)?date_entered_(.+)$/i,
];

/** What is said here is what every kind says; outcome, dates and probabilities are read by rules of their own. */
export const DEALS: ImportKind = {
  tab: OPPORTUNITIES,
  records: "deals",
  helpers: DEAL_HELPERS,
  headings: { Salesforce: SALESFORCE, HubSpot: HUBSPOT, Pipedrive: PIPEDRIVE, Zoho: ZOHO, Other: OTHER },
  prefixes: ["Deal", "Opportunity"],
  keys: [["id"]],
  contentKey: CONTENT_KEY_FIELDS,
  needed: ["stage", "amount"],
  // Where only a status was exported it is the only stage there is.
  insteadOf: { stage: ["outcome"] },
  lookedFor: {
    stage: ["Stage", "StageName", "Deal Stage", "Status"],
    amount: ["Amount", "Deal value", "Value", "close_value"],
  },
  stageDates: true,
};
