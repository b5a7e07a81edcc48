import { expect, test } from 'vitest'
import { inspectX12 } from '@/formats/x12/inspect-x12'
import { readX12 } from '@/formats/x12/read-x12'
import type { ReplyFacts } from '../queries/find-reply'
import { build855 } from './build-855'

const line = {
  line: '1',
  upc: '860009000017',
  vendor_part: 'HM2-BK',
  customer_item: 'PW*771',
  description: 'Headphones M2',
  quantity: 24n,
  unit: 'EA',
  price_micros: 60_080_000n,
}
const price = { kind: 'price' as const, field: 'price', expected: '74.50', actual: '60.08', reason: 'price list of January' }
const facts: ReplyFacts = {
  purchase_order_id: 'o',
  customer_id: 'c',
  po_number: '4500118',
  ordered_on: null,
  currency: 'USD',
  edi_id: 'HARBOREDI',
  our_edi_id: 'MERIDIAN',
  reply_email: null,
  reply_locale: 'en',
  sales_order: '11001',
  lines: [
    { ...line, exceptions: [{ ...price, state: 'corrected', correctedValue: '74.50' }] },
    { ...line, line: '2', exceptions: [{ ...price, state: 'held', correctedValue: null }] },
  ],
}
const at = new Date('2026-03-03T09:30:00Z')

test('the reply is an 855 without a fault that says the corrected price and the held line', () => {
  const text = build855(facts, at) ?? ''
  const bytes = new TextEncoder().encode(text)
  expect(inspectX12(bytes).findings).toEqual([])
  const segments = text.trim().split('~\n')
  expect(segments.filter((segment) => /^(BAK|PO1|ACK)/.test(segment))).toEqual([
    'BAK*00*AH*4500118*20260303*****20260303',
    'PO1*1*24*EA*74.5**UP*860009000017*VN*HM2-BK*IN*PW 771',
    'ACK*IP*24*EA',
    'PO1*2*24*EA*60.08**UP*860009000017*VN*HM2-BK*IN*PW 771',
    'ACK*IH*24*EA',
  ])
  expect(segments[0]).toHaveLength(105)
  expect(readX12(bytes).problems).toEqual([])
})

test('a customer without an EDI address has no 855', () => {
  expect(build855({ ...facts, edi_id: null }, at)).toBeNull()
})
