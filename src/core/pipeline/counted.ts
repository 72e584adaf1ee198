/** "1 deal", "3 deals": a count as a closing row says it. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
