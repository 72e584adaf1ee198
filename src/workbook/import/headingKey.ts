/**
 * What is left of a heading when case, spaces, underscores and punctuation are taken away: `Deal - Stage`,
 * `deal_stage` and `DealStage` are one. Also taken away is what connectors and report builders add:
 * `property_` (HubSpot), `__c` (a custom field) and `: Full Name` (Salesforce report types).
 */
export function headingKey(heading: string): string {
  return heading
    .trim()
    .replace(/^propert(?:y_|ies\.)/i, "")
    .replace(/(?:__[cs]|_c)$/i, "")
    .replace(/:\s*(?:full name|account name|opportunity name)$/i, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** "Deal - Segment" → "Segment": Pipedrive puts the record before each field, custom fields included. */
export function withoutRecordPrefix(heading: string, prefixes: readonly string[] = []): string {
  const dash = heading.search(/\s-\s/);
  if (dash < 0) return heading;
  const record = heading.slice(0, dash).trim().toLowerCase();
  const field = heading.slice(dash + 3).trimStart();
  return field !== "" && prefixes.some((prefix) => prefix.toLowerCase() === record) ? field : heading;
}
