'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import type { DateOrder, OpenDateColumn } from '@/core/date-order'
import { Button } from '@/ui/button'
import { DateText } from '@/ui/date-text'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import { answerDateOrder } from './request-preview'

type DateOrderQuestionProps = { batchId: string; columns: readonly OpenDateColumn[]; mayAnswer: boolean }

/** Dates that fit both orders: each reading beside the other on the file's own dates, and the two answers. */
export function DateOrderQuestion({ batchId, columns, mayAnswer }: DateOrderQuestionProps) {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const [sent, setSent] = useState<DateOrder | null>(null)
  const rows = columns.flatMap(({ title, samples }) => samples.map((sample) => ({ title, ...sample })))

  async function answer(order: DateOrder) {
    setSent(order)
    const taken = await answerDateOrder(batchId, order)
    setSent(null)
    if (typeof taken === 'string') {
      const text = `errors.${taken.replace('file-intake/', '')}`
      toast.error(t.has(text) ? t(text) : t('importFailed'))
      return
    }
    const sum = (count: 'accepted' | 'rejected') => taken.reduce((total, { rows }) => total + rows[count], 0)
    toast.success(t('mapping.taken', { files: taken.length, accepted: sum('accepted'), rejected: sum('rejected') }))
    router.refresh()
  }

  const orders = [
    { order: 'month-first', text: t('dates.month-first') },
    { order: 'day-first', text: t('dates.day-first') },
  ] as const
  return (
    <Section title={t('dates.question')} note={<StatusMark shape="due">{t('dates.open')}</StatusMark>}>
      <div className="t-scroll">
        <table className="t" aria-label={t('dates.question')}>
          <thead>
            <tr>
              <th scope="col">{t('dates.column')}</th>
              <th scope="col">{t('mapping.inFile')}</th>
              <th scope="col">{t('dates.month-first')}</th>
              <th scope="col">{t('dates.day-first')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, text, monthFirst, dayFirst }) => (
              <tr key={`${title} ${text}`}>
                <td>{title}</td>
                <td className="md">{text}</td>
                <td>{monthFirst === null ? '–' : <DateText value={monthFirst} />}</td>
                <td>{dayFirst === null ? '–' : <DateText value={dayFirst} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="q mt-2">{t('dates.kept')}</p>
      {mayAnswer && (
        <div className="row mt-2">
          {orders.map(({ order, text }) => (
            <Button
              key={order}
              type="button"
              disabled={sent !== null}
              pending={sent === order}
              pendingText={t('importing')}
              onClick={() => void answer(order)}
            >
              {text}
            </Button>
          ))}
        </div>
      )}
    </Section>
  )
}
