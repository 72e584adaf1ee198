import type { Proposal } from "../../src/core/assessment/evidence.js";
import { button, make } from "../elements.js";

/** Below a criterion that the workbook can measure: its evidence, and a button that takes the score over. */
export interface ProposalNotes {
  /** The place for a criterion's evidence; empty where the workbook measures nothing. */
  placeOf(key: string): HTMLElement;
  show(proposals: readonly Proposal[]): void;
  /** Evidence of those criteria whose score is the proposed one. */
  evidence(scoreOf: (key: string) => number | null): string;
}

export function createProposalNotes(
  names: ReadonlyMap<string, string>,
  take: (key: string, score: number) => void,
): ProposalNotes {
  const places = new Map<string, HTMLElement>();
  let known: readonly Proposal[] = [];

  function noteOf({ key, score, evidence }: Proposal): readonly Node[] {
    if (score === null) return [make("p", { class: "quiet" }, `Not measured: ${evidence}`)];
    const takeOver = button(`Take over ${score}`, "link", () => take(key, score));
    takeOver.setAttribute("aria-label", `Take over ${score} for ${names.get(key) ?? key}`);
    return [make("p", {}, make("b", {}, "Measured: "), evidence), takeOver];
  }
  return {
    placeOf(key) {
      const place = make("div", { class: "evidence" });
      places.set(key, place);
      return place;
    },
    show(proposals) {
      known = proposals;
      for (const proposal of proposals) places.get(proposal.key)?.replaceChildren(...noteOf(proposal));
    },
    evidence: (scoreOf) =>
      known
        .filter(({ key, score }) => score !== null && scoreOf(key) === score)
        .map(({ key, evidence }) => `${names.get(key) ?? key}: ${evidence}`)
        .join(" "),
  };
}
