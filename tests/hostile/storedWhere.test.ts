import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { TEMPLATES } from "../../sheets-templates/index.js";
import { RUN_NOTES } from "../../src/apps-script/sheets/runNote.js";
import { DATA_TABS } from "../../src/workbook/tabs/index.js";
import { DocumentFile, removeUnfinished } from "../../workbench/server/documentFile.js";
import { lastPort, rememberPort } from "../../workbench/server/lastPort.js";
import { startWorkbench } from "../../workbench/server/server.js";
import { openAddOn, sheetNames } from "../apps-script/addOn.js";
import { importInSteps } from "../apps-script/importInSteps.js";
import { csvOf } from "./hostileTexts.js";

/** docs/privacy.md says what is stored where: it is held to the code, and the code to it. */

const page = readFileSync("docs/privacy.md", "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| "));
const named = (pattern: RegExp): string[] => rows.flatMap((row) => pattern.exec(row)?.[1] ?? []);

describe("in Google Sheets", () => {
  const workbook = openAddOn({ undoable: false });
  const draft = { id: "a-1", round: "Spring", assessor: "Ann", scores: [3], intake: {} };
  const deals = csvOf([
    ["Deal ID", "Deal", "Stage", "Amount", "Mystery"],
    ["1", "One", "Proposal", "1000", "x"],
  ]);
  importInSteps(workbook, deals, { choices: { mapping: { owner: 4 } } });
  for (const kind of ["maturity", "rubric"]) workbook.callEndpoint("saveAssessmentDraft", [kind, draft]);
  const saved = {
    draft: "b-2",
    round: "Spring",
    assessor: "Ann",
    scores: [1, 2, 3, 4, 5, 3],
    intake: {},
    evidence: "",
  };
  workbook.callEndpoint("saveAssessment", ["maturity", saved]);
  workbook.run("takeSnapshot");
  workbook.run("showReceipts");

  test("every document property is on the page, and no other one", () => {
    const kept = Object.keys(workbook.document().companion.properties ?? {});
    const listed = named(/^\| document property `([^`]+)`/);
    expect(kept).toHaveLength(listed.length);
    for (const name of listed) expect(kept.filter((key) => key.startsWith(name))).toHaveLength(1);
  });

  test("every note that a run makes for itself is on the page, and no other one", () => {
    expect(named(/^\| for seconds: document property `([^`]+)`/).sort()).toEqual([...RUN_NOTES].sort());
  });

  test("the remembered choices hold no cell of the export", () => {
    const kept = JSON.stringify(workbook.document().companion.properties);
    expect(kept).toContain("revops.import.choices");
    for (const text of ["Mystery", "Proposal", "1000", "One"]) expect(kept).not.toContain(text);
  });

  test("every tab that is made is on the page", () => {
    const known = new Set([...DATA_TABS, ...TEMPLATES].map(({ title }) => title));
    const others = sheetNames(workbook).filter((name) => !known.has(name) && !/^Sheet ?1$/.test(name));
    expect(others.sort()).toEqual(["Receipts", "RevOps undo", "Settings"]);
    const places = rows.map((row) => row.split("|")[1] ?? "").join();
    for (const name of [...others, "Assessments", "History"]) expect(places).toContain(name);
  });
});

describe("in the workbench", () => {
  const sources = (folder: string): { file: string; text: string }[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));

  test("every key of the browser's storage is on the page, and no other storage is used", () => {
    const keys = [...sources("workbench"), ...sources("sidebar")].flatMap(({ file, text }) => {
      const uses = [
        ...text.matchAll(
          /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|cookieStore)\b(?:\.(?:get|set|remove)Item\((\w+))?/g,
        ),
      ];
      // The frame that is stripped of everything names nothing; a mention without a key would have to be looked at.
      return uses.map(([, storage, name]) => {
        const value = name && new RegExp(`const ${name} = "([^"]+)"`).exec(text)?.[1];
        return `${file}: ${storage} ${value ?? "?"}`;
      });
    });
    const [key] = named(/local storage, `([^`]+)`/);
    expect([...new Set(keys)]).toEqual([`page/keptCopy.ts: localStorage ${key}`]);
  });

  test("every file beside the workbook's is on the page, and the other way round", async () => {
    const folder = mkdtempSync(join(tmpdir(), "stored-"));
    const path = join(folder, "workbook.json");
    const file = new DocumentFile(path);
    const json = JSON.stringify({ name: "x", workbook: {}, companion: null });
    let base: string | null = null;
    for (const replaces of [false, true]) {
      const saved = await file.save({ json, base, writer: "one", replaces });
      base = saved.revision;
    }
    writeFileSync(path, "damaged");
    await file.read();
    await file.save({ json, base: null, writer: "one", replaces: false });
    writeFileSync(`${path}.writing`, "half");
    rememberPort(path, 4720);
    const names = readdirSync(folder).map((name) => name.replace(/damaged-[\dTZ-]+/, "damaged-…"));
    const listed = named(/^\| `\.workbench\/([^`]+)`/);
    expect(names.sort()).toEqual([...listed].sort());
    await removeUnfinished(path);
    expect(readdirSync(folder)).not.toContain("workbook.json.writing");
    expect(lastPort(path)).toBe(4720);
  });

  test("the server logs nothing of a workbook, whatever it is sent", async () => {
    const said: string[] = [];
    const spies = (["log", "error", "warn", "info", "debug"] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => void said.push(parts.join(" "))),
    );
    const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => !!said.push(String(text)));
    const folder = mkdtempSync(join(tmpdir(), "stored-"));
    const server = await startWorkbench({
      dist: "dist",
      documentFile: join(folder, "workbook.json"),
      ports: [0],
    });
    try {
      const headers = { "Content-Type": "application/json", "X-Workbench-Tab": "one" };
      for (const body of ['{"workbook":{"secret":"Ann Lee"}}', '{"secret":"Ann Lee"}', "Ann Lee"]) {
        await fetch(`${server.url}api/document`, { method: "PUT", headers, body });
      }
      await fetch(`${server.url}Ann%20Lee`);
      writeFileSync(join(folder, "workbook.json"), "damaged: Ann Lee");
      await fetch(`${server.url}api/document`);
    } finally {
      await server.close();
      for (const spy of [...spies, out]) spy.mockRestore();
    }
    expect(said.filter((text) => text.includes("Ann"))).toEqual([]);
  });
});
