import { TOUCHES as TAB } from "../../tabs/touches.js";
import type { ImportKind } from "../importKind.js";

/** Without an id a touch is the person, the moment and the channel. */
export const TOUCHES: ImportKind = {
  tab: TAB,
  records: "touches",
  keys: [["id"], ["person", "when", "channel", "campaign"]],
  settledBy: [["Touch ID"], ["CampaignId", "FirstRespondedDate"], ["Member Status", "Campaign Name"]],
  headings: {
    Salesforce: {
      id: ["Touchpoint ID", "Buyer Touchpoint", "Campaign Member ID", "Id"],
      person: ["Email", "LeadOrContactId", "Contact ID", "ContactId", "LeadId"],
      channel: ["Marketing Channel", "Channel", "Campaign Type", "Type", "LeadSource"],
      campaign: ["Campaign Name", "CampaignId"],
      when: [
        "Touchpoint Date",
        "FirstRespondedDate",
        "First Responded Date",
        "Member First Responded Date",
        "CreatedDate",
      ],
      milestone: ["Touchpoint Position"],
      deal: ["OpportunityId"],
      isDeleted: ["IsDeleted", "Deleted"],
    },
    HubSpot: {
      person: ["Contact email", "Email", "Contact ID"],
      channel: ["Interaction source", "Interaction type", "Source"],
      campaign: ["Campaign", "Interaction campaign"],
      when: ["Interaction date", "Interaction timestamp"],
      deal: ["Deal ID"],
    },
    Other: {
      id: ["touch_id", "touchpoint_id", "event_id"],
      person: ["Email", "lead_id", "contact_id", "contact_email", "Visitor", "user_id", "Journey"],
      channel: ["utm_source", "Marketing channel", "Source", "touch_channel", "Medium"],
      campaign: ["utm_campaign", "Campaign"],
      when: ["touch_date", "touched_at", "Timestamp", "occurred_at", "Touch date", "event_time"],
      milestone: ["Touch type"],
      value: ["conversion_value", "Revenue"],
      cost: ["touch_cost", "Spend"],
      deal: ["deal_id", "opportunity_id"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
  words: {
    milestone: {
      lc: "Lead",
      leadcreation: "Lead",
      oc: "Opportunity",
      opportunitycreation: "Opportunity",
      closedwon: "Close",
    },
  },
};
