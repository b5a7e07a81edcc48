import { describe, expect, it } from 'vitest'
import { blankExhibit, type Exhibit } from './exhibit'
import { leaveOutStrangers } from './list-candidates'
import { type PlanFacts, planPackage } from './plan-package'

function buildExhibit(change: Partial<Exhibit>): Exhibit {
  return { ...blankExhibit('invoice'), level: 'required', pages: 1, bytes: 1_000_000, ...change }
}

const invoice = buildExhibit({
  evidence: 'invoice',
  recordKind: 'invoice',
  recordId: 'i',
  title: '9041',
  mentions: [{ kind: 'po', key: '4500' }],
})
const pod = buildExhibit({
  evidence: 'proof-of-delivery',
  documentId: 'p',
  isSigned: true,
  isStamped: false,
  mentions: [{ kind: 'po', key: '4500' }],
})

function buildFacts(change: Partial<PlanFacts> = {}): PlanFacts {
  return {
    needed: [
      { evidence: 'invoice', level: 'required' },
      { evidence: 'proof-of-delivery', level: 'required' },
      { evidence: 'ship-notice', level: 'recommended' },
    ],
    candidates: [invoice, pod],
    arranged: [],
    limits: null,
    poNumber: '4500',
    poKey: '4500',
    invoiceNumber: '9041',
    invoiceKey: '9041',
    steps: [],
    claimed: { quantity: 24n, unitMicros: 74_500_000n, amountMinor: 178_800n, currency: 'USD' },
    isForeignToChinese: true,
    ...change,
  }
}

const stateOf = (facts: PlanFacts, code: string) => planPackage(facts).checks.find((check) => check.code === code)?.state

describe('the plan of a package', () => {
  it('is complete with every required paper; what is only recommended reminds', () => {
    const plan = planPackage(buildFacts())
    expect(plan.isComplete).toBe(true)
    expect(plan.missing).toEqual([{ evidence: 'ship-notice', level: 'recommended' }])
    expect(plan.checks.filter((check) => check.state === 'failed')).toEqual([])
  })

  it('misses a required paper that was left out', () => {
    const plan = planPackage(buildFacts({ arranged: [invoice, { ...pod, isIncluded: false }] }))
    expect(plan.isComplete).toBe(false)
    expect(plan.missing.map(({ evidence }) => evidence)).toContain('proof-of-delivery')
  })

  it('keeps the order somebody chose and appends what turned up since', () => {
    const plan = planPackage(buildFacts({ arranged: [pod], candidates: [invoice, pod] }))
    expect(plan.exhibits.map((exhibit) => exhibit.evidence)).toEqual(['proof-of-delivery', 'invoice'])
  })

  it('fails on a paper that names another order', () => {
    const stranger = buildExhibit({ evidence: 'bill-of-lading', documentId: 'b', mentions: [{ kind: 'po', key: '999' }] })
    expect(stateOf(buildFacts({ candidates: [invoice, pod, stranger] }), 'po-consistent')).toBe('failed')
  })

  it('fails on a Chinese page for a customer who reads English', () => {
    const chinese = buildExhibit({ evidence: 'agreement', documentId: 'c', hasChinese: true })
    expect(stateOf(buildFacts({ candidates: [invoice, pod, chinese] }), 'no-foreign-text')).toBe('failed')
    expect(stateOf(buildFacts({ candidates: [invoice, pod, chinese], isForeignToChinese: false }), 'no-foreign-text')).toBeUndefined()
  })

  it('splits what is larger than the portal takes, and says when there are too many files', () => {
    const limits = { portalName: '', portalUrl: null, filesMax: 1, fileBytesMax: 1_200_000, fileTypes: ['pdf'], steps: [], stepsZh: [] }
    const plan = planPackage(buildFacts({ limits }))
    expect(plan.fit.files.map((file) => file.keys.length)).toEqual([2, 1])
    expect(stateOf(buildFacts({ limits }), 'within-limits')).toBe('failed')
    expect(stateOf(buildFacts({ limits: { ...limits, filesMax: 2 } }), 'within-limits')).toBe('passed')
  })

  it('recomputes quantities and amounts', () => {
    const each = (quantity: string) => ({ type: 'quantity', quantity, unit: 'each' }) as const
    const step = (result: string) => ({
      label: 'notReceived',
      value: each(result),
      working: { left: each('120'), operator: '−', right: each('96') } as const,
      cite: null,
    })
    expect(stateOf(buildFacts({ steps: [step('24')] }), 'quantities-add-up')).toBe('passed')
    expect(stateOf(buildFacts({ steps: [step('25')] }), 'quantities-add-up')).toBe('failed')
    expect(stateOf(buildFacts(), 'amounts-add-up')).toBe('passed')
  })
})

describe('papers of a truck that carried several orders', () => {
  const other = buildExhibit({ evidence: 'proof-of-delivery', documentId: 'q', mentions: [{ kind: 'po', key: '999' }] })

  it('stay out when another paper of their kind names our order', () => {
    expect(leaveOutStrangers([pod, other], '4500').map((exhibit) => exhibit.isIncluded)).toEqual([true, false])
  })

  it('stay in when there is no better one', () => {
    expect(leaveOutStrangers([other], '4500').map((exhibit) => exhibit.isIncluded)).toEqual([true])
  })
})
