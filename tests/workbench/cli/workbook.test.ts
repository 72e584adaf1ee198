import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { compareWithLibreOffice, whyNoLibreOffice } from "../xlsx/libreOffice.js";

const folder = mkdtempSync(join(tmpdir(), "revops-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text?: string | Uint8Array): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

function workbook(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "workbench/cli/workbook.ts", ...words],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr: stderr.trim() };
}

const EXPORT = [
  "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Create Date,Close Date,Next step",
  `1,Alpha,Closed Won,1000,Ann,2026-01-01,2026-01-31,${"x".repeat(40_000)}`,
  "2,Beta,Closed Won,3000,Ann,2026-01-01,2026-03-02",
  "3,Gamma,Closed Lost,500,Bo,2026-02-01,2026-02-20",
  "4,Delta,Contract Sent,2000,Bo,2026-03-01,2026-04-15",
  "5,Epsilon,Contract Sent,,Bo,2026-03-01,2026-04-20",
  "5,Epsilon again,Contract Sent,9,Bo,2026-03-01,2026-04-20",
  "7,Zeta,Contract Sent,9,Bo,2026-13-45,2026-04-20",
].join("\n");

describe("exports in, finished workbook out", () => {
  const out = join(folder, "review.xlsx");

  test("prints what it read, what it refused and the headline figures", () => {
    const { status, stdout, stderr } = workbook(
      file("deals.csv", EXPORT),
      "--out",
      out,
      "--as-of",
      "2026-03-31",
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("7 rows: 5 added, 0 changed, 0 unchanged, 2 refused");
    expect(stdout).toMatch(/refused: Row 7.*"5"/);
    expect(stdout).toMatch(/refused: Row 8.*2026-13-45/);
    // One of the texts is longer than Excel takes.
    expect(stdout).toMatch(/^note: Opportunities![A-Z]+2: a cell of Excel takes 32,767 characters, /m);
    expect(stdout).toMatch(/Opportunities +5\n/);
    expect(stdout).toMatch(/Won +2\n/);
    expect(stdout).toMatch(/Win rate +66\.67%/);
    expect(stdout).toMatch(/Won revenue +4,000/);
    // 30 and 60 days from created to won.
    expect(stdout).toMatch(/Won cycle, mean +45\.0 days/);
    expect(stdout).toMatch(/Won cycle, median +45 days/);
    expect(stdout).toMatch(/Open deals +2 \(1 lack an amount\)/);
    // Every tab is drawn, in a process of its own; the limit is for a loaded machine.
  }, 240_000);

  test("the workbook holds native formulas, native charts and the names they use", () => {
    const parts = unzipSync(readFileSync(out));
    const names = Object.keys(parts);
    expect(names.some((name) => /xl\/charts\/chart\d+\.xml/.test(name))).toBe(true);
    const text = (name: string) => new TextDecoder().decode(parts[name]);
    expect(text("xl/workbook.xml")).toContain("Opportunities_Amount");
    const sheets = names.filter((name) => name.startsWith("xl/worksheets/sheet")).map(text);
    expect(sheets.join("")).toContain("<f>SUMIFS(Opportunities_Amount");
    expect(sheets.join("")).not.toMatch(/<f[^>]*>[^<]*REVOPS_/);
  });

  const missing = whyNoLibreOffice();
  test.skipIf(missing)(
    `LibreOffice recalculates it to the same figures${missing ? ` (${missing})` : ""}`,
    async () => {
      const { compared, differences } = await compareWithLibreOffice(readFileSync(out));
      expect(compared).toBeGreaterThan(100);
      expect(differences).toEqual([]);
    },
  );

  test("a file that stands at --out is kept beside the new one", () => {
    const before = readFileSync(out);
    const { stdout } = workbook(
      file("deals.csv", EXPORT),
      ...["--out", out, "--as-of", "2026-03-31", "--template", "weekly-pipeline-review", "--values"],
    );
    expect(stdout).toContain("review.previous.xlsx");
    expect(readFileSync(join(folder, "review.previous.xlsx")).equals(before)).toBe(true);
  });

  test("--values writes figures and no formula", () => {
    const parts = unzipSync(readFileSync(out));
    for (const [name, bytes] of Object.entries(parts)) {
      if (name.startsWith("xl/worksheets/"))
        expect(/<f[ >]/.test(new TextDecoder().decode(bytes))).toBe(false);
    }
  });
});

describe("bad input ends with exit code 2, one sentence and no workbook", () => {
  const out = join(folder, "never.xlsx");
  const huge = join(folder, "huge.csv");

  test.each([
    ["no file", () => ["--out", out], /^FILE\.csv is missing/],
    ["no --out", () => [file("deals.csv", EXPORT)], /^--out is missing/],
    ["a file that is not there", () => [join(folder, "none.csv"), "--out", out], /none\.csv cannot be found/],
    ["an unknown option", () => ["--frobnicate", "--out", out], /^--frobnicate is not an option/],
    [
      "an impossible day",
      () => [file("deals.csv", EXPORT), "--out", out, "--as-of", "2026-02-30"],
      /^--as-of 2026-02-30/,
    ],
    [
      "an unknown template",
      () => [file("deals.csv", EXPORT), "--out", out, "--template", "nope"],
      /--template nope/,
    ],
    [
      "an image",
      () => [file("picture.csv", new Uint8Array([137, 80, 78, 71, 0, 0, 1, 2])), "--out", out],
      /not a CSV|binary/i,
    ],
    ["an empty file", () => [file("empty.csv", ""), "--out", out], /empty/i],
    ["no stage and no amount", () => [file("names.csv", "First,Last\nAnn,Lee"), "--out", out], /stage/i],
    [
      "300 MB",
      () => {
        const handle = openSync(huge, "w");
        ftruncateSync(handle, 300 * 1024 * 1024);
        closeSync(handle);
        return [huge, "--out", out];
      },
      /300 MB/,
    ],
  ] as const)("%s", (_, words, sentence) => {
    const { status, stderr } = workbook(...words());
    expect(stderr).toMatch(sentence);
    expect(stderr.split("\n")).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
