/**
 * Ids are compared as they are, case included, with one exception: a Salesforce report writes a record's id with 15
 * characters and its API with 18, and both are the same record. The first three tell the object: account, contact,
 * opportunity, lead, line item, task, event, case, product.
 */
export function recordIdKey(id: string): string {
  return /^(?:001|003|006|00Q|00k|00T|00U|500|01t)[A-Za-z0-9]{15}$/.test(id) ? id.slice(0, 15) : id;
}
