import { describe, expect, it } from 'vitest'
import { categoryOfCode } from '@/features/deductions/rules/category-of-code'
import { CATEGORIES } from '@/features/deductions/rules/deduction'
import { CUSTOMERS } from '../story/customers'
import { DISPUTE_WINDOWS } from './dispute-windows'
import { EVIDENCE_LISTS } from './evidence-requirements'
import { PORTAL_LIMITS } from './portal-limits'
import { EDIFACT_4465, X12_426 } from './reason-texts'

const noCode = { ownCode: null, text: null, x12Code: null, edifactCode: null, mappedCategory: null, isCashDiscount: false }

describe('the standard reason codes', () => {
  it('stand once in their list', () => {
    for (const { texts } of [X12_426, EDIFACT_4465]) expect(new Set(texts.map((text) => text.code)).size).toBe(texts.length)
  })

  it('mean what the rule makes of them, where both say something', () => {
    const x12 = X12_426.texts.map((text) => ({ text, rule: categoryOfCode({ ...noCode, x12Code: text.code }, CATEGORIES) }))
    const edifact = EDIFACT_4465.texts.map((text) => ({ text, rule: categoryOfCode({ ...noCode, edifactCode: text.code }, CATEGORIES) }))
    const apart = [...x12, ...edifact].filter(({ text, rule }) => text.category !== null && rule !== 'unclear' && rule !== text.category)
    // Retailers use transport damage for a wrong carrier, and trade discount for price protection.
    expect(apart.map(({ text }) => text.text)).toEqual(['Transport damage', 'Trade discount'])
  })
})

describe('the playbooks', () => {
  it('give every customer a default window, and each type once per source', () => {
    for (const { id } of CUSTOMERS) {
      const windows = DISPUTE_WINDOWS.filter((window) => window.customer === id)
      expect(windows.map((window) => window.type)).toContain('default')
      expect(new Set(windows.map((window) => `${window.type} ${window.anchor} ${window.source}`)).size).toBe(windows.length)
    }
  })

  it('name a portal or mailbox for every customer but the dealers, with limits a file can meet', () => {
    expect(PORTAL_LIMITS.map((limit) => limit.customer)).toEqual(CUSTOMERS.map((customer) => customer.id).filter((id) => id !== 'C12'))
    for (const limit of PORTAL_LIMITS) expect(limit.filesMax > 0 && limit.fileBytesMax >= 1024 * 1024 && limit.steps.length > 0).toBe(true)
  })

  it('say how to file step by step, each step for a reader of Chinese too', () => {
    for (const { steps, stepsZh } of PORTAL_LIMITS) {
      expect(stepsZh.length).toBe(steps.length)
      for (const step of stepsZh) expect(step).toMatch(/\p{Script=Han}/u)
    }
  })

  it('ask for each paper once, required ones first', () => {
    for (const { evidence } of EVIDENCE_LISTS) {
      const levels = evidence.map(([, level]) => level)
      expect(levels).toEqual([...levels].sort((a, b) => b.localeCompare(a)))
      expect(new Set(evidence.map(([kind]) => kind)).size).toBe(evidence.length)
    }
  })
})
