import { CHARGER, HEADPHONES } from '@tests/factories/articles'
import { buildClaim, buildDeduction, buildFacts, buildInvoice, buildOrder } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { judgePriceProtection } from './judge-price-protection'
import { judgePromotion } from './judge-promotion'
import { judgeReturns } from './judge-returns'
import type { AgreementFacts } from './validity-facts'

const day = asCalendarDate
const agreement = (changes: Partial<AgreementFacts> = {}): AgreementFacts => ({
  id: 'agreement',
  number: 'A0102',
  numberKey: 'A0102',
  kind: 'promotion',
  family: 'HP',
  validFrom: day('2026-02-01'),
  validTo: day('2026-04-30'),
  ratePpm: 100_000,
  unitLimitPerOrderLine: 100,
  claimDaysAfterDrop: null,
  itemIds: [HEADPHONES],
  position: 'row 4',
  ...changes,
})
// 10 % of 100 × 74.50 is 745.00: the 120 billed are counted up to the limit of 100.
const promotion = (amountMinor = 74_500n) => ({
  deduction: buildDeduction({ category: 'promotion', codeText: 'Promotional allowance', itemId: null, quantity: null, amountMinor }),
  claim: buildClaim({ reference: 'A0102', quantity: null, unitMicros: null }),
})

describe('a promotion claim', () => {
  test('is owed at the agreed percent of at most the agreed units', () => {
    expect(judgePromotion(buildFacts({ ...promotion(), agreements: [agreement()] }))).toMatchObject({
      kind: 'valid',
      because: 'agreed-programme',
    })
  })

  test('above the agreed percent is owed in part', () => {
    expect(judgePromotion(buildFacts({ ...promotion(90_000n), agreements: [agreement()] }))).toMatchObject({
      kind: 'partly',
      recoverable: { minor: 15_500n },
    })
  })

  test('for an order outside the dates is not owed', () => {
    const order = buildOrder({ orderedOn: day('2026-05-02') })
    expect(judgePromotion(buildFacts({ ...promotion(), order, agreements: [agreement()] })).because).toBe('outside-dates')
  })

  test('for articles outside the scope is not owed', () => {
    expect(judgePromotion(buildFacts({ ...promotion(), agreements: [agreement({ itemIds: [CHARGER] })] })).because).toBe(
      'article-not-in-scope',
    )
  })

  test('under an agreement nobody knows is not owed', () => {
    expect(judgePromotion(buildFacts(promotion())).because).toBe('no-such-agreement')
  })

  test('that the invoice took off already is not owed again', () => {
    const [line] = buildInvoice().lines
    const lines = line ? [{ ...line, allowanceMinor: 74_500n, agreementNumber: 'A0102' }] : []
    expect(judgePromotion(buildFacts({ ...promotion(), invoice: buildInvoice({ lines }), agreements: [agreement()] })).because).toBe(
      'already-on-invoice',
    )
  })

  test('without a reference is matched to the one agreement that gives its amount', () => {
    const claim = buildClaim({ reference: null })
    expect(judgePromotion(buildFacts({ ...promotion(), claim, agreements: [agreement()] })).kind).toBe('valid')
    expect(judgePromotion(buildFacts({ ...promotion(1_234n), claim, agreements: [agreement()] })).missing).toEqual(['claim-detail'])
  })
})

describe('a price protection claim', () => {
  // The price fell by 10.00 on 1 April; 30 pieces in stock that day.
  const facts = (amountMinor: bigint, claimedOn: string, stock: bigint[] = [30n]) =>
    buildFacts({
      deduction: buildDeduction({ category: 'price-protection', amountMinor, quantity: 30n, unitMicros: 10_000_000n }),
      claim: buildClaim({ reference: 'P1', claimedOn: day(claimedOn) }),
      agreements: [agreement({ number: 'P1', numberKey: 'P1', kind: 'priceProtection', claimDaysAfterDrop: 30 })],
      prices: [
        {
          id: 'p1',
          itemId: HEADPHONES,
          validFrom: day('2026-01-01'),
          validTo: day('2026-03-31'),
          priceMicros: 74_500_000n,
          createdOn: null,
          position: null,
        },
        {
          id: 'p2',
          itemId: HEADPHONES,
          validFrom: day('2026-04-01'),
          validTo: day('2026-12-31'),
          priceMicros: 64_500_000n,
          createdOn: null,
          position: null,
        },
      ],
      stockReports: stock.map((quantity) => ({ id: 's', itemId: HEADPHONES, reportedOn: day('2026-04-01'), quantity, position: 'row 2' })),
    })

  test('is owed for the stock of the day the price fell', () => {
    expect(judgePriceProtection(facts(30_000n, '2026-04-20'))).toMatchObject({ kind: 'valid', because: 'agreed-price-drop' })
  })

  test('for more pieces than were reported is owed in part', () => {
    expect(judgePriceProtection(facts(50_000n, '2026-04-20'))).toMatchObject({ kind: 'partly', recoverable: { minor: 20_000n } })
  })

  test('made after the agreed days is not owed', () => {
    expect(judgePriceProtection(facts(30_000n, '2026-05-02')).because).toBe('claimed-too-late')
  })

  test('without a stock report stays undecided', () => {
    expect(judgePriceProtection(facts(30_000n, '2026-04-20', [])).missing).toEqual(['stock-report'])
  })
})

describe('a return', () => {
  const authorised = {
    id: 'rga',
    number: 'RGA1',
    authorisedOn: day('2026-04-02'),
    itemId: HEADPHONES,
    quantity: 24n,
    priceMicros: 74_500_000n,
    position: 'page 1',
  }
  const returned = (quantity: bigint) => ({
    id: 'rr',
    receivedOn: day('2026-04-12'),
    itemId: HEADPHONES,
    quantity,
    condition: 'used',
    position: 'row 3',
  })
  const base = {
    deduction: buildDeduction({ category: 'returns', codeText: 'Merchandise return' }),
    claim: buildClaim({ reference: 'RGA1' }),
  }

  test('authorised and received is owed at the price sold', () => {
    expect(judgeReturns(buildFacts({ ...base, returnAuthorisations: [authorised], returnReceipts: [returned(24n)] }))).toMatchObject({
      kind: 'valid',
    })
  })

  test('of fewer pieces than claimed is owed in part', () => {
    expect(judgeReturns(buildFacts({ ...base, returnAuthorisations: [authorised], returnReceipts: [returned(20n)] }))).toMatchObject({
      kind: 'partly',
      because: 'fewer-returned',
      recoverable: { minor: 29_800n },
    })
  })

  test('that never came back, or was never authorised, is not owed', () => {
    expect(judgeReturns(buildFacts({ ...base, returnAuthorisations: [authorised] })).because).toBe('never-returned')
    expect(judgeReturns(buildFacts({ ...base, claim: buildClaim({ reference: null }) })).because).toBe('never-authorised')
  })

  test('credited before is not owed again', () => {
    const credits = [
      { id: 'cr', number: '16000', postedOn: day('2026-04-20'), amountMinor: 178_800n, reference: 'RGA1', text: null, position: 'row 9' },
    ]
    expect(
      judgeReturns(buildFacts({ ...base, returnAuthorisations: [authorised], returnReceipts: [returned(24n)], credits })).because,
    ).toBe('credited-before')
  })
})
