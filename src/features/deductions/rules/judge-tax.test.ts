import { buildDeduction, buildFacts, buildInvoice } from '@tests/factories/build-validity-facts'
import { expect, test } from 'vitest'
import { judgeTax } from './judge-tax'

const deduction = (amountMinor: bigint) => buildDeduction({ category: 'tax', amountMinor, itemId: null, quantity: null })
const goods = buildInvoice().lines.reduce((sum, line) => sum + line.netMinor, 0n)
const judge = (netMinor: bigint, amountMinor: bigint) =>
  judgeTax(buildFacts({ deduction: deduction(amountMinor), invoice: buildInvoice({ netMinor }) }))

test('an invoice that comes to its goods charged no tax', () => {
  const verdict = judge(goods, 62_580n)
  expect(verdict).toMatchObject({ kind: 'invalid', because: 'no-tax-billed', recoverable: { minor: 62_580n } })
  expect(verdict.steps.at(-1)).toMatchObject({ label: 'chargedBeyondGoods', value: { minor: '0' }, working: { operator: '−' } })
})

test('a surplus of just what was taken is the tax, and owed', () => {
  expect(judge(goods + 62_580n, 62_580n)).toMatchObject({ kind: 'valid', because: 'tax-billed-on-resale' })
})

test('any other surplus has to be explained', () => {
  expect(judge(goods + 5_000n, 62_580n)).toMatchObject({ kind: 'undecided', missing: ['claim-detail'] })
})

test('without the invoice in the same currency nothing is said', () => {
  expect(judgeTax(buildFacts({ deduction: deduction(100n), invoice: null }))).toMatchObject({ kind: 'undecided', missing: ['invoice'] })
  const other = buildInvoice({ netMinor: goods, currency: 'EUR' })
  expect(judgeTax(buildFacts({ deduction: deduction(100n), invoice: other })).because).toBe('invoice-unknown')
})
