/** A page with what stands between the marks `<!-- name -->` and `<!-- /name -->` written anew. */
export function withMarkedPart(page: string, name: string, part: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!pattern.test(page)) throw new Error(`The page lacks the marks for ${name}.`);
  return page.replace(pattern, (_, open: string, close: string) => `${open}\n${part}\n${close}`);
}
