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
