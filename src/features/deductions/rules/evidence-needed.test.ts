import { buildBillOfLading, buildProofOfDelivery } from '@tests/factories/build-shipment-facts'
import { buildFacts } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { evidenceNeeded, listEvidence } from './evidence-needed'
import { judgeValidity } from './judge-validity'
import { chooseNextAction } from './next-action'
import { unreadPapers } from './unread-papers'

describe('the evidence of a deduction', () => {
  test('on collect freight the delivery receipt only helps', () => {
    const level = (terms: string) => evidenceNeeded('shortage', terms).find((entry) => entry.evidence === 'proof-of-delivery')?.level
    expect([level('prepaid'), level('collect')]).toEqual(['required', 'recommended'])
  })

  test('names the record or paper that is there', () => {
    const entries = listEvidence(buildFacts(), evidenceNeeded('shortage', 'prepaid'))
    expect(entries.map((entry) => [entry.evidence, entry.isThere, entry.number])).toEqual([
      ['invoice', true, '90417733'],
      ['purchase-order', true, '4500118'],
      ['bill-of-lading', true, 'BOL_51.pdf'],
      ['proof-of-delivery', true, '302786171'],
      ['ship-notice', false, null],
    ])
  })

  test('that nobody has read yet is there and wants reading: the verdict asks for a reader, not for the paper', () => {
    const scan = { waitsForReading: true, isRead: false, piecesShipped: null, piecesReceived: null }
    const facts = buildFacts({ papers: [buildProofOfDelivery(scan), buildBillOfLading()] })
    expect(listEvidence(facts, [{ evidence: 'proof-of-delivery', level: 'required' }])).toMatchObject([{ isThere: true, isUnread: true }])
    const { missing } = judgeValidity(facts).verdict
    expect(missing).toEqual(['unread-proof-of-delivery'])
    expect(unreadPapers(facts)).toEqual([
      { missing: 'unread-proof-of-delivery', documentId: expect.any(String), fileName: 'POD_302786171.pdf' },
    ])
    expect(chooseNextAction({ verdict: 'undecided', missing, liable: null, openMinor: 1n, state: 'new' })).toBe('read-paper')
    const read = buildFacts({ papers: [buildProofOfDelivery(scan), buildProofOfDelivery(), buildBillOfLading()] })
    expect(listEvidence(read, [{ evidence: 'proof-of-delivery', level: 'required' }])).toMatchObject([{ isUnread: false }])
  })

  test('of a customer with its own list follows that list', () => {
    const own = [{ evidence: 'claim' as const, level: 'required' as const }]
    expect(evidenceNeeded('shortage', null, own)).toEqual(own)
  })
})

describe('the next action', () => {
  const facts = { verdict: 'invalid', missing: [], liable: null, openMinor: 1n, state: 'new' } as const

  test('disputes what is not owed, accepts what is, and claims from a carrier at fault', () => {
    expect(chooseNextAction(facts)).toBe('build-package')
    expect(chooseNextAction({ ...facts, verdict: 'valid', liable: 'us' })).toBe('accept')
    expect(chooseNextAction({ ...facts, verdict: 'valid', liable: 'carrier' })).toBe('file-carrier-claim')
  })

  test('asks for the paper that decides', () => {
    expect(chooseNextAction({ ...facts, verdict: 'undecided', missing: ['proof-of-delivery'] })).toBe('ask-proof-of-delivery')
    expect(chooseNextAction({ ...facts, verdict: 'undecided', missing: ['agreed-price'] })).toBe('review')
  })

  test('waits when submitted and ends when nothing is open', () => {
    expect(chooseNextAction({ ...facts, state: 'submitted' })).toBe('wait-for-answer')
    expect(chooseNextAction({ ...facts, openMinor: 0n })).toBe('none')
  })
})
