/** Tabs of one browser tell each other of their saves, so that one that is behind says so before more is typed. */
const channel = new BroadcastChannel("workbench");

export function announceRevision(revision: string): void {
  channel.postMessage(revision);
}

export function onRevisionElsewhere(listener: (revision: string) => void): void {
  channel.addEventListener("message", (event: MessageEvent<string>) => listener(event.data));
}
