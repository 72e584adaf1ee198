/**
 * Ids are compared as they are, case included, with one exception: a Salesforce report writes an opportunity's id with
 * 15 characters and its API with 18, and both are the same deal.
 */
export function dealIdKey(id: string): string {
  return /^006[A-Za-z0-9]{15}$/.test(id) ? id.slice(0, 15) : id;
}
