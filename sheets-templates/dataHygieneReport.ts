import { HYGIENE_RULES, type HygieneRule } from "../src/core/quality/hygiene.js";
import type { Block, Template } from "../src/templates/template.js";

/** RevOps' Friday half-hour on data quality: the six rules, who keeps them, and the rows to mend, each one click away. */

type Key = HygieneRule["key"];

interface Detail {
  /** The data tab that the rule is about. */
  readonly tab: "Accounts" | "Opportunities" | "Contacts" | "Leads";
  /** Name of the rule in REVOPS_HYGIENE_ROWS. */
  readonly name: string;
  readonly short: string;
  /** Whether the measured share is that of rows at fault; else it is that of rows in order. */
  readonly measuresFaults: boolean;
  readonly advice: string;
  readonly missing: string;
}

const DETAILS: Readonly<Record<Key, Detail>> = {
  duplicates: {
    tab: "Accounts",
    name: "duplicates",
    short: "Duplicate accounts",
    measuresFaults: true,
    advice: "Merge them in the CRM; Check data hygiene in the menu replaces the name that goes.",
    missing: "Not measured: import accounts into the tab Accounts.",
  },
  fields: {
    tab: "Opportunities",
    name: "fields",
    short: "Missing fields",
    measuresFaults: false,
    advice: "Check data hygiene in the menu proposes forecast categories and amounts that can be worked out.",
    missing: "Not measured: import deals, and set the as-of date in Settings.",
  },
  stale: {
    tab: "Opportunities",
    name: "stale",
    short: "Stale deals",
    measuresFaults: true,
    advice: "The owner records the next activity, or closes the deal.",
    missing: "Not measured: import deals with their last activity, and set the as-of date in Settings.",
  },
  bounces: {
    tab: "Contacts",
    name: "bounces",
    short: "Bounced e-mail",
    measuresFaults: true,
    advice: "Find the new address, or take e-mail off the channels that the contact agreed to.",
    missing: "Not measured: import contacts into the tab Contacts, with the column Bounced.",
  },
  matching: {
    tab: "Leads",
    name: "matching",
    short: "Unmatched leads",
    measuresFaults: false,
    advice: "Check data hygiene in the menu fills in the likely account once you have agreed.",
    missing: "Not measured: import leads into the tab Leads, and accounts to match them with.",
  },
  lossReason: {
    tab: "Opportunities",
    name: "reasons",
    short: "Loss reasons",
    measuresFaults: false,
    advice: "Check data hygiene in the menu offers the reasons of your list for each deal.",
    missing: "Not measured: there is no lost deal yet, or no deal at all; import deals.",
  },
};

const ROWS_LISTED = 8;

const at = (index: number, column: number): string => `{#rules.${index + 1}.${column}}`;
const MEASURED = 5;
const RESULT = 6;
const AT_FAULT = 7;

const failing = (index: number): string => `{#failing${index}}`;
const all = (of: (index: number) => string): string => HYGIENE_RULES.map((_, index) => of(index)).join(",");
const sum = (of: (index: number) => string): string => HYGIENE_RULES.map((_, index) => of(index)).join("+");
const isResult = (index: number, result: string): string => `(${at(index, RESULT)}="${result}")`;

/** The first rule whose share in order is the lowest, told by one text for each. */
const ofWorst = (text: (rule: HygieneRule) => string): string =>
  HYGIENE_RULES.reduceRight(
    (otherwise, rule, index) => `IF(${failing(index)}={#worstShare},"${text(rule)}",${otherwise})`,
    '""',
  );

const faultyRows = ({ key }: HygieneRule): string => {
  const { tab, name } = DETAILS[key];
  const asOf = tab === "Opportunities" ? "{asOf}" : "";
  const accounts = tab === "Leads" ? "{Accounts:headings},{Accounts:rows}" : ",";
  return `=REVOPS_HYGIENE_ROWS("${name}",{${tab}:headings},{${tab}:rows},${asOf},${accounts},,${ROWS_LISTED},FALSE)`;
};

function rowsOf(rule: HygieneRule, index: number): Block[] {
  const { tab, advice, missing } = DETAILS[rule.key];
  const count = at(index, AT_FAULT);
  return [
    {
      block: "section",
      title: rule.rule,
      help: `=IF(ISNUMBER(${count}),IF(${count}=0,"Every row is in order.",TEXT(${count},"#,##0")&IF(${count}=1," row"," rows")&" at fault in ${tab}. ${advice}"),"Wanted: ${rule.threshold}.")`,
    },
    {
      block: "list",
      key: rule.key,
      analysis: faultyRows(rule),
      columns: [
        { heading: "Record", from: 0, span: 3, format: "text" },
        { heading: "Go to", from: 2, format: "text", link: { tab, column: 3 } },
        { heading: "What is wrong", from: 1, span: 8, format: "text" },
      ],
      rows: ROWS_LISTED,
      empty: "No row at fault.",
      missing,
    },
  ];
}

export const DATA_HYGIENE_REPORT: Template = {
  id: "data-hygiene-report",
  title: "Data hygiene report",
  summary:
    "The six data hygiene rules with owner, threshold and measured value, and the rows at fault, each with a link to its cell.",
  version: 1,
  blocks: () => [
    {
      block: "title",
      title: "Data hygiene report",
      subtitle:
        '=IF({asOf}="","Set the as-of date in Settings","As of "&TEXT({asOf},"d mmm yyyy")&"  ·  Check data hygiene in the menu proposes what can be put right")',
      needs: [
        { column: "Opportunities.id", for: "the rules about deals" },
        { column: "Accounts.account", for: "duplicate accounts" },
        { column: "Contacts.id", for: "bounced e-mail" },
        { column: "Leads.id", for: "lead matching" },
      ],
    },
    {
      block: "working",
      values: [
        {
          key: "rules",
          content:
            '=IFERROR(REVOPS_HYGIENE({Opportunities:headings},{Opportunities:rows},{asOf},{Accounts:headings},{Accounts:rows},{Contacts:headings},{Contacts:rows},{Leads:headings},{Leads:rows},,FALSE),"")',
          rows: HYGIENE_RULES.length,
          columns: 8,
        },
        ...HYGIENE_RULES.map((_, index) => ({
          key: `failing${index}`,
          content: `=IF(${isResult(index, "Fail")},{#rule.r${index}.order},"")`,
        })),
        { key: "worstShare", content: `=IF(COUNT(${all(failing)})=0,"none",MIN(${all(failing)}))` },
        { key: "passed", content: `=${sum((index) => isResult(index, "Pass"))}` },
        { key: "failed", content: `=${sum((index) => isResult(index, "Fail"))}` },
      ],
    },
    {
      block: "cards",
      cards: [
        {
          key: "kept",
          label: "Rules kept",
          value: '=IF({#passed}+{#failed}=0,"–",{#passed}&" of "&({#passed}+{#failed}))',
          format: "text",
          note: `=IF({#passed}+{#failed}=0,"No rule can be measured yet",IF({#passed}+{#failed}=${HYGIENE_RULES.length},"All rules are measured",(${HYGIENE_RULES.length}-{#passed}-{#failed})&" more cannot be measured yet"))`,
          tones: {
            bad: "={#failed}>{#passed}",
            warn: "={#failed}>0",
            good: "=({#failed}=0)*({#passed}>0)>0",
          },
        },
        {
          key: "worst",
          label: "Worst rule",
          value: `=IF({#worstShare}="none",IF({#passed}=0,"–","None"),${ofWorst(({ key }) => DETAILS[key].short)})`,
          format: "text",
          note: `=IF({#worstShare}="none",IF({#passed}=0,"Import data first","Every measured rule is kept"),TEXT({#worstShare},"0%")&" of its rows in order; kept by "&${ofWorst(({ owner, frequency }) => `${owner}, ${frequency.toLowerCase()}`)})`,
          tones: { bad: "={#failed}>0" },
        },
        {
          key: "faults",
          label: "Rows at fault",
          value: `=IF({#passed}+{#failed}=0,"–",SUM(${all((index) => at(index, AT_FAULT))}))`,
          format: "count",
          note: "Over all rules; a row that breaks two of them counts twice",
        },
      ],
    },
    {
      block: "table",
      key: "rule",
      columns: [
        { key: "short", heading: "Rule", span: 2, format: "text" },
        { key: "rule", heading: "In full", span: 3, format: "text" },
        { key: "owner", heading: "Owner", format: "text" },
        { key: "frequency", heading: "Checked", format: "text" },
        { key: "threshold", heading: "Wanted", format: "text" },
        { key: "measured", heading: "Measured", format: "share" },
        { key: "order", heading: "Rows in order", format: "share" },
        { key: "atFault", heading: "Rows at fault", format: "count" },
        {
          key: "result",
          heading: "State",
          format: "text",
          tones: { bad: '={this}="Fail"', good: '={this}="Pass"' },
        },
      ],
      rows: HYGIENE_RULES.map(({ key, rule, owner, frequency, threshold }, index) => {
        const measured = at(index, MEASURED);
        const order = DETAILS[key].measuresFaults ? `1-${measured}` : measured;
        return {
          key: `r${index}`,
          cells: {
            ...{ short: DETAILS[key].short, rule, owner, frequency, threshold },
            measured: `=IF(ISNUMBER(${measured}),${measured},"")`,
            order: `=IF(ISNUMBER(${measured}),${order},"")`,
            atFault: `=IF(ISNUMBER(${measured}),${at(index, AT_FAULT)},"")`,
            result: `=IF(ISNUMBER(${measured}),${at(index, RESULT)},"Not measured")`,
          },
        };
      }),
    },
    {
      block: "chart",
      title: "Share of rows in order, by rule",
      type: "bar",
      table: "rule",
      label: "short",
      values: ["order"],
      rows: 11,
    },
    ...HYGIENE_RULES.flatMap(rowsOf),
  ],
};
