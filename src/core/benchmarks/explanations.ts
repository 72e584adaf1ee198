import type { Profile } from "./benchmark.js";

/** Formula, meaning, and what to pull to improve it. */
export type Explanation = readonly [formula: string, meaning: string, lever: string];

/** The metrics with a benchmark, by its key. Formulas of stage conversions are made from their names. */
export const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  netRevenueRetention: [
    "(beginning ARR + expansion − contraction − churn) ÷ beginning ARR",
    "What the customers you had are worth now. Above 100% revenue grows without a new one.",
    "Act on expansion signals early; start renewals 90 days ahead.",
  ],
  grossRevenueRetention: [
    "(beginning ARR − contraction − churn) ÷ beginning ARR",
    "How much revenue stays before any upsell; how leaky the bucket is.",
    "Watch usage for decline; onboard to the goals noted at handoff; sell to fitting customers only.",
  ],
  ltvToCac: [
    "LTV ÷ CAC",
    "How many times a customer pays back what winning it cost.",
    "Lower churn first, since it weighs most; then price, margin and the dearest channel.",
  ],
  cacPayback: [
    "CAC ÷ (monthly ARPA × gross margin)",
    "Months until a new customer has earned its cost back; until then growth ties up cash.",
    "Bill annually in advance, raise prices or margin, cut channels that pay back late.",
  ],
  magicNumber: [
    "net new ARR of the quarter ÷ sales and marketing spend of the quarter before",
    "How much recurring revenue a unit of spend buys; whether to spend more.",
    "Below good, mend conversion and churn before adding budget; above, add it.",
  ],
  burnMultiple: [
    "net burn ÷ net new ARR",
    "Cash spent for each unit of new recurring revenue, all costs counted.",
    "Find which it is: margin, sales efficiency, churn or overhead; slow hiring until it is mended.",
  ],
  mape: [
    "mean of |actual − forecast| ÷ actual",
    "By how much forecasts miss on average, in either direction.",
    "Tie forecast categories to evidence such as MEDDPICC; track each forecaster's error.",
  ],
  forecastAccuracy: [
    "the smaller of forecast and actual ÷ the larger",
    "How close a forecast came; 100% is a hit.",
    "Look whether misses lean one way: low ones point to sandbagging, high ones to hope.",
  ],
  pipelineCoverage: [
    "open pipeline ÷ what is still to be won",
    "Whether there is enough in play to make the quota at your win rate.",
    "Below it create pipeline now, for it takes a cycle to close; far above it, qualify harder.",
  ],
  weightedCoverage: [
    "sum of amount × probability ÷ what is still to be won",
    "Coverage that discounts unlikely deals.",
    "Move deals on with agreed next steps; learn the stage probabilities from closed deals.",
  ],
  newPipeline: [
    "pipeline created in a month ÷ the month's quota",
    "Whether the pipeline refills as fast as it is used.",
    "Review sources weekly with marketing and SDRs; protect prospecting time.",
  ],
  negotiationShare: [
    "amount in negotiation ÷ open pipeline",
    "How much is close to a decision.",
    "Low: help deals through proposal. High with few wins: check that the stage's criteria hold.",
  ],
  visitorToKnown: [
    "",
    "Share of visitors who say who they are.",
    "A clearer offer on pages with traffic; shorter forms; better fitting traffic.",
  ],
  knownToMql: [
    "",
    "Share of contacts that fit and are engaged enough for sales.",
    "Aim campaigns at the ideal customer; nurture; revisit score weights and threshold.",
  ],
  mqlToSal: [
    "",
    "Share of marketing's leads that sales accepts; the test of a shared definition.",
    "Review rejection reasons together each month; route within minutes.",
  ],
  salToSql: [
    "",
    "Share of accepted leads that pass discovery.",
    "Coach discovery; tighten what counts as accepted; follow up in time.",
  ],
  sqlToOpportunity: [
    "",
    "Share of qualified leads that become a real deal with amount and date.",
    "First meeting within the agreed time; a full handoff from SDR to AE.",
  ],
  opportunityToWon: [
    "",
    "Share of deals that are won in the end.",
    "Multi-thread, confirm the decision process, disqualify early, learn from lost reasons.",
  ],
  mqlToWon: [
    "",
    "What the whole funnel makes of a marketing lead.",
    "Find its weakest stage and mend that one first.",
  ],
  mqlToSql: [
    "",
    "Quality of marketing's leads and speed of following up, in one figure.",
    "Agree on the definition; respond faster.",
  ],
  winRate: [
    "won ÷ (won + lost)",
    "Share of decided deals that are won; open ones do not count.",
    "Qualify better, engage three or more contacts, mend the main lost reason.",
  ],
  speedToLead: [
    "minutes from a lead's arrival to the first response",
    "How fast inbound interest is met; it cools within minutes.",
    "Automate routing, alert the owner, reassign after 30 minutes without action.",
  ],
  duplicateRate: [
    "duplicate accounts ÷ accounts",
    "How often one company stands in the CRM twice.",
    "Merge weekly; match on domain before creating.",
  ],
  bounceRate: [
    "bounced addresses ÷ addresses mailed",
    "How stale contact data is.",
    "Verify addresses at entry; retire those that bounce.",
  ],
  leadMatchRate: [
    "leads tied to an account ÷ leads",
    "Whether routing and attribution can see the company behind a lead.",
    "Match by domain, then by name; enrich the rest.",
  ],
  fieldCompletion: [
    "filled required fields ÷ required fields of open deals",
    "Whether the pipeline can be trusted at all.",
    "Require fields at stage changes; let managers check daily.",
  ],
  lossReasonRate: [
    "lost deals with a reason ÷ lost deals",
    "Whether losses teach anything.",
    "Make the reason mandatory when a deal closes.",
  ],
  techCost: [
    "yearly cost of tools ÷ ARR",
    "What the stack takes of the revenue it serves.",
    "Drop tools that overlap or nobody opens; one tool per job.",
  ],
};

/** A metric that the sources name without bands of their own. */
export interface PlainMetric {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly explanation: Explanation;
  /** What a profile's source says of it, if anything. */
  readonly targets: { readonly [P in Profile]?: string | undefined };
  readonly sources: Readonly<Record<Profile, string>>;
}

const inGuide = (section: number) => `Revenue Operations guide, section ${section}`;
const plain =
  (A: string) =>
  (names: string, explanation: Explanation, targetA?: string, targetB?: string, section = 0): PlainMetric => {
    const [name = "", ...aliases] = names.split(", ");
    const sources = { A, B: section ? inGuide(section) : A };
    return { key: name, name, aliases, explanation, targets: { A: targetA, B: targetB }, sources };
  };
const board = plain("RevOps Engine playbook, phase 5 (board metrics)");
const operating = plain("RevOps Engine playbook, phase 5 (operating and diagnostic metrics)");
const scorecard = plain("RevOps Engine playbook, phase 6 (capacity and rep scorecard)");
const planning = plain("RevOps Engine playbook, phase 11 (revenue plan)");
const guide = (section: number) => plain(inGuide(section));

export const PLAIN_METRICS: readonly PlainMetric[] = [
  board(
    "ARR, Annual recurring revenue",
    [
      "sum of the annual values of running contracts",
      "The yearly revenue you would keep if nothing changed.",
      "Win, expand and keep; the bridge shows which of them moved it.",
    ],
    "Depends on size; growth counts.",
  ),
  board("Net new ARR, ARR growth", [
    "new + expansion + returned − contraction − churn",
    "By how much recurring revenue grew in a period.",
    "See in the bridge whether growth or loss is the larger part.",
  ]),
  board(
    "CAC, Customer acquisition cost",
    [
      "sales and marketing spend ÷ new customers",
      "What it takes to win one customer.",
      "Shift spend to channels that convert; raise win rate; shorten the cycle.",
    ],
    "By contract value: under 500 below 1K, 2–5K to 10K, 10–25K to 50K, 30–60K to 100K, 50–150K and more above.",
  ),
  board(
    "LTV, CLV, Customer lifetime value, Lifetime value",
    [
      "ARPA × gross margin ÷ churn rate",
      "Gross profit of a customer until it leaves.",
      "Lower churn, expand accounts, raise margin.",
    ],
    "At least 3 times CAC.",
  ),
  board("ARPA, ARPU, Average revenue per account", [
    "recurring revenue ÷ customers",
    "What an average customer pays.",
    "Packaging, larger customers, expansion.",
  ]),
  board("Logo retention, Customer retention", [
    "(beginning customers − churned) ÷ beginning customers",
    "Share of customers that stay, whatever their size.",
    "Find in cohorts when and where they leave.",
  ]),
  board("Churn rate, Gross churn, Customer churn, Churn", [
    "ARR (or customers) lost ÷ ARR (or customers) at the start",
    "Share lost in a period.",
    "Act on falling usage 60 to 90 days ahead; call champions who change jobs.",
  ]),
  operating("Sales velocity, Pipeline velocity, Deal velocity, Velocity", [
    "opportunities × win rate × average deal size ÷ cycle days",
    "Revenue that the pipeline yields per day.",
    "Improve whichever of the four lags most; each counts in proportion.",
  ]),
  operating(
    "MQL volume, MQLs",
    [
      "leads at or above the MQL score",
      "Marketing's supply to sales.",
      "Set it backwards from won deals and conversions; watch quality with it.",
    ],
    "As many as the plan needs.",
  ),
  operating(
    "Average deal size, Deal size, ACV",
    [
      "amount won ÷ deals won",
      "How large a typical win is.",
      "Multi-year and larger packages; aim at larger accounts; discount less.",
    ],
    "Trending up quarter on quarter.",
  ),
  operating(
    "Sales cycle, Sales cycle length, Average sales cycle, Cycle",
    [
      "mean (and median) days from created to won",
      "How long money takes to come in.",
      "Meet the buyer's approver early; agree a plan with dates; drop deals that stall.",
    ],
    "Trending down quarter on quarter.",
    "10% shorter year on year.",
    7,
  ),
  operating("Time in stage, Stage duration", [
    "days between entering a stage and leaving it",
    "Where deals wait.",
    "Set an alert at the usual time; write down what moves a deal on.",
  ]),
  operating("Activities per opportunity, Activity, Activity metrics", [
    "calls, e-mails and meetings ÷ opportunities",
    "The effort behind a deal.",
    "Compare won with lost deals, then coach to the difference.",
  ]),
  operating("Content engagement", [
    "views and downloads by funnel stage",
    "Which content moves people on.",
    "Make more of what precedes a stage change, retire the rest.",
  ]),
  operating("Feature adoption", [
    "accounts using a feature ÷ accounts that have it",
    "An early sign of expansion or churn.",
    "Onboard to the features that retained customers use.",
  ]),
  operating("Support ticket velocity, Ticket velocity", [
    "tickets per account and week",
    "A sudden change predicts churn.",
    "Let customer success call when it jumps, or when a talkative account falls silent.",
  ]),
  operating(
    "Contacts engaged, Multi-threading",
    [
      "contacts active on a deal",
      "Deals with three or more are won 2.3 times as often.",
      "Map the buying group; ask for the next introduction.",
    ],
    "3 or more.",
  ),
  operating(
    "Stale opportunities, Stale deals",
    [
      "open deals without activity for 14 days or more",
      "Pipeline that exists on paper only.",
      "Give each a next step with a date, or close it.",
    ],
    "None past 14 days.",
  ),
  operating(
    "Lead score",
    [
      "behavioural points up to 60 + firmographic up to 40 + negatives",
      "How ready and fitting a lead is.",
      "Re-weigh signals by what won deals had in common.",
    ],
    "MQL from 50, hot from 75.",
  ),
  operating("Activation rate", [
    "sign-ups that reach the core milestone ÷ sign-ups",
    "Whether self-serve users find the value.",
    "Shorten the way to the first success.",
  ]),
  operating("Time to value", [
    "days from sign-up to the first success",
    "How soon a user sees why to pay.",
    "Templates, import and guidance in the product.",
  ]),
  operating("Free to paid, Conversion from free", [
    "paying accounts ÷ free accounts",
    "What self-serve turns into revenue.",
    "Call accounts with five active users or at a limit; mend the paywall.",
  ]),
  scorecard(
    "Quota attainment, Attainment",
    [
      "won ÷ quota",
      "How much of the target a rep makes.",
      "Coach the ratio that lags: activity, win rate or size; check that territories are fair.",
    ],
    "Accelerators from 100%, decelerators below 50%.",
  ),
  scorecard("Required AEs, Capacity, AEs needed", [
    "revenue target ÷ (quota × expected attainment)",
    "Ramped sellers that a target takes.",
    "Hire a ramp ahead; plan for attrition.",
  ]),
  scorecard(
    "Ramp, Ramp time",
    [
      "share of a full quota by month since hiring",
      "How soon a hire sells in full.",
      "Certification, shadowing, seeded pipeline.",
    ],
    "0% in months 1–2, 25% in 3, 50% in 4–5, then 100%.",
    "0% in months 1–2, 25% in 3, 50% in 4, 75% in 5, then 100%.",
    4,
  ),
  scorecard(
    "S&M share of revenue, S&M % of revenue, Sales and marketing spend, S&M",
    [
      "sales and marketing spend ÷ revenue",
      "What growth costs at the present motion.",
      "Match the motion to contract value.",
    ],
    "By contract value: under 30% below 1K, 30–50% to 10K, 40–60% to 50K, 50–70% to 100K, 40–60% above.",
  ),
  scorecard(
    "Calls per day, Calls",
    ["calls ÷ working days", "Outbound effort.", "Blocked hours; better lists."],
    "SDR 40–60, AE 8–12.",
  ),
  scorecard(
    "Emails per day, Emails",
    ["e-mails ÷ working days", "Outbound effort.", "Fewer, more personal ones where replies are rare."],
    "SDR 30–50, AE 15–20.",
  ),
  scorecard(
    "Meetings booked per week, Meetings, Meetings booked",
    ["meetings booked ÷ weeks", "What outreach yields.", "Improve the opening; multi-channel sequences."],
    "SDR 8–12, AE 10–15.",
  ),
  scorecard(
    "Demos per week, Demos",
    [
      "demos held ÷ weeks",
      "Deals a seller takes forward.",
      "Qualify before the demo; remind to cut no-shows.",
    ],
    "AE 5–8.",
  ),
  scorecard("Cost per meeting", [
    "fully loaded cost of a rep ÷ meetings held",
    "The price of a conversation.",
    "Cut no-shows; aim at accounts that fit.",
  ]),
  scorecard("Revenue per activity", [
    "revenue closed ÷ activities",
    "How well effort is aimed.",
    "Spend time on deals that can be won.",
  ]),
  scorecard("Pipeline to close ratio", [
    "pipeline created ÷ revenue closed",
    "How much pipeline one unit of revenue takes.",
    "Raise the win rate; stop creating deals that do not fit.",
  ]),
  planning(
    "Expansion rate, Expansion",
    [
      "expansion ARR ÷ beginning ARR",
      "Growth from customers you have.",
      "Act on usage above 80% of a limit, new teams, executive interest.",
    ],
    "30–40% of net new ARR.",
  ),
  planning(
    "New business share, New business",
    [
      "new ARR ÷ net new ARR",
      "How far growth hangs on new customers.",
      "Balance hunting with expansion, which is won 2 to 3 times as often.",
    ],
    "60–70% of net new ARR.",
  ),
  planning("Required pipeline, Pipeline needed", [
    "quota ÷ win rate × multiple",
    "Pipeline that a quota takes.",
    "Raise the win rate: it lowers what is needed.",
  ]),
  planning("Productive capacity", [
    "sellers × quota × attainment",
    "What the team can sell.",
    "Close the gap with hires a ramp ahead, or with a lower plan.",
  ]),
  guide(2)("Weighted pipeline, Weighted forecast", [
    "sum of amount × stage probability",
    "Expected value of the open deals.",
    "Learn probabilities from closed deals; clean out stale ones.",
  ]),
  guide(7)(
    "Pipeline created per rep, Pipeline per rep",
    [
      "pipeline created ÷ reps",
      "Whether everybody builds a future.",
      "Compare sources and territories of those who lag.",
    ],
    undefined,
    "Evenly spread.",
  ),
  guide(4)("Quota per AE, Quota", [
    "target ÷ ramped AEs × 1.15",
    "A rep's share of the target, with a buffer for those who leave.",
    "Check it against past attainment before setting it.",
  ]),
];
