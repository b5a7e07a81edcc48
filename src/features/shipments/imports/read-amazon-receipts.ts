import { toWholeText } from '@/formats/exact-text'
import { type ListSource, withHint } from '@/formats/fields/list-reader'
import { itemNumbers } from '@/formats/json/amazon-values'
import type { AmazonOrder } from '@/formats/json/read-amazon-orders'
import type { StagedRow } from '@/formats/staged-row'
import type { ReceiptLineValues, ReceiptValues } from './receipt-values'

/**
 * What a status report says was received of an order, as a row of kind 'receipt': a later report of the same order is a
 * later version of it. Nothing while nothing was received.
 */
export function amazonReceipt(order: AmazonOrder, source: ListSource): StagedRow[] {
  const lines = order.items.flatMap((item, index): ReceiptLineValues[] => {
    const received = item.received === null ? null : toWholeText(item.received)
    if (received === null) return []
    return [
      {
        ...itemNumbers(item, index),
        received,
        damaged: '0',
        position: item.position,
      },
    ]
  })
  const days = order.items.map(({ receivedOn }) => receivedOn).filter((day) => day !== null)
  if (order.number === null || !lines.some(({ received }) => received !== '0')) return []
  const values: ReceiptValues = {
    number: order.number,
    receivedOn: days.sort().at(-1) ?? order.changedOn,
    purpose: 'first',
    poNumber: order.number,
    bol: null,
    location: order.shipTo,
    source: 'amazon-status',
    lines,
  }
  return [{ kind: 'receipt', position: order.position, values: withHint({ ...values }, source) }]
}
