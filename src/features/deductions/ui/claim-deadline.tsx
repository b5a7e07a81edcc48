import { useLocale, useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { formatDate, joinParts } from '@/i18n/formats'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import type { TrackerRow } from '../queries/tracker-row'

type ClaimDeadlineProps = {
  row: Pick<TrackerRow, 'deadlineOn' | 'daysLeft' | 'state'>
  today: CalendarDate
  /** 'days' for table cells, 'full' for headers. */
  style?: 'days' | 'full'
}

/** The deadline of a claim: what is left of it while it runs; once nobody files any more, what it was, in quiet ink, and why it rests. */
export function ClaimDeadline({ row, today, style = 'days' }: ClaimDeadlineProps) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const { deadlineOn, daysLeft, state } = row
  if (deadlineOn === null || daysLeft !== null) return <DeadlineText dueOn={deadlineOn} today={today} style={style} />
  const why = t(`deadlineRests.${state === 'submitted' || state === 'closed' ? state : 'valid'}`)
  if (style === 'full') return <span className="m">{joinParts([formatDate(deadlineOn, locale), why], locale)}</span>
  return (
    <span className="st pad m" title={why}>
      <DateText value={deadlineOn} />
    </span>
  )
}
