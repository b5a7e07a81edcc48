import { decimal } from './amounts'
import type { StoryCalendar } from './calendar'
import { OWN } from './carriers'
import { HARBOR_TRUCK } from './harbor-truck'
import type { PaperPage } from './paper-page'
import { cartonsOf, type ReturnCase, type Sale } from './world'

/** The words on delivery receipts, bills of lading and return authorisations, in the phrasing that carriers use. */

const FOOTER = 'This copy was made from the carrier archive.'

/** Our customer's site in Latin letters. */
function siteName(sale: Sale): string {
  if (sale.customer.habit === 'dealers') return sale.payer.name
  return /^[\x20-\x7e]+$/.test(sale.site.name) ? sale.site.name : `${sale.customer.latinName} DC ${sale.site.number}`
}

const articles = (sale: Sale): string[] =>
  sale.lines.map(
    (line) =>
      `Line ${line.number * 10}   ${line.item.vendorPart}   ${line.item.description}   ${Math.ceil(line.shipped / line.item.casePack)} x ${line.item.casePack} = ${line.shipped} each`,
  )

export function isOnHarborTruck(sale: Sale): boolean {
  return sale.bol === HARBOR_TRUCK.bol
}

/** Some receipts of sales that nobody claimed prove little: the driver left it unsigned, or nobody but us had counted. */
function weaknessOf(sale: Sale): 'shipper-count' | 'unsigned' | null {
  if (sale.isClaimed || sale.index % WEAK_EVERY !== 0) return null
  return sale.index % (2 * WEAK_EVERY) === 0 ? 'shipper-count' : 'unsigned'
}

const WEAK_EVERY = 2

/** What the consignee signed. The first page of the Harbor & Pine truck has its gate stamp on a second page that came later. */
export function deliveryReceipt(sale: Sale, calendar: StoryCalendar): PaperPage {
  const sent = cartonsOf(sale.lines, 'shipped')
  const got = cartonsOf(sale.lines, 'arrived')
  const damaged = cartonsOf(sale.lines, 'damaged')
  const remarks = [got < sent ? `SHORT ${sent - got} CTN` : '', damaged > 0 ? `${damaged} CTN DAMAGED` : '']
    .filter((remark) => remark !== '')
    .join(' / ')
  const date = calendar.american(sale.deliveredDay)
  const isTruck = isOnHarborTruck(sale)
  const weakness = weaknessOf(sale)
  const lines = [
    ...shipmentNumbers(sale),
    `Consignee: ${siteName(sale)} (${sale.site.number})`,
    `Delivered: ${date} 08:42   Dock ${(Number(sale.delivery) % 48) + 2}`,
    `Seal number: ${sale.seal}   Trailer: ${sale.trailer}`,
    '',
    ...articles(sale),
    '',
    `Pieces shipped: ${sent} CTN`,
    weakness === 'shipper-count' ? 'Trailer: Shipper load and count (SLC)' : `Pieces received: ${got} CTN`,
    `Remarks: ${remarks || 'seal intact'}`,
    '',
    weakness === 'unsigned' ? 'Received by: -' : `Received by: ${sale.signer}   [signature]`,
    '',
    isTruck || weakness !== null ? 'Stamp: -' : `Stamp: RECEIVED ${date} ${sale.site.number}`,
  ]
  const signedLine = lines.findIndex((line) => line.startsWith('Received by'))
  return {
    title: 'DELIVERY RECEIPT',
    lines,
    signedLine: weakness === 'unsigned' ? null : signedLine,
    stampedLine: isTruck || weakness !== null ? null : lines.length - 1,
    footer: isTruck ? 'Page 1 of 2. The gate stamp stands on page 2.' : FOOTER,
  }
}

/** The second page of a receipt: the gate stamp. */
export function gatePage(sale: Sale, calendar: StoryCalendar): PaperPage {
  const date = calendar.american(sale.deliveredDay)
  const cartons = cartonsOf(sale.lines, 'arrived')
  const lines = [
    ...shipmentNumbers(sale),
    `Delivered: ${date} 08:42   Gate 4`,
    `Seal number: ${sale.seal}, cut at the dock by the consignee`,
    '',
    `Pieces received: ${cartons} CTN`,
    'Remarks: seal intact, trailer empty on leaving',
    '',
    `Received by: ${sale.signer}   [signature]`,
    '',
    `Stamp: RECEIVED ${date} GATE 4 ${sale.site.number}`,
  ]
  return { title: 'DELIVERY RECEIPT', lines, signedLine: lines.length - 3, stampedLine: lines.length - 1, footer: 'Page 2 of 2.' }
}

/** What the driver took over. */
export function billOfLading(sale: Sale, calendar: StoryCalendar): PaperPage {
  const cartons = cartonsOf(sale.lines, 'shipped')
  const loaded = cartonsOf(sale.lines, 'loaded')
  const date = calendar.american(sale.issueDay)
  const lines = [
    `Bill of lading: ${sale.bol}`,
    `Carrier: ${sale.carrier.name} (${sale.carrier.scac})`,
    `PRO number: ${sale.pro}`,
    `Ship date: ${date}`,
    `Ship from: ${OWN.name}, ${sale.plant.name}`,
    `Ship to: ${siteName(sale)} (${sale.site.number})`,
    `Customer PO: ${sale.po}`,
    `Delivery note: ${sale.delivery}`,
    `Freight terms: ${sale.freight === 'collect' ? 'COLLECT' : 'PREPAID'}`,
    `Seal number: ${sale.seal}   Trailer: ${sale.trailer}`,
    `Cartons: ${cartons}`,
    '',
    ...articles(sale),
    '',
    sale.shipperCount ? 'Shipper load and count (SLC)' : `Driver count: ${loaded} CTN`,
    `Driver signature: ${sale.signer.split(' ')[1] ?? sale.signer}   Date: ${date}`,
  ]
  return { title: 'STRAIGHT BILL OF LADING', lines, signedLine: lines.length - 1, stampedLine: null, footer: FOOTER }
}

export function returnAuthorisation(sale: Sale, one: ReturnCase, calendar: StoryCalendar): PaperPage {
  const lines = [
    `Number: ${one.rga}`,
    `Date: ${calendar.american(one.day)}`,
    `Customer: ${sale.customer.latinName}`,
    `Purchase order: ${sale.po}`,
    `Invoice: ${sale.invoice}`,
    `Article: ${one.line.item.vendorPart} UPC ${one.line.item.upc}`,
    `Quantity authorised: ${one.authorised} EA`,
    `Unit price: ${decimal(one.line.billedPrice - one.line.allowance)} ${sale.customer.currency}`,
  ]
  return { title: 'RETURN GOODS AUTHORISATION', lines, signedLine: null, stampedLine: null, footer: `${OWN.name}, returns desk` }
}

function shipmentNumbers(sale: Sale): string[] {
  return [
    `Carrier: ${sale.carrier.name} (${sale.carrier.scac})`,
    `PRO number: ${sale.pro}`,
    `Bill of lading: ${sale.bol}`,
    `Customer PO: ${sale.po}`,
    `Delivery note: ${sale.delivery}`,
  ]
}
