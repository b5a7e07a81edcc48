import { times } from './amounts'
import { type Day, LAST_DAY, type StoryCalendar } from './calendar'
import { FBL5N_CLEARED, FBL5N_OPEN, VA05, VF05, VL06O } from './sap-columns'
import { SapReport, type SapValue } from './sap-report'
import type { StoryShelves } from './story-file'
import { type Claim, cartonsOf, invoiceTotal, isBilled, isShipped, netOf, type Payment, type Sale, type World } from './world'

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

type Item = {
  account: string
  assignment: string
  reference: string
  document: string
  type: 'RV' | 'DZ' | 'DG'
  day: Day
  due: Day
  key: '01' | '06' | '11' | '15'
  amount: bigint
  currency: string
  clearing: string | null
  cleared: Day | null
  reason?: string
  text?: string
}

/** RV + DZ + residuals of one payment balance; a settled residual is cleared by a repayment (DZ) or a credit (DG). */
async function lineItems(world: World, calendar: StoryCalendar): Promise<Array<{ path: string; bytes: Uint8Array }>> {
  const cleared = new SapReport(FBL5N_CLEARED, calendar)
  const open = new SapReport(FBL5N_OPEN, calendar)
  let next = 1400003100
  const document = () => String(next++)
  const put = (sale: Sale, item: Item) => {
    const isOpen = item.cleared === null || item.cleared > LAST_DAY
    const row: SapValue[] = [
      item.account,
      item.assignment,
      item.reference,
      item.document,
      item.type,
      item.day,
      item.day,
      item.due,
      item.key,
      item.amount,
      item.currency,
      isOpen ? null : item.clearing,
      isOpen ? null : item.cleared,
      item.reason ?? '',
      item.text ?? '',
    ]
    if (isOpen) open.add(sale.customer.companyCode, calendar.compact(LAST_DAY), row)
    else cleared.add(sale.customer.companyCode, calendar.period(item.cleared ?? LAST_DAY), row)
  }
  for (const payment of world.payments) for (const { sale, item } of paymentItems(payment, document)) put(sale, item)
  for (const sale of world.sales) if (isBilled(sale) && sale.payDay >= LAST_DAY) put(sale, invoiceItem(sale, null, null))
  return [...(await cleared.files()), ...(await open.files())]
}

function invoiceItem(sale: Sale, clearing: string | null, cleared: Day | null): Item {
  const { payer, invoice, invoiceDay, customer } = sale
  return {
    account: payer.account,
    assignment: sale.po,
    reference: invoice,
    document: invoice,
    type: 'RV',
    day: invoiceDay,
    due: invoiceDay + customer.netDays,
    key: '01',
    amount: invoiceTotal(sale),
    currency: customer.currency,
    clearing,
    cleared,
  }
}

function paymentItems(payment: Payment, document: () => string): { sale: Sale; item: Item }[] {
  const clearing = document()
  const { number, day, payer, customer } = payment
  const claims = [...payment.claims, ...payment.discounts]
  const sale = payment.sales[0] ?? claims[0]?.sale
  if (!sale) return []
  const invoices = payment.sales.map((one) => ({ sale: one, item: invoiceItem(one, clearing, day) }))
  const reversed = payment.reversals.reduce((running, claim) => running + claim.amount, 0n)
  const base = { account: payer.account, type: 'DZ' as const, day, due: day, key: '15' as const, currency: customer.currency }
  const money: Item = {
    ...base,
    assignment: number,
    reference: number,
    document: clearing,
    amount: -(payment.total - reversed),
    clearing,
    cleared: day,
    text: `Payment ${number}`,
  }
  return [
    ...invoices,
    { sale, item: money },
    ...claims.flatMap((claim) => residualItems(claim, payment, document).map((item) => ({ sale: claim.sale, item }))),
  ]
}

function residualItems(claim: Claim, payment: Payment, document: () => string): Item[] {
  const isBare = claim.kind === 'unclear' || claim.kind === 'priceProtection'
  const reference = isBare ? claim.number : claim.sale.invoice
  const base = { account: claim.payer.account, reference, currency: claim.customer.currency, assignment: claim.number || payment.number }
  const residual: Item = {
    ...base,
    document: document(),
    type: 'DZ',
    day: payment.day,
    due: payment.day,
    key: '06',
    amount: claim.amount,
    clearing: null,
    cleared: null,
    reason: claim.x12,
    text: `Residual ${claim.number}`.trim(),
  }
  const settled = settlement(claim)
  if (!settled) return [residual]
  const clearing = document()
  const counter: Item = {
    ...base,
    document: clearing,
    type: settled.type,
    day: settled.day,
    due: settled.day,
    key: settled.type === 'DZ' ? '15' : '11',
    amount: -claim.amount,
    clearing,
    cleared: settled.day,
    text: `${settled.type === 'DZ' ? 'Repayment' : 'Credit'} ${claim.number}`.trim(),
  }
  return [{ ...residual, clearing, cleared: settled.day }, counter]
}

function settlement({ outcome, amount }: Claim): { type: 'DZ' | 'DG'; day: Day } | null {
  if (outcome.state === 'accepted') return { type: 'DG', day: outcome.day }
  if (outcome.state !== 'submitted' || outcome.answer === null) return null
  const { won, repaidDay } = outcome.answer
  return won === amount && repaidDay !== null ? { type: 'DZ', day: repaidDay } : null
}
