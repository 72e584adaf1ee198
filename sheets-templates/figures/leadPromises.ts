import type { TableRow, WorkingBlock } from "../../src/templates/template.js";

/** How fast leads are passed on, by the clock: of those that came in within a period, how many went on in time. */

interface Promised {
  readonly key: string;
  readonly name: string;
  readonly start: string;
  readonly done: string;
  /** Days allowed, as a formula without its "=". */
  readonly days: string;
  /** As people say it. */
  readonly limit: string;
}

const PROMISES: readonly Promised[] = [
  {
    key: "routed",
    name: "MQL given to a rep",
    start: "{Leads.mqlAt}",
    done: "{Leads.routedAt}",
    days: "{responseMinutes}/1440",
    limit: '={responseMinutes}&" min"',
  },
  {
    key: "contacted",
    name: "MQL first contacted",
    start: "{Leads.mqlAt}",
    done: "{Leads.contactedAt}",
    days: 'IF({profile}="B",1,4)/24',
    limit: '=IF({profile}="B","1 hour","4 hours")',
  },
  {
    key: "met",
    name: "SQL first met by the AE",
    start: "{Leads.sqlAt}",
    done: "{Leads.meetingAt}",
    days: 'IF({profile}="B",3,2)',
    limit: '=IF({profile}="B","3 days","48 hours")',
  },
];

/** Moments are read back to within a thousandth of a second, so five minutes may be a hair more. */
const HAIR = "1/86400";

const came = ({ start }: Promised, from: string, to: string) =>
  `ISNUMBER(${start})*(${start}>=${from})*(${start}<${to}+1)`;

/** Days allowed by promise, and the median days taken. */
export const promiseWorking = (from: string, to: string): WorkingBlock["values"] => [
  { key: "allowed", content: PROMISES.map(({ days }) => `=${days}`) },
  {
    key: "taken",
    content: PROMISES.map(
      (one) =>
        `=IFERROR(SUMPRODUCT(MEDIAN(IF(${came(one, from, to)}*ISNUMBER(${one.done})>0,${one.done}-${one.start},""))),"")`,
    ),
  },
];

/** Columns: promise, limit, cases, kept, median. What still waits counts once its time is up. */
export const promiseRows = (from: string, to: string): readonly TableRow[] =>
  PROMISES.map((one, index) => {
    const { key, name, start, done, limit } = one;
    const allowed = `{#allowed.${index + 1}}`;
    const taken = `{#taken.${index + 1}}`;
    const at = (column: string) => `{#promises.${key}.${column}}`;
    return {
      key,
      cells: {
        promise: name,
        limit,
        cases: `=IFERROR(SUMPRODUCT(${came(one, from, to)}*((ISNUMBER(${done})+(${start}+${allowed}<{asOf}+1))>0)),0)`,
        kept: `=IF(${at("cases")}=0,"–",IFERROR(SUMPRODUCT(${came(one, from, to)}*ISNUMBER(${done})*(${done}-${start}<=${allowed}+${HAIR}))/${at("cases")},"–"))`,
        median: `=IF(ISNUMBER(${taken}),IF(${taken}*24<2,TEXT(${taken}*1440,"0")&" min",IF(${taken}<2,TEXT(${taken}*24,"0.0")&" hours",TEXT(${taken},"0.0")&" days")),"–")`,
      },
    };
  });
