import { expect, test } from "vitest";
import { filesClaspWouldPush, filesToPush } from "../../build/checkPush.js";

test("clasp pushes every file of the build and nothing else", () => {
  const would = filesClaspWouldPush(process.cwd());
  expect(would).toContain("Code.js");
  expect(would).toContain("appsscript.json");
  expect(would).toEqual(filesToPush(process.cwd()));
});
