/**
 * The RevOps maturity model as data: six dimensions, five levels each, four stages. Dimensions, the meaning of levels 1,
 * 3 and 5, and the bounds and focus of the stages come from the RevOps Engine playbook, phase 1; the playbook says
 * nothing about levels 2 and 4, which are described here as the half-way houses they are. The arithmetic is in maturity.ts.
 */

/** A step whose figure differs between the two profiles of Settings. */
export type MaturityStep = string | { readonly A: string; readonly B: string };

export interface MaturityLevel {
  /** What one finds in a company at this level. */
  readonly means: string;
  /** One or two things to do from here; at level 5, how to stay there. */
  readonly next: readonly [MaturityStep, MaturityStep?];
}

type DimensionKey = "data" | "process" | "technology" | "analytics" | "alignment" | "enablement";

export interface MaturityDimension {
  readonly key: DimensionKey;
  readonly name: string;
  /** What the score answers, so that two assessors judge the same thing. */
  readonly question: string;
  readonly levels: readonly [MaturityLevel, MaturityLevel, MaturityLevel, MaturityLevel, MaturityLevel];
}

export interface MaturityStage {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What a company in this stage works on first. */
  readonly focus: string;
  /** Dimensions that this focus is about: they come first among equally weak ones. */
  readonly firstAmongEquals: readonly DimensionKey[];
}

/** Names of the levels 1 to 5. */
export const LEVEL_NAMES = ["Ad hoc", "Emerging", "Defined", "Managed", "Optimised"] as const;

export const MATURITY_STAGES: readonly MaturityStage[] = [
  {
    name: "Foundation",
    from: 6,
    to: 12,
    focus: "Get the data right and agree on definitions before anything else.",
    firstAmongEquals: ["data", "alignment"],
  },
  {
    name: "Building",
    from: 13,
    to: 20,
    focus: "Make every team work the same way and connect the tools.",
    firstAmongEquals: ["process", "technology"],
  },
  {
    name: "Scaling",
    from: 21,
    to: 25,
    focus: "Automate what works, predict what comes, and tune both.",
    firstAmongEquals: ["technology", "analytics"],
  },
  {
    name: "World-class",
    from: 26,
    to: 30,
    focus: "Keep improving in small steps, with AI carrying the routine.",
    firstAmongEquals: [],
  },
];

export const MATURITY_DIMENSIONS: readonly MaturityDimension[] = [
  {
    key: "data",
    name: "Data",
    question: "Can everyone trust one set of records?",
    levels: [
      {
        means: "Figures live in people's own spreadsheets, and the same question gets different answers.",
        next: [
          "Declare the CRM the only place that counts for accounts, contacts and deals, and move the spreadsheets into it.",
          "Import the CRM export here and go through the refused rows: they are your first list of repairs.",
        ],
      },
      {
        means: "A CRM is in use, but enough is missing or kept elsewhere that reports are checked by hand.",
        next: [
          "Make amount, close date, stage and next step required on every open deal.",
          "Name one owner for hygiene, who looks at gaps and duplicates once a week.",
        ],
      },
      {
        means: "The CRM is the system of record, and basic hygiene is looked after.",
        next: [
          "Measure hygiene: duplicate accounts below 2%, required fields on open deals at 100%.",
          "Bring billing and product usage in under the same account id.",
        ],
      },
      {
        means:
          "Sales, billing and product records share ids, hygiene is measured weekly, and some enrichment is automatic.",
        next: [
          "Let new accounts and contacts be enriched and matched on arrival.",
          "Check a random sample of fields each quarter until at least 95% are right.",
        ],
      },
      {
        means:
          "One data model serves all teams, enrichment runs by itself, and more than 95% of what is checked is right.",
        next: ["Keep the quarterly sample check, and publish its result beside the figures it vouches for."],
      },
    ],
  },
  {
    key: "process",
    name: "Process",
    question: "Does the work run the same way whoever does it?",
    levels: [
      {
        means: "How things are done is in people's heads and differs from one to the next.",
        next: [
          "Write down the sales stages with what must be true to leave each one.",
          "Hold the weekly pipeline review from one template, for every rep.",
        ],
      },
      {
        means: "The main steps are written down somewhere, but following them depends on the manager.",
        next: [
          "Turn each hand-off (marketing to sales, sales to CS) into a one-page playbook.",
          {
            A: "Agree on response times: a qualified lead is contacted within 4 business hours.",
            B: "Agree on response times: a qualified lead is contacted within 1 hour.",
          },
        ],
      },
      {
        means: "Playbooks are documented, and hand-offs have agreed response times (SLAs).",
        next: [
          "Measure SLA compliance and go through the misses every month.",
          "Automate the two steps that are missed most, such as lead routing and renewal reminders.",
        ],
      },
      {
        means: "SLA compliance is measured, misses are followed up, and routine steps run by themselves.",
        next: [
          "Give each process an owner and a figure, and change one thing a quarter because of it.",
          "Retire steps that no figure defends.",
        ],
      },
      {
        means: "Workflows run by themselves and are improved continually from what the figures show.",
        next: ["Review the oldest workflow each quarter: automation outlives the reason it was made for."],
      },
    ],
  },
  {
    key: "technology",
    name: "Technology",
    question: "Do the tools work together, or do people carry data between them?",
    levels: [
      {
        means: "Tools do not talk to one another, and people type the same data in twice.",
        next: [
          "List every tool with its owner, its cost and what flows in and out; drop what nobody owns.",
          "Connect the website's forms to the CRM first.",
        ],
      },
      {
        means: "The main tools exchange some data; exports and copying fill the gaps.",
        next: [
          "Connect email and calendar to the CRM, so that activity is logged without typing.",
          "Replace the export that is made most often by an integration.",
        ],
      },
      {
        means: "The stack is integrated, and some of the routine is automated.",
        next: [
          "Connect billing and the CS platform to the CRM, so that renewals and health are seen in one place.",
          "Automate lead routing and lead scoring: high impact for little effort.",
        ],
      },
      {
        means:
          "The tools share one set of records, most hand-offs are automatic, and a broken sync raises an alarm.",
        next: [
          "Merge tools that overlap, so that one platform holds the working day.",
          "Try AI where people still summarise or sort by hand, and measure whether it helps.",
        ],
      },
      {
        means: "One platform, current to the minute, with AI helping people in their daily work.",
        next: ["Audit the stack once a year by use and cost, and remove as readily as you add."],
      },
    ],
  },
  {
    key: "analytics",
    name: "Analytics",
    question: "Do the figures tell what is coming, or only what has been?",
    levels: [
      {
        means: "Reports only look back: bookings, revenue, churn once they have happened.",
        next: [
          "Choose five leading figures, such as coverage, pipeline created and velocity, and write down their formulas.",
          "Make the weekly pipeline review here and read it every Monday.",
        ],
      },
      {
        means: "A few leading figures exist on a dashboard that is looked at now and then.",
        next: [
          "Review leading and lagging figures together in the same weekly meeting.",
          {
            A: "Record each month's forecast beside the actual and compute MAPE; below 15% is good.",
            B: "Record each month's forecast beside the actual; within 10% of each other is good.",
          },
        ],
      },
      {
        means: "Leading and lagging figures are reviewed together every week.",
        next: [
          "Follow cohorts by start month and by deal size to see where retention differs.",
          "Set a threshold for each leading figure that sends an alert when it is crossed.",
        ],
      },
      {
        means: "Cohorts and segments are compared, forecast error is measured, and some figures send alerts.",
        next: [
          "Learn stage probabilities from your own closed deals instead of setting them by feel.",
          "Forecast churn and expansion by account, and check the forecast against what happened.",
        ],
      },
      {
        means: "Models predict outcomes, alerts go out by themselves, and cohort analysis is routine.",
        next: ["Test each model against a naive forecast every quarter, and drop it when it no longer wins."],
      },
    ],
  },
  {
    key: "alignment",
    name: "Alignment",
    question: "Do marketing, sales and CS pull in one direction?",
    levels: [
      {
        means: "Teams work in silos and blame one another when a target is missed.",
        next: [
          "Get marketing, sales and CS to sign one definition of each funnel stage.",
          "Hold one short joint meeting a week about the funnel as a whole.",
        ],
      },
      {
        means: "Teams meet when something breaks, and a qualified lead still means different things to each.",
        next: [
          "Publish the agreed definitions, and give a reason whenever a lead is rejected.",
          "Put the joint meeting in the calendar with a fixed agenda and one shared report.",
        ],
      },
      {
        means: "Definitions are shared, and the teams meet together regularly.",
        next: [
          "Give marketing and sales one pipeline target in common.",
          "Review the SLAs of both sides together every month.",
        ],
      },
      {
        means:
          "Teams share targets and review their SLAs together; pay still follows each team's own figures.",
        next: [
          "Tie part of variable pay in every team to shared revenue or net revenue retention.",
          "Let RevOps report to someone above all three teams.",
        ],
      },
      {
        means: "The whole funnel is owned in common, and pay rewards the shared result.",
        next: ["Ask each team every half year what the shared target makes harder, and mend that."],
      },
    ],
  },
  {
    key: "enablement",
    name: "Enablement",
    question: "How do people become good at their work, and stay good?",
    levels: [
      {
        means: "There is no onboarding: people learn by doing.",
        next: [
          "Write a plan for the first 30 days with what a new rep must be able to do at the end.",
          "Record three good calls and three lost ones as a first library.",
        ],
      },
      {
        means: "Some onboarding material exists, each manager uses it differently, and little follows.",
        next: [
          "Make one playbook for each role out of what the best managers already do.",
          "Put a training session in the calendar for each quarter.",
        ],
      },
      {
        means: "Playbooks exist, and there is training every quarter.",
        next: [
          "Measure time to ramp for every new hire, and compare it with the plan.",
          "Choose each training's subject from loss reasons and stage conversion.",
        ],
      },
      {
        means:
          "Ramp time and use of the playbooks are measured, and coaching is regular, though not yet led by data.",
        next: [
          "Start every coaching session from the rep's own scorecard.",
          "Check a quarter later whether what was coached has moved its figure.",
        ],
      },
      {
        means: "Learning never stops, and coaching follows each person's figures.",
        next: ["Let the best reps rewrite one playbook a quarter, so that it stays theirs."],
      },
    ],
  },
];
