/** What a zip's directory says of its entries, beyond what the unpacking library asks: encryption and checksums. */

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** Of the unpacked content, as eight hex digits. */
  readonly checksum: string;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;
/** Stands in the place of a number that a larger record holds. */
const ELSEWHERE = 0xffffffff;

/** Nothing where the directory is not where it should be; a file cut short has none. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = startOf(view);
  const entries: ZipEntry[] = [];
  for (let at = start; at + ENTRY_BYTES <= view.byteLength && view.getUint32(at, true) === ENTRY; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view
        .getUint32(at + 16, true)
        .toString(16)
        .padStart(8, "0"),
    });
    at += ENTRY_BYTES + name + extra + comment;
  }
  return entries;
}

function startOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const start = view.getUint32(at + 16, true);
    return start === ELSEWHERE ? view.byteLength : start;
  }
  return view.byteLength;
}
