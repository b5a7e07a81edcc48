import { parseCalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'

type DayOrTextProps = { text: string }

/** A value as it was read: a day with its month in words, which cannot be taken for another day; anything else as it is. */
export function DayOrText({ text }: DayOrTextProps) {
  const day = parseCalendarDate(text)
  return day === null ? text : <DateText value={day} />
}
