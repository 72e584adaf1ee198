/**
 * Everything the sample says in words. The lists are strings that are split on use, because quotes and commas
 * around each word would cost the bundle a third more. All companies and people are invented.
 */

const split = (words: string) => words.split("|");

const ROOTS =
  "Quillhaven|Norvessa|Tavorin|Okanto|Brindlemoor|Yamasedo|Zelmark|Lindqvara|Osteria Blu|Kestwick|Pellandra|" +
  "Virelli|Ashgrovia|Dunmarrow|Sorvane|Hakubara|Mirembe|Castellvar|Fjordane|Greywillow|Ibarrola|Jasminda|" +
  "Korvath|Lumovia|Marrowby|Nandaka|Ottervale|Pradosa|Rookhurst|Saltmere|Tindrell|Ulvera|Vantorra|Wexcombe|" +
  "Xandiva|Yarrowdale|Zubaru|Almeira|Bellorno|Cindermill|Drosselberg|Elkanah|Farrowgate|Gullhaven|Hestra Nord|" +
  "Ikonda|Juniperra|Kowhaia";
const TRADES =
  "Logistics|Health|Foods|Energy|Robotics|Travel|Retail|Media|Insurance|Labs|Freight|Dental|Learning|Homes|" +
  "Textiles|Software|Marine|Analytics|Brewing|Security|Paper|Capital|Farms|Studios";

/** Every root with every trade: 1,152 accounts, more than the sample has deals. */
export function accountNames(): string[] {
  return split(ROOTS).flatMap((root) => split(TRADES).map((trade) => `${root} ${trade}`));
}

/** People at the customers, by first name as in a rep's note. */
export const buyers = () =>
  split(
    "Amara|Bence|Chloe|Dmitri|Esra|Femi|Greta|Hiroshi|Inés|Jamal|Kavya|Liam|Mei|Noor|Olga|Paulo|Ruth|Sven",
  );

/** What reps write as the next step, by open stage; @ is a person, # a day. */
export const nextSteps = () =>
  [
    "Discovery call with @ on #|Find out who owns the budget, ask @ by #|Send @ two customer stories by #|" +
      "Second call #, @ brings the ops lead|Call @ back # about current tooling",
    "@ to confirm budget range by #|Map the buying process with @ on #|Meet @ and the finance lead #|" +
      "Agree success criteria with @ by #|Waiting for @ to share seat counts, chase #",
    "Tailored demo for @'s team on #|Technical deep dive with @ #|Set up trial workspace for @ by #|" +
      "Demo follow-up #: @ wants to see the CRM sync|Review trial results with @ on #",
    "Send revised proposal to @ by #|Walk @ through pricing options on #|@ presents our proposal to the CFO #|" +
      "Reference call for @ booked for #|Security questionnaire back to @ by #",
    "Redlines due back from @'s legal team #|Final pricing call with @ on #|@ to send the purchase order by #|" +
      "Signature planned for #, @ is the signer|Procurement review #, @ expects no surprises",
  ].map(split);

/** Why deals are lost, by the last open stage they had reached: early ones fade, late ones are beaten. */
export const lossReasons = () =>
  [
    "Went silent|No real need|Bad timing|No budget",
    "No budget|Bad timing|Went silent|Champion left",
    "Missing feature|Chose a competitor|No decision|Bad timing",
    "Price|Chose a competitor|No decision|Champion left",
    "Price|Chose a competitor|No decision|Legal terms",
  ].map(split);

/** What the trade in an account's name says about its industry, in the order of the trades. */
const INDUSTRIES =
  "Logistics|Healthcare|Food|Energy|Manufacturing|Travel|Retail|Media|Insurance|Life sciences|Logistics|Healthcare|" +
  "Education|Real estate|Manufacturing|Software|Logistics|Software|Food|Security|Manufacturing|Financial services|" +
  "Food|Media";

export function industryOf(account: string): string {
  const trade = account
    .replace(/, Inc\.$/, "")
    .split(" ")
    .pop() as string;
  return split(INDUSTRIES)[split(TRADES).indexOf(trade)] ?? "Other";
}

const LAST_NAMES =
  "Abara|Bergqvist|Castellan|Dubrovin|Ekwueme|Falkner|Grimaldo|Hollander|Iwasaki|Jaramillo|Kowalik|Lindholm|Mbeki|" +
  "Novotna|Oyelaran|Pashkov|Quiroga|Rasmusson|Silvestri|Thackeray|Umarov|Vandermeer|Whitlock|Yamashiro|Zielinka";

export const lastNames = () => split(LAST_NAMES);

/** City, country, region: the first eight are where the company sells. */
export const places = () =>
  split(
    "Boston/United States/North America|Chicago/United States/North America|Austin/United States/North America|" +
      "Toronto/Canada/North America|London/United Kingdom/Europe|Berlin/Germany/Europe|Amsterdam/Netherlands/Europe|" +
      "Stockholm/Sweden/Europe|Singapore/Singapore/Asia Pacific|São Paulo/Brazil/Latin America",
  ).map((place) => place.split("/") as [city: string, country: string, region: string]);

/** Job title, seniority, role in deals, persona. */
export const jobs = () =>
  split(
    "Chief Operating Officer/C-level/Economic buyer/Executive|VP Operations/VP/Economic buyer/Executive|" +
      "VP Sales/VP/Decision maker/Executive|Head of Revenue Operations/Director/Champion/Operator|" +
      "Operations Manager/Manager/Champion/Operator|IT Director/Director/Technical buyer/Technologist|" +
      "Systems Analyst/Individual/User/Technologist|Team Lead/Manager/User/Operator|Legal Counsel/Individual/Legal/Gatekeeper|" +
      "Procurement Manager/Manager/Procurement/Gatekeeper",
  ).map((job) => job.split("/") as [title: string, seniority: string, role: string, persona: string]);

/** A name as it stands in a web or e-mail address. */
export const addressPart = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/, inc\.$/, "")
    .replace(/[^a-z0-9]+/g, "-");

export const technologies = () =>
  split("Salesforce|HubSpot|Slack|Snowflake|Zendesk|Microsoft 365|SAP|Google Workspace");
export const growthSignals = () =>
  split("Hiring in operations|New office|New funding round|New market|Acquisition");
export const churnReasons = () => split("Price|Competitor|Low usage|Champion left|Went out of business");
export const contractionReasons = () => split("Fewer seats|Budget cut|Cheaper plan");

export const channels = () =>
  split(
    "Organic search|Paid search|LinkedIn ads|Webinar|Content download|Event|Referral|Partner|Outbound e-mail",
  );
export const campaigns = () =>
  split("Spring launch|Buyer's guide|Benchmark report|Product webinar|Customer stories|Retargeting|Roadshow");
