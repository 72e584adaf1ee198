/** Tells whoever writes or reads a file what it could not carry, one sentence each, the same one once. */
export type OnLoss = (sentence: string) => void;

export function onceEach(onLoss: OnLoss | undefined): OnLoss {
  const told = new Set<string>();
  return (sentence) => {
    if (told.has(sentence)) return;
    told.add(sentence);
    onLoss?.(sentence);
  };
}
