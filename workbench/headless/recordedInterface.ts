/** A user interface nobody looks at: it remembers what was shown and answers alerts as scripted. */

import type { AlertAnswer, AlertButtons, HtmlWindow, Menu, UserInterface } from "../host.js";

export interface ShownAlert {
  readonly title: string;
  readonly message: string;
  readonly buttons: AlertButtons;
  readonly answer: AlertAnswer;
}

export interface ShownToast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

export class RecordedInterface implements UserInterface {
  readonly menus: Menu[] = [];
  readonly toasts: ShownToast[] = [];
  readonly alerts: ShownAlert[] = [];
  readonly sidebars: HtmlWindow[] = [];
  readonly dialogs: HtmlWindow[] = [];
  /** Answers to the next alerts, in order; after the last one every alert is answered with its agreeing button. */
  readonly answers: AlertAnswer[] = [];

  showMenu(menu: Menu): void {
    this.menus.push(menu);
  }

  toast(message: string, title: string, seconds: number): void {
    this.toasts.push({ message, title, seconds });
  }

  alert(title: string, message: string, buttons: AlertButtons): AlertAnswer {
    const answer = this.answers.shift() ?? (buttons.startsWith("YES") ? "YES" : "OK");
    this.alerts.push({ title, message, buttons, answer });
    return answer;
  }

  showSidebar(window: HtmlWindow): void {
    this.sidebars.push(window);
  }

  showModalDialog(window: HtmlWindow): void {
    this.dialogs.push(window);
  }
}
