import { describe, expect, it } from "vitest";
import type { StoredState } from "../../workbench/page/documentClient.js";
import { chooseOpening } from "../../workbench/page/opening.js";

const document = (name: string) => ({ name, workbook: {}, companion: null });
const stored: StoredState = {
  revision: "2.b",
  writer: "tab",
  base: "1.a",
  notice: null,
  document: document("on the server"),
};
const copy = (base: string | null, writer: string) => ({
  base,
  writer,
  json: JSON.stringify(document("kept")),
});

describe("chooseOpening", () => {
  it("opens the server's document when the browser kept nothing", () => {
    const opening = chooseOpening(stored, undefined, "new");
    expect(opening).toMatchObject({ base: "2.b", writer: "new", unsaved: false, leftover: null });
    expect(opening.document?.name).toBe("on the server");
  });

  it("goes on with kept work that follows from the server's document", () => {
    const opening = chooseOpening(stored, copy("2.b", "other"), "new");
    expect(opening).toMatchObject({ base: "2.b", writer: "other", unsaved: true, leftover: null });
    expect(opening.document?.name).toBe("kept");
  });

  it("goes on with kept work whose save did arrive though its answer got lost", () => {
    expect(chooseOpening(stored, copy("1.a", "tab"), "new")).toMatchObject({ unsaved: true, base: "1.a" });
  });

  it("leaves the choice to the user when the document has changed since", () => {
    const opening = chooseOpening(stored, copy("1.a", "other"), "new");
    expect(opening).toMatchObject({ unsaved: false, base: "2.b", leftover: { writer: "other" } });
    expect(opening.document?.name).toBe("on the server");
  });

  it("goes on with kept work when the server never got any", () => {
    const nothing: StoredState = { revision: null, writer: null, base: null, notice: null, document: null };
    expect(chooseOpening(nothing, copy(null, "tab"), "new")).toMatchObject({ unsaved: true, base: null });
  });
});
