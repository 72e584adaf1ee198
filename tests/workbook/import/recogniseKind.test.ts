import { describe, expect, test } from "vitest";
import { buildImport } from "../../../src/workbook/import/buildImport.js";
import { inspectExport } from "../../../src/workbook/import/inspectExport.js";
import { IMPORT_KINDS } from "../../../src/workbook/import/kinds/index.js";

/** What the dialog would show for an export with these headings and one row. */
function seen(headings: string, row = "") {
  const { recognised, wanted, table } = inspectExport({ source: `${headings}\n${row || headings}` });
  const fields = Object.entries(recognised.mapping).map(([field, at]) => [
    field,
    table.headings[at as number],
  ]);
  return {
    kind: recognised.kind.tab.key,
    crm: recognised.crm,
    wanted,
    mapping: Object.fromEntries(fields) as Record<string, string>,
  };
}

describe("the kind of record is told by the headings", () => {
  test.each(IMPORT_KINDS.map((kind) => [kind.tab.title, kind.tab.key, kind] as const))(
    "a copy of the workbook's own %s (%s) is taken for what it is, with every column in its place",
    (_, key, { tab }) => {
      const { kind, wanted, mapping } = seen(tab.columns.map(({ heading }) => heading).join("\t"));
      expect(kind).toBe(key);
      expect(wanted).toEqual([]);
      for (const column of tab.columns) expect(mapping[column.key], column.key).toBe(column.heading);
    },
  );

  test.each([
    // Salesforce: report labels, API names as Data Loader writes them, snake case as warehouse connectors write them.
    [
      "Accounts",
      "Salesforce",
      "Account Owner,Account Name,Billing City,Industry,Employees,Last Activity,Account ID",
    ],
    [
      "Accounts",
      "Salesforce",
      "Id,IsDeleted,Name,BillingCity,BillingCountry,Website,Industry,NumberOfEmployees,OwnerId",
    ],
    [
      "Accounts",
      "Salesforce",
      "_fivetran_synced,account_number,annual_revenue,billing_city,id,industry,is_deleted,name,number_of_employees,owner_id,website",
    ],
    ["Contacts", "Salesforce", "Contact ID,First Name,Last Name,Title,Account Name,Email,Phone"],
    [
      "Leads",
      "Salesforce",
      "Id,FirstName,LastName,Company,Email,Status,LeadSource,IsConverted,ConvertedDate,CreatedDate,OwnerId",
    ],
    [
      "Leads",
      "Salesforce",
      "id,is_deleted,first_name,last_name,company,email,status,lead_source,is_converted,converted_opportunity_id,created_date",
    ],
    [
      "Opportunities",
      "Salesforce",
      "id,is_deleted,account_id,name,stage_name,amount,close_date,is_closed,is_won,created_date,_fivetran_active",
    ],
    [
      "StageHistory",
      "Salesforce",
      "_fivetran_active,_fivetran_start,_fivetran_end,id,is_deleted,name,stage_name,amount,close_date,is_won",
    ],
    [
      "StageHistory",
      "Salesforce",
      "Opportunity ID,Opportunity Name,From Stage,To Stage,Amount,Close Date,Last Stage Change Date",
    ],
    [
      "LineItems",
      "Salesforce",
      "Id,OpportunityId,PricebookEntryId,Name,Quantity,UnitPrice,TotalPrice,Discount",
    ],
    ["Activities", "Salesforce", "Id,WhoId,WhatId,Subject,ActivityDate,Status,OwnerId,TaskSubtype"],
    [
      "Tickets",
      "Salesforce",
      "Case Number,Account Name,Subject,Priority,Status,Date/Time Opened,Date/Time Closed,Case Owner",
    ],
    ["Products", "Salesforce", "Id,Name,ProductCode,Family,IsActive"],
    // HubSpot: labels, internal names with a connector's property_.
    [
      "Accounts",
      "HubSpot",
      "Record ID,Company name,Company owner,Company Domain Name,City,Country/Region,Industry",
    ],
    [
      "Accounts",
      "HubSpot",
      "id,is_deleted,property_name,property_createdate,property_industry,property_city,property_country,property_annualrevenue",
    ],
    [
      "Contacts",
      "HubSpot",
      "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Lead Status",
    ],
    [
      "StageHistory",
      "HubSpot",
      "_fivetran_start,deal_id,_fivetran_active,_fivetran_end,date_entered,source,source_id,value",
    ],
    ["Tickets", "HubSpot", "Ticket ID,Ticket name,Ticket status,Priority,Create date,Ticket owner"],
    // Pipedrive puts the record before each heading.
    [
      "Accounts",
      "Pipedrive",
      "Organization - ID,Organization - Name,Organization - Owner,Organization - People",
    ],
    [
      "Contacts",
      "Pipedrive",
      "Person - ID,Person - Name,Person - Organization,Person - Email,Person - Phone",
    ],
    [
      "Activities",
      "Pipedrive",
      "Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,Deal - Title,Person - Name",
    ],
    [
      "Products",
      "Pipedrive",
      "Product - ID,Product - Name,Product - Product code,Product - Category,Product - Unit price",
    ],
    // Zoho: labels and API names.
    [
      "Accounts",
      "Zoho",
      "Record Id,Account Name,Account Owner,Annual Revenue,Employees,Industry,Billing City",
    ],
    [
      "Contacts",
      "Zoho",
      "Record Id,First_Name,Last_Name,Full_Name,Email,Account_Name,Lead_Source,Last_Activity_Time",
    ],
    [
      "Leads",
      "Zoho",
      "Record Id,Lead Owner,Company,First Name,Last Name,Email,Lead Status,Lead Source,Created Time",
    ],
    // Lists of no CRM.
    ["Accounts", "Other", "account,sector,year_established,revenue,employees,office_location,subsidiary_of"],
    ["Products", "Other", "product,series,sales_price"],
    ["Reps", "Other", "sales_agent,manager,regional_office"],
    [
      "Opportunities",
      "Other",
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
    ],
    ["Subscriptions", "Other", "customer,plan,mrr,start_date,end_date"],
    ["Usage", "Other", "workspace,seats,seats_used,weekly_active_users,api_calls"],
    ["Touches", "Other", "email,utm_source,utm_campaign,touch_date"],
    ["Forecasts", "Other", "Quarter,Forecasted by,Commit,Best case,Forecast,Actual"],
  ])("%s of %s: %s", (kind, crm, headings) => {
    expect(seen(headings)).toMatchObject({ kind, crm, wanted: [] });
  });

  test("a kind chosen by hand has a mapping of its own", () => {
    const source =
      "Record ID,First Name,Last Name,Email,Contact owner,Lifecycle Stage,Create Date\n1,A,B,a@b.c,Ann,Lead,2026-01-05";
    expect(inspectExport({ source }).recognised.kind.tab.key).toBe("Contacts");
    const { recognised } = inspectExport({ source, kind: "Leads" });
    expect(recognised.kind.tab.key).toBe("Leads");
    expect(recognised.mapping).toMatchObject({ id: 0, email: 3, owner: 4, status: 5, created: 6 });
  });

  test("a list of columns and their meaning is refused, since it holds no records", () => {
    const source = "Table,Field,Description\naccounts,account,Company name";
    expect(() => buildImport({ source, settings: { stages: [], asOf: 46083 } })).toThrow(
      /^The file describes the columns of tables .* choose the export itself\.$/,
    );
  });

  test("headings that say nothing are taken for deals and have to be mapped", () => {
    expect(seen("Eins,Zwei,Drei")).toMatchObject({
      kind: "Opportunities",
      wanted: ["id", "stage", "amount"],
    });
  });
});
