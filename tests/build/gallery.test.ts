import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { galleryPage, pictureOf } from "../../build/gallery.js";
import { TEMPLATES } from "../../sheets-templates/index.js";

describe("the gallery", () => {
  test("is what the templates say; if not, run npm run gallery", () => {
    expect(readFileSync("docs/gallery.md", "utf8")).toBe(galleryPage(TEMPLATES));
  });

  test.each(TEMPLATES)("shows a picture of $title", (template) => {
    expect(existsSync(`docs/${pictureOf(template)}`)).toBe(true);
  });
});
