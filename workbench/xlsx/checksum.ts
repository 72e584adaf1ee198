/** CRC-32 of text or bytes, as eight hex digits: tells whether a part of a file is still as it was written. */

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export class Checksum {
  #state = 0xffffffff;

  add(text: string): this {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      this.#byte(code & 0xff);
      this.#byte(code >>> 8);
    }
    return this;
  }

  addBytes(bytes: Uint8Array): this {
    for (const byte of bytes) this.#byte(byte);
    return this;
  }

  #byte(byte: number): void {
    this.#state = (this.#state >>> 8) ^ (TABLE[(this.#state ^ byte) & 0xff] ?? 0);
  }

  get text(): string {
    return ((this.#state ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
  }
}

export function checksumOf(text: string): string {
  return new Checksum().add(text).text;
}
