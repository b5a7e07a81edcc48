import { component } from '@/formats/edifact/edifact-segment'
import { amountIn, findIn, messageParts } from '@/formats/edifact/message-lines'
import {
  articleOf,
  currencyOf,
  lineNumberOf,
  type MessageReader,
  minorIn,
  priceIn,
  quantityIn,
  startMessage,
} from '@/formats/edifact/message-reading'
import { paymentTerms } from '@/formats/edifact/payment-terms'
import type { PurchaseOrderValues } from './purchase-order-values'

// Incoterms under which the buyer pays the carrier.
const BUYER_PAYS: ReadonlySet<string> = new Set(['EXW', 'FCA', 'FAS', 'FOB'])

/** ORDERS as a row of kind 'purchase-order'. Source: D.96A ORDERS: BGM, DTM, NAD, CUX, PAT, TOD, TDT, LIN, PIA, QTY, PRI. */
export const readEdifactOrders: MessageReader = (message, addresses) => {
  const { draft, row, finish, reject } = startMessage(message, addresses)
  const number = component(draft.find('BGM'), 2)
  if (number === '') return reject('BGM', 'order-number-missing', 'the order has no number')
  const currency = currencyOf(draft)
  const { header, lines, summary } = messageParts(draft, 'LIN')
  const shipTo = findIn(header, 'NAD', 'DP', 'ST', 'UC')
  const values: PurchaseOrderValues = {
    number,
    orderedOn: draft.date('137', '4'),
    currency,
    shipFrom: draft.date('64', '10'),
    shipBy: draft.date('63', '2', '61'),
    freightTerms: freightTerms(component(draft.find('TOD'), 2), component(draft.find('TOD'), 3)),
    ...paymentTerms(draft, header),
    carrier: component(draft.find('TDT', '20'), 5) || null,
    shipToNumber: component(shipTo, 2) || null,
    statedTotalMinor: minorIn(draft, amountIn(draft, summary, '86', '79', '128'), summary[0], currency),
    source: 'edifact',
    lines: lines.map((line, index) => {
      const { quantity, unit } = quantityIn(draft, line, '21', '145')
      return {
        line: lineNumberOf(line, index),
        ...articleOf(line),
        quantity: quantity ?? '0',
        unit,
        priceMicros: priceIn(draft, line, 'AAA', 'AAB', 'CAL'),
        pack: null,
        position: line[0]?.position ?? '',
      }
    }),
  }
  return finish([row('purchase-order', values)])
}

/** TOD 4215 says who pays (CC collect, PP prepaid), else the Incoterm does. */
function freightTerms(method: string, incoterm: string): string | null {
  if (method === 'CC') return 'collect'
  if (method === 'PP') return 'prepaid'
  if (incoterm === '') return null
  return BUYER_PAYS.has(incoterm) ? 'collect' : 'prepaid'
}
