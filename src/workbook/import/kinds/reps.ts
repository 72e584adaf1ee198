import { REPS as TAB } from "../../settingsLists.js";
import type { ImportKind } from "../importKind.js";

/** The list of reps in Settings, from a list of users or of the sales team. */
export const REPS: ImportKind = {
  tab: TAB,
  // They stand in Settings, among other lists.
  title: "Reps",
  records: "reps",
  prefixes: ["User"],
  keys: [["rep"]],
  settledBy: [["ManagerId", "ProfileId"]],
  headings: {
    Salesforce: {
      rep: ["Full Name", "Name", "User: Full Name"],
      manager: ["Manager.Name", "Manager: Full Name", "ManagerId"],
      role: ["UserRole.Name", "Role", "Role: Name"],
      hireDate: ["Start Date"],
      quota: ["Quota", "QuotaAmount"],
    },
    HubSpot: {
      rep: ["Owner name", "User name", "Name"],
      manager: ["Manager"],
      role: ["Role", "Permission set"],
    },
    Pipedrive: { rep: ["User - Name"], role: ["User - Role"] },
    Zoho: { rep: ["User Name", "Full Name"], manager: ["Reporting To", "Reporting_To"], role: ["Role"] },
    Other: {
      rep: [
        "sales_agent",
        "Sales rep",
        "Salesperson",
        "Sales person",
        "Account executive",
        "rep_name",
        "User",
        "Name",
      ],
      manager: ["sales_manager", "Team lead", "Reports to", "manager_name"],
      role: ["Position", "Job role"],
      segment: ["Segment", "segment_name"],
      region: ["regional_office", "Region", "Office", "Territory", "sales_region"],
      hireDate: ["hire_date", "Start date", "Hire date", "Joined"],
      leaveDate: ["leave_date", "End date", "Termination date"],
      quota: ["quota", "Quota", "Quarterly target", "quarterly_quota"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
};
