import { buildDeduction, buildFacts, buildSibling } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { judgeDuplicate } from './judge-duplicate'
import { judgeValidity } from './judge-validity'

const freight = (amountMinor: bigint) =>
  buildDeduction({ category: 'freight', codeText: 'Freight charge', itemId: null, quantity: null, amountMinor })
const earlier = { category: 'freight' as const, itemId: null, quantity: null }

describe('a deduction taken before', () => {
  test('for the same article, quantity and amount is a duplicate of the first', () => {
    const judgement = judgeValidity(buildFacts({ siblings: [buildSibling()] }))
    expect(judgement).toMatchObject({
      judge: 'duplicate',
      duplicateOfId: 'sibling',
      verdict: { kind: 'duplicate', recoverable: { minor: 178_800n } },
    })
  })

  test('counts only when it was taken earlier', () => {
    expect(judgeDuplicate(buildFacts({ siblings: [buildSibling({ takenOn: asCalendarDate('2026-06-20') })] }))).toBeNull()
  })

  test('for another quantity is another matter', () => {
    expect(judgeDuplicate(buildFacts({ siblings: [buildSibling({ quantity: 12n })] }))).toBeNull()
  })

  test('under another reason code is another matter', () => {
    expect(judgeDuplicate(buildFacts({ siblings: [buildSibling({ reasonCode: '24' })] }))).toBeNull()
  })

  test('and taken again in parts that add up to the first amount is a duplicate in each part', () => {
    const siblings = [
      buildSibling({ ...earlier, amountMinor: 22_180n }),
      buildSibling({ ...earlier, id: 'part', amountMinor: 14_787n, takenOn: asCalendarDate('2026-05-20') }),
    ]
    expect(judgeDuplicate(buildFacts({ deduction: freight(7_393n), siblings }))).toMatchObject({ kind: 'duplicate' })
  })

  test('for more than this one, without adding up, is another matter', () => {
    expect(
      judgeDuplicate(buildFacts({ deduction: freight(7_393n), siblings: [buildSibling({ ...earlier, amountMinor: 22_180n })] })),
    ).toBeNull()
  })

  test('never makes a cash discount a duplicate', () => {
    const deduction = buildDeduction({ category: 'cash-discount' })
    expect(judgeDuplicate(buildFacts({ deduction, siblings: [buildSibling({ category: 'cash-discount' })] }))).toBeNull()
  })
})
