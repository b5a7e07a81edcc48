import { expect, test } from 'vitest'
import { rungDue } from './escalation'

const at = (text: string) => new Date(`2026-11-${text}:00Z`)
const asked = (escalation = 0, createdAt = at('20T09:00'), dueAt = at('25T17:00')) => ({ createdAt, dueAt, escalation })
const stepAt = (now: string, request = asked()) => rungDue(request, at(now))?.step ?? null

test('a team is reminded a day ahead, told when the time is over, and managers two days later', () => {
  expect(stepAt('24T16:59')).toBeNull()
  expect(stepAt('24T17:00')).toBe(1)
  expect(stepAt('25T17:00')).toBe(2)
  expect(stepAt('27T17:00')).toBe(3)
})

test('who has little time is reminded in the middle of it, not at once', () => {
  const short = asked(0, at('25T09:00'), at('25T17:00'))
  expect(stepAt('25T12:59', short)).toBeNull()
  expect(stepAt('25T13:00', short)).toBe(1)
})

test('no rung is climbed twice, and those that were slept through are skipped', () => {
  expect(stepAt('24T18:00', asked(1))).toBeNull()
  expect(stepAt('28T17:00', asked(0))).toBe(3)
  expect(stepAt('30T17:00', asked(3))).toBeNull()
})
