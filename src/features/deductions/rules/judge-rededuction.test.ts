import { buildDeduction, buildFacts, buildSibling } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate as day } from '@/core/calendar-date'
import { lastRepayment } from './judge-rededuction'
import { judgeValidity } from './judge-validity'
import type { RepaymentFacts, SiblingFacts } from './sibling-facts'

const repaid = (changes: Partial<RepaymentFacts> = {}): RepaymentFacts => ({
  on: day('2026-05-02'),
  amountMinor: 178_800n,
  document: 'remittance',
  id: 'line',
  number: '700140',
  position: 'segment 12',
  ...changes,
})
const judge = (...siblings: SiblingFacts[]) => judgeValidity(buildFacts({ siblings }))

describe('a deduction taken again after its money came back', () => {
  test('is not owed: already paid back, by which document and when, with all three movements', () => {
    const { judge: judgedBy, verdict, duplicateOfId } = judge(buildSibling({ repaid: [repaid()] }))
    expect([judgedBy, duplicateOfId]).toEqual(['rededuction', null])
    expect(verdict).toMatchObject({
      kind: 'invalid',
      because: 'repaid-before',
      recoverable: { minor: 178_800n },
      rootCause: 'taken-after-repayment',
    })
    expect(verdict.steps.map((step) => step.label)).toEqual(['takenFirst', 'repaidBefore', 'repaidOn', 'takenAgain'])
    expect(verdict.citations).toContainEqual(
      expect.objectContaining({ document: 'remittance', id: 'line', position: 'segment 12', says: '1788.00' }),
    )
    expect(lastRepayment(verdict)).toMatchObject({ on: '2026-05-02', citation: { number: '700140' } })
  })

  test('is a duplicate while the money has not come back, came back only in part, or came back later', () => {
    for (const one of [[], [repaid({ amountMinor: 100_000n })], [repaid({ on: day('2026-05-21') })]])
      expect(judge(buildSibling({ repaid: one }))).toMatchObject({ judge: 'duplicate', duplicateOfId: 'sibling' })
  })

  test('and once more is a duplicate of the second time', () => {
    const again = buildSibling({ id: 'again', takenOn: day('2026-05-10') })
    expect(judge(buildSibling({ repaid: [repaid()] }), again)).toMatchObject({ judge: 'duplicate', duplicateOfId: 'again' })
  })

  test('counts every repayment, also one that a person booked', () => {
    const parts = [
      repaid({ amountMinor: 100_000n }),
      repaid({ amountMinor: 78_800n, on: day('2026-05-09'), document: 'deduction', id: 'sibling', number: 'CM-7' }),
    ]
    const { verdict } = judge(buildSibling({ repaid: parts }))
    expect(verdict.steps.filter((step) => step.label === 'repaidBefore')).toHaveLength(2)
    expect(lastRepayment(verdict)).toMatchObject({ on: '2026-05-09', citation: { document: 'deduction', number: 'CM-7' } })
  })
})

test('a part says first what it was divided from, and the figures keep their documents', () => {
  const partOf = { id: 'whole', number: 7, claimNumber: 'HP-1' }
  const alone = judgeValidity(buildFacts()).verdict
  const { steps, citations } = judgeValidity(buildFacts({ deduction: buildDeduction({ partOf }) })).verdict
  expect(steps[0]).toMatchObject({ label: 'dividedFrom', value: { text: 'HP-1' }, cite: 0 })
  expect(citations[0]).toMatchObject({ document: 'deduction', id: 'whole' })
  const cited = (verdict: { steps: typeof steps; citations: typeof citations }) =>
    verdict.steps.map(({ label, cite }) => [label, cite === null ? null : verdict.citations[cite]?.document])
  expect(cited({ steps, citations }).slice(1)).toEqual(cited(alone))
})
