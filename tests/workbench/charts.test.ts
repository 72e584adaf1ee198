import { describe, expect, it } from "vitest";
import { open, type Probe } from "./support.js";

const DATA = `sheet.getRange("A1:C4").setValues([["Month", "Won", "Lost"], ["Jan", 1, 2], ["Feb", 3, 4], ["Mar", 5, 6]]);`;

/** What the engine would hand to Chart.js. */
function drawn({ workbench }: Probe) {
  const { getters } = workbench.model;
  const [chartId = ""] = getters.getChartIds(getters.getActiveSheetId());
  const runtime = getters.getChartRuntime(chartId) as unknown as {
    chartJsConfig: {
      type: string;
      data: { labels: string[]; datasets: { label?: string; data: number[]; backgroundColor?: unknown }[] };
    };
  };
  return runtime.chartJsConfig;
}

const build = (type: string, more = "") =>
  `${DATA} sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.${type}).addRange(sheet.getRange("A1:C4"))
    .setNumHeaders(1).setPosition(6, 2, 5, 5).setOption("title", "Deals").setOption("width", 480).setOption("height", 300)${more}.build())`;

describe("charts", () => {
  it("draw the first column as labels and each further column as a series named by its heading", () => {
    const probe = open();
    probe.run(build("COLUMN", `.setOption("colors", ["#ff0000", "#00ff00"])`));
    const { type, data } = drawn(probe);
    expect(type).toBe("bar");
    expect(data.labels).toEqual(["Jan", "Feb", "Mar"]);
    expect(data.datasets.map(({ label, data: values }) => [label, values])).toEqual([
      ["Won", [1, 3, 5]],
      ["Lost", [2, 4, 6]],
    ]);
  });

  it.each(["BAR", "COLUMN", "LINE", "AREA", "PIE", "COMBO", "SCATTER", "RADAR", "WATERFALL"])(
    "are drawn as %s",
    (type) => {
      const probe = open();
      probe.run(build(type));
      expect(drawn(probe).data.datasets.length).toBeGreaterThan(0);
    },
  );

  it("stand where and as large as they were asked to", () => {
    const probe = open();
    probe.run(build("LINE", `.setOption("legend", { position: "bottom" }).setOption("isStacked", true)`));
    const { getters } = probe.workbench.model;
    const [figure] = getters.getFigures(getters.getActiveSheetId());
    expect(figure).toMatchObject({ col: 1, row: 5, offset: { x: 5, y: 5 }, width: 480, height: 300 });
    const [chartId = ""] = getters.getChartIds(getters.getActiveSheetId());
    expect(getters.getChartDefinition(chartId)).toMatchObject({
      title: { text: "Deals" },
      legendPosition: "bottom",
      stacked: true,
    });
  });

  it("join several ranges and open ranges, also from another sheet", () => {
    const probe = open();
    probe.run(`${DATA} var view = book.insertSheet("View");
      view.insertChart(view.newChart().setChartType(Charts.ChartType.BAR).addRange(sheet.getRange("A1:A")).addRange(sheet.getRange("C1:C"))
        .setNumHeaders(1).setPosition(1, 1, 0, 0).build())`);
    const { data } = drawn(probe);
    expect(data.datasets[0]?.label).toBe("Lost");
    expect(data.datasets[0]?.data.slice(0, 3)).toEqual([2, 4, 6]);
  });

  it("draw series in rows when transposed", () => {
    const probe = open();
    probe.run(build("LINE", ".setTransposeRowsAndColumns(true)"));
    expect(drawn(probe).data.datasets.map(({ label }) => label)).toEqual(["Jan", "Feb", "Mar"]);
  });

  it("are listed and removed", () => {
    const probe = open();
    probe.run(build("PIE"));
    expect(
      probe.run("return [sheet.getCharts().length, sheet.getCharts()[0].getRanges()[0].getA1Notation()]"),
    ).toEqual([1, "A1:A4"]);
    probe.run("sheet.removeChart(sheet.getCharts()[0])");
    expect(probe.run("return sheet.getCharts().length")).toBe(0);
  });

  it("refuse types the engine does not draw and charts without data", () => {
    const { run } = open();
    expect(() => run(build("ORG"))).toThrow("no chart of the type ORG");
    expect(() => run("sheet.newChart().setChartType(Charts.ChartType.BAR).build()")).toThrow("addRange");
  });
});
