import { LAST_DAY, type StoryCalendar } from './calendar'
import { mail } from './portal-orders'
import type { StoryShelves } from './story-file'
import { csvRow, encoded, RowFiles } from './text'
import type { World } from './world'

const RETURNS_HEADER = 'Receipt Date,RGA,Customer,Material,UPC,Received Qty,Condition,Plant'
const STOCK_HEADER = 'Report Date,Location,Item,UPC,On Hand'

/** What our own warehouse writes down, and the mails about appointments and stock counts. */
export function writeWarehouse(world: World, shelves: StoryShelves, calendar: StoryCalendar): void {
  const returns = new RowFiles()
  const cases = world.sales
    .flatMap((sale) => sale.returns.map((one) => ({ sale, one })))
    .sort((a, b) => a.one.receiptDay - b.one.receiptDay)
  for (const { sale, one } of cases) {
    if (one.received === 0 || one.receiptDay > LAST_DAY) continue
    const row = [
      calendar.iso(one.receiptDay),
      one.rga,
      sale.payer.account,
      one.line.item.material,
      one.line.item.upc,
      one.received,
      'used',
      sale.plant.id,
    ]
    returns.add(`warehouse/return_receipts_${calendar.period(one.receiptDay)}.csv`, RETURNS_HEADER, csvRow(row))
  }
  const stock = new RowFiles()
  for (const report of [...world.stock].sort((a, b) => a.day - b.day)) {
    if (report.customer.sets.includes('852')) continue
    const path = `portal/${report.customer.id}/stock_${calendar.period(report.day)}.csv`
    stock.add(
      path,
      STOCK_HEADER,
      csvRow([calendar.iso(report.day), report.site.number, report.item.vendorPart, report.item.upc, report.quantity]),
    )
  }
  for (const file of [...returns.files('utf8', '\n'), ...stock.files('utf8', '\n')]) shelves.put('portal', file.path, file.bytes)
  writeMails(world, shelves, calendar)
}

function writeMails(world: World, shelves: StoryShelves, calendar: StoryCalendar): void {
  const put = (day: number, name: string, text: string) => shelves.put('portal', `mail/${calendar.period(day)}/${name}.eml`, encoded(text))
  for (const sale of world.sales) {
    const { stockCount, appointmentMovedTo, customer } = sale
    if (stockCount && stockCount.day <= LAST_DAY) {
      const found =
        stockCount.surplus > 0
          ? `we counted ${stockCount.surplus} EA more than the book stock. They were not packed.`
          : 'our count agrees with the book stock. Nothing was left over.'
      const body = [
        `Delivery ${sale.delivery}, PO ${sale.po}, material ${stockCount.line.item.vendorPart}:`,
        found,
        `Warehouse ${sale.plant.name}`,
      ]
      put(
        stockCount.day,
        `count-${sale.delivery}-${stockCount.line.number}`,
        mail(
          'warehouse@meridian.example',
          'claims@meridian.example',
          stockCount.day,
          `Stock count for delivery ${sale.delivery}`,
          calendar,
          body,
        ),
      )
    }
    if (appointmentMovedTo === null) continue
    const day = sale.issueDay + 1
    const body = [
      `PO ${sale.po}, bill of lading ${sale.bol}, carrier ${sale.carrier.scac} PRO ${sale.pro}`,
      `We have to move your appointment to ${calendar.american(appointmentMovedTo)}, our dock is full.`,
      'Receiving office',
    ]
    put(
      day,
      `appointment-${sale.po}-${sale.pro}`,
      mail(
        `appointments@${customer.id.toLowerCase()}.example`,
        'logistics@meridian.example',
        day,
        `Delivery appointment PO ${sale.po}`,
        calendar,
        body,
      ),
    )
  }
}
