import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDraftKeeper, type DraftState } from "../../sidebar/assessments/draftKeeper.js";

describe("a draft keeper", () => {
  let sent: { draft: string; answer: () => void; fail: () => void }[];
  let states: DraftState[];
  const settle = () => vi.advanceTimersByTimeAsync(1000);
  const create = () =>
    createDraftKeeper<string>(
      (draft) =>
        new Promise((answer, reject) => {
          sent.push({ draft, answer, fail: () => reject(new Error("The connection was lost.")) });
        }),
      (state) => states.push(state),
    );

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    states = [];
  });
  afterEach(() => vi.useRealTimers());

  it("keeps several quick changes in one call", async () => {
    const keeper = create();
    for (const draft of ["a", "b", "c"]) keeper.changed(draft);
    await settle();
    expect(sent.map(({ draft }) => draft)).toEqual(["c"]);
  });

  it("sends the next draft only after the answer to the one before", async () => {
    const keeper = create();
    keeper.changed("a");
    await settle();
    keeper.changed("b");
    await settle();
    expect(sent).toHaveLength(1);
    sent[0]?.answer();
    await settle();
    expect(sent.map(({ draft }) => draft)).toEqual(["a", "b"]);
    sent[1]?.answer();
    await settle();
    expect(states[states.length - 1]).toBe("kept");
  });

  it("holds what failed and sends it when asked again", async () => {
    const keeper = create();
    keeper.changed("a");
    await settle();
    sent[0]?.fail();
    await settle();
    expect(states[states.length - 1]).toMatchObject({ failed: new Error("The connection was lost.") });
    keeper.flush();
    expect(sent.map(({ draft }) => draft)).toEqual(["a", "a"]);
  });

  it("prefers a newer draft to the one that failed", async () => {
    const keeper = create();
    keeper.changed("a");
    await settle();
    keeper.changed("b");
    sent[0]?.fail();
    await settle();
    expect(sent.map(({ draft }) => draft)).toEqual(["a", "b"]);
  });

  it("stops only when no call is under way, and sends nothing after", async () => {
    const keeper = create();
    keeper.changed("a");
    await settle();
    keeper.changed("b");
    let stopped = false;
    void keeper.stop().then(() => {
      stopped = true;
    });
    await settle();
    expect(stopped).toBe(false);
    sent[0]?.answer();
    await settle();
    expect(stopped).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it("stops after a failure too", async () => {
    const keeper = create();
    keeper.changed("a");
    await settle();
    const stopped = keeper.stop();
    sent[0]?.fail();
    await settle();
    await stopped;
    keeper.flush();
    expect(sent).toHaveLength(1);
  });
});
