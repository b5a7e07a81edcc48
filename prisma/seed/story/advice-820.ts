import { type Cents, decimal } from './amounts'
import type { StoryCalendar } from './calendar'
import { OWN } from './carriers'
import { existing } from './dice'
import { type Claim, invoiceTotal, type Payment, type Sale, type World } from './world'
import { itemIds, partnerOf } from './x12-parts'
import type { Segment, X12Writer } from './x12-writer'

/** Remittance advices by X12 820, each customer in its own habit, and the 812 the grocery chain sends ahead. */
export function writeX12Payments(world: World, writer: X12Writer, calendar: StoryCalendar, twice: string): void {
  for (const payment of world.payments) {
    if (!payment.customer.sets.includes('820')) continue
    if (payment.customer.sets.includes('812'))
      for (const claim of payment.claims) writer.add(partnerOf(payment.customer), '812', payment.day, memo812(claim, calendar))
    const copies = payment.number === twice ? 2 : 1
    writer.add(partnerOf(payment.customer), '820', payment.day, advice820(payment, calendar), { isAlone: true, copies })
  }
}

/** The 820 of one payment. Totals: BPR02 is the money; the lines below add up to it in one of two ways, see formats. */
export function advice820(payment: Payment, calendar: StoryCalendar): Segment[] {
  const { customer } = payment
  const body =
    { 'nested-820': nested, 'outer-820': outer, 'negative-820': negative, grocery: negative }[customer.habit as 'nested-820'] ?? negative
  const site = existing(customer.sites[0])
  return [
    [
      'BPR',
      'I',
      decimal(payment.statedTotal),
      'C',
      customer.habit === 'nested-820' ? 'CHK' : 'ACH',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      calendar.compact(payment.day),
      'VEN',
    ],
    ['TRN', '3', payment.number],
    ['CUR', 'PR', customer.currency],
    ['N1', 'PR', customer.name.toUpperCase(), 'UL', site.gln],
    ['N1', 'PE', OWN.name],
    ['REF', 'IA', OWN.vendorNumber],
    ['ENT', 1],
    ...body(payment, calendar),
  ]
}

function discountOn(payment: Payment, sale: Sale): Cents {
  return payment.discounts.find((claim) => claim.sale === sale)?.amount ?? 0n
}

function invoiceLine(payment: Payment, sale: Sale, action: 'PO' | 'PI', nestedAmount: Cents): Segment {
  const gross = invoiceTotal(sale)
  const discount = discountOn(payment, sale)
  return [
    'RMR',
    'IV',
    sale.invoice,
    action,
    decimal(gross - discount - nestedAmount),
    decimal(gross),
    discount === 0n ? '' : decimal(discount),
  ]
}

function invoiceReferences(sale: Sale, calendar: StoryCalendar): Segment[] {
  return [
    ['REF', 'PO', sale.po],
    ['REF', 'ST', sale.site.gln],
    ['DTM', '003', calendar.compact(sale.invoiceDay)],
  ]
}

function poReference(claim: Claim): Segment[] {
  return claim.kind === 'unclear' || claim.kind === 'priceProtection' ? [] : [['REF', 'PO', claim.sale.po]]
}

/** Adjustments below their invoice and already netted; later claims as credit memo lines. */
function nested(payment: Payment, calendar: StoryCalendar): Segment[] {
  const code = (claim: Claim) => claim.code.padStart(3, '0')
  const below = (sale: Sale) => payment.claims.filter((claim) => claim.sale === sale)
  const invoices = payment.sales.flatMap((sale): Segment[] => [
    invoiceLine(
      payment,
      sale,
      'PO',
      below(sale).reduce((sum, claim) => sum + claim.amount, 0n),
    ),
    ['REF', 'MR', '0033'],
    ...invoiceReferences(sale, calendar),
    ...below(sale).flatMap((claim): Segment[] => [
      ['ADX', `-${decimal(claim.amount)}`, claim.x12, 'CM', sale.invoice],
      ['REF', '6O', code(claim)],
      ['REF', 'MC', claim.number],
    ]),
  ])
  const later = payment.claims.filter((claim) => !payment.sales.includes(claim.sale))
  return [
    ...invoices,
    ...later.flatMap((claim): Segment[] => [
      ['RMR', 'CM', claim.number, 'PI', `-${decimal(claim.amount)}`],
      ['REF', '6O', code(claim)],
      ['REF', 'MC', claim.number],
      ...poReference(claim),
    ]),
  ]
}

/** Adjustments before the invoices, which are shown in full. */
function outer(payment: Payment, calendar: StoryCalendar): Segment[] {
  return [
    ...payment.claims.flatMap((claim): Segment[] => [
      ['ADX', `-${decimal(claim.amount)}`, claim.x12, 'CM', claim.number],
      ...poReference(claim),
    ]),
    ...payment.sales.flatMap((sale): Segment[] => [invoiceLine(payment, sale, 'PI', 0n), ...invoiceReferences(sale, calendar)]),
  ]
}

/** Deductions as negative lines with their reason. */
function negative(payment: Payment, calendar: StoryCalendar): Segment[] {
  return [
    ...payment.sales.flatMap((sale): Segment[] => [invoiceLine(payment, sale, 'PI', 0n), ...invoiceReferences(sale, calendar)]),
    ...payment.claims.flatMap((claim): Segment[] => {
      const amount = `-${decimal(claim.amount)}`
      const isReturn = claim.kind === 'return' || claim.kind === 'recall'
      return [['RMR', isReturn ? 'OS' : 'CM', claim.number, 'PI', amount, '', '', claim.x12, amount], ...poReference(claim)]
    }),
  ]
}

function memo812(claim: Claim, calendar: StoryCalendar): Segment[] {
  const isBare = claim.kind === 'unclear' || claim.kind === 'priceProtection'
  const cents = String(claim.amount)
  const hasQuantity = claim.quantity !== null && claim.unit !== null
  return [
    [
      'BCD',
      calendar.compact(claim.claimDay),
      claim.number,
      '',
      cents,
      'D',
      isBare ? '' : calendar.compact(claim.sale.invoiceDay),
      isBare ? '' : claim.sale.invoice,
      '',
      isBare ? '' : claim.sale.po,
    ],
    ['N9', 'DP', claim.code],
    ...(claim.reference === '' ? [] : [['N9', 'RZ', claim.reference] as Segment]),
    ['N1', 'BY', claim.customer.name, '92', claim.site.number],
    [
      'CDD',
      claim.x12,
      'D',
      claim.number,
      cents,
      '',
      '',
      hasQuantity ? (claim.quantity ?? '') : '',
      hasQuantity ? 'EA' : '',
      '',
      '',
      hasQuantity ? decimal(claim.unit ?? 0n) : '',
    ],
    ...(claim.item && claim.kind !== 'unclear' ? [['LIN', '', ...itemIds(claim.customer, claim.item).slice(0, 4)] as Segment] : []),
  ]
}
