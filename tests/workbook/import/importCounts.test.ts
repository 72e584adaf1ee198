import fc from "fast-check";
import { expect, test } from "vitest";
import { buildImport } from "../../../src/workbook/import/buildImport.js";
import { DEAL_COLUMNS } from "../../../src/workbook/import/fields.js";

const SETTINGS = { stages: [{ stage: "Proposal", probability: 0.6, category: null }], asOf: 46083 };
const HEAD = ["Deal ID", "Deal", "Stage", "Amount", "Close Date", "Probability", "Outcome", "Next step"];

/** Cells good and bad, as exports hold them. */
const cell = (...good: string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom("", "x", '"', ",", "=1+1", "a\nb", "2026-02-30", "1,2", "-") },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  );
const row = fc
  .tuple(
    cell("1", "2", "3", "4", "5", "6"),
    cell("Acme", "Beta"),
    cell("Proposal", "Closed Won", "Closed Lost", "Elsewhere"),
    cell("100", "1,234.50", "$5K", "99.90"),
    cell("2026-03-31", "3/31/2026", "31 Mar 2026"),
    cell("0.5", "50%", "1"),
    cell("Open", "Won", "Lost", ""),
    cell("Call", "Write"),
  )
  .map((cells) => cells as string[]);
const rows = fc.array(row, { maxLength: 30 });

const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;
const csv = (body: string[][]) => [HEAD, ...body].map((cells) => cells.map(quoted).join(",")).join("\n");
const isFilled = (cells: string[]) => cells.some((text) => text.trim() !== "");

test("every row of an export is added, changed, unchanged or refused, and each exactly once", () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const existing = buildImport({ source: csv(before), settings: SETTINGS }).added;
      const result = buildImport({ source: csv(after), settings: SETTINGS, existing });
      const { added, changed, unchanged, refused, rowsRead } = result;
      expect(rowsRead).toBe(after.filter(isFilled).length);
      expect(added.length + changed.length + unchanged + refused.length).toBe(rowsRead);
      expect(new Set(refused.map((each) => each.row)).size).toBe(refused.length);
      const ids = [...added, ...changed.map((deal) => deal.after)].map((deal) => deal.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { reason, row: number } of refused) expect(reason.startsWith(`Row ${number}`)).toBe(true);
    }),
  );
});

test("an export imported twice changes nothing the second time", () => {
  fc.assert(
    fc.property(rows, (body) => {
      const once = buildImport({ source: csv(body), settings: SETTINGS });
      const again = buildImport({ source: csv(body), settings: SETTINGS, existing: once.added });
      expect(again.added).toEqual([]);
      expect(again.changed).toEqual([]);
      expect(again.unchanged).toBe(once.added.length);
    }),
  );
});

test("a deal holds text, numbers and whole days only, in every column of the tab", () => {
  fc.assert(
    fc.property(rows, (body) => {
      for (const deal of buildImport({ source: csv(body), settings: SETTINGS }).added) {
        expect(Object.keys(deal)).toEqual([...DEAL_COLUMNS]);
        for (const column of ["created", "expectedClose", "closed", "stageSince"]) {
          const day = deal[column];
          expect(day === null || Number.isInteger(day)).toBe(true);
        }
        const { probability, amount } = deal;
        expect(probability === null || (Number(probability) >= 0 && Number(probability) <= 1)).toBe(true);
        expect(amount === null || Number.isFinite(amount)).toBe(true);
      }
    }),
  );
});

test("any text at all gives rows or one sentence, never another error", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `Deal ID,Stage,Amount\n${text}`),
      ),
      (source) => {
        try {
          buildImport({ source, settings: SETTINGS });
        } catch (error) {
          expect((error as Error).name).toBe("ImportRefusal");
          expect((error as Error).message).toMatch(/^[^\n]+\.$/);
        }
      },
    ),
    { numRuns: 500 },
  );
});
