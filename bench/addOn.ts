import { nodeRealm } from "../workbench/headless/nodeRealm.js";
import { readDist } from "../workbench/headless/readDist.js";

/** The built bundle as Google Sheets calls it: in a context of its own, with grids and dates made in there. */

export type Call = () => unknown;

export interface AddOn {
  /** A call of the custom function with these arguments, ready to be made many times. */
  readonly call: (name: string, args: readonly unknown[]) => Call;
}

/** Makes a value again inside the context, as Google does with what stands in cells. */
const OWN_VALUE = `(function own(value) {
  if (Array.isArray(value)) {
    var copy = new Array(value.length);
    for (var index = 0; index < value.length; index++) copy[index] = own(value[index]);
    return copy;
  }
  return typeof value === "object" && value !== null ? new Date(Number(value)) : value;
})`;

export function loadAddOn(): AddOn {
  const { code, html } = readDist("dist");
  const realm = nodeRealm();
  realm.define("SpreadsheetApp", { getActive: () => ({ getSpreadsheetTimeZone: () => "UTC" }) });
  realm.define("HtmlService", {
    createTemplateFromFile: (name: string) => ({ getRawContent: () => html[name] }),
  });
  realm.evaluate(code);
  const own = realm.evaluate(OWN_VALUE) as (value: unknown) => unknown;
  return {
    call: (name, args) => {
      const script = realm.lookup(name);
      if (!script) throw new Error(`${name} is no function of dist/Code.js.`);
      const given = args.map(own);
      return () => script(...given);
    },
  };
}
