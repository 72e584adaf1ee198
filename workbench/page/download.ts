/** Hands a file to the user's browser. */
export function download(name: string, content: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([content as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Asks for one file; undefined when the user thinks better of it. */
export function pickFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.addEventListener("change", () => resolve(input.files?.[0]));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}

/** What no file system takes is left out of a file's name. */
export function fileName(workbookName: string, ending: string): string {
  const safe = workbookName.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim();
  return `${safe || "workbook"}.${ending}`;
}
