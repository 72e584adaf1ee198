/** The engine folds its help on a function's arguments away at each formula; here it stays as the user last left it. */
import { engine } from "./engine.js";

type HelpClass = new (
  ...args: ConstructorParameters<typeof owl.Component>
) => { state: { isCollapsed: boolean }; setup(): void; toggle(): void };

export function keepFormulaHelpOpen(): void {
  const { Composer } = engine.components;
  const Help = Composer.components.FunctionDescriptionProvider as unknown as HelpClass;
  let folded = false;

  class OpenHelp extends Help {
    override setup(): void {
      this.state.isCollapsed = folded;
    }
    override toggle(): void {
      super.toggle();
      folded = this.state.isCollapsed;
    }
  }
  Object.assign(Composer.components, { FunctionDescriptionProvider: OpenHelp });
}
