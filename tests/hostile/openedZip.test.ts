import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { fileOf, inline, open, partsOf, refusal } from "./hostileXlsx.js";

/** The zip of a workbook that somebody sends: what it says of itself is not believed. Its size is tested with unpack. */

/** Writes into each record of a zip's directory (PK 1 2) or before each entry (PK 3 4). */
function patched(
  bytes: Uint8Array,
  mark: readonly number[],
  at: number,
  write: (view: DataView, at: number) => void,
) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let place = 0; place < copy.length - 4; place++) {
    if (mark.every((byte, index) => copy[place + index] === byte)) write(view, place + at);
  }
  return copy;
}
const DIRECTORY = [0x50, 0x4b, 1, 2];
const ENTRY = [0x50, 0x4b, 3, 4];

/** The same zip with a part under another name of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const rename = (file: Uint8Array, mark: readonly number[], at: number) =>
    patched(file, mark, at, (view, place) => {
      const name = new Uint8Array(view.buffer, place, from.length);
      if (String.fromCharCode(...name) === from) name.set(strToU8(to));
    });
  return rename(rename(bytes, ENTRY, 30), DIRECTORY, 46);
}

describe("the zip around a workbook", () => {
  test("holds a workbook that stands within another, as a part that is not read", () => {
    const nested = fileOf({ rows: inline("from within"), sheetName: "Within" });
    const { model, losses } = open(
      fileOf({ rows: inline("kept"), parts: { "xl/embeddings/more.xlsx": nested } }),
    );
    expect(model.getters.getSheetIds().map((id) => model.getters.getSheetName(id))).toEqual(["One"]);
    expect(JSON.stringify(model.exportData())).not.toContain("from within");
    expect(losses).toEqual([]);
  });

  test("that says a part is smaller than it is, is refused", () => {
    const bytes = fileOf({ rows: inline("x".repeat(5000)) });
    const lying = patched(bytes, DIRECTORY, 24, (view, at) => view.setUint32(at, 100, true));
    expect(refusal(lying)).toBe("The workbook is damaged or cut short: save or download it again.");
  });

  test("whose parts are encrypted is refused", () => {
    const locked = patched(fileOf({ rows: inline("x") }), DIRECTORY, 8, (view, at) =>
      view.setUint16(at, view.getUint16(at, true) | 1, true),
    );
    expect(refusal(locked)).toBe(
      "This workbook is protected by a password: remove the password in Excel and save it again.",
    );
  });

  test("that holds a part twice is refused: programs differ in which of them they show", () => {
    const bytes = fileOf({
      rows: inline("x"),
      parts: { "xl/workbook.xmm": partsOf({})["xl/workbook.xml"] as Uint8Array },
    });
    expect(refusal(renamed(bytes, "xl/workbook.xmm", "xl/workbook.xml"))).toBe(
      "The workbook is damaged: its part xl/workbook.xml stands in it twice.",
    );
  });

  test.each([
    "../evil.xml",
    "/etc/passwd",
    "C:/evil.xml",
    "xl\\..\\evil.xml",
    "xl/../../evil.xml",
    "xl/..\\evil.xml",
  ])("with a part called %s is refused", (path) => {
    expect(refusal(fileOf({ parts: { [path]: "x" } }))).toBe(
      "The workbook is damaged: one of its parts has a path that leads outside it.",
    );
  });

  test("cut short anywhere is refused", () => {
    const bytes = fileOf({ rows: inline("x") });
    for (let length = 4; length < bytes.length; length += Math.ceil(bytes.length / 20)) {
      expect(refusal(bytes.slice(0, length))).toMatch(
        /^(?:The workbook is damaged or cut short|This file is)/,
      );
    }
  });
});
