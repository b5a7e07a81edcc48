import { type PageContext, type RecordParts, sumOf, type Words } from './record-words'

export function describeInvoice({ facts }: PageContext, w: Words): RecordParts | null {
  const { invoice } = facts
  if (!invoice) return null
  const { currency } = invoice
  return {
    fields: [
      w.field('invoice', invoice.number),
      w.field('date', w.date(invoice.invoicedOn)),
      w.field('purchaseOrder', facts.order?.number),
      w.field('delivery', facts.delivery?.number),
    ],
    table: {
      columns: [
        w.column('line', 1),
        ...w.itemColumns,
        w.column('quantity', 1.5, true),
        w.column('unitPrice', 2, true),
        w.column('amount', 2.2, true),
      ],
      rows: invoice.lines.map((line) => [
        line.line,
        ...w.item(line.itemId),
        w.count(line.quantity),
        w.price(line.priceMicros, currency),
        w.amount(line.netMinor, currency),
      ]),
      total: ['', w.total, '', w.count(sumOf(invoice.lines)), '', w.amount(invoice.netMinor, currency)],
    },
  }
}

export function describeOrder({ facts }: PageContext, w: Words): RecordParts | null {
  const { order } = facts
  if (!order) return null
  return {
    fields: [
      w.field('purchaseOrder', order.number),
      w.field('date', w.date(order.orderedOn)),
      w.field('shipDate', [w.date(order.shipFrom), w.date(order.shipBy)].filter((part) => part !== '').join(' – ')),
      w.field('terms', w.side(order.freightTerms)),
      w.field('carrier', order.carrier),
      ...order.changes.map((change) =>
        w.field(
          'changed',
          [w.date(change.changedOn), change.line, w.count(change.quantityNew), w.price(change.priceMicrosNew)]
            .filter((part) => part !== '')
            .join(', '),
        ),
      ),
    ],
    table: {
      columns: [
        w.column('line', 1),
        ...w.itemColumns,
        w.column('casePack', 1.3, true),
        w.column('quantity', 1.5, true),
        w.column('unitPrice', 2, true),
      ],
      rows: order.lines.map((line) => [
        line.line,
        ...w.item(line.itemId),
        w.count(line.pack),
        w.count(line.quantity),
        w.price(line.priceMicros),
      ]),
      total: ['', w.total, '', '', w.count(sumOf(order.lines)), ''],
    },
  }
}

export function describeShipNotice({ facts }: PageContext, w: Words): RecordParts | null {
  const { shipNotice, delivery, order } = facts
  if (!shipNotice) return null
  return {
    fields: [
      w.field('reference', shipNotice.number),
      w.field('purchaseOrder', order?.number),
      w.field('shipDate', w.date(shipNotice.shippedOn)),
      w.field('expected', w.date(shipNotice.expectedOn)),
      w.field('carrier', shipNotice.carrier),
      w.field('bol', delivery?.bol),
      w.field('pro', delivery?.pro),
      w.field('cartons', w.count(shipNotice.cartons)),
    ],
    table: {
      columns: [w.column('line', 1), ...w.itemColumns, w.column('cartons', 1.5, true), w.column('quantity', 1.5, true)],
      rows: shipNotice.lines.map((line) => [line.line, ...w.item(line.itemId), w.count(line.cartons), w.count(line.quantity)]),
      total: ['', w.total, '', '', w.count(sumOf(shipNotice.lines))],
    },
  }
}

export function describeCarrier({ facts }: PageContext, w: Words): RecordParts | null {
  if (facts.carrierEvents.length === 0) return null
  return {
    fields: [
      w.field('carrier', facts.delivery?.carrier),
      w.field('pro', facts.delivery?.pro),
      w.field('bol', facts.delivery?.bol),
      w.field('purchaseOrder', facts.order?.number),
    ],
    table: {
      columns: [w.column('date', 2), w.column('status', 4), w.column('cartons', 1, true)],
      rows: facts.carrierEvents.map((event) => [w.date(event.happenedOn), event.status, w.count(event.cartons)]),
      total: null,
    },
  }
}

export function describeFreight({ facts }: PageContext, w: Words): RecordParts | null {
  if (facts.freightBills.length === 0) return null
  return {
    fields: [
      w.field('carrier', facts.delivery?.carrier),
      w.field('pro', facts.delivery?.pro),
      w.field('terms', w.side(facts.order?.freightTerms ?? facts.customer.freightTerms)),
    ],
    table: {
      columns: [w.column('reference', 3), w.column('date', 2), w.column('amount', 2, true)],
      rows: facts.freightBills.map((bill) => [bill.number, w.date(bill.billedOn), w.amount(bill.amountMinor, bill.currency)]),
      total: null,
    },
  }
}

export function describeStock({ facts }: PageContext, w: Words): RecordParts | null {
  if (facts.stockReports.length === 0) return null
  return {
    fields: [],
    table: {
      columns: [w.column('date', 2), ...w.itemColumns, w.column('quantity', 1.5, true)],
      rows: facts.stockReports.map((row) => [w.date(row.reportedOn), ...w.item(row.itemId), w.count(row.quantity)]),
      total: null,
    },
  }
}

export function describeReturns({ facts }: PageContext, w: Words, kind: 'return-authorisation' | 'return-receipt'): RecordParts | null {
  if (kind === 'return-authorisation') {
    const rows = facts.returnAuthorisations
    if (rows.length === 0) return null
    return {
      fields: [w.field('reference', rows[0]?.number), w.field('date', w.date(rows[0]?.authorisedOn ?? null))],
      table: {
        columns: [...w.itemColumns, w.column('quantity', 1.5, true), w.column('unitPrice', 2, true)],
        rows: rows.map((row) => [...w.item(row.itemId), w.count(row.quantity), w.price(row.priceMicros)]),
        total: null,
      },
    }
  }
  if (facts.returnReceipts.length === 0) return null
  return {
    fields: [w.field('reference', facts.returnAuthorisations[0]?.number)],
    table: {
      columns: [w.column('date', 2), ...w.itemColumns, w.column('condition', 2), w.column('quantity', 1.5, true)],
      rows: facts.returnReceipts.map((row) => [w.date(row.receivedOn), ...w.item(row.itemId), row.condition ?? '', w.count(row.quantity)]),
      total: null,
    },
  }
}
