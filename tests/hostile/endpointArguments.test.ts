import { expect, test } from "vitest";
import { ENDPOINTS } from "../../src/apps-script/entries.js";
import { openAddOn } from "../apps-script/addOn.js";
import { csvOf } from "./hostileTexts.js";

/** What comes over the wire may name what every object has; no endpoint may change it, or take it for its own. */

const POISONED = [
  '{"__proto__":{"poisoned":true}}',
  '{"constructor":{"prototype":{"poisoned":true}}}',
  '{"mapping":{"__proto__":1,"constructor":1},"kind":"__proto__","choices":{"__proto__":{"poisoned":true},"kind":"constructor","mapping":{"__proto__":0}}}',
  '{"id":"__proto__","scores":{"__proto__":[1]},"intake":{"__proto__":{"poisoned":true},"constructor":"x"},"round":"__proto__","assessor":"constructor"}',
  '[{"tab":"__proto__","index":0,"column":"__proto__","row":"x","before":null,"after":"poisoned"}]',
];
const CSV = csvOf([
  ["Account ID", "Account Name", "__proto__"],
  ["__proto__", "constructor", "poisoned"],
]);

test.each(Object.keys(ENDPOINTS))("%s leaves every object as it is, whatever it is sent", (name) => {
  const workbench = openAddOn({ undoable: false });
  for (const json of POISONED) {
    for (const args of [
      [JSON.parse(json)],
      ["maturity", JSON.parse(json)],
      ["__proto__", JSON.parse(json)],
      [CSV, JSON.parse(json)],
      [CSV, "file", JSON.parse(json)],
    ]) {
      try {
        workbench.callEndpoint(name, args);
      } catch (error) {
        // A refusal is a sentence; what it says of wrong arguments is no matter here.
        expect(error).toHaveProperty("message");
      }
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).poisoned).toBeUndefined();
  expect(workbench.callEndpoint("listTemplates")).toBeDefined();
});
