/** Opens a file from outside: nothing in it is trusted, and each refusal is one clear sentence. */
import { strFromU8, unzipSync } from "fflate";
import { Checksum } from "./checksum.js";
import { zipDirectory } from "./zipDirectory.js";

/** A file that cannot be opened; the message is for the person who chose it. */
export class UnreadableFile extends Error {}

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 200 * 1024 * 1024;

/** The start of Microsoft's older container: an .xls file, or an .xlsx that a password protects. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED_MARK = utf16("EncryptedPackage");
const PROTECTED = "This workbook is protected by a password: remove the password in Excel and save it again.";
const CUT_SHORT = "The workbook is damaged or cut short: save or download it again.";

export interface Unpacked {
  /** XML parts by path. */
  readonly parts: Map<string, string>;
  /** Pictures and the like. */
  readonly others: Map<string, Uint8Array>;
}

export function unpack(bytes: Uint8Array): Unpacked {
  if (OLD_CONTAINER.every((byte, index) => bytes[index] === byte)) {
    throw new UnreadableFile(
      includes(bytes, ENCRYPTED_MARK)
        ? PROTECTED
        : "This is an old .xls workbook: open it in Excel or LibreOffice and save it as .xlsx.",
    );
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new UnreadableFile("This file is not an Excel workbook: choose a file that ends in .xlsx.");
  }
  const files = unzip(bytes);
  const parts = new Map<string, string>();
  const others = new Map<string, Uint8Array>();
  for (const [path, content] of files) {
    if (!/\.(?:xml|rels|vml)$/i.test(path)) {
      others.set(path, content);
      continue;
    }
    const text = decode(content);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
      throw new UnreadableFile(
        `The workbook is damaged: its part ${path} holds definitions no workbook needs.`,
      );
    }
    parts.set(path, text);
  }
  if (
    !parts.has("[Content_Types].xml") ||
    ![...parts.keys()].some((path) => /(^|\/)workbook\.xml$/.test(path))
  ) {
    throw new UnreadableFile("This file is a zip, but there is no Excel workbook in it.");
  }
  return { parts, others };
}

function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  let files: Record<string, Uint8Array>;
  const names = new Set<string>();
  const directory = zipDirectory(bytes);
  if (directory.some(({ isEncrypted }) => isEncrypted)) throw new UnreadableFile(PROTECTED);
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        total += originalSize;
        if (entries > MOST_ENTRIES) {
          throw new UnreadableFile(`The workbook holds more than ${MOST_ENTRIES} parts and was not opened.`);
        }
        if (total > MOST_BYTES) {
          throw new UnreadableFile("The workbook unpacks to more than 200 MB and was not opened.");
        }
        if (
          name.startsWith("/") ||
          name.includes("\\") ||
          /^[a-z]:/i.test(name) ||
          name.split("/").includes("..")
        ) {
          throw new UnreadableFile(
            "The workbook is damaged: one of its parts has a path that leads outside it.",
          );
        }
        // Programs differ in which of two they show.
        if (names.has(name)) {
          throw new UnreadableFile(`The workbook is damaged: its part ${name} stands in it twice.`);
        }
        names.add(name);
        return !name.endsWith("/");
      },
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(CUT_SHORT);
  }
  // A part that is not as long as it says comes out cut, and nothing else would tell.
  const sums = new Map(directory.map(({ name, checksum }) => [name, checksum]));
  const unpacked = new Map(Object.entries(files));
  for (const [name, content] of unpacked) {
    const sum = sums.get(name);
    if (sum !== undefined && sum !== new Checksum().addBytes(content).text) {
      throw new UnreadableFile(CUT_SHORT);
    }
  }
  return unpacked;
}

function decode(content: Uint8Array): string {
  // Byte order marks: UTF-16 either way, or UTF-8's, which has to go.
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder("utf-16le").decode(content);
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder("utf-16be").decode(content);
  const text = strFromU8(content);
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function utf16(text: string): number[] {
  return [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
