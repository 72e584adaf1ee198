import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { functionReference, REFERENCE_HEAD, withDerivedParts } from "../../build/reference.js";

test("the README's lists of functions and templates are those of the declarations", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme, "run `npm run reference`").toBe(withDerivedParts(readme));
});

test("the function reference is that of the catalogue", () => {
  expect(readFileSync("docs/functions.md", "utf8"), "run `npm run reference`").toBe(
    REFERENCE_HEAD + functionReference(),
  );
});
