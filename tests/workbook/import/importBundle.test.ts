import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("the import runs as ES2019 in a realm that has nothing but the language, as in Apps Script", async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL("../../../src/workbook/import/index.ts", import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "Import",
    target: "es2019",
  });
  const code = outputFiles[0]?.text ?? "";
  expect(() => parse(code, { ecmaVersion: 2019 })).not.toThrow();
  const realm = createContext({});
  runInContext(code, realm);
  const csv = 'Deal ID;Deal;Stage;Amount;Close Date\\n1;"Acme; new";Closed Won;1.234,50;31.03.2026';
  const request = `{ source: "${csv.replace(/"/g, '\\"')}", settings: { stages: [], asOf: 46083 } }`;
  const deal = JSON.parse(runInContext(`JSON.stringify(Import.buildImport(${request}).added[0])`, realm));
  expect(deal).toMatchObject({ name: "Acme; new", amount: 1234.5, outcome: "Won", closed: 46112 });
});
