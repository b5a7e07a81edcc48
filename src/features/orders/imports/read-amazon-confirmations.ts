import { toWholeText } from '@/formats/exact-text'
import { type ListSource, withHint } from '@/formats/fields/list-reader'
import { itemNumbers } from '@/formats/json/amazon-values'
import type { AmazonOrder } from '@/formats/json/read-amazon-orders'
import type { StagedRow } from '@/formats/staged-row'

/** Line status of an 855 for what the API says of our answer; an item that we have not answered has none. */
const STATUS: Readonly<Record<string, string>> = { ACCEPTED: 'IA', PARTIALLY_ACCEPTED: 'IQ', REJECTED: 'IR' }

/** What a status report says that we confirmed, as rows of kind 'order-confirmation', one per item. */
export function amazonConfirmations(order: AmazonOrder, source: ListSource): StagedRow[] {
  return order.items.flatMap((item, index) => {
    const status = STATUS[item.confirmation ?? '']
    if (status === undefined || order.number === null) return []
    const values = {
      poNumber: order.number,
      confirmedOn: order.changedOn,
      line: itemNumbers(item, index).line,
      status,
      quantity: item.accepted === null ? null : toWholeText(item.accepted),
      priceMicros: null,
    }
    return [{ kind: 'order-confirmation', position: item.position, values: withHint(values, source) }]
  })
}
