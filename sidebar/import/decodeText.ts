/** From the bytes of an export to its text, whatever the program that wrote it took for an encoding. */

export interface DecodedText {
  readonly text: string;
  /** As a person would name it. */
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

const SAMPLE_BYTES = 4096;

export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingOfMark(bytes);
  if (marked === "utf-8") return { text: decode(bytes, marked), encoding: "UTF-8" };
  const wide = marked ?? wideEncoding(bytes);
  if (wide) return { text: decode(bytes, wide), encoding: "UTF-16" };
  const text = decode(bytes, "utf-8");
  if (isBroken(text)) return { text: decode(bytes, "windows-1252"), encoding: "Windows-1252" };
  return { text, encoding: "UTF-8" };
}

/** Takes a byte order mark off as well. */
const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** Western text in UTF-16 without a mark has a zero in nearly every second byte; other text files have none at all. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? "even" : "odd"]++;
  });
  const many = sample.length * 0.3;
  // Zeros in both places are no text but a spreadsheet or an archive.
  if (zeros.odd > many && zeros.even === 0) return "utf-16le";
  if (zeros.even > many && zeros.odd === 0) return "utf-16be";
  return undefined;
}

/**
 * One damaged character does not make a UTF-8 file Windows-1252: only when the characters that could not be read
 * outnumber the accents and signs that could.
 */
function isBroken(text: string): boolean {
  if (!text.includes("\uFFFD")) return false;
  let unreadable = 0;
  let readable = 0;
  for (const character of text) {
    if (character === "\uFFFD") unreadable++;
    else if (character > "\u007F") readable++;
  }
  return unreadable > readable;
}
