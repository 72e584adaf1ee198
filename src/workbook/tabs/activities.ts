import type { DataTab } from "../columns.js";

/** The last five are the steps of the handover to customer success, which its SLA counts. */
export const ACTIVITY_TYPES = [
  "Call",
  "E-mail",
  "Meeting booked",
  "Meeting held",
  "Demo",
  "Task",
  "Handoff document",
  "Handoff acknowledged",
  "Introduction e-mail",
  "Welcome e-mail",
  "Kickoff",
] as const;

/** One row a call, e-mail, meeting or step of a handover. */
export const ACTIVITIES: DataTab = {
  key: "Activities",
  title: "Activities",
  record: "activity",
  columns: [
    {
      key: "id",
      heading: "Activity ID",
      kind: "text",
      width: 120,
      help: "The CRM's own id of the activity. Importing a newer export updates the row with the same id.",
    },
    {
      key: "when",
      heading: "When",
      kind: "moment",
      width: 140,
      required: true,
      help: "Day and time; a day without a time will do.",
    },
    {
      key: "type",
      heading: "Type",
      kind: "text",
      width: 150,
      required: true,
      choices: ACTIVITY_TYPES,
      help: "What it was. Rep scorecards and handover SLAs count by type.",
    },
    {
      key: "owner",
      heading: "Owner",
      kind: "text",
      width: 140,
      choicesFrom: "reps",
      help: "Whoever did it.",
    },
    {
      key: "deal",
      heading: "Deal ID",
      kind: "text",
      width: 120,
      help: "The deal it was about, as in Opportunities.",
    },
    {
      key: "account",
      heading: "Account",
      kind: "text",
      width: 170,
      help: "The company, spelt as in Accounts.",
    },
    { key: "contact", heading: "Contact", kind: "text", width: 170, help: "The person at the other end." },
    {
      key: "lead",
      heading: "Lead ID",
      kind: "text",
      width: 120,
      help: "The lead it was about, as in Leads.",
    },
    { key: "subject", heading: "Subject", kind: "text", width: 240, help: "What it was about." },
    {
      key: "result",
      heading: "Result",
      kind: "text",
      width: 160,
      help: "Reached, no answer, agreed next step …",
    },
    { key: "minutes", heading: "Minutes", kind: "count", width: 80, help: "How long it took." },
  ],
};
