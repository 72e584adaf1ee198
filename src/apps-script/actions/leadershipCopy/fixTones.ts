type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** A rule whose formula names whole cells only means the same wherever it is worked out. */
const REFERENCE = /\$?\b[A-Z]{1,3}\$?\d+\b/g;
const WHOLE_REFERENCE = /^\$[A-Z]{1,3}\$\d+$/;

/**
 * Gives cells the colours that their rules show right now and takes the rules away: a rule is a formula too, and may
 * look at hidden cells that a copy does not keep. Rules of another kind, which people made, stay.
 */
export function fixTones(sheet: Sheet): void {
  const rules = sheet.getConditionalFormatRules();
  const ours = rules.filter((rule) => formulaOf(rule) !== undefined);
  if (ours.length === 0) return;
  const holds = workOut(
    sheet,
    ours.map((rule) => formulaOf(rule) as string),
  );
  // The first rule that holds wins, so it is laid on last.
  ours
    .map((rule, index) => ({ rule, holds: holds[index] === true }))
    .reverse()
    .filter((one) => one.holds)
    .forEach(({ rule }) => {
      const condition = rule.getBooleanCondition();
      const [ink, paper] = [condition?.getFontColor(), condition?.getBackground()];
      for (const range of rule.getRanges()) {
        if (ink) range.setFontColor(ink);
        if (paper) range.setBackground(paper);
      }
    });
  sheet.setConditionalFormatRules(rules.filter((rule) => formulaOf(rule) === undefined));
}

function formulaOf(rule: Rule): string | undefined {
  const condition = rule.getBooleanCondition();
  if (condition?.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA) return undefined;
  const formula = String(condition.getCriteriaValues()[0]);
  const references = formula.replace(/"(?:[^"]|"")*"/g, "").match(REFERENCE) ?? [];
  return references.every((one) => WHOLE_REFERENCE.test(one)) ? formula : undefined;
}

/** In a column of its own beside everything else, which is then removed. */
function workOut(sheet: Sheet, formulas: readonly string[]): unknown[] {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows < formulas.length) sheet.insertRowsAfter(rows, formulas.length - rows);
  sheet.insertColumnsAfter(columns, 1);
  const cells = sheet.getRange(1, columns + 1, formulas.length, 1);
  cells.setFormulas(formulas.map((formula) => [formula]));
  const values = cells.getValues().map(([value]) => value as unknown);
  sheet.deleteColumns(columns + 1, 1);
  return values;
}
