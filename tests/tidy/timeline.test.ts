import { expect, it } from 'vitest'
import english from '@/i18n/messages/en/deductions.json' with { type: 'json' }
import chinese from '@/i18n/messages/zh-CN/deductions.json' with { type: 'json' }
import { readFiles } from './source-files'

// The areas whose commands change a deduction or what hangs on it, and the commands of later areas that do so too.
const WRITERS = /^src\/features\/(tasks|deductions|disputes)\/commands\/[^/]+\.ts$/
const LATER = ['import.committed', 'import.part-committed', 'import.undone', 'paper.read', 'paper.confirmed', 'evidence.linked']

it.each([
  ['en', english.event],
  ['zh-CN', chinese.event],
])('the timeline of a deduction has a word for everything that can happen to it (%s)', (_locale, words) => {
  const events = readFiles(WRITERS).flatMap(({ text }) => [...text.matchAll(/\bevent: '([^']+)'/g)].map((match) => match[1] ?? ''))
  expect(events.length).toBeGreaterThan(20)
  const missing = [...events, ...LATER].filter((event) => !Object.hasOwn(words, event.replace('.', '-')))
  expect(missing).toEqual([])
})
