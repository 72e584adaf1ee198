import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("service calls", () => {
  it("are counted by name", () => {
    const { run, workbench } = open(
      "function go() { var s = SpreadsheetApp.getActive().getSheets()[0]; s.getRange(1, 1).setValue(1); s.getRange(1, 2).setValue(2); }",
    );
    workbench.serviceCalls.reset();
    workbench.run("go");
    expect(workbench.serviceCalls.count).toBe(6);
    expect(workbench.serviceCalls.byName.get("Range.setValue")).toBe(2);
    run("");
  });

  it("count a round trip for each read and one for the writes at the end", () => {
    const { workbench } = open(`
      function writes() { var s = SpreadsheetApp.getActive().getSheets()[0]; for (var i = 1; i < 9; i++) s.getRange(i, 1).setValue(i); }
      function pingPong() { var s = SpreadsheetApp.getActive().getSheets()[0]; for (var i = 1; i < 9; i++) s.getRange(i, 1).setValue(s.getRange(i, 2).getValue()); }`);
    workbench.serviceCalls.reset();
    workbench.run("writes");
    expect(workbench.serviceCalls.roundTrips).toBe(1);
    workbench.serviceCalls.reset();
    workbench.run("pingPong");
    expect(workbench.serviceCalls.roundTrips).toBe(9);
  });

  it("fail at the wanted call, once, and leave the workbook working", () => {
    const { workbench } = open(
      "function go() { var s = SpreadsheetApp.getActive().getSheets()[0]; s.getRange(1, 1).setValue(1); s.getRange(1, 2).setValue(2); return s.getRange(1, 1, 1, 2).getValues()[0].join(); }",
    );
    workbench.serviceCalls.failAt(5);
    expect(() => workbench.run("go")).toThrow("Service Spreadsheets failed");
    expect(workbench.run("go")).toBe("1,2");
  });
});

describe("the document lock", () => {
  it("is held by the run that took it until the run releases it or ends", () => {
    const { run } = open();
    expect(
      run(`var lock = LockService.getDocumentLock(); var before = lock.hasLock(); lock.waitLock(1000);
        var during = lock.hasLock(); lock.releaseLock(); return [before, during, lock.hasLock(), lock.tryLock(0)]`),
    ).toEqual([false, true, false, true]);
    expect(run("return LockService.getDocumentLock().hasLock()")).toBe(false);
  });

  it("is refused while somebody else holds it", () => {
    const { run, workbench } = open();
    workbench.lock.heldByOthers = true;
    expect(run("return LockService.getDocumentLock().tryLock(100)")).toBe(false);
    expect(() => run("LockService.getDocumentLock().waitLock(100)")).toThrow("Lock timeout");
  });
});
