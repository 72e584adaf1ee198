/** Letters that do not fall apart into a plain letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Legal forms and what joins them, as they stand at the end of a company's name. */
const LEGAL_FORMS = new Set(
  (
    "inc incorporated corp corporation co company ltd limited llc llp lp plc pc gmbh mbh ag kg kgaa ohg gbr ug ek ev se sa sas sasu " +
    "sarl sl slu srl srls spa snc bv nv vof cv ab oy oyj as asa aps ivs pty pvt private pte sdn bhd kk kft zrt nyrt sp z oo zoo sro doo dd " +
    "lda ltda eireli sapi de and haftungsbeschrankt"
  ).split(" "),
);

const ASCII = /^[ -~]*$/;
/** What would come out as it went in: most names, once they are in small letters. */
const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

const withoutAccents = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);

/** Text in small plain letters and digits: accents, case and punctuation do not tell two spellings apart. */
export function foldText(text: string): string {
  const plain = ASCII.test(text) ? text.toLowerCase() : withoutAccents(text);
  if (FOLDED.test(plain)) return plain;
  return plain
    .replace(/[&+]/g, " and ")
    .replace(/[.'’`´/]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of a name without a leading "the" and without the legal form at its end (Inc, GmbH & Co. KG, S.A. …). */
export function nameWords(name: string): string[] {
  const folded = foldText(name);
  if (folded === "") return [];
  const words = folded.split(" ");
  if (words.length > 1 && words[0] === "the") words.shift();
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] as string)) end--;
  return words.slice(0, end);
}
