import { type Money, money } from '@/core/money'
import type { PageContext, RecordParts, Words } from './record-words'
import type { PageWord } from './text-shape'

export function describeClaim({ facts }: PageContext, w: Words): RecordParts | null {
  const { claim, deduction } = facts
  if (!claim) return null
  const currency = deduction.currency
  return {
    fields: [
      w.field('claim', claim.number),
      w.field('date', w.date(claim.claimedOn)),
      w.field('code', [deduction.reasonCode, deduction.codeText].filter(Boolean).join(' ')),
      w.field('invoice', facts.invoice?.number),
      w.field('purchaseOrder', facts.order?.number),
      w.field(
        'item',
        w
          .item(deduction.itemId)
          .filter((part) => part !== '')
          .join(' '),
      ),
      w.field('claimed', w.count(claim.quantity)),
      w.field('received', w.count(claim.receivedQuantity)),
      w.field('unitPrice', w.price(claim.unitMicros, currency)),
      w.field('amount', w.amount(claim.amountMinor, currency)),
      w.field('reference', claim.reference),
    ],
    table: null,
  }
}

export function describeRemittance({ facts }: PageContext, w: Words): RecordParts | null {
  const { remittanceLine: line, paymentNumber, takenOn, claimNumber } = facts.deduction
  if (!line) return null
  const known: (readonly [PageWord, bigint | null])[] = [
    ['gross', line.grossMinor],
    ['discount', line.discountMinor],
    ['paid', line.paidMinor],
  ]
  const amounts: Money[] = known.flatMap(([, minor]) => (minor === null ? [] : [money(minor, facts.deduction.currency)]))
  return {
    fields: [
      w.field('reference', line.remittanceNumber),
      w.field('paid', paymentNumber),
      w.field('date', w.date(takenOn)),
      w.field('claim', claimNumber),
      w.field('invoice', facts.invoice?.number),
    ],
    table: {
      columns: known.filter(([, minor]) => minor !== null).map(([word]) => w.column(word, 1, true)),
      rows: [amounts.map((value) => w.amount(value.minor, value.currency))],
      total: null,
    },
  }
}

export function describePrices({ facts }: PageContext, w: Words): RecordParts | null {
  if (facts.prices.length === 0) return null
  return {
    fields: [w.field('purchaseOrder', facts.order?.number), w.field('invoice', facts.invoice?.number)],
    table: {
      columns: [...w.itemColumns, w.column('validFrom', 2), w.column('validTo', 2), w.column('unitPrice', 2, true)],
      rows: facts.prices.map((row) => [...w.item(row.itemId), w.date(row.validFrom), w.date(row.validTo), w.price(row.priceMicros)]),
      total: null,
    },
  }
}

export function describeAgreements({ facts, formats }: PageContext, w: Words): RecordParts | null {
  if (facts.agreements.length === 0) return null
  return {
    fields: [],
    table: {
      columns: [
        w.column('reference', 3),
        w.column('kind', 2),
        w.column('validFrom', 2),
        w.column('validTo', 2),
        w.column('rate', 1.4, true),
      ],
      rows: facts.agreements.map((row) => [
        row.number,
        row.kind,
        w.date(row.validFrom),
        w.date(row.validTo),
        row.ratePpm === null ? '' : formats.percent(row.ratePpm),
      ]),
      total: null,
    },
  }
}

export function describeFirst({ facts }: PageContext, w: Words): RecordParts | null {
  if (facts.siblings.length === 0) return null
  return {
    fields: [w.field('invoice', facts.invoice?.number), w.field('purchaseOrder', facts.order?.number)],
    table: {
      columns: [
        w.column('claim', 3),
        w.column('date', 2),
        w.column('item', 2),
        w.column('code', 2),
        w.column('quantity', 1.5, true),
        w.column('amount', 2, true),
      ],
      rows: facts.siblings.map((row) => [
        row.claimNumber ?? '',
        w.date(row.takenOn),
        w.item(row.itemId)[0],
        row.reasonCode ?? '',
        w.count(row.quantity),
        w.amount(row.amountMinor),
      ]),
      total: null,
    },
  }
}

export function describeBank({ facts }: PageContext, w: Words): RecordParts | null {
  if (!facts.bankEntry) return null
  return {
    fields: [
      w.field('reference', facts.bankEntry.reference),
      w.field('date', w.date(facts.bankEntry.bookedOn)),
      w.field('paid', facts.deduction.paymentNumber),
    ],
    table: null,
  }
}
