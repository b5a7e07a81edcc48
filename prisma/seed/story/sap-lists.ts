import { times } from './amounts'
import { LAST_DAY, type StoryCalendar } from './calendar'
import { VA05, VF05, VL06O } from './sap-columns'
import { lineItems } from './sap-line-items'
import { SapReport, type SapValue } from './sap-report'
import type { StoryShelves } from './story-file'
import { cartonsOf, isBilled, isShipped, netOf, type Sale, type World } from './world'

/** The five SAP lists of the quarter: orders, deliveries, billing, cleared and open customer items. */
export async function writeSapLists(world: World, shelves: StoryShelves, calendar: StoryCalendar): Promise<void> {
  const [va05, vl06o, vf05] = [new SapReport(VA05, calendar), new SapReport(VL06O, calendar), new SapReport(VF05, calendar)]
  for (const sale of [...world.sales].sort((a, b) => Number(a.salesOrder) - Number(b.salesOrder))) {
    for (const row of orderRows(sale)) va05.add(sale.customer.companyCode, calendar.period(sale.orderDay), row)
  }
  for (const sale of [...world.sales].sort((a, b) => Number(a.delivery) - Number(b.delivery))) {
    if (sale.undelivered || sale.issueDay > LAST_DAY) continue
    for (const row of deliveryRows(sale)) vl06o.add(sale.customer.companyCode, calendar.period(sale.issueDay), row)
  }
  for (const sale of [...world.sales].sort((a, b) => Number(a.invoice) - Number(b.invoice))) {
    if (!isBilled(sale)) continue
    for (const row of billingRows(sale)) vf05.add(sale.customer.companyCode, calendar.period(sale.invoiceDay), row)
  }
  const reports = [
    ...(await va05.files()),
    ...(await vl06o.files()),
    ...(await vf05.files(`sap/vf05_de01_${calendar.period(-45)}`)),
    ...(await lineItems(world, calendar)),
  ]
  for (const file of reports) shelves.put('sap', file.path, file.bytes)
}

function orderRows(sale: Sale): SapValue[][] {
  const status = isShipped(sale) && !sale.issueNotPosted ? 'C' : sale.neverLeft ? 'B' : 'A'
  return sale.lines.map((line) => [
    sale.salesOrder,
    line.number * 10,
    sale.orderDay,
    sale.po,
    sale.payer.account,
    sale.site.account,
    line.item.material,
    line.confirmed,
    'EA',
    line.billedPrice,
    times(line.billedPrice, line.confirmed),
    sale.customer.currency,
    sale.windowTo,
    `N${sale.customer.netDays}`,
    status,
  ])
}

function deliveryRows(sale: Sale): SapValue[][] {
  const isPosted = !sale.neverLeft && !sale.issueNotPosted
  return sale.lines.map((line) => [
    sale.delivery,
    line.number * 10,
    sale.salesOrder,
    sale.po,
    sale.site.account,
    line.item.material,
    line.shipped,
    'EA',
    sale.plannedIssueDay,
    isPosted ? sale.issueDay : null,
    isPosted ? 'C' : 'A',
    sale.bol,
    sale.carrier.scac,
    sale.neverLeft ? null : sale.pro,
    cartonsOf(sale.lines, 'shipped'),
    sale.plant.id,
  ])
}

function billingRows(sale: Sale): SapValue[][] {
  return sale.lines.map((line) => [
    sale.invoice,
    line.number * 10,
    sale.invoiceDay,
    sale.payer.account,
    sale.salesOrder,
    sale.delivery,
    line.item.material,
    line.shipped,
    'EA',
    line.billedPrice,
    -times(line.allowance, line.shipped),
    netOf(line),
    sale.customer.currency,
    sale.po,
  ])
}
