import type { Customer } from './customers'
import type { Item } from './items'

/** The customer's own number of an article, in its own habit. */
export function customerItem(customer: Customer, item: Item): string {
  const count = item.index + 101
  switch (customer.habit) {
    case 'nested-820':
      return `5504${String(count).padStart(5, '0')}`
    case 'marketplace':
      return `B0MM${String(count * 7919)
        .padStart(6, '0')
        .slice(-6)}`
    case 'outer-820':
      return customer.id === 'C04'
        ? `08${count % 10}-${String(count % 100).padStart(2, '0')}-${String(count).padStart(4, '0')}`
        : `640${String(count).padStart(4, '0')}`
    case 'chinese':
      return `1000${String(count * 3).padStart(4, '0')}`
    default:
      return `${customer.id.slice(1)}${String(count).padStart(6, '0')}`
  }
}
