import type { DataTab } from "../columns.js";

/** One row a support ticket, with the customer's mark for it. */
export const TICKETS: DataTab = {
  key: "Tickets",
  title: "Tickets",
  record: "ticket",
  columns: [
    {
      key: "id",
      heading: "Ticket ID",
      kind: "text",
      width: 110,
      required: true,
      help: "The help desk's own id. Importing a newer export updates the row with the same id.",
    },
    {
      key: "account",
      heading: "Account",
      kind: "text",
      width: 180,
      help: "The customer, spelt as in Accounts.",
    },
    { key: "contact", heading: "Contact", kind: "text", width: 170, help: "Who wrote." },
    { key: "department", heading: "Department", kind: "text", width: 130, help: "Department of the writer." },
    { key: "subject", heading: "Subject", kind: "text", width: 240, help: "What it is about." },
    {
      key: "priority",
      heading: "Priority",
      kind: "text",
      width: 90,
      choices: ["Urgent", "High", "Normal", "Low"],
      help: "How urgent it is.",
    },
    {
      key: "status",
      heading: "Status",
      kind: "text",
      width: 90,
      choices: ["Open", "Waiting", "Solved"],
      help: "Open, waiting for the customer, or solved.",
    },
    {
      key: "opened",
      heading: "Opened",
      kind: "moment",
      width: 140,
      required: true,
      help: "When it came in.",
    },
    {
      key: "answered",
      heading: "First answer",
      kind: "moment",
      width: 140,
      help: "When somebody first answered.",
    },
    { key: "solved", heading: "Solved", kind: "moment", width: 140, help: "When it was solved." },
    { key: "owner", heading: "Owner", kind: "text", width: 140, help: "Who works on it." },
    {
      key: "csat",
      heading: "CSAT",
      kind: "number",
      width: 70,
      help: "The customer's mark for the answer, 1 to 5.",
    },
  ],
};
