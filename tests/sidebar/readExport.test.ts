import { describe, expect, it } from "vitest";
import { decodeText } from "../../sidebar/import/decodeText.js";
import { MAX_BYTES, readExport } from "../../sidebar/import/readExport.js";

const TEXT = "Deal Name,Amount\r\nCafé Müller,100\r\n";
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("decodeText", () => {
  it.each([
    ["UTF-8", utf8(TEXT), "UTF-8"],
    ["UTF-8 with a mark", utf8(`\uFEFF${TEXT}`), "UTF-8"],
    ["UTF-16 little endian with a mark", utf16(`\uFEFF${TEXT}`, true), "UTF-16"],
    ["UTF-16 big endian with a mark", utf16(`\uFEFF${TEXT}`, false), "UTF-16"],
    ["UTF-16 little endian without a mark", utf16(TEXT, true), "UTF-16"],
    ["UTF-16 big endian without a mark", utf16(TEXT, false), "UTF-16"],
    ["Windows-1252", latin(TEXT), "Windows-1252"],
  ])("reads %s", (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding });
  });

  it("leaves UTF-8 with one damaged character UTF-8", () => {
    const bytes = Uint8Array.of(...utf8("Café Müller "), 0xe9, ...utf8(" Señor"));
    expect(decodeText(bytes)).toEqual({ text: "Café Müller \uFFFD Señor", encoding: "UTF-8" });
  });

  it("takes an empty file for empty text", () => {
    expect(decodeText(new Uint8Array()).text).toBe("");
  });
});

describe("readExport", () => {
  const file = (name: string, bytes: Uint8Array, size = bytes.length) => ({
    name,
    size,
    arrayBuffer: async () => Uint8Array.from(bytes).buffer,
  });

  it("reads a file's text", async () => {
    expect((await readExport(file("deals.csv", utf8(TEXT)))).text).toBe(TEXT);
  });

  it("refuses more than 40 MB and says what to do", async () => {
    await expect(readExport(file("deals.csv", utf8(TEXT), MAX_BYTES + 1))).rejects.toThrow(
      "deals.csv has 41 MB, and up to 40 MB can be imported here: export fewer columns, or import it from the command line",
    );
    await expect(readExport(file("deals.csv", utf8(TEXT), MAX_BYTES))).resolves.toBeDefined();
  });

  it("refuses an empty file, a workbook, and a file that is gone", async () => {
    await expect(readExport(file("deals.csv", new Uint8Array()))).rejects.toThrow("deals.csv is empty");
    await expect(readExport(file("Deals.XLSX", utf8("PK")))).rejects.toThrow("export the list as CSV");
    const gone = {
      name: "deals.csv",
      size: 9,
      arrayBuffer: () => Promise.reject(new Error("NotFoundError")),
    };
    await expect(readExport(gone)).rejects.toThrow("deals.csv cannot be read");
  });
});
