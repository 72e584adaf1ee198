import type { AssessmentRecord } from "../../src/apps-script/actions/assessments/assessments.js";
import type { AssessmentDraft } from "../../src/apps-script/actions/assessments/drafts.js";
import type { SavedAssessment } from "../../src/apps-script/actions/assessments/records.js";
import { roundKey, roundsOf } from "../../src/core/assessment/rounds.js";
import type { AssessmentKind } from "../../src/workbook/tabs/assessments.js";
import { call, type MENU_FUNCTIONS } from "../client.js";
import { byId, make } from "../elements.js";
import { createStatus, reasonOf } from "../status.js";
import type { ChoiceGroup } from "./choiceGroup.js";
import { createDraftKeeper } from "./draftKeeper.js";
import { createDraftOffers } from "./draftOffers.js";
import { createResultTab } from "./resultTab.js";
import { type HistoryOptions, listHistory, type Round, signed } from "./roundHistory.js";
import { createSaveSection } from "./saveSection.js";
import { shownTotal } from "./summary.js";

/**
 * What both assessment sidebars do alike: resume drafts, keep what is chosen, save it once, and list the rounds. A window
 * can be filled in from the first moment; history and drafts arrive when Google Sheets answers, and never change what was
 * chosen meanwhile.
 */

export interface AssessmentParts {
  readonly kind: AssessmentKind;
  readonly groups: readonly ChoiceGroup[];
  /** Elements above the questions, and those between questions and Save. */
  readonly head: readonly HTMLElement[];
  readonly questions: readonly HTMLElement[];
  readonly results: readonly HTMLElement[];
  readonly history: HistoryOptions;
  readonly resultTab: { readonly draw: (typeof MENU_FUNCTIONS)[number]; readonly title: string };
  /** The intake, where there is one. */
  readonly intake?: {
    value(): Readonly<Record<string, string>>;
    /** `onlyBlank` leaves alone what was typed. */
    fill(answers: Readonly<Record<string, unknown>>, onlyBlank: boolean): void;
  };
  /** Evidence for scores taken over from the workbook. */
  readonly evidence?: () => string;
  /** Scores, the round to compare with, and whatever the workbook's settings say. */
  readonly show: (
    scores: readonly (number | null)[],
    before: Round | undefined,
    settings: AssessmentRecord["settings"] | undefined,
  ) => void;
}

export interface AssessmentWindow {
  /** Something was chosen or typed. */
  changed(): void;
  start(): void;
}

/** Begins with the time, so that drafts stand in the order in which they were begun. */
const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

const SAVE = "Save to the workbook";
const ANEW = "Start a new assessment";

export function createAssessmentWindow(parts: AssessmentParts): AssessmentWindow {
  const { kind, groups } = parts;
  const section = createSaveSection();
  const { round, assessor, save, saveStatus, draftStatus, after } = section;
  const historyState = make("div", { id: "history-status" });
  const historyStatus = createStatus(historyState);
  const historyList = make("div", { id: "history" });
  const offers = createDraftOffers(
    (draft) => void swapTo(draft),
    (draft) => void discard(draft),
  );

  let record: AssessmentRecord | undefined;
  let id = newId();
  /** The workbook has what the form shows: the button offers a fresh start instead of a second, equal row. */
  let finished = false;
  let saving = false;
  save.textContent = SAVE;

  const drafts = createDraftKeeper<AssessmentDraft>(
    async (draft) => {
      await call("saveAssessmentDraft", kind, draft);
    },
    (state) => {
      if (state === "kept") draftStatus.done("Draft kept.");
      else if (typeof state === "object") {
        draftStatus.failed(`The draft is not kept yet: ${reasonOf(state.failed)}`, drafts.flush);
      } else draftStatus.clear();
    },
  );

  const scores = (): (number | null)[] => groups.map((group) => group.score());
  const draft = (): AssessmentDraft => ({
    id,
    round: round.value,
    assessor: assessor.value,
    scores: scores(),
    intake: parts.intake?.value() ?? {},
  });
  const touched = (): boolean => {
    const now = draft();
    return now.round !== "" || now.assessor !== "" || now.scores.some((score) => score !== null);
  };

  function changed(): void {
    if (finished) {
      // The saved draft is gone; what is changed now is the beginning of another assessment.
      finished = false;
      id = newId();
      save.textContent = SAVE;
      after.replaceChildren();
    }
    if (section.saveState.dataset.state === "done") saveStatus.clear();
    show();
    keep();
  }

  /** Before the workbook's drafts are known, keeping ours could begin a second one beside the one to resume. */
  function keep(): void {
    if (record && !saving) drafts.changed(draft());
  }

  function show(): void {
    const before = comparedWith();
    parts.show(scores(), before, record?.settings);
    groups.forEach((group, index) => {
      group.showLast(before?.scores[index]);
    });
  }

  const rounds = (): Round[] => roundsOf<SavedAssessment>(record?.history ?? []);
  let savedRound = "";

  /** The newest round but the one that is being scored. */
  function comparedWith(): Round | undefined {
    const own = finished ? savedRound : roundKey(round.value);
    const others = rounds().filter(({ name }) => roundKey(name) !== own);
    return others[others.length - 1];
  }

  let reading = 0;

  async function load(): Promise<void> {
    const turn = ++reading;
    historyStatus.working("Reading the workbook…");
    try {
      const answer = await call("readAssessments", kind);
      // An earlier question's answer that comes late knows less than the one after it.
      if (turn !== reading) return;
      record = answer;
    } catch (error) {
      if (turn === reading) historyStatus.failed(reasonOf(error), () => void load());
      return;
    }
    historyStatus.clear();
    resume();
    showHistory();
    show();
  }

  /** A single nameless draft is taken up where the form is still blank; drafts of somebody by name are offered. */
  function resume(): void {
    const [only, ...more] = record?.drafts ?? [];
    const begun = touched();
    const automatic = only && more.length === 0 && only.assessor === "" && !finished;
    if (automatic) {
      id = only.id;
      fill(only, true);
      draftStatus.done("Draft resumed.");
    }
    offers.show(automatic ? [] : (record?.drafts ?? []).filter((one) => one.id !== id));
    prefill();
    if (begun && !finished) keep();
  }

  /** The company is the same as the last time, or the one in Settings. */
  function prefill(): void {
    const { history = [], settings } = record ?? {};
    const last = history[history.length - 1]?.intake ?? {};
    parts.intake?.fill({ company: settings?.companyName ?? "", ...last, pain: "" }, true);
  }

  function fill(from: AssessmentDraft, onlyBlank: boolean): void {
    groups.forEach((group, index) => {
      if (!onlyBlank || group.score() === null) group.choose(from.scores[index] ?? null);
    });
    if (!onlyBlank || round.value === "") round.value = from.round;
    if (!onlyBlank || assessor.value === "") assessor.value = from.assessor;
    parts.intake?.fill(from.intake, onlyBlank);
  }

  /** Takes up another draft; what is in the form stays a draft of its own. */
  async function swapTo(wanted: AssessmentDraft): Promise<void> {
    if (saving || !record) return;
    const own = draft();
    const keepOwn = touched() && !finished;
    if (keepOwn) {
      drafts.changed(own);
      drafts.flush();
    }
    await drafts.settled();
    const others = record.drafts.filter((one) => one.id !== wanted.id && one.id !== own.id);
    record = { ...record, drafts: keepOwn ? [...others, own] : others };
    finished = false;
    save.textContent = SAVE;
    after.replaceChildren();
    saveStatus.clear();
    id = wanted.id;
    fill(wanted, false);
    offers.show(record.drafts);
    draftStatus.done("Draft resumed.");
    show();
    (groups.find((group) => group.score() === null) ?? groups[0])?.focus();
  }

  async function discard(unwanted: AssessmentDraft): Promise<void> {
    draftStatus.working("Discarding…");
    try {
      const empty = { id: unwanted.id, round: "", assessor: "", scores: [], intake: {} };
      await call("saveAssessmentDraft", kind, empty);
    } catch (error) {
      draftStatus.failed(`Not discarded: ${reasonOf(error)}`, () => void discard(unwanted));
      return;
    }
    if (record) record = { ...record, drafts: record.drafts.filter((one) => one.id !== unwanted.id) };
    offers.show((record?.drafts ?? []).filter((one) => one.id !== id));
    draftStatus.done("Draft discarded.");
    groups[0]?.focus();
  }

  function showHistory(): void {
    const known = rounds();
    historyList.replaceChildren(listHistory(known, record?.leftOut ?? [], parts.history));
    section.offerRounds(known.map(({ name }) => name).reverse());
  }

  async function submit(): Promise<void> {
    if (saving) return;
    if (finished) {
      startAnew();
      return;
    }
    const now = scores();
    const missing = groups.filter((group) => group.score() === null);
    if (missing.length > 0) {
      saveStatus.failed(`Score ${listed(missing.map(({ name }) => name))} first.`);
      missing[0]?.focus();
      return;
    }
    const shown = draft();
    const sent = {
      draft: id,
      round: round.value,
      assessor: assessor.value,
      scores: now.filter((score) => score !== null),
      intake: shown.intake,
      evidence: parts.evidence?.() ?? "",
    };
    saving = true;
    save.setAttribute("aria-disabled", "true");
    saveStatus.working("Saving…");
    await drafts.stop();
    try {
      const { tab, ...entry } = await call("saveAssessment", kind, sent);
      finished = JSON.stringify(draft()) === JSON.stringify(shown);
      savedRound = roundKey(entry.round);
      remember(entry, sent.draft);
      saveStatus.done(`Saved to the tab ${tab}.${difference(entry)}`);
      draftStatus.clear();
      after.replaceChildren(createResultTab(parts.resultTab.draw, parts.resultTab.title));
      if (finished) save.textContent = ANEW;
      // What was changed while the answer was on its way is the beginning of another assessment.
      else id = newId();
    } catch (error) {
      saveStatus.failed(`Not saved: ${reasonOf(error)}`, () => void submit());
    }
    saving = false;
    save.removeAttribute("aria-disabled");
    if (!finished) keep();
    show();
  }

  /** What the round's total says beside that of the round before. */
  function difference(entry: SavedAssessment): string {
    const known = rounds();
    const at = known.findIndex(({ name }) => roundKey(name) === roundKey(entry.round));
    const [own, before] = [known[at], known[at - 1]];
    if (!own || !before) return "";
    const { resultOf } = parts.history;
    const [total, earlier] = [resultOf(own).total, resultOf(before).total];
    return ` ${shownTotal(total)} for the round, ${signed(total - earlier)} since ${before.name}.`;
  }

  function remember(entry: SavedAssessment, draftId: string): void {
    if (!record) {
      void load();
      return;
    }
    const last = record.history[record.history.length - 1];
    const known = last && JSON.stringify(last) === JSON.stringify(entry);
    record = {
      ...record,
      history: known ? record.history : [...record.history, entry],
      drafts: record.drafts.filter((one) => one.id !== draftId),
    };
    showHistory();
  }

  function startAnew(): void {
    finished = false;
    id = newId();
    for (const group of groups) group.choose(null);
    round.value = "";
    assessor.value = "";
    saveStatus.clear();
    draftStatus.clear();
    after.replaceChildren();
    save.textContent = SAVE;
    show();
    groups[0]?.focus();
  }

  return {
    changed,
    start() {
      const form = make("form", { id: "form" }, ...parts.questions, ...parts.results, section.element);
      byId("window").replaceWith(
        ...parts.head,
        offers.element,
        form,
        make(
          "section",
          { "aria-labelledby": "history-heading" },
          make("h2", { id: "history-heading" }, "Rounds"),
          historyState,
          historyList,
        ),
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void submit();
      });
      for (const field of [round, assessor]) field.addEventListener("input", changed);
      // The last moment at which a call still leaves a closing sidebar.
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") drafts.flush();
      });
      show();
      void load();
    },
  };
}

/** A long list of names is cut: what is meant is the first of them. */
const NAMED = 6;

function listed(names: readonly string[]): string {
  if (names.length > NAMED) return `${names[0]} and ${names.length - 1} more`;
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
