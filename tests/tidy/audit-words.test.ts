import { expect, it } from 'vitest'
import { auditWords } from '@/features/reports/ui/audit-words'
import english from '@/i18n/messages/en/reports.json' with { type: 'json' }
import { readFiles } from './source-files'

const COMMANDS = /^src\/(features\/[^/]+\/commands|server)\/.*\.ts$/
const LOCALES = ['en', 'zh-CN'] as const

// Commands name their event; what changes rows without one says it to the database itself.
const EVENTS = new Set([
  ...readFiles(COMMANDS).flatMap(({ text }) => matches(text, /^ +event: '([^']+)',$/gm)),
  ...readFiles(/^(src|prisma)\/.*\.(ts|sql)$/).flatMap(({ text }) => matches(text, /set_config\('recoup\.event', '([^']+)'/g)),
])
const TABLES = readFiles(/^prisma\/sql\/audit\.sql$/).flatMap(({ text }) =>
  matches(/audited IN ARRAY ARRAY\[([^\]]+)\]/.exec(text)?.[1] ?? '', /'(\w+)'/g),
)

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

it.each(LOCALES)('the audit trail has a word for every event and for every table it keeps (%s)', (locale) => {
  const words = auditWords(locale)
  expect([EVENTS.size > 100, TABLES.length > 40]).toEqual([true, true])
  expect([...EVENTS].filter((event) => words.event(event) === event)).toEqual([])
  expect(TABLES.filter((table) => words.table(table) === table)).toEqual([])
})

it('the audit trail has no word of its own for what does not happen', () => {
  const events = new Set([...EVENTS].map((event) => event.replace('.', '-')))
  expect(Object.keys(english.admin.events).filter((key) => !events.has(key))).toEqual([])
  expect(Object.keys(english.admin.tables).filter((table) => !TABLES.includes(table))).toEqual([])
})
