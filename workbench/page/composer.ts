/** What the workbench mends in the engine's formula editor. */
import { engine } from "./engine.js";

type HelpClass = new (
  ...args: ConstructorParameters<typeof owl.Component>
) => { state: { isCollapsed: boolean }; setup(): void; toggle(): void };

export function mendComposer(): void {
  drawTypingAtOnce();
  keepHelpOpen();
}

/** The engine's composer, as far as it is needed here. */
interface ComposerParts {
  readonly props: {
    readonly composerStore: {
      readonly editionMode: string;
      readonly composerSelection: { readonly start: number; readonly end: number };
    };
  };
  readonly contentHelper: { selectRange(start: number, end: number): void };
  onInput(event: InputEvent): unknown;
  onKeydown(event: KeyboardEvent): void;
  processContent(): void;
}

/**
 * The engine draws what was typed or completed a frame later, and reads the text and the caret back from the page at the
 * next key. A key that comes before that frame finds the old text, or leaves the caret in the middle of a completed
 * name: on a large workbook, whose frames are long, at the pace of a person. So the text is drawn at once.
 */
function drawTypingAtOnce(): void {
  const prototype = engine.components.Composer.prototype as unknown as ComposerParts;
  const { onInput, onKeydown } = prototype;

  prototype.onInput = function (event) {
    const result = onInput.call(this, event);
    drawNow(this);
    return result;
  };
  prototype.onKeydown = function (event) {
    onKeydown.call(this, event);
    if (event.key === "Tab" || event.key === "Enter") drawNow(this);
  };
}

function drawNow(composer: ComposerParts): void {
  const { composerStore } = composer.props;
  if (composerStore.editionMode === "inactive") return;
  composer.processContent();
  const { start, end } = composerStore.composerSelection;
  composer.contentHelper.selectRange(start, end);
}

/** The engine folds its help on a function's arguments away at each formula; here it stays as the user last left it. */
function keepHelpOpen(): void {
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
