import { Refusal } from "../../src/core/refusal/refusal.js";

/** The sentence with which a computation is refused; fails where it gives an answer instead. */
export function refused(compute: () => unknown): string {
  try {
    compute();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error("gave an answer");
}
