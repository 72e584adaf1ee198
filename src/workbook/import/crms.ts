/** The CRMs whose exports are known. "Other" is every other CRM and lists kept by hand. */
export const CRMS = ["Salesforce", "HubSpot", "Pipedrive", "Zoho", "Other"] as const;
export type Crm = (typeof CRMS)[number];
