import type { TabPlan } from "../../templates/plan.js";
import { THEME } from "../../templates/theme.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function drawCharts(sheet: Sheet, { charts, rowHeights, columnWidths }: TabPlan): void {
  const { COLUMN, BAR, LINE, AREA, PIE, COMBO, RADAR } = Charts.ChartType;
  const types = { column: COLUMN, bar: BAR, line: LINE, area: AREA, pie: PIE, combo: COMBO, radar: RADAR };
  for (const { title, type, stacked, ranges, area, colors } of charts) {
    const width = total(columnWidths, area.column, area.columns);
    const height = total(rowHeights, area.row, area.rows);
    let builder = sheet
      .newChart()
      .setChartType(types[type])
      .setNumHeaders(1)
      .setPosition(area.row, area.column, 0, 0)
      .setOption("title", title)
      .setOption("titleTextStyle", { fontSize: 12, bold: true, color: THEME.ink })
      .setOption("legend", { position: hasLegend(ranges.length, type, colors) ? "top" : "none" })
      .setOption("colors", [...colors])
      .setOption("width", width)
      .setOption("height", height);
    if (stacked) builder = builder.setOption("isStacked", true);
    for (const range of ranges) {
      builder = builder.addRange(sheet.getRange(range.row, range.column, range.rows, range.columns));
    }
    sheet.insertChart(builder.build());
  }
}

/** Those that bear the title of one of ours; a chart that somebody put on the tab stays where it is. */
export function ourCharts(sheet: Sheet, { charts }: TabPlan): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
  const titles = new Set(charts.map(({ title }) => title));
  return sheet.getCharts().filter((chart) => titles.has(String(chart.getOptions()?.get("title"))));
}

/** One series needs no legend, and where a part is not drawn the legend would name it beside a blank. */
const hasLegend = (columns: number, type: string, colors: readonly string[]): boolean =>
  (columns > 2 || type === "pie") && !colors.includes(THEME.paper);

const total = (sizes: readonly number[], first: number, count: number): number =>
  sizes.slice(first - 1, first - 1 + count).reduce((sum, size) => sum + size, 0);
