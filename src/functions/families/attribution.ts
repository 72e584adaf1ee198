import { attribute, MODELS, type Model, type ModelOptions } from "../../core/attribution/attribute.js";
import type { Journeys } from "../../core/attribution/journey.js";
import { pathJourneys, touchJourneys } from "../../core/attribution/readJourneys.js";
import { recommendModel } from "../../core/attribution/recommend.js";
import { MOST_EXACT_CHANNELS } from "../../core/attribution/shapley.js";
import { counted } from "../../core/pipeline/counted.js";
import { refuse } from "../../core/refusal/refusal.js";
import type { Answer } from "../cells.js";
import { elementwise, type FunctionDefinition, figureOrTable, tabular } from "../definition.js";
import {
  choice,
  count,
  date,
  flag,
  headings,
  number,
  one,
  optional,
  type Parameter,
  table,
  text,
} from "../parameters.js";
import { fieldReader, isBlankRow, type Row } from "./rowsByHeading.js";

const PATH_NAMES = {
  path: ["Path", "Paths", "Channel path", "Conversion path", "Journey", "Touches", "Touchpoints"],
  nonConversions: ["Non-conversions", "Not converted", "Total null", "Null", "Lost", "Did not convert"],
  conversions: ["Conversions", "Total conversions", "Conversion", "Converted", "Won"],
  value: ["Value", "Conversion value", "Total conversion value", "Revenue", "Amount"],
};
const TOUCH_NAMES = {
  person: [
    ...[
      "Person",
      "Contact",
      "Contact ID",
      "Lead",
      "Lead ID",
      "Customer",
      "User",
      "User ID",
      "Visitor",
      "E-mail",
    ],
    ...["Opportunity", "Opportunity ID", "Deal", "Deal ID", "Account"],
  ],
  channel: ["Channel", "Touch", "Touchpoint", "Source", "Medium", "Campaign"],
  time: ["Date", "Time", "Touch date", "Timestamp", "Day"],
  milestone: ["Milestone", "Stage"],
  converted: ["Converted", "Conversion", "Conversions", "Won"],
  value: PATH_NAMES.value,
};

const pathText = text("", "");
const amount = number("", "");
const day = date("", "");
const times = count("", "");
const ticked = flag("", "");
/** A count, or TRUE or FALSE for a path that one person took. */
const countOrFlag: Parameter<number> = {
  ...times,
  read: (cell) => Number((/\d/.test(String(cell)) ? times : ticked).read(cell)),
};

function readJourneys(names: readonly string[], rows: readonly Row[]): Journeys {
  const paths = fieldReader(names, PATH_NAMES);
  if (paths.has("path")) {
    if (paths.has("nonConversions") && !paths.has("conversions")) {
      refuse("headings", "hold non-conversions but no conversions; add a Conversions column.");
    }
    return pathJourneys(
      rows.flatMap((cells, at) => {
        if (isBlankRow(cells)) return [];
        const row = at + 1;
        return {
          row,
          path: paths.read(pathText, "path", cells, row) ?? null,
          conversions: paths.read(countOrFlag, "conversions", cells, row) as number | null,
          nonConversions: paths.read(amount, "nonConversions", cells, row) as number | null,
          value: paths.read(amount, "value", cells, row) as number | null,
        };
      }),
    );
  }
  const touches = fieldReader(names, TOUCH_NAMES);
  for (const field of ["person", "channel"] as const) {
    if (!touches.has(field)) {
      refuse(
        "headings",
        "hold neither Path nor Person and Channel; name the columns of paths or of touches so.",
      );
    }
  }
  return touchJourneys(
    rows.flatMap((cells, at) => {
      if (isBlankRow(cells)) return [];
      const row = at + 1;
      return {
        row,
        person: touches.read(pathText, "person", cells, row) ?? null,
        channel: touches.read(pathText, "channel", cells, row) ?? null,
        time: touches.read(day, "time", cells, row) as number | null,
        milestone: touches.read(pathText, "milestone", cells, row) as string | null,
        converted: touches.read(countOrFlag, "converted", cells, row) as number | null,
        value: touches.read(amount, "value", cells, row) as number | null,
      };
    }),
  );
}

const PARAMETERS = [
  headings(
    "headings",
    "The heading row: Path (with Conversions, Non-conversions, Value), or Person, Channel (with Date, Milestone, Converted, Value).",
  ),
  table("rows", 'One path a row, such as "Ads > Webinar [lead] > Demo [opportunity]", or one touch a row.'),
] as const;
const OPTIONS = [
  optional(
    one(
      number("half_life", "For time decay: days after which a touch counts half; 7 where left out.", {
        above: 0,
        what: "a number above 0",
      }),
    ),
  ),
  optional(
    one(
      count("order", "For Markov: how many touches the chain remembers, 1 (default) to 3.", {
        min: 1,
        max: 3,
        whole: true,
        what: "1, 2 or 3",
      }),
    ),
    1,
  ),
] as const;

const PATH_NOTES = [
  "Without a Conversions column each path is one conversion; 0 or FALSE there is one that did not convert. By touch, a path converted where Converted says so, else where it reached a close or has a value, else always.",
  "A milestone is lead, opportunity or close. A path without any has its last touch stand for lead creation; the share of a milestone that no touch carries is spread over the others in proportion.",
];

/** Largest credit first, then by name, so that the order of the rows does not matter. */
const byCredit =
  (credit: readonly number[], channels: readonly string[]) =>
  (one: number, other: number): number =>
    (credit[other] as number) - (credit[one] as number) ||
    ((channels[one] as string) < (channels[other] as string) ? -1 : 1);

function leftOutRow({ leftOut }: Journeys, width: number): Answer[][] {
  if (leftOut === 0) return [];
  const said = counted(leftOut, "touch has no person and is", "touches have no person and are");
  return [[`${said} left out`, ...Array<Answer>(width - 1).fill("")]];
}

export const ATTRIBUTION: readonly FunctionDefinition[] = [
  tabular({
    name: "REVOPS_ATTRIBUTION",
    family: "attribution",
    summary:
      "Credits conversions and revenue to the channels that led to them, by rule (U-shaped by default) or data-driven (Markov, Shapley). Credits add up to what was won.",
    formula:
      "first or last 100%; linear equal; U-shaped 40/40/20; W-shaped 30/30/30/10; full path 4 × 22.5/10; time decay ½^(age ÷ half-life); Markov removal effect; Shapley value",
    parameters: [
      ...PARAMETERS,
      optional(
        one(choice("model", "How to share out; see REVOPS_ATTRIBUTION_RECOMMEND.", MODELS)),
        "u-shaped",
      ),
      ...OPTIONS,
    ],
    columns: ["Channel", "Conversions", "Share", "Value"],
    result: "Rows Channel, Conversions, Share (a fraction), Value; the largest credit first.",
    notes: [
      ...PATH_NOTES,
      "Markov is solved exactly, without random walks. Without paths that did not convert it only sees which channels are passed through; give them where you can.",
      `Shapley takes a coalition's conversion rate where paths that did not convert are given (up to ${MOST_EXACT_CHANNELS} channels; a channel can end below 0), else its conversions. "shapley simplified" shares each path equally among its channels, for any number.`,
      "Time decay by touches (no dates) has a half-life of one touch.",
    ],
    source:
      "RevOps Engine playbook, phase 2 (attribution model selection); Anderl et al. 2016 (Markov); Zhao et al. 2018 (Shapley)",
    synonyms: [
      "multi-touch",
      "MTA",
      "first touch",
      "last click",
      "channel credit",
      "marketing attribution",
      "U-shaped",
    ],
    examples: [
      {
        formula:
          '=REVOPS_ATTRIBUTION({"Path","Conversions","Value"}, {"C1 > C2 > C3",1,1000;"C1",0,0;"C2 > C3",0,0}, "markov")',
        answer: [
          ["Channel", "Conversions", "Share", "Value"],
          ["C2", 0.4, 0.4, 400],
          ["C3", 0.4, 0.4, 400],
          ["C1", 0.2, 0.2, 200],
        ],
        from: "S. Bryl, Attribution model with R (AnalyzeCore 2016), as in the tests of markovattribution",
      },
      {
        formula: '=REVOPS_ATTRIBUTION({"Path","Value"}, {"Instagram > TikTok > Email > Search > Meta",200})',
        answer: [
          ["Channel", "Conversions", "Share", "Value"],
          ["Instagram", 0.4, 0.4, 80],
          ["Meta", 0.4, 0.4, 80],
          ["Email", 0.2 / 3, 0.2 / 3, 40 / 3],
          ["Search", 0.2 / 3, 0.2 / 3, 40 / 3],
          ["TikTok", 0.2 / 3, 0.2 / 3, 40 / 3],
        ],
        from: "Causality Engine, U-shaped attribution: a $200 dress after five touches, 40% first and last, 20% between",
      },
      {
        formula:
          '=REVOPS_ATTRIBUTION({"Path","Conversions"}, {"F",20;"O",10;"L",17;"F > O",17;"F > L",30;"F > O > L",6}, "shapley")',
        answer: [
          ["Channel", "Conversions", "Share", "Value"],
          ["F", 45.5, 0.455, ""],
          ["L", 34, 0.34, ""],
          ["O", 20.5, 0.205, ""],
        ],
        from: "Towards Data Science, Data-driven marketing attribution: coalitions worth 20, 10, 17, 47, 67, 27, 100",
      },
      {
        formula:
          '=REVOPS_ATTRIBUTION({"Person","Date","Channel"}, {"Ada",DATE(2026,3,1),"Ads";"Ada",DATE(2026,3,8),"Webinar";"Ada",DATE(2026,3,15),"E-mail"}, "time decay")',
        answer: [
          ["Channel", "Conversions", "Share", "Value"],
          ["E-mail", 4 / 7, 4 / 7, ""],
          ["Webinar", 2 / 7, 2 / 7, ""],
          ["Ads", 1 / 7, 1 / 7, ""],
        ],
        from: "A. Vermorel, notes on time decay: weights 1, 0.5, 0.25 at 0, 7, 14 days with a half-life of 7",
      },
    ],
    compute: (names, rows, model, halfLife, order) => {
      const journeys = readJourneys(names, rows);
      const { channels, paths } = journeys;
      const { conversions, value } = attribute(journeys, model, { halfLife, order });
      const all = conversions.reduce((sum, credit) => sum + credit, 0);
      const valued = paths.some((path) => path.value > 0);
      return [
        ...[...channels.keys()].sort(byCredit(conversions, channels)).map((channel): Answer[] => {
          const credit = conversions[channel] as number;
          return [
            channels[channel] as string,
            credit,
            credit / all,
            valued ? (value[channel] as number) : "",
          ];
        }),
        ...leftOutRow(journeys, 4),
      ];
    },
  }),
  figureOrTable({
    name: "REVOPS_ATTRIBUTION_COMPARE",
    family: "attribution",
    summary:
      "The same paths under every attribution model side by side: a channel whose credit hardly moves is safe to judge, one that swings is not.",
    formula: "one column a model, as in REVOPS_ATTRIBUTION",
    parameters: [
      ...PARAMETERS,
      optional(
        one(choice("credit", "conversions (default) or value.", ["conversions", "value"])),
        "conversions",
      ),
      ...OPTIONS,
    ],
    result: "A row a channel, a column a model, sorted by the U-shaped credit.",
    notes: [
      ...PATH_NOTES,
      `Above ${MOST_EXACT_CHANNELS} channels the last column is the simplified Shapley value, and says so.`,
    ],
    source: "RevOps Engine playbook, phase 2 (attribution model selection)",
    synonyms: ["model comparison", "attribution models", "which channel works"],
    examples: [
      {
        formula:
          '=REVOPS_ATTRIBUTION_COMPARE({"Path","Conversions"}, {"C1 > C2 > C3",1;"C1",0;"C2 > C3",0}, , , , FALSE)',
        answer: [
          ["C1", 1, 0, 1 / 3, 0.4, 3 / 7, 9 / 22, 1 / 7, 0.2, 1 / 3],
          ["C3", 0, 1, 1 / 3, 0.4, 3 / 7, 9 / 22, 4 / 7, 0.4, 1 / 3],
          ["C2", 0, 0, 1 / 3, 0.2, 1 / 7, 2 / 11, 2 / 7, 0.4, 1 / 3],
        ],
        from: "S. Bryl, Attribution model with R (AnalyzeCore 2016): Markov 0.2, 0.4, 0.4; first C1, last C3",
      },
    ],
    compute: (names, rows, credit, halfLife, order) => {
      const journeys = readJourneys(names, rows);
      const { channels } = journeys;
      const options: ModelOptions = { halfLife, order };
      const shapley: Model = channels.length > MOST_EXACT_CHANNELS ? "shapley simplified" : "shapley";
      const models = [...MODELS.filter((model) => !/^(data|shap)/.test(model)), shapley];
      const credits = models.map((model) => attribute(journeys, model, options)[credit]);
      // Paths without any conversion are refused before, so that only value can be 0 throughout.
      if (credits[0]?.every((one) => one === 0)) {
        refuse(
          "credit",
          "is value, but no converting path has one; add a Value column or compare conversions.",
        );
      }
      const order0 = [...channels.keys()].sort(byCredit(credits[3] as number[], channels));
      return {
        columns: ["Channel", ...models.map((model) => `${model.charAt(0).toUpperCase()}${model.slice(1)}`)],
        rows: [
          ...order0.map((channel) => [
            channels[channel] as string,
            ...credits.map((own) => own[channel] as number),
          ]),
          ...leftOutRow(journeys, models.length + 1),
        ],
      };
    },
  }),
  elementwise({
    name: "REVOPS_ATTRIBUTION_RECOMMEND",
    family: "attribution",
    summary:
      "Which attribution model suits you: start with U-shaped and move on as tracking and volume grow.",
    formula:
      "from 500 closed-won deals a year Data-driven, else W-shaped with opportunity tracking, else U-shaped",
    parameters: [
      count("won_deals_a_year", "Closed-won deals in the last twelve months."),
      flag("tracks_opportunities", "TRUE where the touch that created each opportunity is recorded."),
    ],
    result: "The model's name, as REVOPS_ATTRIBUTION takes it; Data-driven there is Markov.",
    source: "RevOps Engine playbook, phase 2 (attribution decision rule)",
    synonyms: ["which attribution model", "attribution choice"],
    examples: [
      {
        formula: "=REVOPS_ATTRIBUTION_RECOMMEND({40;200;500}, {FALSE;TRUE;TRUE})",
        answer: [["U-shaped"], ["W-shaped"], ["Data-driven"]],
        from: "RevOps Engine playbook, phase 2: the decision rule",
      },
    ],
    compute: recommendModel,
  }),
];
