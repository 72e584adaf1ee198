import { readFileSync } from "node:fs";
import { type Comment, type FunctionDeclaration, type Identifier, parse } from "acorn";
import { describe, expect, test } from "vitest";
import { checkNames } from "../../build/stubs.js";
import { ENTRY_NAMES } from "../../src/apps-script/entries.js";
import { CATALOGUE } from "../../src/functions/catalogue.js";
import { elementwise } from "../../src/functions/definition.js";
import { count } from "../../src/functions/parameters.js";

const code = readFileSync("dist/Code.js", "utf8");
const actions = readFileSync("dist/actions.html", "utf8");
const studies = readFileSync("dist/studies.html", "utf8");
const comments: Comment[] = [];
const program = parse(code, { ecmaVersion: 2019, sourceType: "script", onComment: comments });
const declarations = program.body.filter(
  (statement): statement is FunctionDeclaration => statement.type === "FunctionDeclaration",
);
const named = (name: string) => declarations.find(({ id }) => id?.name === name);
const commentAbove = ({ start }: FunctionDeclaration) =>
  comments.find(({ end }) => end < start && code.slice(end, start).trim() === "");

describe("the bundle that clasp pushes", () => {
  test("is ES2019 and runs nothing while it loads", () => {
    expect(program.body.map(({ type }) => type)).toEqual(program.body.map(() => "FunctionDeclaration"));
  });

  test.each(CATALOGUE.map((definition) => [definition.name, definition] as const))(
    "%s is a top-level function with its real parameter names and its help directly above",
    (name, definition) => {
      const declaration = named(name);
      expect(declaration).toBeDefined();
      if (!declaration) return;
      const parameters = definition.parameters.map((parameter) => parameter.name);
      expect(declaration.params.map((parameter) => (parameter as Identifier).name)).toEqual(parameters);
      const help = commentAbove(declaration)?.value ?? "";
      expect(help).toContain("@customfunction");
      const documented = [...help.matchAll(/@param \{[^}]+\} (\w+) (.+)/g)];
      expect(documented.map((match) => match[1])).toEqual(parameters);
      for (const [, , text] of documented) expect(text?.length).toBeGreaterThan(10);
    },
  );

  test("has a top-level function for every menu entry and endpoint", () => {
    for (const name of [...ENTRY_NAMES, "onOpen", "onInstall"]) expect(named(name), name).toBeDefined();
  });

  test("asks for two permissions, the spreadsheet at hand and its own sidebars", () => {
    const manifest = JSON.parse(readFileSync("dist/appsscript.json", "utf8"));
    expect(manifest.oauthScopes).toEqual([
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/script.container.ui",
    ]);
    expect(manifest.runtimeVersion).toBe("V8");
  });

  test("mentions no service that would need a third permission, and no network", () => {
    const wider =
      /UrlFetchApp|DriveApp|GmailApp|MailApp|CalendarApp|DocumentApp|SlidesApp|FormApp|ScriptApp|openById|openByUrl|getActiveUser|getEffectiveUser|XMLHttpRequest|\bfetch\(/;
    expect(wider.exec(code)?.[0]).toBeUndefined();
    expect(wider.exec(actions)?.[0]).toBeUndefined();
    expect(wider.exec(studies)?.[0]).toBeUndefined();
  });

  test("stays small: every formula pays for loading it, and help texts stand in it once", () => {
    expect(Buffer.byteLength(code)).toBeLessThan(200 * 1024);
    for (const { name, summary } of CATALOGUE) expect(code.split(summary).length, name).toBe(2);
  });

  test("keeps menus, templates, imports and works of reference out of what a formula loads", () => {
    for (const loaded of [code, studies]) expect(loaded).not.toContain("insertSheet");
    expect(actions).toContain("insertSheet");
    const workOfReference = "Teams work in silos";
    expect(code).not.toContain(workOfReference);
    expect(studies).toContain(workOfReference);
  });
});

describe("names that Google would not see stop the build", () => {
  const named = (name: string) =>
    elementwise({
      name,
      family: "pipeline",
      summary: "",
      formula: "",
      parameters: [count("deals", "")],
      result: "",
      source: "",
      examples: [],
      compute: (deals) => deals,
    });

  test.each([
    ["REVOPS_VELOCITY_", "private"],
    ["LTV1", "cell reference"],
    ["VELOCITY", "REVOPS_ or LEAD_"],
    ["Revops_velocity", "capitals"],
  ])("%s", (name, why) => {
    expect(() => checkNames([named(name)], [])).toThrow(why);
  });

  test("two functions that differ by case only", () => {
    expect(() => checkNames([named("REVOPS_A_B")], ["revops_a_b"])).toThrow("twice");
  });
});
