import { distance } from "fastest-levenshtein";

/**
 * Finds functions by name, need or synonym. Every word of the question is looked up in every text of a function; how
 * much a hit counts depends on where it stands and how rare the word is, and a word that is nearly right still counts.
 */

export interface Findable {
  readonly name: string;
  readonly family: string;
  readonly summary: string;
  readonly formula: string;
  /** Phrases under which it is looked for, the entry's own first. */
  readonly synonyms: readonly string[];
  readonly parameters: readonly { readonly name: string }[];
}

/** Phrases that call certain functions to mind, the first one most. */
export type AskedFor = Readonly<Record<string, readonly string[]>>;

const FILLERS = new Set(
  "a an and are at be by can could do does for from give have how i in is it many me much my of on our out should show than that the their there they this to was we what when where which who why will with would you your".split(
    " ",
  ),
);
const WEIGHTS = { name: 10, synonyms: 8, parameters: 3, summary: 3, family: 2.5, formula: 2 };
type Field = keyof typeof WEIGHTS;

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Plurals and forms in -ing and -ed are the same word here. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(ies|ing|ed|es|s)$/, (end) => (end === "ies" ? "y" : "")) : word;

const BEGINNING = 0.8;

/** 1 for the same word, less for a beginning of it, less again for one or two slips of the pen. */
function likeness(asked: string, word: string): number {
  if (asked === word) return 1;
  const [one, other] = [stem(asked), stem(word)];
  if (one === other) return 0.95;
  if (asked.length >= 3 && word.startsWith(asked)) return BEGINNING;
  if (asked.length < 4) return 0;
  const slips = Math.min(distance(asked, word), distance(asked, word.slice(0, asked.length)));
  return slips <= (asked.length >= 7 ? 2 : 1) ? 0.6 : 0;
}

interface Indexed<T> {
  readonly item: T;
  readonly fields: Readonly<Record<Field, readonly string[]>>;
  readonly phrases: readonly string[];
  /** The words of its name, the prefix first. */
  readonly name: readonly string[];
}

export function createSearch<T extends Findable>(
  items: readonly T[],
  askedFor: AskedFor,
  familyWords: Readonly<Record<string, readonly string[]>>,
): (question: string) => T[] {
  const index = items.map((item): Indexed<T> => {
    const name = wordsOf(item.name.replace(/_/g, " "));
    const nameWords = name.filter((word) => word !== "revops");
    return {
      item,
      name,
      phrases: item.synonyms.map((phrase) => wordsOf(phrase).join(" ")),
      fields: {
        name: [...nameWords, nameWords.join("")],
        synonyms: item.synonyms.flatMap(wordsOf),
        parameters: item.parameters.flatMap(({ name }) => wordsOf(name.replace(/_/g, " "))),
        summary: wordsOf(item.summary),
        family: [...wordsOf(item.family), ...(familyWords[item.family] ?? []).flatMap(wordsOf)],
        formula: wordsOf(item.formula),
      },
    };
  });
  const called = Object.entries(askedFor).map(
    ([phrase, names]) => [wordsOf(phrase).join(" "), names] as const,
  );

  /** How well one word fits each function: its best place counts, the others add a little. */
  function fits(word: string): number[] {
    const likenesses = index.map(({ fields }) =>
      (Object.keys(WEIGHTS) as Field[]).map((field) => ({
        field,
        like: Math.max(0, ...fields[field].map((each) => likeness(word, each))),
      })),
    );
    // A word that stands somewhere as it was typed is no slip of the pen elsewhere.
    const spelt = likenesses.some((all) => all.some(({ like }) => like >= BEGINNING));
    const scores = likenesses.map((all) => {
      const hits = all.map(({ field, like }) => (spelt && like < BEGINNING ? 0 : WEIGHTS[field] * like));
      const best = Math.max(...hits);
      return best + 0.1 * (hits.reduce((sum, hit) => sum + hit, 0) - best);
    });
    const found = scores.filter((score) => score > 0).length;
    const rarity = found === 0 ? 0 : 1 + Math.log(items.length / found);
    return scores.map((score) => score * rarity);
  }

  return (question) => {
    const typed = wordsOf(question.replace(/_/g, " "));
    const all = typed.filter((word) => word !== "revops");
    if (all.length === 0) return [...items];
    const telling = all.filter((word) => !FILLERS.has(word));
    const words = telling.length > 0 ? telling : all;
    const phrase = all.join(" ");
    const perWord = words.map(fits);
    const scored = index.map(({ item, phrases, name }, at) => {
      const hits = perWord.map((scores) => scores[at] ?? 0);
      const matched = hits.filter((score) => score > 0).length;
      let score = hits.reduce((sum, hit) => sum + hit, 0) * (matched / words.length) ** 2;
      if (phrases.includes(phrase)) score += 60;
      else if (phrase.includes(" ") && phrases.some((own) => ` ${own} `.includes(` ${phrase} `))) score += 25;
      for (const [asked, names] of called) {
        const place = names.indexOf(item.name);
        if (place >= 0 && ` ${phrase} `.includes(` ${asked} `)) score += 90 - 6 * place;
      }
      if (name.slice(1).join(" ") === phrase) score += 120;
      if (name.join(" ") === typed.join(" ")) score += 240;
      // Of two names that hold the words, the one with nothing besides.
      const held = name.filter((each) => words.some((word) => likeness(word, each) > 0)).length;
      score += (6 * held) / (name.length - 1);
      return { item, score };
    });
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score > 0 && score >= best * 0.12)
      .sort((one, other) => other.score - one.score)
      .map(({ item }) => item);
  };
}
