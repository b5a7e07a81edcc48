import type { Hit } from '../queries/find-anything'

/** Where a hit leads: the page of the object, or the deductions that carry its number. */
export function hitHref(hit: Hit): string {
  switch (hit.kind) {
    case 'claim':
      return `/deductions/${hit.target}`
    case 'document':
      return `/documents/${hit.target}`
    case 'customer':
      return `/deductions?customer=${encodeURIComponent(hit.target)}`
    case 'payment':
      return `/deductions?q=${encodeURIComponent(hit.target)}`
    case 'invoice':
      return `/invoices/${encodeURIComponent(hit.target)}`
    case 'order':
    case 'delivery':
    case 'bol':
    case 'pro':
      return hit.orderKey !== null && hit.customerCode !== null
        ? `/orders/${encodeURIComponent(hit.customerCode)}/${encodeURIComponent(hit.orderKey)}`
        : `/deductions?q=${encodeURIComponent(hit.target)}`
  }
}
