import { describe, expect, test } from "vitest";
import type { DealField } from "../../../src/workbook/import/fields.js";
import { headingKey } from "../../../src/workbook/import/headingKey.js";
import { recognise } from "../../../src/workbook/import/recognise.js";

/** Headings by field, so that an expectation reads as the mapping dialog shows it. */
function mapped(headings: string[], rows: string[][] = []) {
  const { crm, mapping, problem } = recognise(headings, rows);
  const byField = Object.fromEntries(
    Object.entries(mapping).map(([field, column]) => [field, headings[column as number]]),
  ) as Partial<Record<DealField, string>>;
  return { crm, problem, ...byField };
}

describe("exports are recognised with no mapping by hand", () => {
  test("a Salesforce report, by its labels", () => {
    const headings = [
      "Opportunity Owner",
      "Account Name",
      "Opportunity Name",
      "Stage",
      "Fiscal Period",
      "Amount",
      "Expected Revenue",
      "Probability (%)",
      "Age",
      "Close Date",
      "Created Date",
      "Next Step",
      "Lead Source",
      "Type",
      "Opportunity ID",
    ];
    expect(mapped(headings)).toEqual({
      crm: "Salesforce",
      problem: null,
      owner: "Opportunity Owner",
      account: "Account Name",
      name: "Opportunity Name",
      stage: "Stage",
      amount: "Amount",
      probability: "Probability (%)",
      closeDate: "Close Date",
      created: "Created Date",
      nextStep: "Next Step",
      source: "Lead Source",
      type: "Type",
      id: "Opportunity ID",
    });
  });

  const apiNames = {
    id: "Id",
    isDeleted: "IsDeleted",
    account: "AccountId",
    name: "Name",
    stage: "StageName",
    amount: "Amount",
    probability: "Probability",
    closeDate: "CloseDate",
    type: "Type",
    nextStep: "NextStep",
    source: "LeadSource",
    isClosed: "IsClosed",
    isWon: "IsWon",
    forecastCategory: "ForecastCategoryName",
    owner: "OwnerId",
    created: "CreatedDate",
    lastActivity: "LastActivityDate",
    stageSince: "LastStageChangeDate",
  };

  test("Salesforce by its API names in camel case", () => {
    expect(mapped(Object.values(apiNames))).toEqual({ crm: "Salesforce", problem: null, ...apiNames });
  });

  test("Salesforce by its API names in snake case, as connectors write them", () => {
    const snake = Object.fromEntries(
      Object.entries(apiNames).map(([field, name]) => [
        field,
        name.replace(/\B(?=[A-Z])/g, "_").toLowerCase(),
      ]),
    );
    expect(mapped(["_fivetran_synced", ...Object.values(snake), "fiscal_quarter"])).toEqual({
      crm: "Salesforce",
      problem: null,
      ...snake,
    });
  });

  test("HubSpot by its labels", () => {
    expect(
      mapped([
        "Record ID",
        "Deal Name",
        "Deal Stage",
        "Pipeline",
        "Amount",
        "Close Date",
        "Create Date",
        "Deal owner",
        "Associated Company",
        "Forecast category",
        "Deal probability",
        "Original Traffic Source",
        "Closed Lost Reason",
        "Number of Associated Contacts",
        "Last Activity Date",
        "Deal Type",
        "Next step",
        "Is Closed Won",
      ]),
    ).toMatchObject({
      crm: "HubSpot",
      id: "Record ID",
      name: "Deal Name",
      stage: "Deal Stage",
      amount: "Amount",
      closeDate: "Close Date",
      created: "Create Date",
      owner: "Deal owner",
      account: "Associated Company",
      forecastCategory: "Forecast category",
      probability: "Deal probability",
      source: "Original Traffic Source",
      lossReason: "Closed Lost Reason",
      contacts: "Number of Associated Contacts",
      lastActivity: "Last Activity Date",
      type: "Deal Type",
      nextStep: "Next step",
      isWon: "Is Closed Won",
    });
  });

  test("HubSpot by its internal names", () => {
    expect(
      mapped([
        "hs_object_id",
        "dealname",
        "dealstage",
        "amount",
        "closedate",
        "createdate",
        "hubspot_owner_id",
      ]),
    ).toEqual({
      crm: "HubSpot",
      problem: null,
      id: "hs_object_id",
      name: "dealname",
      stage: "dealstage",
      amount: "amount",
      closeDate: "closedate",
      created: "createdate",
      owner: "hubspot_owner_id",
    });
  });

  test("HubSpot by the property_ names of a connector", () => {
    expect(
      mapped([
        "deal_id",
        "is_deleted",
        "deal_pipeline_id",
        "deal_pipeline_stage_id",
        "owner_id",
        "property_dealname",
        "property_amount",
        "property_closedate",
        "property_createdate",
      ]),
    ).toEqual({
      crm: "HubSpot",
      problem: null,
      id: "deal_id",
      isDeleted: "is_deleted",
      stage: "deal_pipeline_stage_id",
      owner: "owner_id",
      name: "property_dealname",
      amount: "property_amount",
      closeDate: "property_closedate",
      created: "property_createdate",
    });
  });

  test("Pipedrive by its labels, its status apart from its stage", () => {
    const headings = [
      "Deal - ID",
      "Deal - Title",
      "Deal - Owner",
      "Deal - Value",
      "Deal - Currency of Value",
      "Deal - Weighted value",
      "Deal - Probability",
      "Deal - Organization",
      "Deal - Organization ID",
      "Deal - Stage",
      "Deal - Status",
      "Deal - Deal created",
      "Deal - Last stage change",
      "Deal - Last activity date",
      "Deal - Won time",
      "Deal - Lost time",
      "Deal - Deal closed on",
      "Deal - Lost reason",
      "Deal - Expected close date",
      "Deal - Product name",
      "Deal - Source channel",
      "Deal - Segment",
    ];
    expect(mapped(headings)).toEqual({
      crm: "Pipedrive",
      problem: null,
      id: "Deal - ID",
      name: "Deal - Title",
      owner: "Deal - Owner",
      amount: "Deal - Value",
      currency: "Deal - Currency of Value",
      probability: "Deal - Probability",
      account: "Deal - Organization",
      stage: "Deal - Stage",
      outcome: "Deal - Status",
      created: "Deal - Deal created",
      stageSince: "Deal - Last stage change",
      lastActivity: "Deal - Last activity date",
      wonTime: "Deal - Won time",
      lostTime: "Deal - Lost time",
      closed: "Deal - Deal closed on",
      lossReason: "Deal - Lost reason",
      expectedClose: "Deal - Expected close date",
      product: "Deal - Product name",
      source: "Deal - Source channel",
      // A custom field: the record's name before the dash is no part of its meaning.
      segment: "Deal - Segment",
    });
  });

  test("Pipedrive by its API names", () => {
    expect(
      mapped([
        "id",
        "title",
        "value",
        "currency",
        "stage_id",
        "status",
        "add_time",
        "won_time",
        "lost_time",
        "expected_close_date",
        "stage_change_time",
        "org_name",
        "owner_name",
      ]),
    ).toMatchObject({
      crm: "Pipedrive",
      name: "title",
      amount: "value",
      stage: "stage_id",
      outcome: "status",
      created: "add_time",
      expectedClose: "expected_close_date",
      account: "org_name",
      owner: "owner_name",
    });
  });

  test.each([
    [
      "labels",
      [
        "Record Id",
        "Deal Name",
        "Account Name",
        "Deal Owner",
        "Stage",
        "Amount",
        "Closing Date",
        "Created Time",
      ],
    ],
    [
      "API names",
      ["id", "Deal_Name", "Account_Name", "Owner", "Stage", "Amount", "Closing_Date", "Created_Time"],
    ],
  ])("Zoho by its %s", (_, headings) => {
    const [id, name, account, owner, stage, amount, closeDate, created] = headings;
    expect(mapped([...headings, "Lead Source", "Reason For Loss"])).toEqual({
      crm: "Zoho",
      problem: null,
      id,
      name,
      account,
      owner,
      stage,
      amount,
      closeDate,
      created,
      source: "Lead Source",
      lossReason: "Reason For Loss",
    });
  });

  test("a list in snake case of no known CRM", () => {
    expect(
      mapped([
        "opportunity_id",
        "sales_agent",
        "product",
        "account",
        "deal_stage",
        "engage_date",
        "close_date",
        "close_value",
      ]),
    ).toEqual({
      crm: "Other",
      problem: null,
      id: "opportunity_id",
      owner: "sales_agent",
      product: "product",
      account: "account",
      stage: "deal_stage",
      created: "engage_date",
      closeDate: "close_date",
      amount: "close_value",
    });
  });

  test("the workbook's own tab, so that a copy can be imported back", () => {
    expect(
      mapped(
        [
          "Deal ID",
          "Deal",
          "Account",
          "Stage",
          "Amount",
          "Expected close",
          "Closed",
          "Outcome",
          "Stage since",
        ],
        [["1", "A", "B", "Won", "5", "2026-01-01", "2026-01-02", "Won", "2026-01-01"]],
      ),
    ).toMatchObject({
      crm: "Other",
      id: "Deal ID",
      name: "Deal",
      expectedClose: "Expected close",
      closed: "Closed",
      outcome: "Outcome",
      stageSince: "Stage since",
    });
  });
});

test("case, spaces, underscores and dashes make no difference to a heading", () => {
  for (const heading of ["Close Date", "close_date", "CLOSEDATE", " close - date ", "CloseDate"]) {
    expect(headingKey(heading)).toBe("closedate");
  }
});

test("custom fields are recognised under their API names: Loss_Reason__c, loss_reason_c", () => {
  expect(mapped(["StageName", "Amount", "Loss_Reason__c"]).lossReason).toBe("Loss_Reason__c");
  expect(mapped(["stage_name", "amount", "loss_reason_c"]).lossReason).toBe("loss_reason_c");
});

describe("where a heading alone does not decide, its values do", () => {
  test("Closed holding 0 and 1 is a checkbox", () => {
    const { isClosed, closed } = mapped(
      ["Stage", "Amount", "Closed"],
      [
        ["A", "1", "1"],
        ["B", "2", "0"],
      ],
    );
    expect([isClosed, closed]).toEqual(["Closed", undefined]);
  });

  test("Closed holding days is the closing day", () => {
    const { isClosed, closed } = mapped(
      ["Stage", "Amount", "Closed"],
      [
        ["A", "1", ""],
        ["B", "2", "2026-01-05"],
      ],
    );
    expect([isClosed, closed]).toEqual([undefined, "Closed"]);
  });

  test("of an amount and a converted amount, the converted one is used when it is filled", () => {
    const headings = ["Stage", "Amount", "Amount (converted)"];
    expect(mapped(headings, [["A", "1", "2"]]).amount).toBe("Amount (converted)");
    expect(mapped(headings, [["A", "1", ""]]).amount).toBe("Amount");
  });

  test("of two columns with one heading the filled one is used, and that is said", () => {
    const { mapping, notices } = recognise(["Stage", "Amount", "Amount"], [["A", "", "5"]]);
    expect(mapping.amount).toBe(2);
    expect(notices).toEqual([
      '"Amount" occurs 2 times among the headings; the one in column 3 was used as Amount.',
    ]);
  });
});

test("a heading feeds one field only", () => {
  const { mapping } = recognise(["Deal Stage", "Status", "Value", "Owner", "Name", "Closed", "Id"], []);
  const columns = Object.values(mapping);
  expect(new Set(columns).size).toBe(columns.length);
});

test("HubSpot's columns of the day a stage was entered are kept with the stage's name", () => {
  const { stageDates, mapping } = recognise(
    [
      "Deal Stage",
      "Amount",
      'Date entered "Contract Sent (Sales Pipeline)"',
      "hs_v2_date_entered_closedwon",
      "Date entered current stage",
    ],
    [],
  );
  expect(stageDates).toEqual([
    { stage: "Contract Sent (Sales Pipeline)", column: 2 },
    { stage: "closedwon", column: 3 },
  ]);
  expect(mapping.stageSince).toBe(4);
});

test("headings that mean nothing to us are listed", () => {
  expect(recognise(["Stage", "Amount", "Favourite colour"], []).unmapped).toEqual([2]);
});

test("a person's mapping wins, takes the column from what was recognised, and can leave a field out", () => {
  const headings = ["Stage", "Amount", "Booked", "Lead Source"];
  const { mapping } = recognise(headings, [], { amount: 2, source: null, nextStep: 99 });
  expect(mapping).toEqual({ stage: 0, amount: 2 });
});

describe("without a stage or an amount there is nothing to import, said in one sentence", () => {
  test("neither", () => {
    expect(recognise(["sales_agent", "manager", "regional_office"], []).problem).toBe(
      'No recognisable stage and no amount column: looked for headings such as Stage, StageName, Deal Stage, Status, Amount, Deal value, Value and close_value and found "sales_agent", "manager" and "regional_office"; rename the heading in the export.',
    );
  });

  test("no amount, the first headings named", () => {
    const headings = ["Stage", "b", "c", "d", "e", "f", "", "h"];
    expect(recognise(headings, []).problem).toBe(
      'No recognisable amount column: looked for headings such as Amount, Deal value, Value and close_value and found "Stage", "b", "c", "d", "e", "f" and 2 more; rename the heading in the export.',
    );
  });

  test("a status without a stage is enough", () => {
    expect(recognise(["Status", "Amount"], []).problem).toBeNull();
  });
});
