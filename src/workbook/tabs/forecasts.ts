import type { DataTab } from "../columns.js";

/** One row a forecaster and period. Accuracy, bias and skill are computed from forecast and actual side by side. */
export const FORECASTS: DataTab = {
  key: "Forecasts",
  title: "Forecasts",
  record: "forecast",
  columns: [
    {
      key: "period",
      heading: "Period",
      kind: "date",
      width: 105,
      required: true,
      help: "First day of the month or quarter forecast.",
    },
    {
      key: "forecaster",
      heading: "Forecaster",
      kind: "text",
      width: 150,
      required: true,
      help: "Who or what made it: a rep, a manager, or a method such as Weighted pipeline.",
    },
    {
      key: "submitted",
      heading: "Submitted",
      kind: "date",
      width: 105,
      help: "Day it was made. An early forecast is harder than a late one.",
    },
    { key: "commit", heading: "Commit", kind: "money", width: 110, help: "What is as good as signed." },
    {
      key: "bestCase",
      heading: "Best case",
      kind: "money",
      width: 110,
      help: "What may come on top of commit.",
    },
    {
      key: "pipeline",
      heading: "Pipeline",
      kind: "money",
      width: 110,
      help: "The rest of what is due in the period.",
    },
    {
      key: "forecast",
      heading: "Forecast",
      kind: "money",
      width: 115,
      help: "The one figure that was called.",
    },
    {
      key: "actual",
      heading: "Actual",
      kind: "money",
      width: 115,
      help: "What the period brought; blank until it is over.",
    },
    { key: "note", heading: "Note", kind: "text", width: 240, help: "What it rests on." },
  ],
};
