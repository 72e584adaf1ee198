import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** What axe-core finds in a window, each fault with the elements that have it; an empty list is what is wanted. */
export async function faultsOf(window: Page | Frame): Promise<string[]> {
  await window.evaluate(axe.source);
  const found = await window.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    return (await inPage.run()).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
