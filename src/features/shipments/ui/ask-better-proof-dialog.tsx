'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { formatDate, joinTerm } from '@/i18n/formats'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { askBetterProofAction } from '../actions'
import type { Lacks } from '../rules/grade-proof'

type WeakPaper = {
  documentId: string
  carrier: string | null
  pro: string | null
  bol: string | null
  poNumber: string | null
  keptUntil: CalendarDate | null
  lacks: readonly Lacks[]
}
type AskBetterProofDialogProps = { paper: WeakPaper }

/** Asks logistics for a better receipt; the request names the carrier, its numbers, what is missing and how long there is. */
export function AskBetterProofDialog({ paper }: AskBetterProofDialogProps) {
  const t = useTranslations('shipments')
  return (
    <Dialog
      title={t('askTitle')}
      trigger={
        <Button type="button" kind="primary">
          {t('ask')}
        </Button>
      }
    >
      {(close) => <AskForm paper={paper} close={close} />}
    </Dialog>
  )
}

function AskForm({ paper, close }: AskBetterProofDialogProps & { close: () => void }) {
  const t = useTranslations('shipments')
  const locale = useLocale()
  const about = paper.pro ?? paper.bol ?? paper.poNumber ?? ''
  const title = t('askTask', { about })
  const facts: readonly (readonly [string, string | null])[] = [
    [t('carrier'), paper.carrier],
    [t('pro'), paper.pro],
    [t('bol'), paper.bol],
    [t('po'), paper.poNumber],
    [t('keptUntil'), paper.keptUntil === null ? null : formatDate(paper.keptUntil, locale)],
  ]
  const known = facts.flatMap(([term, value]) => (value === null ? [] : [joinTerm(term, value, locale)]))
  const body = [t('askBody'), ...paper.lacks.map((code) => `– ${t(`lacks.${code}`)}`), '', ...known].join('\n')
  const form = useActionForm(askBetterProofAction, {
    input: (fields) => ({ documentId: paper.documentId, title, body: fields.text('body'), locale }),
    done: t('asked'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="md">{title}</p>
      <TextArea name="body" label={t('askDetails')} rows={10} defaultValue={body} />
      <DialogActions submit={t('send')} onCancel={close} />
    </Form>
  )
}
