import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readXlsx } from "../../../workbench/xlsx/readXlsx.js";
import { UnreadableFile } from "../../../workbench/xlsx/unpack.js";
import { writeXlsx } from "../../../workbench/xlsx/writeXlsx.js";
import { sampleModel, testEngine } from "./sample.js";

const engine = await testEngine();

function refusal(bytes: Uint8Array): string {
  try {
    readXlsx(bytes, engine);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    return (error as Error).message;
  }
  return "";
}

const OLD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encrypted = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
const TYPES = { "[Content_Types].xml": strToU8("<Types/>") };

test.each([
  ["text", strToU8("id,name\n1,x"), "This file is not an Excel workbook: choose a file that ends in .xlsx."],
  ["nothing", new Uint8Array(), "This file is not an Excel workbook: choose a file that ends in .xlsx."],
  [
    "an old workbook",
    Uint8Array.from([...OLD, ...Array<number>(600).fill(0)]),
    "This is an old .xls workbook: open it in Excel or LibreOffice and save it as .xlsx.",
  ],
  [
    "a workbook under a password",
    Uint8Array.from([...OLD, 0, 0, ...encrypted]),
    "This workbook is protected by a password: remove the password in Excel and save it again.",
  ],
  [
    "another zip",
    zipSync({ "a.txt": strToU8("x") }),
    "This file is a zip, but there is no Excel workbook in it.",
  ],
  [
    "a path that leads outside",
    zipSync({ ...TYPES, "../xl/workbook.xml": strToU8("<workbook/>") }),
    "The workbook is damaged: one of its parts has a path that leads outside it.",
  ],
  [
    "a workbook without sheets",
    zipSync({ ...TYPES, "xl/workbook.xml": strToU8("<workbook/>") }),
    "There is no worksheet in this workbook.",
  ],
  [
    "definitions of entities",
    zipSync({ ...TYPES, "xl/workbook.xml": strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') }),
    "The workbook is damaged: its part xl/workbook.xml holds definitions no workbook needs.",
  ],
])("%s is refused in one sentence", (_, bytes, message) => expect(refusal(bytes)).toBe(message));

test("a file cut short is refused", () => {
  const bytes = writeXlsx(sampleModel(engine), engine);
  expect(refusal(bytes.slice(0, bytes.length / 2))).toBe(
    "The workbook is damaged or cut short: save or download it again.",
  );
});

test("a small file that unpacks to more than 200 MB is refused before it is unpacked", () => {
  const bytes = zipSync({ "xl/workbook.xml": strToU8("x".repeat(1000)) });
  // The size an entry claims stands 24 bytes into its record of the zip's directory.
  const record = bytes.findIndex((_, at) =>
    [0x50, 0x4b, 1, 2].every((byte, index) => bytes[at + index] === byte),
  );
  new DataView(bytes.buffer).setUint32(record + 24, 201 * 1024 * 1024, true);
  expect(refusal(bytes)).toBe("The workbook unpacks to more than 200 MB and was not opened.");
});

test("a zip of too many parts is refused", () => {
  const files = Object.fromEntries(
    Array.from({ length: 10_001 }, (_, index) => [`a${index}`, new Uint8Array()]),
  );
  expect(refusal(zipSync(files, { level: 0 }))).toBe(
    "The workbook holds more than 10000 parts and was not opened.",
  );
});
