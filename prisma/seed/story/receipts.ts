import type { StoryCalendar } from './calendar'
import { customerItem } from './customer-items'
import { type Count, countsOf } from './shipping'
import type { StoryShelves } from './story-file'
import { csvRow, RowFiles } from './text'
import type { World } from './world'
import { itemIds, partnerOf } from './x12-parts'
import type { Segment, X12Writer } from './x12-writer'

const PORTAL_HEADER = 'Receipt No,Receipt Date,PO Number,Location,Item Number,UPC,Received Qty,UOM,BOL'
const CHINESE_HEADER = '收货单号,收货日期,订单号,仓库,商品编码,实收数量'

/** What customers counted: 861 by EDI, receipts files of portals; the German chain sends RECADV. */
export function writeReceipts(world: World, writer: X12Writer, shelves: StoryShelves, calendar: StoryCalendar): void {
  const portal = new RowFiles()
  const chinese = new RowFiles()
  for (const [index, count] of countsOf(world).entries()) {
    const { customer } = count.sale
    const number = receiptNumber(index)
    const path = `portal/${customer.id}/receipts_${calendar.period(count.day)}.csv`
    if (customer.sets.includes('861')) writer.add(partnerOf(customer), '861', count.day, receipt861(count, number, calendar))
    else if (customer.habit === 'nested-820' || customer.habit === 'marketplace')
      for (const row of portalRows(count, number, calendar)) portal.add(path, PORTAL_HEADER, row)
    else if (customer.habit === 'chinese') for (const row of chineseRows(count, number, calendar)) chinese.add(path, CHINESE_HEADER, row)
  }
  for (const file of [...portal.files('utf8', '\n'), ...chinese.files('gb18030', '\n')]) shelves.put('portal', file.path, file.bytes)
}

export function receiptNumber(index: number): string {
  return `R${String(10240 + index).padStart(8, '0')}`
}

function receipt861(count: Count, number: string, calendar: StoryCalendar): Segment[] {
  const { sale, lines } = count
  return [
    ['BRA', number, calendar.compact(count.day), count.isFirst ? '00' : '05', '1', '1200'],
    ['REF', 'BM', sale.bol],
    ['PRF', count.po],
    ['N1', 'ST', sale.site.name, '92', sale.site.number],
    ...lines.flatMap(({ line, number: position, quantity }): Segment[] => {
      const damaged = count.isFirst && line.damaged > 0
      return [
        ['RCD', position, quantity, 'EA', '', '', damaged ? line.damaged : '', damaged ? 'EA' : '', damaged ? '01' : ''],
        ['LIN', '', ...itemIds(sale.customer, line.item)],
      ]
    }),
    ['CTT', lines.length],
  ]
}

function portalRows({ sale, po, day, lines }: Count, number: string, calendar: StoryCalendar): string[] {
  return lines.map(({ line, quantity }) =>
    csvRow([
      number,
      calendar.american(day),
      po,
      sale.site.number,
      customerItem(sale.customer, line.item),
      line.item.upc,
      quantity,
      'EA',
      sale.bol,
    ]),
  )
}

function chineseRows({ sale, po, day, lines }: Count, number: string, calendar: StoryCalendar): string[] {
  return lines.map(({ line, quantity }) =>
    csvRow([number, calendar.iso(day), po, sale.site.city, customerItem(sale.customer, line.item), quantity]),
  )
}
