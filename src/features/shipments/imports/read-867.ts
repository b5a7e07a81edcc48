import { toMinorText, toPriceText, toWholeText } from '@/formats/exact-text'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import { element, findSegment, findSegments } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { itemNumbers, startReading } from '@/formats/x12/set-values'
import { transferredLines } from '@/formats/x12/transferred-lines'

const SELLERS = ['DB', 'DS', 'SE', 'WH', 'BY'] as const

/**
 * 867 product transfer and resale: one row of kind 'sales-report' per article, proof of sell-through and of ship and
 * debit. A line without a quantity is kept as a rejected row. Source: X12 004010 set 867: BPT, N1, PTD, DTM, QTY, LIN, UIT, AMT.
 */
export const read867: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bpt = findSegment(set, 'BPT')
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const reportedOn = draft.date(bpt, 3)
  const header = findSegments(set, 'N1').filter(({ index }) => index < (findSegment(set, 'PTD')?.index ?? Number.POSITIVE_INFINITY))
  const seller = SELLERS.map((role) => header.find((n1) => element(n1, 1) === role)).find((n1) => n1 !== undefined)
  const rows: StagedRow[] = []
  const rejected: ReadFile['rejected'] = []
  for (const line of transferredLines(draft)) {
    const { position } = line.lin
    const quantity = line.quantity === null ? null : toWholeText(line.quantity)
    if (quantity === null) {
      const problem = { position, field: 'QTY02', code: 'quantity-unreadable', message: `${line.quantity ?? 'no quantity'} cannot be kept` }
      rejected.push({ position, text: line.lin.elements.join('*'), problem })
      continue
    }
    const values = {
      number: draft.text(bpt, 2),
      location: draft.text(seller, 4),
      soldTo: line.soldTo,
      transfer: line.transfer,
      ...itemNumbers(line.lin),
      soldOn: draft.date(line.day, 2) ?? reportedOn,
      quantity,
      priceMicros: line.price === null ? null : toPriceText(line.price),
      amountMinor: toMinorText(line.amount, currency),
      currency,
    }
    rows.push(row('sales-report', values, position))
  }
  if (rows.length === 0 && rejected.length === 0) return reject('LIN01', 'lines-missing', 'the report names no article')
  return { ...finish(rows), rejected }
}
