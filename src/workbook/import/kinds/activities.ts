import { ACTIVITIES as TAB } from "../../tabs/activities.js";
import type { FieldInfo } from "../fields.js";
import type { ImportKind } from "../importKind.js";

const START = "Only exports of one kind of activity have it, so it says which kind where there is no type.";
const HELPERS: Readonly<Record<string, FieldInfo>> = {
  callStart: { label: "Call start", kind: "text", help: START },
  meetingStart: { label: "Meeting start", kind: "text", help: START },
};

/** Without an id an activity is all that is known of it. */
export const ACTIVITIES: ImportKind = {
  tab: TAB,
  records: "activities",
  prefixes: ["Activity"],
  keys: [["id"], ["when", "type", "subject", "owner", "deal", "account", "contact", "lead"]],
  helpers: HELPERS,
  insteadOf: { type: ["callStart", "meetingStart"] },
  settledBy: [
    ["WhoId", "WhatId"],
    ["TaskSubtype"],
    ["hs_activity_type"],
    ["Activity ID"],
    ["Activity type", "Subject"],
  ],
  headings: {
    Salesforce: {
      id: ["Activity ID", "Task ID", "Event ID", "Id"],
      when: [
        "ActivityDateTime",
        "StartDateTime",
        "ActivityDate",
        "Date",
        "Due Date",
        "CompletedDateTime",
        "CreatedDate",
      ],
      type: ["TaskSubtype", "Task Subtype", "Activity Type", "Type", "EventSubtype"],
      owner: ["Owner.Name", "Assigned", "Assigned To", "OwnerId"],
      deal: ["WhatId", "Opportunity", "Related To ID"],
      account: ["Account.Name", "Company / Account", "Account Name", "AccountId"],
      contact: ["Who.Name", "Contact", "Name", "WhoId"],
      lead: ["Lead"],
      subject: ["Subject"],
      result: ["CallDisposition", "Call Result", "Status"],
      minutes: ["DurationInMinutes", "Duration"],
      isDeleted: ["IsDeleted", "Deleted"],
    },
    HubSpot: {
      id: ["Record ID", "hs_object_id", "engagement_id"],
      when: ["Activity date", "hs_timestamp", "Create date", "hs_createdate"],
      type: ["Activity type", "hs_activity_type", "engagement_type", "Call and meeting type", "Task Type"],
      owner: ["Activity assigned to", "hubspot_owner_id", "Assigned to"],
      deal: ["Associated Deal IDs", "Associated Deal"],
      account: ["Associated Company"],
      contact: ["Associated Contact"],
      subject: [
        "hs_task_subject",
        "Task Title",
        "Email subject",
        "Call Title",
        "Meeting name",
        "hs_meeting_title",
      ],
      result: ["Call outcome", "hs_call_disposition", "Meeting outcome", "hs_meeting_outcome"],
      isDeleted: ["is_deleted"],
    },
    Pipedrive: {
      id: ["Activity - ID"],
      when: ["Activity - Due date", "Activity - Marked as done time", "Activity - Add time"],
      type: ["Activity - Type"],
      owner: ["Activity - Assigned to user", "Activity - Owner"],
      deal: ["Deal - ID", "Activity - Deal ID", "Activity - Deal", "Deal - Title"],
      account: ["Organization - Name", "Activity - Organization"],
      contact: ["Person - Name", "Activity - Contact person"],
      lead: ["Lead - ID", "Activity - Lead"],
      subject: ["Activity - Subject"],
      result: ["Activity - Done"],
      minutes: ["Activity - Duration in minutes"],
    },
    Zoho: {
      id: ["Record Id", "ACTIVITYID", "Call Id", "Event Id", "Task Id"],
      when: [
        "Call Start Time",
        "Call_Start_Time",
        "Start DateTime",
        "Start_DateTime",
        "Due Date",
        "Due_Date",
      ],
      type: ["Activity Type", "Activity_Type"],
      callStart: ["Call Type", "Call_Type"],
      meetingStart: ["Event Title", "Event_Title", "End DateTime", "End_DateTime"],
      owner: ["Task Owner", "Call Owner", "Event Owner", "Host"],
      deal: ["What Id", "POTENTIALID", "Related To"],
      contact: ["Contact Name", "Who Id", "CONTACTID"],
      lead: ["LEADID"],
      subject: ["Subject"],
      result: ["Call Result", "Call_Result", "Status"],
      minutes: ["Call Duration (in minutes)"],
    },
    Other: {
      when: ["activity_date", "Date", "occurred_at", "Timestamp", "Due date"],
      type: ["activity_type", "Kind", "Channel"],
      owner: ["rep", "User", "Assigned to", "sales_agent"],
      deal: ["opportunity_id", "deal_id"],
      account: ["Company", "Customer"],
      contact: ["contact_name", "Person"],
      lead: ["lead_id"],
      subject: ["Title", "Topic"],
      result: ["Outcome", "Disposition"],
      minutes: ["duration_minutes", "Duration (minutes)"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
  words: {
    type: {
      email: "E-mail",
      outgoingemail: "E-mail",
      incomingemail: "E-mail",
      listemail: "E-mail",
      phonecall: "Call",
      outgoingcall: "Call",
      incomingcall: "Call",
      meeting: "Meeting held",
      event: "Meeting held",
      lunch: "Meeting held",
      todo: "Task",
      deadline: "Task",
      demonstration: "Demo",
    },
  },
  complete(values, { text }) {
    if ((values.type ?? null) !== null) return;
    if (text("callStart") !== "") values.type = "Call";
    else if (text("meetingStart") !== "") values.type = "Meeting held";
  },
};
