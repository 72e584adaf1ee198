/** The spreadsheet engine and its framework, which index.html loads as scripts of their own. */
export type Engine = typeof import("@odoo/o-spreadsheet");
export type Model = InstanceType<Engine["Model"]>;
export type MenuSpec = Parameters<Engine["registries"]["topbarMenuRegistry"]["add"]>[1];

declare global {
  var o_spreadsheet: Engine;
  var owl: typeof import("owl-page");
}

export const engine: Engine = globalThis.o_spreadsheet;
