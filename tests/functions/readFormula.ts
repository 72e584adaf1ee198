/**
 * Reads the formula of an example into the name and arguments of a call: numbers, percentages, texts, TRUE and
 * FALSE, DATE(y,m,d), array literals and arguments left out. Nothing more, so that an example stays plain.
 */
export interface ReadCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

export function readFormula(formula: string): ReadCall {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at} in ${formula}`);
  };
  const skip = () => {
    while (formula[at] === " ") at++;
  };
  const take = (sign: string): boolean => {
    skip();
    if (!formula.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  };
  const match = (pattern: RegExp): string | undefined => {
    skip();
    const found = new RegExp(pattern.source, "y");
    found.lastIndex = at;
    const text = found.exec(formula)?.[0];
    if (text !== undefined) at += text.length;
    return text;
  };

  function readText(): string {
    let text = "";
    for (;;) {
      const end = formula.indexOf('"', at);
      if (end < 0) fail("text without an end");
      text += formula.slice(at, end);
      at = end + 1;
      if (formula[at] !== '"') return text;
      text += '"';
      at++;
    }
  }

  function readSingle(): unknown {
    if (take('"')) return readText();
    const number = match(/-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?%?/);
    if (number !== undefined)
      return number.endsWith("%") ? Number(number.slice(0, -1)) / 100 : Number(number);
    if (match(/TRUE\b/)) return true;
    if (match(/FALSE\b/)) return false;
    if (match(/DATE\(/)) {
      const [year, month, day] = readArguments() as number[];
      return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
    }
    return fail("no literal");
  }

  function readValue(): unknown {
    if (!take("{")) return readSingle();
    const rows: unknown[][] = [[]];
    for (;;) {
      rows[rows.length - 1]?.push(readSingle());
      if (take("}")) break;
      if (take(";")) rows.push([]);
      else if (!take(",")) fail("no comma or semicolon");
    }
    if (rows.some((row) => row.length !== rows[0]?.length)) fail("rows of unequal length");
    return rows;
  }

  function readArguments(): unknown[] {
    const args: unknown[] = [];
    for (;;) {
      skip();
      args.push(formula[at] === "," || formula[at] === ")" ? "" : readValue());
      if (take(")")) return args;
      if (!take(",")) fail("no comma");
    }
  }

  const name = take("=") ? match(/[A-Z][A-Z0-9_.]*/) : undefined;
  if (!name || !take("(")) return fail("no call");
  const args = readArguments();
  skip();
  if (at !== formula.length) fail("something left over");
  return { name, args };
}
