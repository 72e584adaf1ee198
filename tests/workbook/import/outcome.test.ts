import { describe, expect, test } from "vitest";
import { Fault } from "../../../src/workbook/import/fault.js";
import {
  decideOutcome,
  type OutcomeSigns,
  statusOutcome,
  wonOrLost,
} from "../../../src/workbook/import/outcome.js";

const SILENT: OutcomeSigns = {
  status: "",
  isClosed: null,
  isWon: null,
  isLost: null,
  wonTime: null,
  lostTime: null,
  stage: "Negotiation",
  stageProbability: null,
};
const outcome = (signs: Partial<OutcomeSigns>) => decideOutcome({ ...SILENT, ...signs });

describe("a stage's name says won or lost", () => {
  test.each([
    "Won",
    "Closed Won",
    "closedwon",
    "CLOSED - WON",
    "9 - Closed Won",
    "Closed won (Sales Pipeline)",
  ])("%s is won", (stage) => expect(outcome({ stage })).toBe("Won"));
  test.each(["Lost", "Closed Lost", "closedlost", "Closed-Lost to Competition", "10. Lost"])(
    "%s is lost",
    (stage) => expect(outcome({ stage })).toBe("Lost"),
  );
  test.each(["Negotiation", "To be won", "Won't decide yet", "Wonder", "Contract Sent"])(
    "%s says neither",
    (stage) => {
      expect(wonOrLost(stage)).toBeNull();
      expect(outcome({ stage })).toBe("Open");
    },
  );
});

test("Pipedrive's status decides although the stage stays where the deal was", () => {
  expect(outcome({ status: "Lost", stage: "Negotiation" })).toBe("Lost");
  expect(outcome({ status: "won", stage: "Negotiation" })).toBe("Won");
  expect(outcome({ status: "Open", stage: "Closed Won" })).toBe("Open");
  expect(statusOutcome("Deleted")).toBe("Deleted");
});

test("Salesforce's flags decide under any stage name", () => {
  expect(outcome({ isClosed: true, isWon: true, stage: "Active" })).toBe("Won");
  expect(outcome({ isClosed: true, isWon: false, stage: "Archived" })).toBe("Lost");
  expect(outcome({ isClosed: false, isWon: false, stage: "Closed Won" })).toBe("Open");
});

test("HubSpot's won flag alone leaves lost deals to the stage", () => {
  expect(outcome({ isWon: false, stage: "closedlost" })).toBe("Lost");
  expect(outcome({ isWon: false, stage: "contractsent" })).toBe("Open");
});

test("a won or a lost day decides where nothing else does", () => {
  expect(outcome({ wonTime: 46027 })).toBe("Won");
  expect(outcome({ lostTime: 46027 })).toBe("Lost");
});

test("a stage at 100% in Settings is a won one", () => {
  expect(outcome({ stage: "Signed", stageProbability: 1 })).toBe("Won");
});

test("closed with nothing that says how is not guessed", () => {
  expect(outcome({ isClosed: true, stage: "Done" })).toBeInstanceOf(Fault);
});
