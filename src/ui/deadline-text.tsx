import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type CalendarDate, daysBetween } from '@/core/calendar-date'
import { dayStyle, formatDate } from '@/i18n/formats'
import { StatusMark, type StatusShape, type Tone } from './status-mark'

type DeadlineTextProps = {
  dueOn: CalendarDate | null
  today: CalendarDate
  /** 'days' for table cells ('3 d · soon'), 'full' for headers ('Tue 24 Nov, 1 day left'). */
  style?: 'days' | 'full'
}

/** Days left: overdue and up to one day red, up to seven amber, later plain ink. Always with a shape and a word. */
export function DeadlineText({ dueOn, today, style = 'days' }: DeadlineTextProps) {
  const t = useTranslations('ui')
  const locale = useLocale()
  if (dueOn === null) return <span className="st pad q">{style === 'full' ? t('noDeadline') : '–'}</span>
  const days = daysBetween(today, dueOn)
  const look = deadlineLook(days)
  const text = style === 'days' ? t(look.word, { days: Math.abs(days) }) : fullText()
  if (look.shape === null) return <span className={style === 'days' ? 'st pad m' : 'nw'}>{text}</span>
  return (
    <StatusMark shape={look.shape} tone={look.tone} strong>
      {text}
    </StatusMark>
  )

  // A narrow place breaks it between the day and the days left, never within either.
  function fullText(): ReactNode {
    const date = dueOn ?? today
    const left = days < 0 ? t('daysOverdue', { days: -days }) : t('daysLeft', { days })
    const piece = (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>
    return <span>{t.rich('dateAndLeft', { date: formatDate(date, locale, dayStyle(date, today)), left, due: piece, rest: piece })}</span>
  }
}

type DeadlineLook = { shape: StatusShape | null; tone: Tone; word: 'overdue' | 'todayUrgent' | 'urgent' | 'soon' | 'later' }

/** How a deadline looks by days left. Source: the design rules on colour, number 4. */
export function deadlineLook(daysLeft: number): DeadlineLook {
  if (daysLeft < 0) return { shape: 'overdue', tone: 'over', word: 'overdue' }
  if (daysLeft === 0) return { shape: 'due', tone: 'over', word: 'todayUrgent' }
  if (daysLeft === 1) return { shape: 'due', tone: 'over', word: 'urgent' }
  if (daysLeft <= 7) return { shape: 'due', tone: 'due', word: 'soon' }
  return { shape: null, tone: 'plain', word: 'later' }
}
