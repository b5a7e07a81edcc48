import { expect, test } from 'vitest'
import { LOCALES } from '@/i18n/locale'
import { auditWords } from './audit-words'

const english = auditWords('en')
const chinese = auditWords('zh-CN')

test('a job acts for the system, a person and a token under their own names', () => {
  expect(english.actor({ actorKind: 'job', actorName: 'signals' })).toBe('The system')
  expect(chinese.actor({ actorKind: 'job', actorName: 'signals' })).toBe('系统')
  expect(english.actor({ actorKind: 'user', actorName: 'Avery Doyle' })).toBe('Avery Doyle')
  expect(english.actor({ actorKind: 'token', actorName: 'SAP' })).toBe('SAP')
})

test('an event has its word of the timeline, or one of the trail, which comes first', () => {
  expect(english.event('package.built')).toBe('Package built')
  expect(english.event('user.password-set')).toBe('Password set')
  expect(english.event('deduction.decided')).toBe('Deduction decided')
  expect(chinese.event('step-clock.set')).toBe('时限已设定')
})

test('what has no word keeps its code', () => {
  expect(english.event('fruit.peeled')).toBe('fruit.peeled')
  expect(english.table('fruit')).toBe('fruit')
})

test('a table is called like its records', () => {
  expect([english.table('deduction'), english.table('app_user')]).toEqual(['Deductions', 'People'])
  expect([chinese.table('deduction'), chinese.table('app_user')]).toEqual(['扣款', '人员'])
})

test.each(LOCALES)('choices stand in the order of their words, and no two look alike (%s)', (locale) => {
  const { eventChoices, tableChoices } = auditWords(locale)
  const labels = eventChoices.map(({ label }) => label)
  expect(labels).toEqual([...new Set(labels)].sort((a, b) => a.localeCompare(b, locale)))
  expect(eventChoices.map(({ value }) => value)).toContain('deduction-decided')
  const tables = tableChoices(['task', 'comment', 'app_user']).map(({ label }) => label)
  expect(tables).toEqual([...tables].sort((a, b) => a.localeCompare(b, locale)))
})
