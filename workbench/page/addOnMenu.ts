/** The menus that the bundle's onOpen declares, in the engine's own menu bar. */
import type { Menu } from "../host.js";
import { engine, type MenuSpec } from "./engine.js";

/** After the engine's own menus, where Google Sheets has add-ons. */
const SEQUENCE = 900;

export function createAddOnMenus(run: (functionName: string, caption: string) => void): (menu: Menu) => void {
  const shown = new Map<string, Menu>();
  return (menu) => {
    const isNew = !shown.has(menu.caption);
    shown.set(menu.caption, menu);
    // The engine reads its bar once, but asks for a menu's entries at each opening.
    if (!isNew) return;
    engine.registries.topbarMenuRegistry.add(`add-on-${shown.size}`, {
      id: `add-on-${shown.size}`,
      name: menu.caption,
      sequence: SEQUENCE + shown.size,
      isEnabledOnLockedSheet: true,
      children: [() => entries(shown.get(menu.caption) ?? menu, run)],
    });
  };
}

function entries(menu: Menu, run: (functionName: string, caption: string) => void): MenuSpec[] {
  const specs: MenuSpec[] = [];
  for (const child of menu.children) {
    if (child.kind === "separator") {
      const last = specs.pop();
      if (last !== undefined) specs.push({ ...last, separator: true });
      continue;
    }
    const common = { name: child.caption, sequence: specs.length, isEnabledOnLockedSheet: true };
    if (child.kind === "menu") specs.push({ ...common, children: entries(child, run) });
    else specs.push({ ...common, execute: () => run(child.functionName, child.caption) });
  }
  return specs;
}
