import { decimal, times } from './amounts'
import { type Day, LAST_DAY, type StoryCalendar } from './calendar'
import { OWN } from './carriers'
import { edifactCodeOf } from './claim-codes'
import { customerItem } from './customer-items'
import { existing } from './dice'
import { type EdifactWriter, released } from './edifact-writer'
import { receiptNumber } from './receipts'
import { countsOf } from './shipping'
import { type Claim, cartonsOf, invoiceTotal, isBilled, isShipped, netOf, type Payment, type Sale, type World } from './world'

/** The German chain speaks EDIFACT D.96A: orders, despatch advices, receipts, invoices, remittances. */
export function writeGermanChain(world: World, writer: EdifactWriter, calendar: StoryCalendar): void {
  for (const sale of world.sales.filter(isOfChain)) {
    const { gln } = sale.site
    writer.add('ORDERS', sale.orderDay, gln, OWN.gln, orders(sale, calendar))
    if (isShipped(sale) && sale.noticeDay <= LAST_DAY) writer.add('DESADV', sale.noticeDay, OWN.gln, gln, despatch(sale, calendar))
    if (isBilled(sale)) writer.add('INVOIC', sale.invoiceDay, OWN.gln, gln, invoice(sale, calendar))
  }
  for (const [index, count] of countsOf(world).entries()) {
    if (!isOfChain(count.sale)) continue
    const { sale, day, lines } = count
    const body = lines.flatMap(({ line, number, quantity }) => [
      `LIN+${number}++${line.item.gtin14}:SRV`,
      `QTY+48:${quantity}:PCE`,
      ...(line.shipped > quantity ? [`QVR+${quantity - line.shipped}:119+AC`] : []),
    ])
    const head = [
      `BGM+632+${receiptNumber(index)}+9`,
      ...dates(calendar, [
        ['137', day],
        ['50', day],
      ]),
      `RFF+ON:${count.po}`,
      `RFF+DQ:${sale.delivery}`,
      `NAD+DP+${sale.site.gln}::9`,
      'CPS+1',
    ]
    writer.add('RECADV', day, sale.site.gln, OWN.gln, [...head, ...body])
  }
  for (const payment of world.payments.filter((one) => one.customer.habit === 'edifact')) {
    writer.add('REMADV', payment.day, existing(payment.customer.sites[0]).gln, OWN.gln, remittance(payment, calendar))
  }
}

const isOfChain = (sale: Sale): boolean => sale.customer.habit === 'edifact'
const dates = (calendar: StoryCalendar, list: readonly (readonly [string, Day])[]): string[] =>
  list.map(([qualifier, day]) => `DTM+${qualifier}:${calendar.compact(day)}:102`)

function orders(sale: Sale, calendar: StoryCalendar): string[] {
  const { gln } = sale.site
  return [
    `BGM+220+${sale.po}+9`,
    ...dates(calendar, [
      ['137', sale.orderDay],
      ['64', sale.windowFrom],
      ['63', sale.windowTo],
    ]),
    `NAD+BY+${gln}::9`,
    `NAD+SU+${OWN.gln}::9`,
    `NAD+DP+${gln}::9`,
    'CUX+2:EUR:9',
    `TOD+3++${sale.freight === 'collect' ? 'EXW' : 'DDP'}`,
    `TDT+20++30+31+${sale.routed.scac}`,
    ...sale.lines.flatMap((line) => [
      `LIN+${line.number}++${line.item.gtin14}:SRV`,
      `PIA+1+${customerItem(sale.customer, line.item)}:IN+${line.item.vendorPart}:SA`,
      `QTY+21:${line.firstOrdered}:PCE`,
      `PRI+AAA:${decimal(line.poPrice)}`,
      `MOA+203:${decimal(times(line.poPrice, line.firstOrdered))}`,
    ]),
    'UNS+S',
    `CNT+2:${sale.lines.length}`,
  ]
}

function despatch(sale: Sale, calendar: StoryCalendar): string[] {
  return [
    `BGM+351+${sale.delivery}+9`,
    `DTM+137:${calendar.compact(sale.noticeDay)}1544:203`,
    ...dates(calendar, [
      ['11', sale.issueDay],
      ['17', sale.windowTo - 1],
    ]),
    `RFF+ON:${sale.po}`,
    `RFF+BM:${sale.bol}`,
    `RFF+CN:${sale.pro}`,
    `NAD+SU+${OWN.gln}::9`,
    `NAD+DP+${sale.site.gln}::9`,
    `TDT+20++30+31+${sale.carrier.scac}`,
    'CPS+1',
    `PAC+${cartonsOf(sale.lines, 'announced')}++CT`,
    ...sale.lines.flatMap((line) => [`LIN+${line.number}++${line.item.gtin14}:SRV`, `QTY+12:${line.announced}:PCE`]),
  ]
}

function invoice(sale: Sale, calendar: StoryCalendar): string[] {
  const total = decimal(invoiceTotal(sale))
  return [
    `BGM+380+${sale.invoice}+9`,
    ...dates(calendar, [['137', sale.invoiceDay]]),
    `RFF+ON:${sale.po}`,
    `RFF+DQ:${sale.delivery}`,
    `NAD+SU+${OWN.gln}::9`,
    `NAD+BY+${sale.site.gln}::9`,
    'CUX+2:EUR:4',
    `PAT+22++5:3:D:${sale.customer.discountDays}`,
    `PCD+12:${sale.customer.discountPercent}`,
    ...sale.lines.flatMap((line) => [
      `LIN+${line.number}++${line.item.gtin14}:SRV`,
      `QTY+47:${line.shipped}:PCE`,
      `MOA+203:${decimal(netOf(line))}`,
      `PRI+AAB:${decimal(line.billedPrice)}`,
      ...(line.allowance > 0n ? ['ALC+A+', `MOA+204:${decimal(times(line.allowance, line.shipped))}`] : []),
    ]),
    'UNS+S',
    `MOA+79:${total}`,
    `MOA+77:${total}`,
  ]
}

function remittance(payment: Payment, calendar: StoryCalendar): string[] {
  const reason = (claim: Claim) => {
    const words = `${claim.code} ${claim.words} ${claim.reference}`.trim()
    return [
      `AJT+${edifactCodeOf(claim.kind)}`,
      `MOA+165:-${decimal(claim.amount)}`,
      `RFF+ACE:${claim.number}`,
      ...(claim.words === '' ? [] : [`FTX+OSI+++${released(words)}`]),
    ]
  }
  const invoices = payment.sales.flatMap((sale) => {
    const gross = invoiceTotal(sale)
    const discount = payment.discounts.find((claim) => claim.sale === sale)?.amount ?? 0n
    const nested = payment.claims.filter((claim) => claim.sale === sale)
    const paid = gross - discount - nested.reduce((sum, claim) => sum + claim.amount, 0n)
    const head = [
      `DOC+380+${sale.invoice}`,
      `MOA+9:${decimal(gross)}`,
      `MOA+12:${decimal(paid)}`,
      ...(discount > 0n ? [`MOA+52:${decimal(discount)}`] : []),
    ]
    return [...head, `DTM+171:${calendar.compact(sale.invoiceDay)}:102`, `RFF+ON:${sale.po}`, ...nested.flatMap(reason)]
  })
  const later = payment.claims
    .filter((claim) => !payment.sales.includes(claim.sale))
    .flatMap((claim) => [
      `DOC+381+${claim.number}`,
      `MOA+12:-${decimal(claim.amount)}`,
      ...(claim.kind === 'unclear' || claim.kind === 'priceProtection' ? [] : [`RFF+ON:${claim.sale.po}`]),
      ...reason(claim),
    ])
  const head = [
    `BGM+481+${payment.number}+9`,
    ...dates(calendar, [
      ['137', payment.day],
      ['203', payment.day],
    ]),
    `NAD+PR+${existing(payment.customer.sites[0]).gln}::9`,
    `NAD+PE+${OWN.gln}::9`,
    'CUX+2:EUR:11',
  ]
  return [...head, ...invoices, ...later, 'UNS+S', `MOA+12:${decimal(payment.statedTotal)}`]
}
