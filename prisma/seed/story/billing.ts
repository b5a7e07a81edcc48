import { times, x12Decimal } from './amounts'
import { LAST_DAY, type StoryCalendar } from './calendar'
import { OWN } from './carriers'
import { invoiceTotal, isBilled, type ReturnCase, type Sale, type World } from './world'
import { freightTerms, itemIds, partnerOf, shipTo, terms } from './x12-parts'
import type { Segment, X12Writer } from './x12-writer'

/** Our invoices (810), return authorisations (180) and stock reports of customers (852). */
export function writeX12Billing(world: World, writer: X12Writer, calendar: StoryCalendar): void {
  for (const sale of world.sales) {
    const { customer } = sale
    if (customer.sets.includes('810') && isBilled(sale))
      writer.add(partnerOf(customer), '810', sale.invoiceDay, invoice810(sale, calendar), { isOurs: true })
    if (!customer.sets.includes('850')) continue
    for (const one of sale.returns)
      if (one.day <= LAST_DAY) writer.add(partnerOf(customer), '180', one.day, authorisation180(sale, one, calendar), { isOurs: true })
  }
  for (const report of world.stock) {
    if (!report.customer.sets.includes('852')) continue
    const day = calendar.compact(report.day)
    writer.add(partnerOf(report.customer), '852', report.day + 1, [
      ['XQ', 'H', day, day],
      ['N9', 'IA', OWN.vendorNumber],
      ['N1', 'BY', report.customer.name, '92', report.site.number],
      ['LIN', '', ...itemIds(report.customer, report.item)],
      ['ZA', 'QA', report.quantity, 'EA'],
    ])
  }
}

function invoice810(sale: Sale, calendar: StoryCalendar): Segment[] {
  return [
    ['BIG', calendar.compact(sale.invoiceDay), sale.invoice, calendar.compact(sale.orderDay), sale.po, '', '', 'DI'],
    ['CUR', 'SE', sale.customer.currency],
    ['REF', 'IA', OWN.vendorNumber],
    ['REF', 'BM', sale.bol],
    ...shipTo(sale),
    terms(sale.customer, sale.customer.netDays),
    ['DTM', '011', calendar.compact(sale.issueDay)],
    freightTerms(sale),
    ...sale.lines.flatMap((line): Segment[] => {
      const allowance = times(line.allowance, line.shipped)
      const item: Segment = ['IT1', line.number, line.shipped, 'EA', x12Decimal(line.billedPrice), '', ...itemIds(sale.customer, line.item)]
      if (allowance === 0n) return [item]
      return [
        item,
        [
          'SAC',
          'A',
          'F800',
          '',
          '',
          String(allowance),
          '',
          '',
          '',
          '',
          '',
          '',
          '02',
          line.allowanceAgreement ?? '',
          '',
          'OFF INVOICE ALLOWANCE',
        ],
      ]
    }),
    ['TDS', String(invoiceTotal(sale))],
    ['CAD', 'M', '', '', sale.carrier.scac, '', '', 'BM', sale.bol],
    ['CTT', sale.lines.length],
  ]
}

function authorisation180(sale: Sale, { rga, line, authorised, day }: ReturnCase, calendar: StoryCalendar): Segment[] {
  return [
    ['BGN', '00', rga, calendar.compact(day)],
    ['N9', 'RZ', rga],
    ['N9', 'PO', sale.po],
    ['N9', 'IV', sale.invoice],
    ['BLI', 'UP', line.item.upc, authorised, 'EA', x12Decimal(line.billedPrice - line.allowance)],
    ['QTY', '76', authorised, 'EA'],
  ]
}
