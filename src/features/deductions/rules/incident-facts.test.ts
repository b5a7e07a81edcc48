import { describe, expect, it } from 'vitest'
import { incidentActs, sharedEvidence, shipmentFacts } from './incident-facts'
import { quantity, startReckoning } from './reckoning'

const told = (label: string, count: number) => {
  const reckoning = startReckoning()
  reckoning.read(label, quantity(count), { document: 'proof-of-delivery', id: 'p' })
  reckoning.work('owed', quantity(1), quantity(2), '−', quantity(1))
  return reckoning
}

describe('what several deductions of one shipment share', () => {
  it('is told once, in the order in which goods move, and without what one of them alone is about', () => {
    const facts = shipmentFacts([told('cartonsSigned', 12), told('claimed', 24), told('deliverBy', 1), told('cartonsSigned', 12)])
    expect(facts.steps.map(({ label, cite }) => [label, cite])).toEqual([
      ['deliverBy', 0],
      ['cartonsSigned', 1],
    ])
    expect(facts.citations).toHaveLength(2)
  })

  it('needs a paper once: required by one of them is required, there for one of them is there', () => {
    const missing = {
      evidence: 'proof-of-delivery',
      isThere: false,
      isUnread: false,
      documentId: null,
      number: null,
      position: null,
    } as const
    const shared = sharedEvidence([
      [{ ...missing, level: 'required' }],
      [{ ...missing, level: 'recommended', isThere: true, isUnread: false, documentId: 'p' }],
    ])
    expect(shared).toMatchObject([{ evidence: 'proof-of-delivery', level: 'required', isThere: true, isUnread: false, documentId: 'p' }])
  })

  it('is decided and disputed together where a verdict allows it', () => {
    const member = { version: 1, isOpen: true, isDecided: false, hasCause: true, isFiled: false } as const
    expect(
      incidentActs([
        { ...member, id: 'a', verdict: 'invalid' },
        { ...member, id: 'b', verdict: 'valid', hasCause: false },
        { ...member, id: 'c', verdict: 'undecided' },
        { ...member, id: 'd', verdict: 'partly', isDecided: true },
        { ...member, id: 'e', verdict: 'invalid', isOpen: false },
        { ...member, id: 'f', verdict: 'duplicate', isFiled: true },
      ]),
    ).toEqual({
      agree: [
        { id: 'a', version: 1 },
        { id: 'f', version: 1 },
      ],
      dispute: ['a', 'd'],
    })
  })
})
