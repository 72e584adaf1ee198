import type { AssessmentDraft } from "../../src/apps-script/actions/assessments/drafts.js";
import { button, make } from "../elements.js";

/** Drafts that wait in the workbook, each to be resumed or discarded: several people may be scoring at the same time. */

export interface DraftOffers {
  readonly element: HTMLElement;
  show(drafts: readonly AssessmentDraft[]): void;
}

export function createDraftOffers(
  resume: (draft: AssessmentDraft) => void,
  discard: (draft: AssessmentDraft) => void,
): DraftOffers {
  const list = make("ul", { class: "offers" });
  const element = make(
    "section",
    { "aria-labelledby": "drafts-heading", class: "drafts", hidden: true },
    make("h2", { id: "drafts-heading" }, "Unfinished"),
    list,
  );

  function item(draft: AssessmentDraft): HTMLElement {
    const { assessor, round, scores } = draft;
    const whose = assessor === "" ? "Without name" : assessor;
    const scored = scores.filter((score) => score !== null).length;
    const about = `${whose}${round === "" ? "" : `, ${round}`}: ${scored} of ${scores.length} scored`;
    const resuming = button("Resume", "link", () => resume(draft));
    resuming.setAttribute("aria-label", `Resume ${about}`);
    // Asked twice, since a discarded draft does not come back.
    const discarding = button("Discard", "link", () => {
      if (discarding.dataset.asked) {
        discard(draft);
        return;
      }
      discarding.dataset.asked = "yes";
      discarding.textContent = "Discard for good?";
      discarding.setAttribute("aria-label", `Discard for good: ${about}`);
    });
    discarding.setAttribute("aria-label", `Discard ${about}`);
    return make("li", {}, make("span", {}, about), " ", resuming, " ", discarding);
  }
  return {
    element,
    show(drafts) {
      element.hidden = drafts.length === 0;
      list.replaceChildren(...drafts.map(item));
    },
  };
}
