import { type Cents, decimal, times, total, x12Decimal } from './amounts'
import { type Day, LAST_DAY, type StoryCalendar } from './calendar'
import { OWN } from './carriers'
import { HARBOR_TRUCK } from './harbor-truck'
import type { Sale, SaleLine, World } from './world'
import { freightTerms, itemIds, partnerOf, shipTo, terms } from './x12-parts'
import type { Segment, X12Writer } from './x12-writer'

/** Purchase orders (850), changes (860) and our confirmations (855) of the customers that use X12. */
export function writeX12Orders(world: World, writer: X12Writer, calendar: StoryCalendar): void {
  for (const sale of world.sales) {
    const { customer, orderDay } = sale
    if (!customer.sets.includes('850')) continue
    writer.add(partnerOf(customer), '850', orderDay, order850(sale, calendar))
    const changeDay = orderDay + 1
    if (customer.sets.includes('860') && hasChange(sale) && changeDay <= LAST_DAY)
      writer.add(partnerOf(customer), '860', changeDay, change860(sale, calendar))
    const confirmDay = confirmDayOf(sale)
    if (customer.sets.includes('855') && confirmDay <= LAST_DAY)
      writer.add(partnerOf(customer), '855', confirmDay, confirm855(sale, confirmDay, calendar), { isOurs: true })
  }
}

/** The amount of the first order, before changes. */
export function orderTotal(sale: Sale): Cents {
  return total(sale.lines, (line) => times(line.poPrice, line.firstOrdered))
}

function confirmDayOf(sale: Sale): Day {
  return sale.bol === HARBOR_TRUCK.bol ? HARBOR_TRUCK.confirmDay : sale.orderDay + 2
}

function hasChange(sale: Sale): boolean {
  return sale.lines.some(isChanged)
}

function isChanged(line: SaleLine): boolean {
  return line.changedPrice !== null || line.firstOrdered !== line.ordered
}

function order850(sale: Sale, calendar: StoryCalendar): Segment[] {
  return [
    ['BEG', '00', 'SA', sale.po, '', calendar.compact(sale.orderDay)],
    ['REF', 'IA', OWN.vendorNumber],
    freightTerms(sale),
    terms(sale.customer, sale.statedNetDays),
    ['DTM', '064', calendar.compact(sale.windowFrom)],
    ['DTM', '063', calendar.compact(sale.windowTo)],
    ['TD5', '', '2', sale.routed.scac],
    ...shipTo(sale),
    ...sale.lines.flatMap((line): Segment[] => [
      ['PO1', line.number, line.firstOrdered, 'EA', x12Decimal(line.poPrice), '', ...itemIds(sale.customer, line.item)],
      ['PID', 'F', '', '', '', line.item.description],
      ['PO4', line.statedPack, 1, 'EA'],
    ]),
    ['CTT', sale.lines.length],
    ['AMT', 'TT', decimal(orderTotal(sale))],
  ]
}

function change860(sale: Sale, calendar: StoryCalendar): Segment[] {
  const changed = sale.lines.filter(isChanged)
  return [
    ['BCH', '04', 'SA', sale.po, '', '', calendar.compact(sale.orderDay), '', '', '', '', calendar.compact(sale.orderDay + 1)],
    ['REF', 'IA', OWN.vendorNumber],
    ...changed.map((line): Segment => {
      const kind = line.changedPrice === null ? 'QI' : 'PC'
      return [
        'POC',
        line.number,
        kind,
        line.ordered,
        line.ordered - line.firstOrdered,
        'EA',
        x12Decimal(line.changedPrice ?? line.poPrice),
        '',
        ...itemIds(sale.customer, line.item),
      ]
    }),
    ['CTT', changed.length],
  ]
}

function confirm855(sale: Sale, day: Day, calendar: StoryCalendar): Segment[] {
  const differs = sale.lines.some((line) => line.poPrice !== line.agreedPrice)
  return [
    ['BAK', '00', differs ? 'AC' : 'AD', sale.po, calendar.compact(sale.orderDay), '', '', '', '', calendar.compact(day)],
    ['REF', 'CO', sale.salesOrder],
    ...sale.lines.flatMap((line): Segment[] => [
      ['PO1', line.number, line.confirmed, 'EA', x12Decimal(line.agreedPrice), '', ...itemIds(sale.customer, line.item)],
      ['ACK', line.poPrice !== line.agreedPrice ? 'IP' : line.confirmed !== line.ordered ? 'IQ' : 'IA', line.confirmed, 'EA'],
    ]),
    ['CTT', sale.lines.length],
  ]
}
