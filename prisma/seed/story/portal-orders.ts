import { decimal, times } from './amounts'
import type { Day, StoryCalendar } from './calendar'
import { OWN } from './carriers'
import { customerItem } from './customer-items'
import { existing } from './dice'
import { orderTotal } from './orders'
import type { StoryShelves } from './story-file'
import { csvRow, encoded, RowFiles } from './text'
import type { Sale, World } from './world'

/** Orders that do not come by EDI: marketplace JSON, Chinese CSV, dealer CSV, mails of the distributor. */
export function writePortalOrders(world: World, shelves: StoryShelves, calendar: StoryCalendar): void {
  const byHabit = (habit: string) => world.sales.filter((sale) => sale.customer.habit === habit).sort((a, b) => a.orderDay - b.orderDay)
  const put = (path: string, bytes: Uint8Array) => shelves.put('portal', path, bytes)
  for (const [period, sales] of Map.groupBy(byHabit('marketplace'), (sale) => calendar.period(sale.orderDay))) {
    const orders = sales.map((sale) => JSON.stringify(marketplaceOrder(sale, calendar)))
    put(`portal/C02/orders_${period}.json`, encoded(`{"payload":{"orders":[\n${orders.join(',\n')}\n]}}\n`))
  }
  const chinese = new RowFiles()
  for (const sale of byHabit('chinese'))
    for (const row of chineseRows(sale, calendar))
      chinese.add(`portal/C10/orders_${calendar.period(sale.orderDay)}.csv`, CHINESE_HEADER, row)
  for (const file of chinese.files('gb18030')) put(file.path, file.bytes)
  const dealers = new RowFiles()
  for (const sale of byHabit('dealers'))
    for (const row of dealerRows(sale, calendar)) dealers.add(`portal/C12/orders_${calendar.period(sale.orderDay)}.csv`, DEALER_HEADER, row)
  for (const file of dealers.files('utf8', '\n')) put(file.path, file.bytes)
  for (const sale of byHabit('advice-text'))
    put(`mail/${calendar.period(sale.orderDay)}/order-${sale.po}.eml`, encoded(orderMail(sale, calendar)))
}

function marketplaceOrder(sale: Sale, calendar: StoryCalendar): object {
  return {
    purchaseOrderNumber: sale.po,
    purchaseOrderState: 'Acknowledged',
    orderDetails: {
      purchaseOrderDate: `${calendar.iso(sale.orderDay)}T08:00:00Z`,
      purchaseOrderType: 'RegularOrder',
      paymentMethod: 'Invoice',
      deliveryWindow: `${calendar.iso(sale.windowFrom)}T00:00:00Z--${calendar.iso(sale.windowTo)}T00:00:00Z`,
      importDetails: {
        methodOfPayment: sale.freight === 'collect' ? 'CollectOnDelivery' : 'PrepaidBySeller',
        shippingInstructions: `Carrier ${sale.routed.scac}`,
      },
      buyingParty: { partyId: 'LROW1' },
      sellingParty: { partyId: OWN.vendorNumber },
      shipToParty: { partyId: sale.site.number },
      items: sale.lines.map((line) => ({
        itemSequenceNumber: String(line.number),
        amazonProductIdentifier: customerItem(sale.customer, line.item),
        vendorProductIdentifier: line.item.upc,
        orderedQuantity: { amount: line.firstOrdered, unitOfMeasure: 'Eaches', unitSize: line.statedPack },
        isBackOrderAllowed: false,
        netCost: { currencyCode: sale.customer.currency, amount: decimal(line.poPrice) },
      })),
    },
  }
}

const CHINESE_HEADER = '订单号,下单日期,商品编码,供应商货号,数量,单价,金额,仓库,最晚到货日,运费条款,承运商'

function chineseRows(sale: Sale, calendar: StoryCalendar): string[] {
  return sale.lines.map((line) =>
    csvRow([
      sale.po,
      calendar.iso(sale.orderDay),
      customerItem(sale.customer, line.item),
      line.item.vendorPart,
      line.firstOrdered,
      decimal(line.poPrice),
      decimal(times(line.poPrice, line.firstOrdered)),
      sale.site.city,
      calendar.iso(sale.windowTo),
      sale.freight === 'collect' ? '到付' : '预付',
      sale.routed.scac,
    ]),
  )
}

const DEALER_HEADER = 'Dealer Account,Dealer Name,Order No,Order Date,Item,Description,Qty,Unit Price,Extended,Freight,Need By,Carrier'

function dealerRows(sale: Sale, calendar: StoryCalendar): string[] {
  return sale.lines.map((line) =>
    csvRow([
      sale.payer.account,
      sale.payer.name,
      sale.po,
      calendar.american(sale.orderDay),
      line.item.vendorPart,
      line.item.description,
      line.firstOrdered,
      decimal(line.poPrice),
      decimal(times(line.poPrice, line.firstOrdered)),
      sale.freight,
      calendar.american(sale.windowTo),
      sale.routed.scac,
    ]),
  )
}

function orderMail(sale: Sale, calendar: StoryCalendar): string {
  const lines = sale.lines.map(
    (line) =>
      `${String(line.number).padStart(3, '0')}  ${line.item.vendorPart}  ${line.item.description.padEnd(26)} qty ${String(line.firstOrdered).padStart(5)} EA  @ ${decimal(line.poPrice)}`,
  )
  return mail('purchasing@halyard.example', 'orders@meridian.example', sale.orderDay, `Purchase order ${sale.po}`, calendar, [
    `Please ship the following on our PO ${sale.po} dated ${calendar.american(sale.orderDay)}.`,
    `Ship to: ${sale.site.name}`,
    `Deliver by: ${calendar.american(sale.windowTo)}   Freight: ${sale.freight}   Carrier: ${sale.routed.scac}`,
    '',
    ...lines,
    '',
    `Total ${decimal(orderTotal(sale))} ${sale.customer.currency}`,
  ])
}

/** A plain mail as our mailbox keeps it. */
export function mail(from: string, to: string, day: Day, subject: string, calendar: StoryCalendar, body: readonly string[]): string {
  const [weekday, date, month, year] = existing(
    new Date(`${calendar.iso(day)}T09:15:00Z`).toUTCString().match(/^(\w+), (\d+) (\w+) (\d+)/),
  ).slice(1)
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Date: ${weekday}, ${date} ${month} ${year} 09:15:00 +0000`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
  ]
  return `${[...head, ...body].join('\r\n')}\r\n`
}
