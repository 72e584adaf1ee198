import { type DecodedText, decodeText } from "./decodeText.js";

/** A file as the person chose it, turned into text; what cannot be an export is refused in one sentence. */

export interface ExportFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Google takes no larger call, and the workbench's browser should not have to. */
export const MAX_BYTES = 40 * 1024 * 1024;

export async function readExport(file: ExportFile): Promise<DecodedText> {
  if (file.size > MAX_BYTES) {
    const megabytes = Math.ceil(file.size / (1024 * 1024)).toLocaleString("en");
    throw new Error(
      `${file.name} has ${megabytes} MB, and up to 40 MB can be imported here: export fewer columns, or import it from the command line (npm run workbook).`,
    );
  }
  if (file.size === 0) throw new Error(`${file.name} is empty; export the list again as CSV.`);
  if (/\.(xlsx?|xlsm|ods|numbers)$/i.test(file.name)) {
    throw new Error(`${file.name} is a workbook; export the list as CSV, or save that sheet as CSV first.`);
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new Error(`${file.name} cannot be read; it may have been moved or is a folder. Choose it again.`);
  }
  return decodeText(new Uint8Array(bytes));
}
