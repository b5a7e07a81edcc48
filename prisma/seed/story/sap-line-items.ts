import { times } from './amounts'
import { type Day, LAST_DAY, type StoryCalendar } from './calendar'
import { FBL5N_CLEARED, FBL5N_OPEN } from './sap-columns'
import { SapReport, type SapValue } from './sap-report'
import type { StoryFile } from './story-file'
import { type Claim, invoiceTotal, isBilled, type Payment, type Sale, type World } from './world'

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
export async function lineItems(world: World, calendar: StoryCalendar): Promise<StoryFile[]> {
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
  for (const sale of world.sales) {
    if (isBilled(sale) && sale.payDay >= LAST_DAY) put(sale, invoiceItem(sale, null, null))
    for (const item of returnCredits(sale, document)) put(sale, item)
  }
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
  // A repayment carries a payment number of its own; the claim stands in its reference.
  const isMoney = settled.type === 'DZ'
  const names = isMoney ? { assignment: `RP${clearing.slice(-7)}`, reference: claim.number } : {}
  const counter: Item = {
    ...base,
    ...names,
    document: clearing,
    type: settled.type,
    day: settled.day,
    due: settled.day,
    key: isMoney ? '15' : '11',
    amount: -claim.amount,
    clearing,
    cleared: settled.day,
    text: `${isMoney ? 'Repayment' : 'Credit'} ${claim.number}`.trim(),
  }
  return [{ ...residual, clearing, cleared: settled.day }, counter]
}

/** Goods returned and already credited: an open credit note that names the authorisation. */
function returnCredits(sale: Sale, document: () => string): Item[] {
  return sale.returns
    .filter((one) => one.isCredited && one.receiptDay + 2 <= LAST_DAY)
    .map(({ rga, line, received, receiptDay }): Item => {
      const amount = -times(line.billedPrice - line.allowance, received)
      const base = { account: sale.payer.account, assignment: sale.po, reference: rga, currency: sale.customer.currency }
      const day = receiptDay + 2
      return {
        ...base,
        document: document(),
        type: 'DG',
        day,
        due: day,
        key: '11',
        amount,
        clearing: null,
        cleared: null,
        text: `Credit for return ${rga}`,
      }
    })
}

function settlement({ outcome, amount }: Claim): { type: 'DZ' | 'DG'; day: Day } | null {
  if (outcome.state === 'accepted') return { type: 'DG', day: outcome.day }
  if (outcome.state !== 'submitted' || outcome.answer === null) return null
  const { won, repaidDay } = outcome.answer
  return won === amount && repaidDay !== null ? { type: 'DZ', day: repaidDay } : null
}
