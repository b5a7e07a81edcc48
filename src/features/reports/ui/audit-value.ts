import { parseCalendarDate } from '@/core/calendar-date'
import { formatDate, formatInstant, joinParts } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'

/** What a value needs to be said to a reader. */
export type ValueReader = { locale: Locale; timeZone: string; yes: string; no: string }

const NOTHING = '–'
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const LONG_ID = /^[\da-f-]{32,}$/

/** A stored value as it is read: days and instants in the reader's way, yes and no, ids by their end. Codes and figures stay. */
export function valueText(value: unknown, reader: ValueReader): string {
  if (value === null || value === undefined) return NOTHING
  if (typeof value === 'boolean') return value ? reader.yes : reader.no
  if (Array.isArray(value)) return cut(listText(value, reader), 40)
  return typeof value === 'string' ? lineText(value, reader) : cut(JSON.stringify(value), 40)
}

/** The value as it is stored, for looking closer. */
export function storedText(value: unknown): string {
  if (value === null || value === undefined) return NOTHING
  return cut(typeof value === 'string' ? value : JSON.stringify(value), 200)
}

/** The end of an id tells it from the others: they begin alike. */
export function idText(id: string): string {
  return id.length > 13 ? `…${id.slice(-12)}` : id
}

function listText(values: readonly unknown[], reader: ValueReader): string {
  const texts = values.map((value) => valueText(value, reader))
  return values.length === 0 ? NOTHING : joinParts(texts, reader.locale)
}

function lineText(text: string, { locale, timeZone }: ValueReader): string {
  if (INSTANT.test(text)) return formatInstant(new Date(text), locale, timeZone, 'medium')
  if (LONG_ID.test(text)) return idText(text)
  const date = parseCalendarDate(text)
  return date === null ? cut(text, 40) : formatDate(date, locale)
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
