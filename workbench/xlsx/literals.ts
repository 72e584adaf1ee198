/** What a rule's value is: the engine keeps "10", "10%", "Won" and "=B2" all as text. */
export function toRuleFormula(
  value: string,
  portable: (formula: string) => string | undefined,
): string | undefined {
  const text = value.trim();
  if (text.startsWith("=")) return portable(text);
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return String(Number(text));
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)%$/.test(text)) return String(Number(text.slice(0, -1)) / 100);
  if (/^(?:true|false)$/i.test(text)) return text.toUpperCase();
  const date = toSerialDate(text);
  return date === undefined ? quoteText(value) : String(date);
}

export function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Days since 1899-12-30 of a date text, month first as in the engine's default locale, or year first. */
function toSerialDate(text: string): number | undefined {
  const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const monthFirst = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const [year, month, day] = yearFirst
    ? [yearFirst[1], yearFirst[2], yearFirst[3]]
    : [monthFirst?.[3], monthFirst?.[1], monthFirst?.[2]];
  if (!year) return undefined;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).getUTCDate() === Number(day) ? time / 86_400_000 + 25_569 : undefined;
}
