/** A name as it is compared: case and spacing do not matter. */
export function spellingKey(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ").trim();
}
