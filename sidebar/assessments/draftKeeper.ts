/**
 * Keeps a draft while it is being filled in. One call at a time, always with the newest state: answers that come
 * out of order could otherwise leave an older draft behind.
 */

export interface DraftKeeper<Draft> {
  /** Something was typed or chosen; kept a moment later. */
  changed(draft: Draft): void;
  /** Keeps at once what still waits. */
  flush(): void;
  /** Answers once no call is under way. */
  settled(): Promise<void>;
  /** Forgets what waits, and answers once no call is under way: what is sent next cannot be overtaken. */
  stop(): Promise<void>;
}

export type DraftState = "waiting" | "keeping" | "kept" | { readonly failed: unknown };

const PAUSE_MS = 500;

export function createDraftKeeper<Draft>(
  keep: (draft: Draft) => Promise<void>,
  onState: (state: DraftState) => void,
): DraftKeeper<Draft> {
  let next: { readonly draft: Draft } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  function flush(): void {
    clearTimeout(timer);
    if (running || !next) return;
    const { draft } = next;
    next = undefined;
    onState("keeping");
    running = keep(draft)
      .then(
        () => onState(next ? "waiting" : "kept"),
        (failed: unknown) => {
          // What could not be kept waits for the next try, unless something newer does already.
          next ??= { draft };
          onState({ failed });
          return "failed" as const;
        },
      )
      .then((outcome) => {
        running = undefined;
        if (outcome !== "failed" && next) flush();
      });
  }

  return {
    changed(draft) {
      next = { draft };
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
      if (!running) onState("waiting");
    },
    flush,
    async settled() {
      await running;
    },
    async stop() {
      clearTimeout(timer);
      next = undefined;
      await running;
      // A call that failed meanwhile has put its draft back.
      next = undefined;
      clearTimeout(timer);
    },
  };
}
