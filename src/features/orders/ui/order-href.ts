/** The address of an order: the customer's code and the comparison key of its number. */
export function orderHref(customerCode: string, poKey: string): string {
  return `/orders/${encodeURIComponent(customerCode)}/${encodeURIComponent(poKey)}`
}
