import { sumDecimals } from '@/formats/decimal-text'
import { orderValue } from '@/formats/json/inspect-amazon'
import { type AmazonOrderItem, readAmazonOrders } from '@/formats/json/read-amazon-orders'

/** What the reader gets out of an Amazon vendor file, in the words of the sample expectations. */
export function amazonFacts(bytes: Uint8Array): Record<string, unknown> {
  const { orders } = readAmazonOrders(bytes)
  const [order] = orders
  const items = orders.flatMap((each) => each.items)
  const total = (quantity: 'ordered' | 'accepted' | 'rejected' | 'received') =>
    Number(sumDecimals(items.map((item) => item[quantity] ?? '0')))
  const [first, second] = items
  return {
    pos: orders.map(({ number }) => number),
    items: items.length,
    ordered: total('ordered'),
    ordered_units: total('ordered'),
    accepted: total('accepted'),
    rejected: total('rejected'),
    received: total('received'),
    ordered_value: order && orderValue(order, 'ordered'),
    accepted_value: order && orderValue(order, 'accepted'),
    received_value: order && orderValue(order, 'received'),
    net_cost: `${first?.netCost} ${first?.currency}`,
    item2: second && quantities(second),
  }
}

function quantities({ ordered, accepted, received }: AmazonOrderItem): Record<string, number> {
  return { ordered: Number(ordered), accepted: Number(accepted), received: Number(received) }
}
