import { useLocale, useTimeZone } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { type DateStyle, formatDate, formatInstant } from '@/i18n/formats'

type DateTextProps = { value: CalendarDate | null; style?: DateStyle }

/** A business date: '24 Nov 2026'. No zone is involved. */
export function DateText({ value, style = 'medium' }: DateTextProps) {
  const locale = useLocale()
  if (value === null) return <span className="q">–</span>
  return (
    <time dateTime={value} className="nw">
      {formatDate(value, locale, style)}
    </time>
  )
}

type InstantTextProps = { value: Date | null; style?: 'short' | 'medium' }

/** An instant in the company's zone: '20 Nov 16:40'. */
export function InstantText({ value, style = 'short' }: InstantTextProps) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  if (value === null) return <span className="q">–</span>
  return (
    <time dateTime={value.toISOString()} className="nw">
      {formatInstant(value, locale, timeZone, style)}
    </time>
  )
}
