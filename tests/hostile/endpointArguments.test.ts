import { expect, test } from "vitest";
import { ENDPOINTS } from "../../src/apps-script/entries.js";
import { readDist } from "../../workbench/headless/readDist.js";
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

/** The bundle with a function of the test's own: its objects are none of the test's, and only it can look at them. */
const { code } = readDist("dist");
const WITH_PROBE = `${code}
function foundOnEveryObject() {
  var found = Object.getOwnPropertyNames(Object.prototype).concat(Object.getOwnPropertyNames(Array.prototype));
  for (var key in {}) found.push("enumerable " + key);
  return found;
}
function arrivesAs(sent) {
  return Object.keys(sent);
}`;

test("what is sent arrives with the names that every object has", () => {
  const workbench = openAddOn({ undoable: false, code: WITH_PROBE });
  expect(workbench.callEndpoint("arrivesAs", [JSON.parse('{"__proto__":{"a":1},"constructor":1}')])).toEqual([
    "__proto__",
    "constructor",
  ]);
});

test.each(Object.keys(ENDPOINTS))("%s leaves every object as it is, whatever it is sent", (name) => {
  const workbench = openAddOn({ undoable: false, code: WITH_PROBE });
  const before = workbench.callEndpoint("foundOnEveryObject");
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
  expect(workbench.callEndpoint("foundOnEveryObject")).toEqual(before);
  // The workbench handles the arguments first, on its own side.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(workbench.callEndpoint("listTemplates")).toBeDefined();
});
