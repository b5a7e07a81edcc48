import { describe, expect, it } from 'vitest'
import { isNewsMailDue, newsHref } from './news'

describe('where news lead', () => {
  it('to the record, or to the list of several', () => {
    expect(newsHref({ kind: 'assigned', subjectKind: 'deduction', subjectId: 'd1', count: 1 })).toBe('/deductions/d1')
    expect(newsHref({ kind: 'assigned', subjectKind: 'deduction', subjectId: 'd1', count: 40 })).toBe('/deductions?tab=mine')
    expect(newsHref({ kind: 'answered', subjectKind: 'task', subjectId: 't1', count: 1 })).toBe('/tasks?peek=t1')
    expect(newsHref({ kind: 'rejected', subjectKind: 'approval', subjectId: 'a1', count: 1 })).toBe('/approvals?tab=decided')
    expect(newsHref({ kind: 'mentioned', subjectKind: 'dispute', subjectId: 'p1', count: 1 })).toBe('/disputes/p1')
    expect(newsHref({ kind: 'mentioned', subjectKind: 'customer', subjectId: 'c1', count: 1 })).toBe('/tasks')
  })
})

describe('when news are mailed', () => {
  it('at once, or once a day from seven, or never', () => {
    expect(isNewsMailDue({ newsMail: 'at-once', hour: 3, wasMailedToday: true })).toBe(true)
    expect(isNewsMailDue({ newsMail: 'daily', hour: 6, wasMailedToday: false })).toBe(false)
    expect(isNewsMailDue({ newsMail: 'daily', hour: 7, wasMailedToday: false })).toBe(true)
    expect(isNewsMailDue({ newsMail: 'daily', hour: 16, wasMailedToday: true })).toBe(false)
    expect(isNewsMailDue({ newsMail: 'never', hour: 12, wasMailedToday: false })).toBe(false)
  })
})
