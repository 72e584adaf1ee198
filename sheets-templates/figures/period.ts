/** Conditions for SUMIFS and COUNTIFS: a column from one day to another, both included, whatever the time of day. */
export const within = (column: string, from: string, to: string): string =>
  `{${column}},">="&${from},{${column}},"<"&${to}+1`;

/** First day of the month so many months before the as-of date's. */
export const monthBack = (months: number): string =>
  months === 0 ? "{monthStart}" : `EDATE({monthStart},-${months})`;

/** Last day of the month so many months before the as-of date's. */
export const monthBackEnd = (months: number): string => `EOMONTH({asOf},-${months})`;

/** First day of the fiscal quarter so many quarters before the as-of date's, and its last day. */
export const quarterBack = (quarters: number): string =>
  quarters === 0 ? "{quarterStart}" : `EDATE({quarterStart},-${3 * quarters})`;
export const quarterBackEnd = (quarters: number): string =>
  quarters === 0 ? "{quarterEnd}" : `EOMONTH({quarterEnd},-${3 * quarters})`;

/** First day of the months that end on a day, itself the last of a month: 12 for a year, 3 for a quarter. */
export const monthsBefore = (end: string, months: number): string => `EDATE(${end}+1,-${months})`;

/** The three months that end on a day, and the three before: what weekly figures are held against. */
export const quarterEndingOn = (day: string, quartersEarlier = 0): readonly [from: string, to: string] => {
  const to = quartersEarlier === 0 ? day : `EDATE(${day},-${3 * quartersEarlier})`;
  return [`(EDATE(${day},-${3 * quartersEarlier + 3})+1)`, to];
};
