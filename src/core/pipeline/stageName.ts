import { refuse } from "../refusal/refusal.js";
import { spellingKey } from "./spelling.js";

/** How a deal in a stage of this name ended, by the words CRMs use; undefined for a stage that is still open. */
export function closedAs(key: string): "Won" | "Lost" | undefined {
  const word = /^(?:closed[ _-]?)?(won|lost)$/.exec(key)?.[1];
  return word === "won" ? "Won" : word === "lost" ? "Lost" : undefined;
}

/** Stages in the order of the sales process: key → name as given. Blanks are passed over, a repeated one is refused. */
export function stagesInOrder(argument: string, names: readonly string[]): Map<string, string> {
  const stages = new Map<string, string>();
  names.forEach((name, index) => {
    const key = spellingKey(name);
    if (key === "") return;
    if (stages.has(key)) refuse(argument, `names "${name}" twice; list each stage once.`, index + 1);
    stages.set(key, name.trim());
  });
  if (stages.size === 0) refuse(argument, "holds no stage; list at least one.");
  return stages;
}
